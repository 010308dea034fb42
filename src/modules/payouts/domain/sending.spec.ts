import * as fc from 'fast-check';
import { decide } from '../../../kernel/workflow';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import { payoutWorkflow, type PayoutState, type PayoutVerb } from './payout.workflow';
import type { PayAnswer, PayoutRail, PayRequest, RailState, RailTransfer } from './rail';
import { catchUp, nextAttempt, send, VERB_OF, type Attempt, type SendLog } from './sending';

const FINANCE: Pick<Actor, 'roles'> = { roles: ['finance'] };
const PEOPLE = ['ada', 'bo'] as const;

/** What goes wrong with one call: before the rail did anything, after it did, or on the wire. */
type Fault = 'none' | 'lost_before' | 'lost_after' | 'twice' | 'rejected' | 'blind';

/**
 * A rail with faults. `strict` knows a reference again, as real rails promise; without it a second call is a second
 * transfer, so that only looking first protects.
 */
class FaultyRail implements PayoutRail {
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

interface Row {
  readonly id: string;
  readonly personId: string;
  readonly amount: bigint;
  state: PayoutState;
  readonly attempts: { number: number; hasEnded: boolean; isLeased: boolean }[];
}

class Crash extends Error {}

/** The books in memory, with the same pure rules as the real ones, and a process that may die between two steps. */
class Books implements SendLog {
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

type Step =
  | { do: 'earn'; person: number; amount: number }
  | { do: 'draft' }
  | { do: 'send'; payout: number; faults: Fault[]; crash: Books['crash'] }
  | { do: 'lease_ends' }
  | { do: 'retry' }
  | { do: 'bank'; transfer: number; state: RailState }
  | { do: 'follow'; faults: Fault[] };

const fault = fc.constantFrom<Fault>('none', 'lost_before', 'lost_after', 'twice', 'rejected', 'blind');
const faults = fc.array(fault, { maxLength: 3 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('earn' as const),
    person: fc.nat(1),
    amount: fc.integer({ min: 1, max: 500 }),
  }),
  fc.record({ do: fc.constant('draft' as const) }),
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('send' as const),
      payout: fc.nat(9),
      faults,
      crash: fc.constantFrom('after_begin' as const, 'after_call' as const, null, null),
    }),
  },
  fc.record({ do: fc.constant('lease_ends' as const) }),
  fc.record({ do: fc.constant('retry' as const) }),
  fc.record({
    do: fc.constant('bank' as const),
    transfer: fc.nat(9),
    state: fc.constantFrom<RailState>('paid', 'failed', 'returned'),
  }),
  fc.record({ do: fc.constant('follow' as const), faults }),
);

async function follow(books: Books, rail: PayoutRail): Promise<void> {
  for (const row of books.rows) {
    const seen = await rail.find(row.id).catch(() => null);
    if (seen !== null) for (const verb of catchUp(row.state, seen)) books.move(row, verb, SYSTEM);
  }
}

async function trySend(books: Books, rail: PayoutRail, row: Row): Promise<void> {
  await send(books, rail, row.id).catch((error: unknown) => {
    if (!(error instanceof Crash)) throw error;
  });
}

const leaseEnds = (books: Books): void => {
  for (const attempt of books.rows.flatMap((row) => row.attempts)) attempt.isLeased = false;
};

const retryAll = (books: Books): void => {
  for (const row of books.rows) if (row.state === 'on_hold') books.move(row, 'retry', FINANCE);
};

async function play(books: Books, rail: FaultyRail, now: Step): Promise<void> {
  if (now.do === 'earn') {
    const person = PEOPLE[now.person] ?? 'ada';
    books.earned.set(person, (books.earned.get(person) ?? 0n) + BigInt(now.amount));
  } else if (now.do === 'draft') books.draft();
  else if (now.do === 'lease_ends') leaseEnds(books);
  else if (now.do === 'retry') retryAll(books);
  else if (now.do === 'bank') rail.bank(now.transfer, now.state);
  else if (now.do === 'follow') {
    rail.plan(now.faults);
    await follow(books, rail);
  } else {
    const row = books.rows[now.payout % Math.max(1, books.rows.length)];
    rail.plan(now.faults);
    books.crash = now.crash;
    if (row !== undefined) await trySend(books, rail, row);
    books.crash = null;
  }
  rail.plan([]);
}

