import { SYSTEM, type Actor } from '../../src/kernel/actor';
import { decide } from '../../src/kernel/workflow';
import {
  payoutWorkflow,
  type PayoutState,
  type PayoutVerb,
} from '../../src/modules/payouts/domain/payout.workflow';
import type { PayoutRail, RailTransfer } from '../../src/modules/payouts/domain/rail';
import {
  catchUp,
  planOf,
  retryAfterSeconds,
  verbOf,
  type Attempt,
  type Conclusion,
  type SendLog,
} from '../../src/modules/payouts/domain/sending';
import { StripeRail } from '../../src/modules/payouts/rails/stripe.rail';
import type { FakeStripe } from './stripe/fake';

export const PEOPLE = ['ada', 'bo'] as const;
const FINANCE: Pick<Actor, 'roles'> = { roles: ['finance'] };
/** Seconds. */
const LEASE = 120;
const FRESH = 900;

interface Try {
  readonly number: number;
  readonly key: string;
  readonly startedAt: number;
  calledAt: number;
  leasedUntil: number;
  tries: number;
  isSpent: boolean;
  outcome: Conclusion['outcome'] | null;
}

export interface Row {
  readonly id: string;
  readonly personId: string;
  readonly amount: bigint;
  readonly attempts: Try[];
  state: PayoutState;
}

export class Crash extends Error {}

/** The rail of the tests: the real adapter and the real SDK over the fake in memory. */
export const railOver = (fake: FakeStripe, secrets: readonly string[] = ['whsec_test']): StripeRail =>
  new StripeRail({
    secretKey: fake.secretKey,
    mode: fake.world.isLive ? 'live' : 'test',
    apiBase: 'https://api.stripe.com',
    secrets: { account: secrets, connect: secrets, thin: secrets },
    country: 'DE',
    fetch: fake.fetch,
  });

/** The books in memory, with the same pure rules as the real ones, and a process that may die between two steps. */
export class Books implements SendLog {
  readonly earned = new Map<string, bigint>(PEOPLE.map((person) => [person, 0n]));
  readonly rows: Row[] = [];
  crash: 'after_begin' | 'after_call' | null = null;

  constructor(
    private readonly rail: PayoutRail,
    private readonly accounts: ReadonlyMap<string, string>,
    /** Seconds; the same clock as the rail's. */
    private readonly now: () => number,
  ) {}

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
      if (amount > 0n) this.rows.push({ id, personId: person, amount, state: 'draft', attempts: [] });
    }
  }

  async begin(payoutId: string): Promise<Attempt | null> {
    const row = this.get(payoutId);
    const now = this.now();
    const last = row.attempts.at(-1);
    const isLeased =
      last !== undefined &&
      (last.outcome === null
        ? last.leasedUntil > now
        : last.outcome === 'unknown' && last.calledAt + FRESH > now);
    const plan = planOf(
      row.state,
      last === undefined ? null : { number: last.number, hasEnded: last.outcome !== null, isLeased },
    );
    if (plan.do === 'nothing') return null;
    if (row.state === 'draft') this.move(row, 'approve', SYSTEM);
    if (row.state === 'approved') this.move(row, 'send', SYSTEM);
    const before = plan.do === 'resume' && last !== undefined ? { ...last } : null;
    const attempt = before === null ? this.open(row, plan.number, now) : this.again(last as Try, now);
    if (this.crash === 'after_begin') throw new Crash();
    return {
      attemptId: `${row.id}.${attempt.number}`,
      key: attempt.key,
      reference: row.id,
      personId: row.personId,
      recipient: this.accounts.get(row.personId) ?? '',
      amount: row.amount,
      currency: 'EUR',
      number: attempt.number,
      tries: attempt.tries,
      isSpent: attempt.isSpent,
      isExpired: now - attempt.startedAt > this.rail.keyLifeMs / 1_000,
      isFresh: before !== null && before.calledAt + FRESH > now,
    };
  }

  async conclude(attempt: Attempt, conclusion: Conclusion): Promise<void> {
    if (this.crash === 'after_call') throw new Crash();
    const row = this.get(attempt.reference);
    const last = row.attempts.at(-1);
    if (last?.number !== attempt.number || last.outcome !== null || last.tries !== attempt.tries) return;
    if (conclusion.outcome === 'unknown') {
      last.isSpent ||= conclusion.isSpent === true;
      last.leasedUntil = this.now() + retryAfterSeconds(last.tries);
      return;
    }
    last.outcome = conclusion.outcome === 'misused' ? 'unknown' : conclusion.outcome;
    const verb = verbOf(conclusion);
    if (verb !== null) this.move(row, verb, SYSTEM);
  }

  /** What news, or the sweep, does. */
  async follow(): Promise<void> {
    for (const row of this.rows) {
      let seen = await this.see(row);
      if (seen?.state === 'bounced') {
        await this.rail.reverse(seen);
        seen = await this.see(row);
      }
      if (seen !== null) for (const verb of catchUp(row.state, seen)) this.move(row, verb, SYSTEM);
    }
  }

  retryAll(): void {
    for (const row of this.rows) if (row.state === 'on_hold') this.move(row, 'retry', FINANCE);
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

  private async see(row: Row): Promise<RailTransfer | null> {
    if (!['in_transit', 'on_hold', 'paid'].includes(row.state)) return null;
    return this.rail.find(row.id).catch(() => null);
  }

  private open(row: Row, number: number, now: number): Try {
    const key = `atelier:${row.id}:${number}`;
    const times = { startedAt: now, calledAt: now, leasedUntil: now + LEASE };
    const made: Try = { number, key, ...times, tries: 1, isSpent: false, outcome: null };
    row.attempts.push(made);
    return made;
  }

  private again(attempt: Try, now: number): Try {
    attempt.tries += 1;
    attempt.calledAt = now;
    attempt.leasedUntil = now + LEASE;
    return attempt;
  }
}
