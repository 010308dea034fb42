import type { Currency } from '../../../kernel/money';

interface ItemRow {
  /** Whether a card without it cannot be published. */
  readonly isRequired: boolean;
  readonly says: string;
}

/** Everything that a rate card can price. An item that is not here cannot be promised. */
export const RATE_ITEMS = {
  'feedback.issue': { isRequired: true, says: 'An accepted report of a fault' },
  'feedback.idea': { isRequired: true, says: 'An accepted proposal' },
  'feedback.praise': { isRequired: true, says: 'An accepted account of what works' },
  'feedback.harm': { isRequired: true, says: 'An accepted report of harm or misuse' },
  'feedback.rights': { isRequired: true, says: 'An accepted report about rights' },
  'feedback.request': { isRequired: true, says: 'An accepted answer to what the programme asked for' },
  'feedback.duplicate': { isRequired: true, says: 'Feedback that somebody else had reported before' },
  'clip.unusable': { isRequired: false, says: 'A clip marked unusable with its reason, as evidence' },
  'task.minimum': { isRequired: false, says: 'The least that a task pays, whatever it asks for' },
  'showcase.licence': { isRequired: false, says: 'The licence to show one work in the showcase' },
  'licence.marketing': { isRequired: false, says: 'The licence to use one work in advertising' },
  'licence.training': { isRequired: false, says: 'The licence to train or measure a model with one work' },
  'licence.press': { isRequired: false, says: 'The licence to hand one work to the press' },
  'appearance.event': { isRequired: false, says: 'One appearance at an event of the programme' },
  'goodwill.fault': { isRequired: false, says: 'Making good for a fault of the programme' },
} as const satisfies Record<string, ItemRow>;
export type RateItem = keyof typeof RATE_ITEMS;

/** What a card promises besides prices. Amounts in minor units of the card's currency. */
export interface RateRules {
  /** The least for an hour of requested work: a task whose median confirmed time makes less of it is topped up. */
  readonly floorPerHour: bigint;
  /** The same by country of the artist (ISO 3166-1 alpha-2), where it differs. */
  readonly floors: Readonly<Record<string, bigint>>;
  /** Percent of a task's price that is paid when the programme cancels it after it was accepted. */
  readonly killFeePercent: number;
  /** Days after it was earned within which an amount is paid. */
  readonly payWithinDays: number;
  /** Hundredths of a percent that are added for each day that it is late, up to the amount itself. */
  readonly lateBasisPointsPerDay: number;
}

/** An hour costs at least this where a card says nothing: about the highest minimum wage of where it is paid in. */
const FLOORS: Readonly<Record<Currency, bigint>> = {
  EUR: 1_500n,
  USD: 1_500n,
  GBP: 1_300n,
  CHF: 2_450n,
  SEK: 16_000n,
  PLN: 6_000n,
  CAD: 2_000n,
  AUD: 2_500n,
  JPY: 2_000n,
  KWD: 4_500n,
};

/** What a card means where it says nothing. Cards published before there was a choice mean this. */
export function rateDefaults(currency: Currency): RateRules {
  return {
    floorPerHour: FLOORS[currency],
    floors: {},
    killFeePercent: 50,
    payWithinDays: 10,
    lateBasisPointsPerDay: 5,
  };
}
