import { Refusal } from '../../src/kernel/refusal';
import { account, type AccountName, type LedgerService } from '../../src/modules/ledger';
import type { Database, Tx } from '../../src/platform/db/database';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { failedChecks, ledgerOn, openDatabase, type OpenDatabase } from '../support/ledger';

const CONNECTIONS = 16;
const ATTEMPTS = 3_000;
const CREDITS = 1_200n;

let test: TestDatabase;
let app: OpenDatabase;
let db: Database;
let ledger: LedgerService;

beforeAll(async () => {
  test = await createTestDatabase('ledger_rush');
  app = await openDatabase(test.url, 'app', CONNECTIONS);
  db = app.db;
  ({ ledger } = ledgerOn(db));
});

afterAll(async () => {
  await app?.close();
  await test?.drop();
});

afterEach(async () => {
  expect(await failedChecks(db, 'ledger-')).toEqual({});
  const [seen] = await db.read<{ deadlocks: bigint }>(
    'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()',
  );
  expect(seen?.deadlocks).toBe(0n);
});

/** Runs `work(0..count-1)` on all connections at once; counts answers by what they were. */
async function rush(count: number, work: (n: number) => Promise<void>): Promise<Record<string, number>> {
  const answers: Record<string, number> = {};
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let n = next++; n < count; n = next++) {
      const said = await work(n).then(
        () => 'done',
        (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
      );
      answers[said] = (answers[said] ?? 0) + 1;
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: CONNECTIONS }, lane));
  const seconds = (performance.now() - began) / 1_000;
  if (process.env.SHOW_RATES !== undefined)
    process.stderr.write(`${expect.getState().currentTestName}: ${Math.round(count / seconds)}/s\n`);
  return answers;
}

const issued = account.issued('credit');
const spent = account.spent('credit');

const fill = (to: AccountName, amount: bigint): Promise<void> =>
  db.tx((tx) =>
    ledger.post(tx, {
      reference: `fill:${to}`,
      kind: 'test.filled',
      unit: 'credit',
      postings: [{ from: issued, to, amount }],
    }),
  );

const balanceOf = async (name: AccountName) => (await ledger.balances([name])).get(name);

it(`${CONNECTIONS} connections and ${ATTEMPTS} attempts spend ${CREDITS} credits exactly`, async () => {
  const from = account.credits('enr_post');
  await fill(from, CREDITS);
  const answers = await rush(ATTEMPTS, (n) =>
    db.tx((tx) =>
      ledger.post(tx, {
        reference: `spend:${n}`,
        kind: 'test.spent',
        unit: 'credit',
        postings: [{ from, to: spent, amount: 1n }],
      }),
    ),
  );
  expect(answers).toEqual({ done: Number(CREDITS), insufficient: ATTEMPTS - Number(CREDITS) });
  expect(await balanceOf(from)).toEqual({ balance: 0n, held: 0n, available: 0n });
}, 120_000);

it(`holds under the same rush are never oversold, and each is settled or released once though asked twice at once`, async () => {
  const from = account.credits('enr_hold');
  await fill(from, CREDITS);
  const held: number[] = [];
  const answers = await rush(ATTEMPTS, async (n) => {
    await db.tx((tx) =>
      ledger.hold(tx, { reference: `rush:${n}`, account: from, amount: 1n, expiresAt: null }),
    );
    held.push(n);
  });
  expect(answers).toEqual({ done: Number(CREDITS), insufficient: ATTEMPTS - Number(CREDITS) });
  const ends = await rush(held.length * 2, (twice) => {
    const n = held[twice >> 1] as number;
    if (n % 2 === 0) return db.tx((tx) => ledger.release(tx, `rush:${n}`));
    const entry = { reference: `rush:${n}:settled`, kind: 'test.settled', to: spent };
    return db.tx((tx) => ledger.settle(tx, { hold: `rush:${n}`, amount: 1n, entry }));
  });
  expect(ends).toEqual({ done: held.length * 2 });
  const released = BigInt(held.filter((n) => n % 2 === 0).length);
  expect(await balanceOf(from)).toEqual({ balance: released, held: 0n, available: released });
}, 120_000);

