import { newId } from '../../src/kernel/id';
import type { FeedbackMoved, PayVoided, TaskEarned, TaskSettled } from '../../src/modules/feedback';
import { account, LedgerService } from '../../src/modules/ledger';
import { EarningListener } from '../../src/modules/compensation/earning.listener';
import { TaskListener } from '../../src/modules/compensation/tasks/task.listener';
import { startTestApp, type TestApp } from '../support/app';
import { violations } from '../support/invariants';
import { draftProgram, prices } from '../support/program';

let test: TestApp;
let programId: string;
beforeAll(async () => {
  test = await startTestApp('compensation_orders');
  programId = (await draftProgram(test)).id;
  await test.db.tx((tx) => tx.run(`UPDATE program_programs SET currency = 'EUR' WHERE id = $1`, [programId]));
  const card = { items: prices(), rules: { floorPerHour: 1_800 } };
  await test.request('POST', `/api/v1/programs/${programId}/rate-cards`, { as: 'manager', body: card });
  const funding = { amount: 100_000_000, currency: 'EUR' };
  await test.request('POST', `/api/v1/programs/${programId}/funding`, { as: 'finance', body: funding });
}, 60_000);
afterAll(() => test?.stop());
afterEach(async () => {
  expect(await violations(test, 'ledger-')).toEqual({});
  expect(await violations(test, 'compensation-')).toEqual({});
});

type Tx = Parameters<Parameters<TestApp['db']['tx']>[0]>[0];
type News = (tx: Tx) => Promise<void>;
type Story<K extends string> = Readonly<Record<K, News>>;

const event = <P extends object>(name: string, payload: P) => ({
  id: newId('evt'),
  name,
  payload,
  at: new Date(),
});
const permutations = <T>(all: readonly T[]): T[][] =>
  all.length === 0
    ? [[]]
    : all.flatMap((one, at) => permutations(all.toSpliced(at, 1)).map((rest) => [one, ...rest]));
const voided = (subject: PayVoided['subject'], payRef: string, to: PayVoided['to']): News => {
  const personId = test.people.artist.id;
  const payload = { voidId: `vod_${payRef}`, subject, payRef, personId, programId, to } as const;
  return (tx) =>
    test.app.get(TaskListener).voided(tx, event('feedback.pay_voided', { ...payload, reason: 'not_done' }));
};

/** What is owed for one piece of work: every amount that stands. */
const owed = async (ref: string): Promise<bigint> => {
  const [row] = await test.db.read<{ sum: bigint }>(
    `SELECT coalesce(sum(amount), 0)::bigint AS sum FROM compensation_earnings
     WHERE state <> 'reversed' AND (cause_id = $1 OR evidence ->> 'voidId' = 'vod_' || $1)`,
    [ref],
  );
  return row?.sum ?? -1n;
};

/** A seat at 5.00 that took thirty minutes in place of ten, with the news of it. */
async function seat(): Promise<{ id: string; news: Story<'earned' | 'settled' | 'taken' | 'given'> }> {
  const [id, taskId, personId] = [newId('sea'), newId('tsk'), test.people.artist.id];
  const source = account.task(taskId, 'EUR');
  await test.db.tx((tx) =>
    test.app.get(LedgerService).post(tx, {
      reference: `task:${taskId}:held:1`,
      kind: 'feedback.task_held',
      unit: 'EUR',
      postings: [{ from: account.fund(programId, 'EUR'), to: source, amount: 500n }],
    }),
  );
  const about = { seatId: id, personId, amount: '500', estimatedMinutes: 10, formVersion: 1 };
  const earned: TaskEarned = {
    ...about,
    taskId,
    programId,
    share: 'full',
    price: '500',
    currency: 'EUR',
    source,
    confirmedMinutes: 30,
    isTimeOpen: false,
  };
  const settled: TaskSettled = { taskId, programId, currency: 'EUR', seats: [{ ...about, minutes: 30 }] };
  const listener = test.app.get(TaskListener);
  return {
    id,
    news: {
      earned: (tx) => listener.earned(tx, event('feedback.task_earned', earned)),
      settled: (tx) => listener.settled(tx, event('feedback.task_settled', settled)),
      taken: voided('task_seat', id, 'confirmed'),
      given: voided('task_seat', id, 'overturned'),
    },
  };
}

