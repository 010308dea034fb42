import { available, decide } from '../../../kernel/workflow';
import { APPLICATION_STATES } from '../contract';
import { applicationWorkflow, type ApplicationFacts } from './application.workflow';

const artist = { roles: ['artist'] } as const;
const manager = { roles: ['manager'] } as const;
const both = { roles: ['artist', 'manager'] } as const;
const fine: ApplicationFacts = { isOwn: false, isProgramOpen: true, hasReasons: true, seatsLeft: 1 };
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
      expect(verbs.filter((verb) => verb !== 'submit' && verb !== 'withdraw')).toEqual([]);
    }
  });

  test('time expires drafts and nothing else', () => {
    const system = { roles: ['system'] } as const;
    const verbs = APPLICATION_STATES.filter(
      (state) => available(applicationWorkflow, state, system, fine).length > 0,
    );
    expect(verbs).toEqual(['draft']);
  });

  test('what has ended stays ended', () => {
    for (const state of ['invited', 'declined', 'withdrawn', 'expired'] as const) {
      for (const facts of [own, fine]) expect(available(applicationWorkflow, state, both, facts)).toEqual([]);
    }
  });
});
