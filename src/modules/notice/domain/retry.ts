import { HOUR, SECOND } from '../../../kernel/clock';

/** About two days of hourly tries: longer than a weekend's outage of a mail server is rare, and the notice is in the portal. */
const MOST_ATTEMPTS = 56;
const FIRST_PAUSE = 10 * SECOND;
const LONGEST_PAUSE = HOUR;

/** What to do after a mail could not be handed over: wait so many milliseconds, or give up. */
export type AfterFailure =
  { readonly kind: 'wait'; readonly milliseconds: number } | { readonly kind: 'give_up' };

/** `smtpCode` is the server's answer where it gave one: 5xx means never (RFC 5321 §4.2.1), anything else not now. */
export function afterFailure(attempts: number, smtpCode: number | null): AfterFailure {
  const isFinal = smtpCode !== null && smtpCode >= 500;
  if (isFinal || attempts >= MOST_ATTEMPTS) return { kind: 'give_up' };
  return { kind: 'wait', milliseconds: Math.min(FIRST_PAUSE * 2 ** (attempts - 1), LONGEST_PAUSE) };
}
