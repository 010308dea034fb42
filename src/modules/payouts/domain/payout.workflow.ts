import { workflow } from '../../../kernel/workflow';

export const PAYOUT_STATES = [
  'draft',
  'approved',
  'sending',
  'in_transit',
  'paid',
  'failed',
  'returned',
  'canceled',
  'on_hold',
] as const;
export type PayoutState = (typeof PAYOUT_STATES)[number];

/**
 * One payment to one artist. `sending` means that the rail may have been asked; from there a payout leaves only by what
 * the rail is known to say: an unknown outcome is looked into again under the same key. `wait` is a definite "not now"
 * for which the payout is not at fault. `on_hold` waits for a person: its `retry` asks the rail first and never sends
 * blindly. A payout is approved with its batch and reserved when its turn comes. After `failed`, `returned` and `canceled` the earnings are due again and go into another payout.
 */
export const payoutWorkflow = workflow<object>()({
  name: 'payout',
  table: 'payouts_payouts',
  states: PAYOUT_STATES,
  initial: 'draft',
  moves: {
    approve: { from: ['draft'], to: 'approved', by: ['system'] },
    cancel: { from: ['draft', 'approved'], to: 'canceled', by: ['finance', 'admin', 'system'] },
    send: { from: ['approved'], to: 'sending', by: ['system'] },
    wait: { from: ['sending'], to: 'approved', by: ['system'] },
    accept: { from: ['sending', 'on_hold'], to: 'in_transit', by: ['system'] },
    hold: { from: ['sending'], to: 'on_hold', by: ['system'] },
    retry: { from: ['on_hold'], to: 'sending', by: ['finance', 'admin'] },
    settle: { from: ['in_transit'], to: 'paid', by: ['system'] },
    fail: { from: ['draft', 'approved', 'sending', 'in_transit'], to: 'failed', by: ['system'] },
    return: { from: ['in_transit', 'paid'], to: 'returned', by: ['system'] },
  },
});

export type PayoutVerb = keyof typeof payoutWorkflow.moves;

/** States after which the rail is not asked again; a paid one can still come back as `returned`. */
export const ENDED: readonly PayoutState[] = ['paid', 'failed', 'returned', 'canceled'];

export const isEnded = (state: PayoutState): boolean => ENDED.includes(state);
