import { SUBMISSION_CHANGES, type Changing } from './submission-changes';

const now = new Date('2026-05-05T12:00:00Z');
const row: Changing = {
  title: 'Tide',
  description: '',
  rights: { ownsInputs: true, thirdPartyMaterial: 'none', likenesses: 'none', aiDisclosure: true },
  labels: [],
  audience: 'wide',
  embargoUntil: null,
  risk: 'low',
  riskBecause: [],
  submittedAt: null,
  dueAt: null,
  clockStoppedAt: null,
  claimedBy: null,
  claimedUntil: null,
  escalatedBy: null,
  escalatedAt: null,
  note: null,
  decidedAt: null,
};
const context = { actorId: 'per_a', now, note: null, offer: {} };

describe('what a step writes', () => {
  test('handing in starts the clock of the class that the labels make', () => {
    expect(SUBMISSION_CHANGES.submit(row, { ...context, offer: { labels: ['nudity'] } })).toEqual({
      labels: ['nudity'],
      risk: 'high',
      riskBecause: ['nudity or sexual content'],
      submittedAt: now,
      dueAt: new Date('2026-05-08T12:00:00Z'),
    });
  });

  test('requesting changes stops the clock and frees the claim; handing in again starts it and forgets the note', () => {
    const waiting = {
      ...row,
      dueAt: new Date('2026-05-05T22:00:00Z'),
      ...SUBMISSION_CHANGES.requestChanges(row, { ...context, note: 'Blur it' }),
    };
    expect(waiting).toMatchObject({ clockStoppedAt: now, note: 'Blur it', claimedBy: null });
    const later = new Date('2026-05-09T00:00:00Z');
    expect(SUBMISSION_CHANGES.resubmit(waiting, { ...context, now: later })).toMatchObject({
      clockStoppedAt: null,
      note: null,
      dueAt: new Date('2026-05-09T10:00:00Z'),
    });
  });

  test('every decision ends the claim', () => {
    for (const verb of [
      'approve',
      'decline',
      'escalate',
      'requestChanges',
      'release',
      'withdraw',
      'approveLate',
    ] as const) {
      expect(
        SUBMISSION_CHANGES[verb]({ ...row, claimedBy: 'per_a', claimedUntil: now }, context),
      ).toMatchObject({ claimedBy: null, claimedUntil: null });
    }
  });
});
