import { SYSTEM, type Actor } from '../../src/kernel/actor';
import { decide } from '../../src/kernel/workflow';
import {
  payoutWorkflow,
  type PayoutState,
  type PayoutVerb,
} from '../../src/modules/payouts/domain/payout.workflow';
import type {
  PayAnswer,
  PayoutRail,
  PayRequest,
  RailState,
  RailTransfer,
} from '../../src/modules/payouts/domain/rail';
import { nextAttempt, VERB_OF, type Attempt, type SendLog } from '../../src/modules/payouts/domain/sending';

export const PEOPLE = ['ada', 'bo'] as const;

/** What goes wrong with one call: before the rail did anything, after it did, or on the wire. */
export type Fault = 'none' | 'lost_before' | 'lost_after' | 'twice' | 'rejected' | 'blind';

/**
 * A rail with faults. `strict` knows a reference again, as real rails promise; without it a second call is a second
 * transfer, so that only looking first protects.
 */
export class FaultyRail implements PayoutRail {
  readonly key = 'faulty';
  readonly transfers: { reference: string; personId: string; amount: bigint; state: RailState }[] = [];
  private faults: Fault[] = [];

  constructor(private readonly isStrict: boolean) {}

  plan(faults: readonly Fault[]): void {
    this.faults = [...faults];
  }

  async pay(request: PayRequest): Promise<PayAnswer> {
    const fault = this.faults.shift() ?? 'none';
    if (fault === 'lost_before') throw new Error('500');
    if (fault === 'rejected') return { outcome: 'rejected', reason: 'closed' };
    const railRef = this.commit(request);
    if (fault === 'twice' && this.isStrict) this.commit(request);
    if (fault === 'lost_after') throw new Error('socket hang up');
    return { outcome: 'accepted', railRef };
  }

  async find(reference: string): Promise<RailTransfer | null> {
    if (this.faults.shift() === 'blind') throw new Error('503');
    const index = this.transfers.findIndex((transfer) => transfer.reference === reference);
    const found = this.transfers[index];
    return found === undefined ? null : { railRef: `tr_${index}`, ...found, currency: 'EUR', reason: null };
  }

  bank(index: number, state: RailState): void {
    const transfer = this.transfers[index % Math.max(1, this.transfers.length)];
    if (transfer === undefined) return;
    const mayMove = transfer.state === 'in_transit' || (transfer.state === 'paid' && state === 'returned');
    if (mayMove) transfer.state = state;
  }

  private commit(request: PayRequest): string {
    const known = this.transfers.findIndex(({ reference }) => reference === request.reference);
    if (this.isStrict && known >= 0) return `tr_${known}`;
    const { reference, personId, amount } = request;
    return `tr_${this.transfers.push({ reference, personId, amount, state: 'in_transit' }) - 1}`;
  }
}

export interface Row {
  readonly id: string;
  readonly personId: string;
  readonly amount: bigint;
  state: PayoutState;
  readonly attempts: { number: number; hasEnded: boolean; isLeased: boolean }[];
}

export class Crash extends Error {}

/** The books in memory, with the same pure rules as the real ones, and a process that may die between two steps. */
export class Books implements SendLog {
  readonly earned = new Map<string, bigint>(PEOPLE.map((person) => [person, 0n]));
  readonly rows: Row[] = [];
  crash: 'after_begin' | 'after_call' | null = null;

  dueOf(person: string): bigint {
    const taken = this.rows.filter(
      ({ personId, state }) => personId === person && !['failed', 'returned', 'canceled'].includes(state),
    );
    return taken.reduce((left, row) => left - row.amount, this.earned.get(person) ?? 0n);
  }

  draft(): void {
    for (const person of PEOPLE) {
      const amount = this.dueOf(person);
      const id = `pay_${this.rows.length}`;
      if (amount > 0n) this.rows.push({ id, personId: person, amount, state: 'approved', attempts: [] });
    }
  }

  async begin(payoutId: string): Promise<Attempt | null> {
    const row = this.get(payoutId);
    const number = nextAttempt(row.state, row.attempts.at(-1) ?? null);
    if (number === null) return null;
    if (row.state === 'approved') this.move(row, 'send', SYSTEM);
    for (const attempt of row.attempts) attempt.hasEnded = true;
    row.attempts.push({ number, hasEnded: false, isLeased: true });
    if (this.crash === 'after_begin') throw new Crash();
    const { personId, amount } = row;
    return { attemptId: `${row.id}.${number}`, reference: row.id, personId, amount, currency: 'EUR', number };
  }

  async conclude(attempt: Attempt, answer: PayAnswer): Promise<void> {
    if (this.crash === 'after_call') throw new Crash();
    const row = this.get(attempt.reference);
    const last = row.attempts.at(-1);
    if (last?.number !== attempt.number || last.hasEnded) return;
    last.hasEnded = true;
    this.move(row, VERB_OF[answer.outcome], SYSTEM);
  }

  move(row: Row, verb: PayoutVerb, actor: Pick<Actor, 'roles'>): void {
    const decision = decide(payoutWorkflow, row.state, verb, actor, {});
    if (decision.kind === 'refused') throw new Error(`${verb} from ${row.state}: ${decision.code}`);
    if (decision.kind === 'move') row.state = decision.to;
  }

  get(id: string): Row {
    const row = this.rows.find((candidate) => candidate.id === id);
    if (row === undefined) throw new Error(`no payout ${id}`);
    return row;
  }
}
