import type { RailNews } from './rail';

/**
 * What news makes us look at. Nothing in a message is believed but where to look: `transfer` by the rail's name of it,
 * `payee` for all payments on the way to one account, `account` for the account itself.
 */
export type Look =
  | { readonly at: 'transfer'; readonly railRef: string }
  | { readonly at: 'payee'; readonly recipient: string }
  | { readonly at: 'account'; readonly recipient: string; readonly isGone: boolean }
  | { readonly at: 'nothing' };

/** Where to look after this news. Both kinds of events have the same types once their mapping is done. */
export function lookFor({ type, recipient, object }: Pick<RailNews, 'type' | 'recipient' | 'object'>): Look {
  if (type.startsWith('transfer.') && object !== null) return { at: 'transfer', railRef: object };
  if (recipient === null) return { at: 'nothing' };
  if (type.startsWith('payout.')) return { at: 'payee', recipient };
  if (type === 'account.application.deauthorized') return { at: 'account', recipient, isGone: true };
  if (/^(v2\.core\.)?(account|capability|person)\b/.test(type))
    return { at: 'account', recipient, isGone: false };
  return { at: 'nothing' };
}

/** Seconds until news that could not be looked into is tried again; doubles up to six hours, for ever. */
export const newsRetrySeconds = (tries: number): number => Math.min(30 * 2 ** tries, 6 * 3_600);
