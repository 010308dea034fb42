import { createHash } from 'node:crypto';
import { accountOf, type AccountName, type Unit } from './accounts';

/** One arrow: `amount` units leave `from` and arrive at `to`. A lopsided entry cannot be written. */
export interface Posting {
  readonly from: AccountName;
  readonly to: AccountName;
  readonly amount: bigint;
}

/** One fact that moves value. `reference` is the fact's natural key: the second posting of it is a no-op. */
export interface EntryDraft {
  readonly reference: string;
  /** `<module>.<past_tense>`, for readers of statements. */
  readonly kind: string;
  readonly unit: Unit;
  readonly postings: readonly Posting[];
  /** Plain JSON values worth reading later. Part of the content: keep clocks out of it. */
  readonly memo?: Readonly<Record<string, unknown>>;
}

/** Reserves `amount` on one guarded account until it is settled, released or, with `expiresAt`, times out. */
export interface HoldDraft {
  readonly reference: string;
  readonly account: AccountName;
  readonly amount: bigint;
  readonly expiresAt: Date | null;
}

/** Ends a hold: `amount` (at most what is held) moves to `entry.to`, the rest is free again. */
export interface Settlement {
  readonly hold: string;
  readonly amount: bigint;
  readonly entry: {
    readonly reference: string;
    readonly kind: string;
    readonly to: AccountName;
    readonly memo?: Readonly<Record<string, unknown>>;
  };
}

/** What an entry does to one guarded account: arrivals minus departures. */
export interface Delta {
  readonly account: AccountName;
  readonly amount: bigint;
}

/** The largest amount that JSON carries exactly. */
export const MAX_AMOUNT = 9_007_199_254_740_991n;

const MAX_POSTINGS = 200;
const REFERENCE = /^[\x21-\x7e]{1,200}$/;

function checkAmount(amount: bigint, of: string): void {
  if (amount < 1n || amount > MAX_AMOUNT)
    throw new RangeError(`${of}: an amount is from 1 to ${MAX_AMOUNT}, not ${amount}`);
}

function checkReference(reference: string): void {
  if (!REFERENCE.test(reference))
    throw new RangeError(`"${reference}" is not a reference: 1 to 200 printable characters, no spaces`);
}

function checkPosting(reference: string, unit: Unit, { from, to, amount }: Posting): void {
  checkAmount(amount, reference);
  if (from === to) throw new RangeError(`${reference}: ${from} cannot pay itself`);
  for (const name of [from, to]) {
    const known = accountOf(name).unit;
    if (known !== unit)
      throw new RangeError(`${reference}: ${name} counts ${known}, the entry moves ${unit}`);
  }
}

/** Throws `RangeError` for an entry that no recipe may produce; each names the reference and the fault. */
export function checkEntry({ reference, unit, postings }: EntryDraft): void {
  checkReference(reference);
  if (postings.length === 0 || postings.length > MAX_POSTINGS) {
    throw new RangeError(`${reference}: an entry has 1 to ${MAX_POSTINGS} postings, not ${postings.length}`);
  }
  for (const posting of postings) checkPosting(reference, unit, posting);
}

/** Throws `RangeError` for a hold that no recipe may ask for: only a guarded account can promise anything. */
export function checkHold({ reference, account, amount }: HoldDraft): void {
  checkReference(reference);
  checkAmount(amount, reference);
  if (!accountOf(account).isGuarded)
    throw new RangeError(`${reference}: ${account} has no balance to hold on`);
}

/** Throws `RangeError` for a settlement of nothing (release it instead) or to an unknown account. Returns its unit. */
export function checkSettlement({ hold, amount, entry }: Settlement): Unit {
  checkReference(hold);
  checkReference(entry.reference);
  checkAmount(amount, entry.reference);
  return accountOf(entry.to).unit;
}

/**
 * The net change of each guarded account, sorted by name. Every statement locks in this order, so that two entries
 * can wait for each other but never in a circle. System accounts do not appear: they have no row to lock.
 */
export function deltasOf(postings: readonly Posting[]): Delta[] {
  const byName = new Map<AccountName, bigint>();
  const add = (name: AccountName, amount: bigint): void => {
    if (accountOf(name).isGuarded) byName.set(name, (byName.get(name) ?? 0n) + amount);
  };
  for (const { from, to, amount } of postings) {
    add(from, -amount);
    add(to, amount);
  }
  const names = [...byName.keys()].toSorted((a, b) => (a < b ? -1 : 1));
  return names.map((name) => ({ account: name, amount: byName.get(name) as bigint }));
}

/** Recursively sorted JSON: the same content gives the same text whatever the member order. */
function canonical(value: unknown): string {
  if (typeof value === 'bigint') return `"${value}n"`;
  if (value instanceof Date) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    members.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

const digest = (content: unknown): Buffer => createHash('sha256').update(canonical(content)).digest();

/** 32 bytes that tell two contents under one reference apart. */
export function entryDigest({ kind, unit, postings, memo }: EntryDraft): Buffer {
  return digest(['entry', kind, unit, postings, memo ?? {}]);
}

/** As `entryDigest`, for the entry that a settlement writes. */
export function settlementDigest({ hold, amount, entry }: Settlement): Buffer {
  return digest(['settlement', hold, amount, entry.kind, entry.to, entry.memo ?? {}]);
}