/** An item that is paid by the card, with the news of it. */
function item(): { id: string; news: Story<'accepted' | 'taken' | 'given'> } {
  const id = newId('fbk');
  const accepted: FeedbackMoved = {
    feedbackId: id,
    payRef: id,
    isPrivate: false,
    origin: 'volunteered',
    personId: test.people.artist.id,
    programId,
    type: 'issue',
    verb: 'accept',
    from: 'new',
    to: 'accepted',
  };
  return {
    id,
    news: {
      accepted: (tx) => test.app.get(EarningListener).feedbackMoved(tx, event('feedback.moved', accepted)),
      taken: voided('feedback', id, 'confirmed'),
      given: voided('feedback', id, 'overturned'),
    },
  };
}

/** Tells in this order, then everything again in the same. */
async function tell(order: readonly News[]): Promise<void> {
  for (const one of [...order, ...order]) await test.db.tx(one);
}

it.each(permutations(['earned', 'settled', 'taken'] as const))(
  'nothing is owed for a voided seat that heard: %s, %s, %s',
  async (...order) => {
    const { id, news } = await seat();
    await tell(order.map((name) => news[name]));
    expect(await owed(id)).toBe(0n);
  },
);

it('price and top-up are owed once for a seat whose void was overturned, in each of the 24 orders', async () => {
  for (const order of permutations(['earned', 'settled', 'taken', 'given'] as const)) {
    const { id, news } = await seat();
    await tell(order.map((name) => news[name]));
    expect([order, await owed(id)]).toEqual([order, 900n]);
  }
});

it('the same holds for an item of feedback, whichever of its news comes first', async () => {
  const price = BigInt(prices()['feedback.issue'] ?? 0);
  expect(price).toBeGreaterThan(0n);
  for (const order of permutations(['accepted', 'taken', 'given'] as const)) {
    const { id, news } = item();
    await tell(order.map((name) => news[name]));
    expect([order, await owed(id)]).toEqual([order, price]);
  }
  for (const order of permutations(['accepted', 'taken'] as const)) {
    const { id, news } = item();
    await tell(order.map((name) => news[name]));
    expect([order, await owed(id)]).toEqual([order, 0n]);
  }
});

it('a top-up and a void at the same moment wait for each other: neither is lost', async () => {
  for (const [first, second] of [
    ['settled', 'taken'],
    ['taken', 'settled'],
  ] as const) {
    const { id, news } = await seat();
    await test.db.tx(news.earned);
    let arrived = (): void => undefined;
    const isIn = new Promise<void>((resolve) => (arrived = resolve));
    let leave = (): void => undefined;
    const mayLeave = new Promise<void>((resolve) => (leave = resolve));
    const slow = test.db.tx(async (tx) => {
      await news[first](tx);
      arrived();
      await mayLeave;
    });
    await isIn;
    const other = test.db.tx(news[second]);
    // The second has reached the lock, or the end: the database says which.
    for (;;) {
      const [waiting] = await test.db.read<{ count: number }>(
        `SELECT count(*)::int AS count FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`,
      );
      if ((waiting?.count ?? 0) > 0) break;
      await new Promise(setImmediate);
    }
    leave();
    await Promise.all([slow, other]);
    expect([first, await owed(id)]).toEqual([first, 0n]);
  }
});

it('a second void takes back what the appeal against the first gave again', async () => {
  const { id, news } = await seat();
  await tell([news.earned, news.settled, news.taken, news.given]);
  expect(await owed(id)).toBe(900n);
  const again = voided('task_seat', id, 'confirmed');
  const second: News = async (tx) => {
    const payload: PayVoided = {
      voidId: `vod_second_${id}`,
      subject: 'task_seat',
      payRef: id,
      personId: test.people.artist.id,
      programId,
      reason: 'copied',
      to: 'confirmed',
    };
    await test.app.get(TaskListener).voided(tx, event('feedback.pay_voided', payload));
  };
  await tell([second, again]);
  expect(await owed(id)).toBe(0n);
});
