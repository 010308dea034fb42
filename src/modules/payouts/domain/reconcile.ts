import type { Currency } from '../../../kernel/money';
import type { PayoutState } from './payout.workflow';
import type { Movement, RailBalance } from './rail';

export const MATCHES = ['matched', 'pending', 'missing_there', 'missing_here', 'differs', 'unknown'] as const;
/**
 * `matched`: both sides say the same; `pending`: one side is expected to follow; `missing_there`: we say sent, the rail has
 * nothing; `missing_here`: the rail sent what we do not know; `differs`: amounts or states disagree; `unknown`: nobody
 * can tell yet whether anything was sent.
 */
export type Match = (typeof MATCHES)[number];

/** Findings that a month cannot be closed over without an explanation. */
export const OPEN_MATCHES: readonly Match[] = ['missing_there', 'missing_here', 'differs', 'unknown'];

/** A payout as our books have it, for its rail. */
export interface OursOnRail {
  readonly payoutId: string;
  readonly railRef: string | null;
  readonly state: PayoutState;
  readonly amount: bigint;
  readonly currency: Currency;
  /** Sent, or begun. */
  readonly at: Date;
  /** Seconds since it was begun without an outcome; `null` when it has one. */
  readonly unknownFor: number | null;
}

export interface Finding {
  readonly kind: 'transfer' | 'balance';
  /** Natural key: the payout, or the rail's id where there is none, or the currency of a balance. */
  readonly subject: string;
  readonly payoutId: string | null;
  readonly railRef: string | null;
  readonly ours: bigint | null;
  readonly theirs: bigint | null;
  readonly currency: Currency;
  readonly match: Match;
  /** One sentence. */
  readonly note: string;
  readonly at: Date;
}

/** Seconds for which an outcome may be open before it is a finding. */
export const UNKNOWN_AFTER_S = 15 * 60;

const SENT: readonly PayoutState[] = ['in_transit', 'paid', 'returned', 'failed'];

interface Theirs {
  readonly railRef: string | null;
  /** Sent less taken back. */
  readonly net: bigint;
  readonly gross: bigint;
  readonly currency: Currency;
  readonly at: Date;
}

/** The rail's movements by payout; those of nobody are by their own id. */
function grouped(movements: readonly Movement[]): Map<string, Theirs> {
  const found = new Map<string, Theirs>();
  for (const movement of movements) {
    if (movement.kind === 'other') continue;
    const key = movement.reference ?? movement.railRef ?? movement.id;
    const known = found.get(key);
    const out = -movement.amount;
    found.set(key, {
      railRef: known?.railRef ?? movement.railRef,
      net: (known?.net ?? 0n) + out,
      gross: (known?.gross ?? 0n) + (movement.kind === 'transfer' ? out : 0n),
      currency: movement.currency,
      at: known?.at ?? movement.at,
    });
  }
  return found;
}

/** What should have left by our books: all of it, or nothing once it came back. */
function owedOut({ state, amount }: OursOnRail): bigint {
  return state === 'in_transit' || state === 'paid' ? amount : 0n;
}

function judge(ours: OursOnRail, theirs: Theirs | undefined): Pick<Finding, 'match' | 'note'> {
  const isOpen = ours.state === 'sending' || ours.state === 'on_hold';
  if (isOpen && (ours.state === 'on_hold' || (ours.unknownFor ?? 0) >= UNKNOWN_AFTER_S))
    return { match: 'unknown', note: 'It was begun, and whether it left is not known.' };
  if (isOpen) return { match: 'pending', note: 'It is being sent.' };
  if (theirs === undefined) {
    if (ours.state === 'failed') return { match: 'matched', note: 'Nothing was sent.' };
    return { match: 'missing_there', note: `${said(ours)}; the rail has no such transfer.` };
  }
  if (theirs.currency !== ours.currency || theirs.gross !== ours.amount)
    return { match: 'differs', note: 'The rail sent another amount than was approved.' };
  const out = owedOut(ours);
  if (theirs.net === out) return { match: 'matched', note: 'Both sides say the same.' };
  if (theirs.net < out)
    return { match: 'differs', note: 'The rail took money back that we still count as sent.' };
  return { match: 'differs', note: `${said(ours)}; the rail still has it as sent.` };
}

const said = ({ state }: { readonly state: string }): string => `We say ${state.replaceAll('_', ' ')}`;

/** Both ways: every payout of ours against the rail's list, and every movement of the rail against our payouts. */
export function compare(ours: readonly OursOnRail[], movements: readonly Movement[]): Finding[] {
  const theirs = grouped(movements);
  const findings = ours
    .filter(({ state }) => SENT.includes(state) || state === 'sending' || state === 'on_hold')
    .map((row): Finding => {
      const found = theirs.get(row.payoutId);
      theirs.delete(row.payoutId);
      return {
        kind: 'transfer',
        subject: row.payoutId,
        payoutId: row.payoutId,
        railRef: row.railRef ?? found?.railRef ?? null,
        ours: row.amount,
        theirs: found?.gross ?? null,
        currency: row.currency,
        at: row.at,
        ...judge(row, found),
      };
    });
  for (const [subject, found] of theirs)
    findings.push({
      kind: 'transfer',
      subject,
      payoutId: null,
      railRef: found.railRef,
      ours: null,
      theirs: found.gross,
      currency: found.currency,
      match: 'missing_here',
      note: 'The rail has a transfer that our books do not know.',
      at: found.at,
    });
  return findings;
}

export interface BalanceSeen extends RailBalance {
  readonly at: Date;
}

/** What a rail holds must be what it held, and what moved since. The first sight of a balance is its own proof. */
export function compareBalance(
  currency: Currency,
  before: BalanceSeen | null,
  now: BalanceSeen,
  movements: readonly Movement[],
): Finding {
  const moved = movements
    .filter((movement) => movement.currency === currency && before !== null && movement.at > before.at)
    .reduce((sum, { amount }) => sum + amount, 0n);
  const theirs = now.available + now.pending;
  const ours = before === null ? theirs : before.available + before.pending + moved;
  const isSame = ours === theirs;
  return {
    kind: 'balance',
    subject: currency,
    payoutId: null,
    railRef: null,
    ours,
    theirs,
    currency,
    match: isSame ? 'matched' : 'differs',
    note: isSame
      ? 'The balance is what it was and what moved since.'
      : 'The balance is not what it was and what moved since.',
    at: now.at,
  };
}
