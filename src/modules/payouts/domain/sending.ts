import type { PayoutState, PayoutVerb } from './payout.workflow';
import type { PayAnswer, PayoutRail, PayRequest, RailTransfer } from './rail';

/** One attempt about to be made or made again, with everything the rail is told; read from its row, never built anew. */
export interface Attempt extends PayRequest {
  /** 1 for the first attempt of a payout. Numbers have no gaps; each has a key of its own. */
  readonly number: number;
  /** How often this attempt was begun: a fence against late answers of an earlier try. */
  readonly tries: number;
  /** The rail answers under this key with a stored failure for ever. */
  readonly isSpent: boolean;
  /** The key may be forgotten by the rail: using it again could make a second transfer. */
  readonly isExpired: boolean;
  /** Its last call may still be on the way: too early for a new key. */
  readonly isFresh: boolean;
}

/** How a try ended. `superseded`: the key is of no use and certainly sent nothing; a new attempt follows. */
export type Conclusion = PayAnswer | { readonly outcome: 'superseded' };

/** The memory of sending. Each method is durable when it returns. */
export interface SendLog {
  /** Commits an attempt, or one more try of the open one; `null` when nothing is to be done or somebody is at it. */
  begin(payoutId: string): Promise<Attempt | null>;
  /** Writes down how the try ended and moves the payout. A try that was overtaken changes nothing. */
  conclude(attempt: Attempt, conclusion: Conclusion): Promise<void>;
}

export interface LastAttempt {
  readonly number: number;
  /** It has its outcome; another one would have a new key. */
  readonly hasEnded: boolean;
  /** Somebody may still be waiting for the rail, or it is too early for another try or another key. */
  readonly isLeased: boolean;
}

export type Plan = { readonly do: 'nothing' } | { readonly do: 'open' | 'resume'; readonly number: number };

/** A payout's next attempt: a new one, the open one again under its own key, or nothing now. */
export function planOf(state: PayoutState, last: LastAttempt | null): Plan {
  if (state !== 'draft' && state !== 'approved' && state !== 'sending') return { do: 'nothing' };
  if (last === null) return { do: 'open', number: 1 };
  if (last.isLeased) return { do: 'nothing' };
  return last.hasEnded ? { do: 'open', number: last.number + 1 } : { do: 'resume', number: last.number };
}

/** The step that a conclusion causes; `null`: the payout stays in `sending` and is tried again. */
export function verbOf(conclusion: Conclusion): PayoutVerb | null {
  if (conclusion.outcome === 'accepted') return 'accept';
  if (conclusion.outcome === 'rejected') return conclusion.isForAll === true ? 'wait' : 'fail';
  return conclusion.outcome === 'misused' ? 'hold' : null;
}

/** Seconds until an unknown outcome is looked into again: doubling from five seconds, a quarter of an hour at most. */
export const retryAfterSeconds = (tries: number): number => Math.min(5 * 2 ** Math.min(tries - 1, 10), 900);

/**
 * The steps that bring a payout to where the rail says its transfer is; empty when it is there or the news is old.
 * A payout in `sending` is left to its sender, one that bounced to whoever reverses it.
 */
export function catchUp(state: PayoutState, { state: seen }: Pick<RailTransfer, 'state'>): PayoutVerb[] {
  if (state === 'on_hold') return ['accept', ...catchUp('in_transit', { state: seen })];
  if (state === 'in_transit') {
    if (seen === 'paid') return ['settle'];
    if (seen === 'failed') return ['fail'];
    return seen === 'returned' ? ['return'] : [];
  }
  // Some rails call money that bounced after its arrival "failed": for the books it came back.
  return state === 'paid' && (seen === 'returned' || seen === 'failed') ? ['return'] : [];
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What the rail has under the reference; `undefined` when it cannot be asked. */
async function look(rail: PayoutRail, reference: string): Promise<RailTransfer | null | undefined> {
  try {
    return await rail.find(reference);
  } catch {
    return undefined;
  }
}

/** A transfer under our reference is ours only if it says what was asked for. */
function recognise(found: RailTransfer, asked: PayRequest): PayAnswer {
  const isSame =
    found.amount === asked.amount && found.currency === asked.currency && found.recipient === asked.recipient;
  if (!isSame)
    return {
      outcome: 'misused',
      reason: 'the rail has another amount or payee under this reference; look at both before going on',
    };
  return { outcome: 'accepted', railRef: found.railRef };
}

async function ask(rail: PayoutRail, request: PayRequest): Promise<PayAnswer> {
  try {
    return await rail.pay(request);
  } catch (error) {
    return { outcome: 'unknown', reason: reasonOf(error) };
  }
}

/** Looking before leaping: an earlier try may have got through. `null`: it certainly did not, and the key is good. */
async function before(rail: PayoutRail, attempt: Attempt): Promise<Conclusion | null> {
  const found = await look(rail, attempt.reference);
  if (found === undefined) return { outcome: 'unknown', reason: 'the rail cannot be asked at the moment' };
  if (found !== null) return recognise(found, attempt);
  if (attempt.isExpired)
    return {
      outcome: 'misused',
      reason: 'the rail has no transfer of this payout, and its key is too old to be used again',
    };
  if (!attempt.isSpent) return null;
  if (attempt.isFresh) return { outcome: 'unknown', reason: 'the rail repeats an error', isSpent: true };
  return { outcome: 'superseded' };
}

async function transfer(rail: PayoutRail, attempt: Attempt): Promise<Conclusion> {
  if (attempt.number > 1 || attempt.tries > 1) {
    const known = await before(rail, attempt);
    if (known !== null) return known;
  }
  const answer = await ask(rail, attempt);
  if (answer.outcome === 'accepted' || answer.outcome === 'misused') return answer;
  const after = await look(rail, attempt.reference);
  if (after === undefined) return { outcome: 'unknown', reason: answer.reason };
  return after === null ? answer : recognise(after, attempt);
}

/**
 * Sends one payout: at most one transfer whatever fails, however often it is called. A crash after `begin` leaves an
 * open attempt; the next call asks the rail first and then sends again under the same key.
 */
export async function send(log: SendLog, rail: PayoutRail, payoutId: string): Promise<void> {
  const attempt = await log.begin(payoutId);
  if (attempt === null) return;
  await log.conclude(attempt, await transfer(rail, attempt));
}
