import * as fc from 'fast-check';
import { SYSTEM, type Actor } from '../../../kernel/actor';
import { Books, Crash, FaultyRail, PEOPLE, type Fault, type Row } from '../../../../test/support/payout-rig';
import type { PayoutRail, RailState } from './rail';
import { catchUp, nextAttempt, send } from './sending';

const FINANCE: Pick<Actor, 'roles'> = { roles: ['finance'] };
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