/** Money that left for a person and did not come back. */
const sentTo = (rail: FaultyRail, person: string): bigint =>
  rail.transfers
    .filter(({ personId, state }) => personId === person && (state === 'in_transit' || state === 'paid'))
    .reduce((total, { amount }) => total + amount, 0n);

function expectSafe(books: Books, rail: FaultyRail): void {
  for (const person of PEOPLE) expect(sentTo(rail, person) <= (books.earned.get(person) ?? 0n)).toBe(true);
  const references = rail.transfers.map(({ reference }) => reference);
  expect(new Set(references).size).toBe(references.length);
}

async function calmDown(books: Books, rail: FaultyRail): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    leaseEnds(books);
    retryAll(books);
    for (const row of books.rows) await trySend(books, rail, row);
    for (let index = 0; index < rail.transfers.length; index += 1) rail.bank(index, 'paid');
    await follow(books, rail);
    books.draft();
  }
}

describe('sending a payout', () => {
  it.each([true, false])(
    'never overpays, never transfers twice and gets there when faults stop (rail knows references: %s)',
    async (isStrict) => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
          const books = new Books();
          const rail = new FaultyRail(isStrict);
          for (const now of [{ do: 'earn', person: 0, amount: 100 }, { do: 'draft' }, ...steps] as Step[]) {
            await play(books, rail, now);
            expectSafe(books, rail);
          }
          await calmDown(books, rail);
          expectSafe(books, rail);
          for (const person of PEOPLE) expect(sentTo(rail, person)).toBe(books.earned.get(person));
          for (const row of books.rows) expect(['paid', 'failed', 'returned']).toContain(row.state);
        }),
        { numRuns: 2_000 },
      );
    },
    60_000,
  );

  it('gives a payout whose answer was lost, and whose transfer the rail does not have, to a person', async () => {
    const books = new Books();
    const rail = new FaultyRail(true);
    books.earned.set('ada', 100n);
    books.draft();
    rail.plan(['lost_before']);
    await send(books, rail, 'pay_0');
    expect(books.get('pay_0').state).toBe('on_hold');
    await send(books, rail, 'pay_0');
    expect(rail.transfers).toHaveLength(0);
  });

  it('leaves an attempt alone while its sender may still be waiting', () => {
    expect(nextAttempt('sending', { number: 1, hasEnded: false, isLeased: true })).toBeNull();
    expect(nextAttempt('sending', { number: 1, hasEnded: false, isLeased: false })).toBe(2);
    expect(nextAttempt('on_hold', { number: 1, hasEnded: true, isLeased: false })).toBeNull();
    expect(nextAttempt('paid', null)).toBeNull();
  });

  it('does not take another amount under its reference for its own transfer', async () => {
    const books = new Books();
    const rail = new FaultyRail(true);
    books.earned.set('ada', 100n);
    books.draft();
    rail.transfers.push({ reference: 'pay_0', personId: 'ada', amount: 999n, state: 'in_transit' });
    rail.plan(['lost_before']);
    await send(books, rail, 'pay_0');
    expect(books.get('pay_0').state).toBe('on_hold');
  });
});

describe('news from the rail', () => {
  it('moves forward only', () => {
    expect(catchUp('in_transit', { state: 'paid' })).toEqual(['settle']);
    expect(catchUp('in_transit', { state: 'failed' })).toEqual(['fail']);
    expect(catchUp('on_hold', { state: 'paid' })).toEqual(['accept', 'settle']);
    expect(catchUp('paid', { state: 'returned' })).toEqual(['return']);
    expect(catchUp('paid', { state: 'in_transit' })).toEqual([]);
    expect(catchUp('returned', { state: 'paid' })).toEqual([]);
    expect(catchUp('sending', { state: 'paid' })).toEqual([]);
  });
});