it('settling and releasing one hold at the same moment: one of them wins, the other is told', async () => {
  const from = account.credits('enr_race');
  await fill(from, 200n);
  await rush(200, (n) =>
    db.tx((tx) => ledger.hold(tx, { reference: `race:${n}`, account: from, amount: 1n, expiresAt: null })),
  );
  const entry = (n: number) => ({ reference: `race:${n}:settled`, kind: 'test.settled', to: spent });
  const answers = await rush(400, (n) =>
    n % 2 === 0
      ? db.tx((tx) => ledger.release(tx, `race:${n >> 1}`))
      : db.tx((tx) => ledger.settle(tx, { hold: `race:${n >> 1}`, amount: 1n, entry: entry(n >> 1) })),
  );
  expect(answers).toEqual({ done: 200, hold_closed: 200 });
});

it('one reference, posted and held by everybody at once, counts once', async () => {
  const [from, to] = [account.credits('enr_same'), account.credits('enr_same_too')];
  await fill(from, 10n);
  const postings = [{ from, to, amount: 7n }];
  const posts = await rush(64, () =>
    db.tx((tx) => ledger.post(tx, { reference: 'same', kind: 'test.moved', unit: 'credit', postings })),
  );
  expect(posts).toEqual({ done: 64 });
  const holds = await rush(64, () =>
    db.tx((tx) => ledger.hold(tx, { reference: 'same', account: to, amount: 7n, expiresAt: null })),
  );
  expect(holds).toEqual({ done: 64 });
  const others = await rush(64, (n) =>
    db.tx((tx) =>
      ledger.post(tx, {
        reference: `other`,
        kind: 'test.moved',
        unit: 'credit',
        postings: [{ from: issued, to, amount: BigInt(1 + (n % 2)) }],
      }),
    ),
  );
  expect(others).toEqual({ done: 32, reference_reused: 32 });
});

it('value that is sent round in circles neither deadlocks nor changes in sum', async () => {
  const ring = Array.from({ length: 4 }, (_, n) => account.credits(`enr_ring_${n}`));
  for (const name of ring) await fill(name, 20n);
  const answers = await rush(1_500, (n) => {
    const [a, b, c] = [0, 1, 2].map(
      (step) => ring[(n * (1 + (n % 3)) + step * (1 + (n % 2))) % 4] as AccountName,
    );
    const pairs = [
      [a, b],
      [b, c],
      [c, a],
    ].filter(([x, y]) => x !== y);
    const postings = pairs.map(([x, y], line) => ({
      from: x as AccountName,
      to: y as AccountName,
      amount: BigInt(1 + ((n + line) % 5)),
    }));
    return db.tx((tx) =>
      ledger.post(tx, { reference: `ring:${n}`, kind: 'test.moved', unit: 'credit', postings }),
    );
  });
  expect(Object.keys(answers).filter((said) => said !== 'done' && said !== 'insufficient')).toEqual([]);
  const total = [...(await ledger.balances(ring)).values()].reduce((sum, { balance }) => sum + balance, 0n);
  expect(total).toBe(80n);
}, 60_000);

it('judges and writes by what a rival has just committed, not by what the statement saw when it began', async () => {
  const from = account.credits('enr_stale');
  await fill(from, 2n);
  const grant = (reference: string) => ({
    reference,
    kind: 'test.filled',
    unit: 'credit' as const,
    postings: [{ from: issued, to: from, amount: 8n }],
  });
  const spend = { kind: 'test.spent', unit: 'credit' as const };
  const behind = async (rival: (tx: Tx) => Promise<void>, work: () => Promise<void>): Promise<void> => {
    let waiting: Promise<void> | undefined;
    await db.tx(async (tx) => {
      await rival(tx);
      waiting = work();
      waiting.catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 150));
    });
    await waiting;
  };
  const take = (reference: string) => ({ ...spend, reference, postings: [{ from, to: spent, amount: 9n }] });
  await behind(
    (tx) => ledger.post(tx, grant('stale:1')),
    () => db.tx((tx) => ledger.post(tx, take('stale:post'))),
  );
  expect(await balanceOf(from)).toEqual({ balance: 1n, held: 0n, available: 1n });
  const hold = { reference: 'stale:hold', account: from, amount: 9n, expiresAt: null };
  await behind(
    (tx) => ledger.post(tx, grant('stale:2')),
    () => db.tx((tx) => ledger.hold(tx, hold)),
  );
  expect(await balanceOf(from)).toEqual({ balance: 9n, held: 9n, available: 0n });
  await behind(
    (tx) => ledger.release(tx, 'stale:hold'),
    () => db.tx((tx) => ledger.post(tx, take('stale:after'))),
  );
  expect(await balanceOf(from)).toEqual({ balance: 0n, held: 0n, available: 0n });
});
