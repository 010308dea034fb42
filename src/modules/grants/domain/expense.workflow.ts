import { workflow } from '../../../kernel/workflow';

export interface ExpenseFacts {
  readonly isOwn: boolean;
  /** A reason of the closed list, and what was wrong with this claim. */
  readonly hasReasons: boolean;
  /** Declined already, and waiting for a second look. */
  readonly isHeld: boolean;
  /** Minor units claimed, and what is left of the cap of this person at this event. */
  readonly amount: bigint;
  readonly left: bigint;
}

export const EXPENSE_STATES = ['claimed', 'approved', 'declined'] as const;
export type ExpenseState = (typeof EXPENSE_STATES)[number];

/** The rules that a claim can fail, published with every event; nothing else is a reason to decline one. */
export const EXPENSE_REASONS = {
  no_receipt: 'What was claimed has no receipt that can be opened and read.',
  other_amount: 'The receipt shows another amount or currency than what was claimed.',
  unrelated: 'It was not spent on coming to this event or on taking part in it.',
  claimed_before: 'The same receipt was claimed before, here or elsewhere.',
} as const satisfies Record<string, string>;
export type ExpenseReason = keyof typeof EXPENSE_REASONS;

export const EXPENSE_REASON_NAMES = Object.keys(EXPENSE_REASONS) as readonly ExpenseReason[];

const MANAGERS = ['manager', 'admin'] as const;

const mayAnswer = ({ isOwn, isHeld }: ExpenseFacts): string | null =>
  isOwn ? 'own_expense' : isHeld ? 'second_look_open' : null;

/** What attending cost, up to the cap that was announced. */
export const expenseWorkflow = workflow<ExpenseFacts>()({
  name: 'event_expense',
  table: 'grants_expenses',
  states: EXPENSE_STATES,
  initial: 'claimed',
  moves: {
    approve: {
      from: ['claimed'],
      to: 'approved',
      by: MANAGERS,
      unless: (facts) => mayAnswer(facts) ?? (facts.amount > facts.left ? 'over_cap' : null),
    },
    decline: {
      from: ['claimed'],
      to: 'declined',
      by: MANAGERS,
      unless: (facts) => mayAnswer(facts) ?? (facts.hasReasons ? null : 'reasons_missing'),
    },
    // An appeal against the refusal has succeeded.
    overturn: { from: ['declined'], to: 'approved', by: ['system'] },
  },
});

export type ExpenseVerb = keyof typeof expenseWorkflow.moves;

/** What a person can answer; the other verb follows from an appeal. */
export const EXPENSE_ANSWERS = ['approve', 'decline'] as const;
export type ExpenseAnswerVerb = (typeof EXPENSE_ANSWERS)[number];
