import { available, decide } from '../../../kernel/workflow';
import { APPLICATION_STATES } from '../contract';
import { applicationWorkflow, type ApplicationFacts } from './application.workflow';

const artist = { roles: ['artist'] } as const;
const manager = { roles: ['manager'] } as const;
const both = { roles: ['artist', 'manager'] } as const;
const fine: ApplicationFacts = {
  isOwn: false,
  isProgramOpen: true,
  isLate: false,
  hasReasons: true,
  isFormal: false,
  seatsLeft: 1,
  reviewsMissing: 0,
  isAutomatic: false,
};
const own: ApplicationFacts = { ...fine, isOwn: true };

const codeOf = (
  ...args: Parameters<
    typeof decide<
      (typeof APPLICATION_STATES)[number],
      keyof typeof applicationWorkflow.moves,
      ApplicationFacts
    >
  >
) => {
  const decision = decide(...args);
  return decision.kind === 'refused' ? decision.code : decision.kind;
};

describe('the application workflow', () => {
  test('nobody decides on their own application, whatever they are', () => {
    for (const verb of ['startReview', 'invite', 'waitlist', 'decline'] as const) {
      const state = verb === 'startReview' ? 'submitted' : 'in_review';
      expect(codeOf(applicationWorkflow, state, verb, both, own)).toBe('own_application');
      expect(codeOf(applicationWorkflow, state, verb, both, fine)).toBe('move');
    }
  });

  test('nobody submits or withdraws for somebody else', () => {
    expect(codeOf(applicationWorkflow, 'draft', 'submit', both, fine)).toBe('not_allowed');
    expect(codeOf(applicationWorkflow, 'submitted', 'withdraw', both, fine)).toBe('not_allowed');
    expect(codeOf(applicationWorkflow, 'submitted', 'withdraw', artist, own)).toBe('move');
  });

  test('declining needs reasons', () => {
    expect(codeOf(applicationWorkflow, 'in_review', 'decline', manager, { ...fine, hasReasons: false })).toBe(
      'reasons_missing',
    );
  });

  test('inviting needs a seat and a programme that takes artists', () => {
    expect(codeOf(applicationWorkflow, 'in_review', 'invite', manager, { ...fine, seatsLeft: 0 })).toBe(
      'programme_full',
    );
    expect(
      codeOf(applicationWorkflow, 'waitlisted', 'invite', manager, { ...fine, isProgramOpen: false }),
    ).toBe('programme_not_open');
  });

  test('an artist has no verb of selection', () => {
    for (const state of APPLICATION_STATES) {
      const verbs = available(applicationWorkflow, state, artist, own);
      expect(verbs.filter((verb) => !['submit', 'reopen', 'withdraw'].includes(verb))).toEqual([]);
    }
  });

  test('time expires drafts; a published selection gives seats and places, an appeal a new look, and neither declines anybody', () => {
    const system = { roles: ['system'] } as const;
    const verbs = (state: (typeof APPLICATION_STATES)[number]) =>
      available(applicationWorkflow, state, system, fine);
    expect(APPLICATION_STATES.filter((state) => verbs(state).includes('expire'))).toEqual(['draft']);
    expect(new Set(APPLICATION_STATES.flatMap(verbs))).toEqual(
      new Set(['admit', 'queue', 'expire', 'reconsider']),
    );
  });

  test('after the deadline nothing is sent or taken back to be rewritten', () => {
    const late = { ...own, isLate: true };
    expect(codeOf(applicationWorkflow, 'draft', 'submit', artist, late)).toBe('too_late');
    expect(codeOf(applicationWorkflow, 'submitted', 'reopen', artist, late)).toBe('too_late');
    expect(codeOf(applicationWorkflow, 'submitted', 'withdraw', artist, late)).toBe('move');
  });

  test('where people score nobody is decided about before they have, but for form', () => {
    const short = { ...fine, reviewsMissing: 1 };
    for (const verb of ['invite', 'waitlist', 'decline'] as const)
      expect(codeOf(applicationWorkflow, 'in_review', verb, manager, short)).toBe('reviews_missing');
    expect(codeOf(applicationWorkflow, 'in_review', 'decline', manager, { ...short, isFormal: true })).toBe(
      'move',
    );
  });

  test('where a draw or the clock decides nobody is let in by hand', () => {
    const automatic = { ...fine, isAutomatic: true };
    expect(codeOf(applicationWorkflow, 'in_review', 'invite', manager, automatic)).toBe('decided_otherwise');
    expect(codeOf(applicationWorkflow, 'in_review', 'waitlist', manager, automatic)).toBe(
      'decided_otherwise',
    );
  });

  test('what has ended stays ended, but for what its author withdrew', () => {
    for (const state of ['invited', 'declined', 'expired'] as const) {
      for (const facts of [own, fine]) expect(available(applicationWorkflow, state, both, facts)).toEqual([]);
    }
    expect(available(applicationWorkflow, 'withdrawn', both, fine)).toEqual([]);
    expect(available(applicationWorkflow, 'withdrawn', both, own)).toEqual(['reopen']);
  });
});
