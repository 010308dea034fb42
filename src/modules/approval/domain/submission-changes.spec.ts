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
  assignedTo: null,
  assignedBy: null,
  escalatedBy: null,
  escalatedAt: null,
  note: null,
  decidedAt: null,
  wishedAt: null,
  coAuthors: [],
  coAuthorIds: [],
  policyVersion: 1,
  peopleForNo: 1,
  firstClaimedAt: null,
  firstDecidedAt: null,
  lateAt: null,
  pausedSeconds: 0,
  escalatedTo: null,
  proposal: null,
};
const context = { actorId: 'per_a', now, note: null, offer: {} };

describe('what a step writes', () => {
  test('handing in starts the clock of the class that the labels make', () => {
    expect(SUBMISSION_CHANGES.submit(row, { ...context, offer: { labels: ['nudity'] } })).toEqual({
      labels: ['nudity'],
      risk: 'high',
      riskBecause: ['nudity or sexual content'],
      policyVersion: 1,
      peopleForNo: 2,
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
      pausedSeconds: 84 * 3600,
    });
  });

  test('late is late for ever: a decision after the deadline keeps it, a verdict given in time is in time', () => {
    const due = new Date('2026-05-05T11:59:00Z');
    expect(SUBMISSION_CHANGES.approve({ ...row, dueAt: due }, context)).toMatchObject({ lateAt: due });
    const givenAt = new Date('2026-05-05T11:58:55Z');
    expect(SUBMISSION_CHANGES.approve({ ...row, dueAt: due }, { ...context, givenAt })).not.toHaveProperty(
      'lateAt',
    );
    const before = new Date('2026-05-01T00:00:00Z');
    expect(SUBMISSION_CHANGES.decline({ ...row, dueAt: due, lateAt: before }, context)).not.toHaveProperty(
      'lateAt',
    );
  });

  test('the first look and the first decision are kept, the second does not move them', () => {
    expect(SUBMISSION_CHANGES.claim(row, context)).toMatchObject({ firstClaimedAt: now });
    const seen = { ...row, firstClaimedAt: new Date(0), firstDecidedAt: new Date(0) };
    expect(SUBMISSION_CHANGES.claim(seen, context)).not.toHaveProperty('firstClaimedAt');
    expect(SUBMISSION_CHANGES.decline(seen, context)).not.toHaveProperty('firstDecidedAt');
  });

  test('an escalation goes to the role of its class and carries the first no', () => {
    const proposal = { by: 'per_a', note: 'A second pair of eyes', statement: { ground: 'rights' } };
    expect(SUBMISSION_CHANGES.escalate(row, { ...context, proposal, escalatesTo: 'manager' })).toMatchObject({
      escalatedTo: 'manager',
      escalatedBy: 'per_a',
      proposal,
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

  test('an assignment ends with a decision, an escalation or a withdrawal, and outlives a wait for the artist', () => {
    const assigned = { ...row, assignedTo: 'per_r', assignedBy: 'per_m' };
    for (const verb of ['approve', 'decline', 'escalate', 'escalateLate', 'approveLate', 'withdraw'] as const)
      expect(SUBMISSION_CHANGES[verb](assigned, context)).toMatchObject({
        assignedTo: null,
        assignedBy: null,
      });
    for (const verb of ['claim', 'release', 'expireClaim', 'requestChanges', 'resubmit'] as const)
      expect(SUBMISSION_CHANGES[verb](assigned, context)).not.toHaveProperty('assignedTo');
    const offer = { coAuthorIds: ['per_r'] };
    expect(SUBMISSION_CHANGES.resubmit(assigned, { ...context, offer })).toMatchObject({ assignedTo: null });
  });
});
