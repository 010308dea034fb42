import { workflow } from '../../../kernel/workflow';

export const PERIOD_STATES = ['open', 'closed', 'reopening'] as const;
export type PeriodState = (typeof PERIOD_STATES)[number];

export interface PeriodFacts {
  readonly isOver: boolean;
  /** An earlier month that has entries is not closed. */
  readonly isEarlierOpen: boolean;
  readonly isLaterClosed: boolean;
  /** Differences of the reconciliation that nobody has explained. */
  readonly unexplained: number;
  readonly hasReason: boolean;
  readonly isProposer: boolean;
}

function mayNotClose({ isOver, isEarlierOpen, unexplained }: PeriodFacts): string | null {
  if (!isOver) return 'month_not_over';
  if (isEarlierOpen) return 'earlier_open';
  return unexplained > 0 ? 'unexplained' : null;
}

/** A month of the books. Nothing is posted into a closed one; it opens again only when two people want it. */
export const periodWorkflow = workflow<PeriodFacts>()({
  name: 'period',
  table: 'reports_periods',
  states: PERIOD_STATES,
  initial: 'open',
  moves: {
    close: { from: ['open'], to: 'closed', by: ['finance', 'admin'], unless: mayNotClose },
    propose: {
      from: ['closed'],
      to: 'reopening',
      by: ['finance', 'admin'],
      unless: ({ isLaterClosed, hasReason }) =>
        isLaterClosed ? 'later_closed' : hasReason ? null : 'reason_missing',
    },
    reopen: {
      from: ['reopening'],
      to: 'open',
      by: ['finance', 'admin'],
      unless: ({ isProposer }) => (isProposer ? 'second_person' : null),
    },
    withdraw: { from: ['reopening'], to: 'closed', by: ['finance', 'admin'] },
  },
});

export type PeriodVerb = keyof typeof periodWorkflow.moves;
