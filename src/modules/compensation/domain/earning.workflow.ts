import { workflow } from '../../../kernel/workflow';

export const EARNING_STATES = ['unfunded', 'due', 'in_payout', 'paid', 'reversed'] as const;
export type EarningState = (typeof EARNING_STATES)[number];

/**
 * unfunded: owed, but the fund has not the money yet · due: the artist's, waiting for a payout · in_payout: promised to
 * one · paid · reversed: taken back by two people, with a reason. A payout that fails or comes back, even after it was paid, makes its earnings due again.
 */
export const earningWorkflow = workflow<object>()({
  name: 'earning',
  table: 'compensation_earnings',
  states: EARNING_STATES,
  initial: 'unfunded',
  moves: {
    fund: { from: ['unfunded'], to: 'due', by: ['system'] },
    claim: { from: ['due'], to: 'in_payout', by: ['system'] },
    settle: { from: ['in_payout'], to: 'paid', by: ['system'] },
    unclaim: { from: ['in_payout', 'paid'], to: 'due', by: ['system'] },
    reverse: { from: ['unfunded', 'due'], to: 'reversed', by: ['system'] },
  },
});

export type EarningVerb = keyof typeof earningWorkflow.moves;
