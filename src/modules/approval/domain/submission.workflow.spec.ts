import type { Role } from '../../../kernel/actor';
import { decide } from '../../../kernel/workflow';
import { claimFor, claimOf, NO_CLAIM } from './claim';
import {
  submissionWorkflow,
  type SubmissionFacts,
  type SubmissionState,
  type SubmissionVerb,
} from './submission.workflow';

const facts: SubmissionFacts = {
  isAuthor: false,
  claim: 'mine',
  hold: 'none',
  isAssignedElsewhere: false,
  isRightsComplete: true,
  hasNote: true,
  isStatementComplete: true,
  needsSecondPerson: false,
  isDue: false,
  isEmbargoed: false,
  hasConflict: false,
  isDecided: false,
  isCalled: true,
};
const ask = (
  state: SubmissionState,
  verb: SubmissionVerb,
  role: Role,
  change: Partial<SubmissionFacts> = {},
) => decide(submissionWorkflow, state, verb, { roles: [role] }, { ...facts, ...change });
const refused = (code: string) => ({ kind: 'refused', code });
const moved = (to: SubmissionState) => ({ kind: 'move', to });

describe('submission workflow', () => {
  test('an artist hands in a clip of their own with its rights stated, and nobody else does', () => {
    expect(ask('draft', 'submit', 'artist', { isAuthor: true })).toEqual(moved('submitted'));
    expect(ask('draft', 'submit', 'artist', { isAuthor: true, isRightsComplete: false })).toEqual(
      refused('rights_missing'),
    );
    expect(ask('draft', 'submit', 'artist')).toEqual(refused('not_found'));
    expect(ask('draft', 'submit', 'reviewer', { isAuthor: true })).toEqual(refused('not_allowed'));
  });

  test('only a reviewer approves, only with a claim of their own that still runs', () => {
    for (const role of ['artist', 'finance', 'public', 'system'] as const) {
      expect(ask('in_review', 'approve', role)).toEqual(refused('not_allowed'));
    }
    for (const role of ['manager', 'admin'] as const) {
      expect(ask('in_review', 'approve', role, { isCalled: false })).toEqual(refused('not_allowed'));
      expect(ask('in_review', 'approve', role)).toEqual(moved('approved'));
    }
    expect(ask('in_review', 'approve', 'reviewer')).toEqual(moved('approved'));
    expect(ask('in_review', 'approve', 'reviewer', { claim: 'lapsed' })).toEqual(refused('claim_expired'));
    expect(ask('in_review', 'approve', 'reviewer', { claim: 'other' })).toEqual(refused('claimed_by_other'));
    expect(ask('in_review', 'approve', 'reviewer', { claim: 'none' })).toEqual(refused('not_claimed'));
    expect(ask('submitted', 'approve', 'reviewer')).toEqual(refused('wrong_state'));
  });

  test('what somebody put on hold is claimed by them alone until it is over', () => {
    const free = { claim: 'none' } as const;
    expect(ask('submitted', 'claim', 'reviewer', { ...free, hold: 'other' })).toEqual(refused('on_hold'));
    expect(ask('submitted', 'claim', 'reviewer', { ...free, hold: 'mine' })).toEqual(moved('in_review'));
    expect(ask('submitted', 'approveLate', 'system', { hold: 'other', isDue: true })).toEqual(
      moved('approved'),
    );
  });

  test('what a manager assigned is claimed by whom it was assigned to', () => {
    const free = { claim: 'none', isAssignedElsewhere: true } as const;
    expect(ask('submitted', 'claim', 'reviewer', free)).toEqual(refused('assigned_to_other'));
    expect(ask('in_review', 'approve', 'reviewer', { isAssignedElsewhere: true })).toEqual(moved('approved'));
  });

  test('nobody claims, decides or takes down their own work, whatever else is right', () => {
    const own = { isAuthor: true } as const;
    expect(ask('submitted', 'claim', 'reviewer', own)).toEqual(refused('own_work'));
    for (const verb of ['release', 'requestChanges', 'approve', 'decline', 'escalate'] as const) {
      expect(ask('in_review', verb, 'reviewer', own)).toEqual(refused('own_work'));
    }
    expect(ask('published', 'takeDown', 'reviewer', own)).toEqual(refused('own_work'));
    expect(ask('published', 'takeDown', 'admin', own)).toEqual(refused('own_work'));
  });

  test('nobody decides where they are a co-author or declared a conflict', () => {
    const tied = { hasConflict: true } as const;
    expect(ask('submitted', 'claim', 'reviewer', tied)).toEqual(refused('conflict_of_interest'));
    for (const verb of ['requestChanges', 'approve', 'decline', 'escalate'] as const) {
      expect(ask('in_review', verb, 'reviewer', tied)).toEqual(refused('conflict_of_interest'));
    }
    expect(ask('published', 'takeDown', 'admin', tied)).toEqual(refused('conflict_of_interest'));
  });

  test('a verdict that has not left yet stands in the way of every other step but the artist’s', () => {
    const given = { isDecided: true, isDue: true } as const;
    for (const verb of ['claim', 'release', 'approve', 'decline', 'requestChanges', 'escalate'] as const) {
      expect(ask('in_review', verb, 'reviewer', given)).toEqual(refused('decided_just_now'));
    }
    for (const verb of ['approveLate', 'escalateLate', 'expireClaim'] as const) {
      expect(ask('in_review', verb, 'system', given)).toEqual(refused('decided_just_now'));
    }
    expect(ask('in_review', 'approve', 'reviewer', { ...given, claim: 'other' })).toEqual(
      refused('claimed_by_other'),
    );
    expect(ask('in_review', 'withdraw', 'artist', { ...given, isAuthor: true })).toEqual(moved('withdrawn'));
  });

  test('a claim is exclusive while it runs, and free afterwards', () => {
    expect(ask('in_review', 'claim', 'reviewer', { claim: 'other' })).toEqual(refused('claimed_by_other'));
    expect(ask('in_review', 'claim', 'reviewer', { claim: 'none' })).toEqual(moved('in_review'));
    expect(ask('in_review', 'claim', 'reviewer', { claim: 'lapsed' })).toEqual(moved('in_review'));
    expect(ask('escalated', 'claim', 'reviewer', { claim: 'none' })).toEqual(moved('in_review'));
  });

  test('a no needs a complete statement, and on high stakes a second person', () => {
    expect(ask('in_review', 'decline', 'reviewer')).toEqual(moved('declined'));
    expect(ask('in_review', 'decline', 'reviewer', { isStatementComplete: false })).toEqual(
      refused('statement_incomplete'),
    );
    expect(ask('in_review', 'decline', 'reviewer', { needsSecondPerson: true })).toEqual(
      refused('second_person_needed'),
    );
    expect(ask('published', 'takeDown', 'admin', { isStatementComplete: false })).toEqual(
      refused('statement_incomplete'),
    );
  });

  test('changes are requested with a note that says which', () => {
    expect(ask('in_review', 'requestChanges', 'reviewer')).toEqual(moved('changes_requested'));
    expect(ask('in_review', 'requestChanges', 'reviewer', { hasNote: false })).toEqual(
      refused('note_missing'),
    );
  });

  test('the clock decides when it is over and not before, and no person plays the clock', () => {
    expect(ask('submitted', 'approveLate', 'system', { isDue: true })).toEqual(moved('approved'));
    expect(ask('in_review', 'approveLate', 'system', { isDue: true })).toEqual(moved('approved'));
    expect(ask('submitted', 'approveLate', 'system')).toEqual(refused('not_due'));
    expect(ask('changes_requested', 'approveLate', 'system', { isDue: true })).toEqual(
      refused('wrong_state'),
    );
    for (const verb of [
      'approveLate',
      'escalateLate',
      'publish',
      'reinstate',
      'reopen',
      'expireClaim',
    ] as const) {
      expect(ask('submitted', verb, 'admin', { isDue: true })).toEqual(refused('not_allowed'));
    }
  });

  test('an embargo holds publication back', () => {
    expect(ask('approved', 'publish', 'system', { isEmbargoed: true })).toEqual(refused('embargoed'));
    expect(ask('approved', 'publish', 'system')).toEqual(moved('published'));
  });

  test('the artist may withdraw until it is published or refused', () => {
    const own = { isAuthor: true } as const;
    for (const state of [
      'draft',
      'submitted',
      'in_review',
      'changes_requested',
      'escalated',
      'approved',
    ] as const) {
      expect(ask(state, 'withdraw', 'artist', own)).toEqual(moved('withdrawn'));
    }
    expect(ask('published', 'withdraw', 'artist', own)).toEqual(refused('wrong_state'));
    expect(ask('declined', 'withdraw', 'artist', own)).toEqual(refused('wrong_state'));
  });

  test('nothing is decided about what was withdrawn', () => {
    for (const verb of ['claim', 'approve', 'decline', 'requestChanges'] as const) {
      expect(ask('withdrawn', verb, 'reviewer')).toEqual(refused('wrong_state'));
    }
  });

  test('an appeal brings back what was declined and what was taken down', () => {
    expect(ask('declined', 'reinstate', 'system')).toEqual(moved('approved'));
    expect(ask('taken_down', 'reinstate', 'system')).toEqual(moved('approved'));
    expect(ask('declined', 'reopen', 'system')).toEqual(moved('changes_requested'));
  });
});

describe('claim', () => {
  const now = new Date('2026-05-05T12:00:00Z');

  test('lasts fifteen minutes, to the millisecond', () => {
    const claim = claimFor('per_a', now);
    expect(claim.claimedUntil?.toISOString()).toBe('2026-05-05T12:15:00.000Z');
    expect(claimOf(claim, 'per_a', new Date('2026-05-05T12:14:59.999Z'))).toBe('mine');
    expect(claimOf(claim, 'per_a', new Date('2026-05-05T12:15:00Z'))).toBe('lapsed');
  });

  test('is another person’s while it runs, and nobody’s afterwards', () => {
    const claim = claimFor('per_a', now);
    expect(claimOf(claim, 'per_b', now)).toBe('other');
    expect(claimOf(claim, 'per_b', new Date('2026-05-05T12:15:00Z'))).toBe('none');
    expect(claimOf(NO_CLAIM, 'per_a', now)).toBe('none');
  });
});
