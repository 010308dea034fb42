import { refusals } from '../../kernel/refusal';

export {
  PRICES,
  priceTableAt,
  quote,
  type PriceSpec,
  type PriceTable,
  type Quote,
  type QuoteLine,
} from './domain/prices';

export const quotaRefusals = refusals('quota', {
  key_not_ready: {
    kind: 'unavailable',
    says: 'This API key was made a moment ago and its budget is still being set up. Nothing was charged. Try again.',
  },
});

/** Credits of one enrollment: `available` = `balance` − `held`. */
export interface CreditBalance {
  readonly balance: bigint;
  readonly held: bigint;
  readonly available: bigint;
}
