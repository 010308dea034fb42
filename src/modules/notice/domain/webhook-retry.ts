import { DAY, HOUR, MINUTE, SECOND } from '../../../kernel/clock';

/** Pauses before each further try: the schedule of the Standard Webhooks specification, about three days in all. */
const PAUSES = [
  5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR,
] as const; // prettier-ignore

/** What an endpoint answered: an HTTP status, or why there was none. */
export interface Outcome {
  readonly status: number | null;
  readonly fault: string | null;
}

export type AfterTry =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'wait'; readonly milliseconds: number }
  | { readonly kind: 'give_up' };

/** Any 2xx is a receipt. Redirects are a failure: nobody signed for the other address. `attempts` includes this one. */
export function afterTry(attempts: number, { status }: Outcome): AfterTry {
  if (status !== null && status >= 200 && status < 300) return { kind: 'delivered' };
  const milliseconds = PAUSES[attempts - 1];
  return milliseconds === undefined || status === 410 ? { kind: 'give_up' } : { kind: 'wait', milliseconds };
}

/** How long an endpoint may fail without a single receipt before it is disabled. */
const PATIENCE = 3 * DAY;
const FEWEST = 5;

/**
 * Whether an endpoint that has just failed is disabled: at once when it says that it is gone for good (410), else after
 * three days and at least five failures without a receipt in between.
 */
export function isSpent(
  { status }: Outcome,
  { failures, failingSince }: { readonly failures: number; readonly failingSince: Date | null },
  now: Date,
): boolean {
  if (status === 410) return true;
  return failures >= FEWEST && failingSince !== null && now.getTime() - failingSince.getTime() >= PATIENCE;
}
