import type { Actor, Role } from '../../kernel/actor';
import type { FeedbackEntity } from './feedback.entity';
import { feedbackView } from './feedback.mapping';

const at = new Date('2026-05-05T12:00:00Z');
const row: FeedbackEntity = {
  id: 'fbk_1',
  personId: 'per_artist',
  programId: 'prg_1',
  generationId: null,
  type: 'issue',
  state: 'new',
  title: 'The hand melts',
  body: 'The hand melts into the table.',
  severity: 'minor',
  origin: 'volunteered',
  isPrivate: false,
  payRef: 'fbk_1',
  parameters: null,
  tags: [],
  similarTo: null,
  weight: 3,
  popularity: 1,
  impact: 3,
  sentiment: 'critical',
  ratings: {},
  markers: [],
  answer: null,
  reason: null,
  originalId: null,
  shippedIn: null,
  info: null,
  declining: null,
  minutesClaimed: null,
  dueAt: at,
  createdAt: at,
  updatedAt: at,
};
const reader = (id: string, role: Role): Actor => ({ id, roles: [role], via: 'session', keyId: null });
const sentiments = {
  sentiments: new Map([['fbk_1', 'critical']] as const),
  files: [],
  voids: [],
  fates: new Map(),
  authorOf: () => 'Somebody',
};

describe('view of feedback', () => {
  test('its author sees the sentiment', () => {
    expect(feedbackView(row, reader('per_artist', 'artist'), sentiments).sentiment).toBe('critical');
  });

  test('whoever triages does not, even when it was loaded by mistake', () => {
    for (const role of ['manager', 'admin'] as const) {
      expect(JSON.stringify(feedbackView(row, reader('per_staff', role), sentiments))).not.toMatch(
        /sentiment|critical/,
      );
    }
  });

  test('the buttons are those of the reader', () => {
    expect(feedbackView(row, reader('per_staff', 'manager'), sentiments).available).toEqual([
      'triage',
      'accept',
      'decline',
      'markDuplicate',
      'askInfo',
    ]);
    expect(feedbackView(row, reader('per_artist', 'artist'), sentiments).available).toEqual([]);
    expect(feedbackView(row, reader('per_artist', 'manager'), sentiments).available).toEqual([]);
  });
});
