import type { Role } from '../../../kernel/actor';
import { decide } from '../../../kernel/workflow';
import {
  feedbackWorkflow,
  type FeedbackFacts,
  type FeedbackState,
  type FeedbackVerb,
} from './feedback.workflow';
import { DECLINE_REASON_NAMES, isDeclineReason } from './words';

const facts: FeedbackFacts = {
  isAuthor: false,
  hasAnswer: true,
  hasReason: true,
  isOriginalGood: true,
  hasVersion: true,
  isDue: false,
  isHeld: false,
};
const ask = (state: FeedbackState, verb: FeedbackVerb, role: Role, change: Partial<FeedbackFacts> = {}) =>
  decide(feedbackWorkflow, state, verb, { roles: [role] }, { ...facts, ...change });
const refused = (code: string) => ({ kind: 'refused', code });

describe('feedback workflow', () => {
  test('managers accept, nobody else does, and nobody their own', () => {
    expect(ask('new', 'accept', 'manager')).toEqual({ kind: 'move', to: 'accepted' });
    expect(ask('triaged', 'accept', 'admin')).toEqual({ kind: 'move', to: 'accepted' });
    for (const role of ['artist', 'reviewer', 'finance', 'public'] as const) {
      expect(ask('new', 'accept', role)).toEqual(refused('not_allowed'));
    }
    expect(ask('new', 'accept', 'manager', { isAuthor: true })).toEqual(refused('own_feedback'));
  });

  test('accepting twice is one acceptance', () => {
    expect(ask('accepted', 'accept', 'manager')).toEqual({ kind: 'already' });
  });

  test('every end needs an answer', () => {
    for (const verb of ['decline', 'markDuplicate'] as const) {
      expect(ask('triaged', verb, 'manager', { hasAnswer: false })).toEqual(refused('answer_missing'));
    }
    expect(ask('in_progress', 'ship', 'manager', { hasAnswer: false })).toEqual(refused('answer_missing'));
  });

  test('declining needs a reason of the closed list, merging an original, shipping a version', () => {
    expect(ask('new', 'decline', 'manager', { hasReason: false })).toEqual(refused('reason_missing'));
    expect(ask('new', 'markDuplicate', 'manager', { isOriginalGood: false })).toEqual(
      refused('original_unfit'),
    );
    expect(ask('planned', 'ship', 'manager', { hasVersion: false })).toEqual(refused('version_missing'));
  });

  test('what was accepted is never declined or merged afterwards', () => {
    for (const state of ['accepted', 'planned', 'in_progress', 'shipped'] as const) {
      expect(ask(state, 'decline', 'admin')).toEqual(refused('wrong_state'));
      expect(ask(state, 'markDuplicate', 'admin')).toEqual(refused('wrong_state'));
    }
  });

  test('the clock accepts what nobody handled, not before its time, and not while the artist is asked', () => {
    expect(ask('new', 'acceptLate', 'system', { isDue: true })).toEqual({ kind: 'move', to: 'accepted' });
    expect(ask('triaged', 'acceptLate', 'system', { isDue: true })).toEqual({ kind: 'move', to: 'accepted' });
    expect(ask('new', 'acceptLate', 'system')).toEqual(refused('not_due'));
    expect(ask('needs_info', 'acceptLate', 'system', { isDue: true })).toEqual(refused('wrong_state'));
    expect(ask('new', 'acceptLate', 'manager', { isDue: true })).toEqual(refused('not_allowed'));
  });

  test('a question is answered by its artist alone', () => {
    expect(ask('needs_info', 'answerInfo', 'artist', { isAuthor: true })).toEqual({
      kind: 'move',
      to: 'triaged',
    });
    expect(ask('needs_info', 'answerInfo', 'artist')).toEqual(refused('not_found'));
  });

  test('no reason for declining is tone or opinion', () => {
    expect([...DECLINE_REASON_NAMES]).toEqual([
      'not_reproducible',
      'known_limit',
      'out_of_scope',
      'not_actionable',
      'not_genuine',
    ]);
    expect(isDeclineReason('negative')).toBe(false);
    expect(isDeclineReason(undefined)).toBe(false);
  });
});
