import { workflow } from '../../../kernel/workflow';

export interface ExpenseFacts {
  readonly isOwn: boolean;
  readonly hasReasons: boolean;
  /** Minor units claimed, and what is left of the cap of this person at this event. */
  readonly amount: bigint;
  readonly left: bigint;
}

export const EXPENSE_STATES = ['claimed', 'approved', 'declined'] as const;
export type ExpenseState = (typeof EXPENSE_STATES)[number];

const MANAGERS = ['manager', 'admin'] as const;

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
      unless: ({ isOwn, amount, left }) => (isOwn ? 'own_expense' : amount > left ? 'over_cap' : null),
    },
    decline: {
      from: ['claimed'],
      to: 'declined',
      by: MANAGERS,
      unless: ({ isOwn, hasReasons }) => (isOwn ? 'own_expense' : hasReasons ? null : 'reasons_missing'),
    },
  },
});

export const EXPENSE_VERBS = ['approve', 'decline'] as const;
export type ExpenseVerb = (typeof EXPENSE_VERBS)[number];
