import type { PayoutState, PayoutVerb } from './payout.workflow';
import type { PayAnswer, PayoutRail, PayRequest, RailTransfer } from './rail';

/** One call to the rail, written down before it is made. */
export interface Attempt extends PayRequest {
  /** 1 for the first attempt of a payout. */
  readonly number: number;
}

/** The memory of sending. Each method is durable when it returns. */
export interface SendLog {
  /** Commits the attempt; `null` when nothing is to be sent or somebody else is sending. */
  begin(payoutId: string): Promise<Attempt | null>;
  /** Writes down what the rail said and moves the payout. An attempt that was superseded changes nothing. */
  conclude(attempt: Attempt, answer: PayAnswer): Promise<void>;
}

export interface LastAttempt {
  readonly number: number;
  readonly hasEnded: boolean;
  /** Its sender may still be waiting for the rail. */
  readonly isLeased: boolean;
}

/** The number of the attempt to begin, or `null` to leave the payout alone. */
export function nextAttempt(state: PayoutState, last: LastAttempt | null): number | null {
  if (state !== 'approved' && state !== 'sending') return null;
  if (last !== null && !last.hasEnded && last.isLeased) return null;
  return (last?.number ?? 0) + 1;
}

/** The step that an answer causes. */
export const VERB_OF = { accepted: 'accept', rejected: 'fail', unknown: 'hold' } as const satisfies Record<
  PayAnswer['outcome'],
  PayoutVerb
>;

/**
 * The steps that bring a payout to where the rail says its transfer is; empty when it is there or the news is old.
 * A payout in `sending` is left to its sender.
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

function recognise(found: RailTransfer, asked: PayRequest): PayAnswer {
  const isSame = found.amount === asked.amount && found.currency === asked.currency;
  if (!isSame) return { outcome: 'unknown', reason: 'the rail has another amount under this reference' };
  return { outcome: 'accepted', railRef: found.railRef };
}

async function ask(rail: PayoutRail, request: PayRequest): Promise<PayAnswer> {
  try {
    return await rail.pay(request);
  } catch (error) {
    return { outcome: 'unknown', reason: reasonOf(error) };
  }
}

/** Looks before it leaps when something may have left before, and looks again when the answer got lost. */
async function transfer(rail: PayoutRail, attempt: Attempt): Promise<PayAnswer> {
  if (attempt.number > 1) {
    const before = await look(rail, attempt.reference);
    if (before === undefined) return { outcome: 'unknown', reason: 'the rail cannot be asked' };
    if (before !== null) return recognise(before, attempt);
  }
  const answer = await ask(rail, attempt);
  if (answer.outcome === 'accepted') return answer;
  const after = await look(rail, attempt.reference);
  if (after === undefined) return { outcome: 'unknown', reason: answer.reason };
  return after === null ? answer : recognise(after, attempt);
}

/**
 * Sends one payout: at most one transfer whatever fails, however often it is called. A crash after `begin` leaves an
 * open attempt; the next call finds it and asks the rail before it sends again under the same reference.
 */
export async function send(log: SendLog, rail: PayoutRail, payoutId: string): Promise<void> {
  const attempt = await log.begin(payoutId);
  if (attempt === null) return;
  await log.conclude(attempt, await transfer(rail, attempt));
}
