import { workflow } from '../../../kernel/workflow';
import type { RailState } from './rail';

export const ORDER_STATES = ['waiting', 'filed', 'executed', 'refused', 'returned'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** What an order's state means for the payout. */
export const RAIL_STATE: Readonly<Record<OrderState, RailState>> = {
  waiting: 'in_transit',
  filed: 'in_transit',
  executed: 'paid',
  refused: 'failed',
  returned: 'returned',
};

export interface OrderFacts {
  /** The caller is the payee. */
  readonly isPayee: boolean;
}

const ownMoney = ({ isPayee }: OrderFacts): string | null => (isPayee ? 'own_money' : null);

/**
 * One payment of the bank-file rail. A bank tells nothing by itself: a person writes down what the statement of account
 * says. `refuse` is the bank's answer to a file, `withdraw` ours before there is one.
 */
export const orderWorkflow = workflow<OrderFacts>()({
  name: 'bank_order',
  table: 'payouts_bank_orders',
  states: ORDER_STATES,
  initial: 'waiting',
  moves: {
    file: { from: ['waiting'], to: 'filed', by: ['finance', 'admin'] },
    withdraw: { from: ['waiting'], to: 'refused', by: ['system'] },
    execute: { from: ['filed'], to: 'executed', by: ['finance', 'admin'], unless: ownMoney },
    refuse: { from: ['filed'], to: 'refused', by: ['finance', 'admin'], unless: ownMoney },
    return: { from: ['executed'], to: 'returned', by: ['finance', 'admin'], unless: ownMoney },
  },
});

export type OrderVerb = keyof typeof orderWorkflow.moves;
