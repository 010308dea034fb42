import fc from 'fast-check';
import { SYSTEM } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/id';
import type { Currency } from '../../src/kernel/money';
import { PeopleService } from '../../src/modules/access';
import {
  payVoided,
  taskEarned,
  taskSettled,
  type PayVoided,
  type TaskEarned,
} from '../../src/modules/feedback';
import { account, LedgerService, type AccountName } from '../../src/modules/ledger';
import { Outbox } from '../../src/platform/outbox/outbox';
import { PASSWORD, startTestApp, type TestApp } from '../support/app';
import { violations } from '../support/invariants';
import { draftProgram, prices } from '../support/program';

let test: TestApp;
let artists: readonly string[];

beforeAll(async () => {
  test = await startTestApp('compensation_tasks');
  const people = test.app.get(PeopleService);
  artists = await Promise.all(
    ['one', 'two', 'three', 'four', 'five'].map(async (name) => {
      const draft = { name, email: `${name}@example.org`, password: PASSWORD, roles: ['artist'] as const };
      return (await test.db.tx((tx) => people.create(tx, draft, SYSTEM))).id;
    }),
  );
}, 60_000);
afterAll(() => test?.stop());
afterEach(async () => {
  expect(await violations(test, 'ledger-')).toEqual({});
  expect(await violations(test, 'compensation-')).toEqual({});
});

const FLOORS = { EUR: 1_800, JPY: 1_800, KWD: 18_000 } as const;
const PRICES = { EUR: 500n, JPY: 500n, KWD: 5_000n } as const;
const TOP_UPS = { EUR: 400n, JPY: 400n, KWD: 4_000n } as const;

/** A programme with money, whose card has a floor. */
async function programme(currency: Currency & keyof typeof FLOORS, rules: object = {}): Promise<string> {
  const { id } = await draftProgram(test);
  await test.db.tx((tx) => tx.run('UPDATE program_programs SET currency = $2 WHERE id = $1', [id, currency]));
  const card = { items: prices(), rules: { floorPerHour: FLOORS[currency], ...rules } };
  const published = await test.request('POST', `/api/v1/programs/${id}/rate-cards`, {
    as: 'manager',
    body: card,
  });
  expect(published.status).toBe(201);
  const body = { amount: 100_000_000, currency };
  const funded = await test.request('POST', `/api/v1/programs/${id}/funding`, { as: 'finance', body });
  expect(funded.status).toBe(201);
  return id;
}

interface Task {
  readonly programId: string;
  readonly taskId: string;
  readonly currency: keyof typeof FLOORS;
  readonly seats: readonly TaskEarned[];
}

/** Five seats at one price, with the money held, as feedback tells of them. */
async function task(
  programId: string,
  currency: keyof typeof FLOORS,
  part: Partial<TaskEarned> = {},
): Promise<Task> {
  const taskId = newId('tsk');
  const source: AccountName = account.task(taskId, currency);
  const price = PRICES[currency];
  await test.db.tx((tx) =>
    test.app.get(LedgerService).post(tx, {
      reference: `task:${taskId}:held:1`,
      kind: 'feedback.task_held',
      unit: currency,
      postings: [{ from: account.fund(programId, currency), to: source, amount: price * 5n }],
    }),
  );
  const seats = artists.map((personId): TaskEarned => ({
    seatId: newId('sea'),
    taskId,
    personId,
    programId,
    share: 'full',
    amount: price.toString(),
    price: price.toString(),
    currency,
    source,
    formVersion: 1,
    estimatedMinutes: 10,
    confirmedMinutes: 30,
    isTimeOpen: false,
    ...part,
  }));
  return { programId, taskId, currency, seats };
}

const settledOf = ({ taskId, programId, currency, seats }: Task, minutes: readonly number[]) => ({
  taskId,
  programId,
  currency,
  seats: seats.map(({ seatId, personId, amount, estimatedMinutes, formVersion }, index) => ({
    seatId,
    personId,
    amount,
    estimatedMinutes,
    minutes: minutes[index] ?? 1,
    formVersion,
  })),
});

type Telling = (tx: Parameters<Parameters<TestApp['db']['tx']>[0]>[0]) => Promise<void>;

async function tell(tellings: readonly Telling[]): Promise<void> {
  for (const telling of tellings) await test.db.tx(telling);
  await test.settle();
}

const outbox = (): Outbox => test.app.get(Outbox);

interface Row {
  readonly cause_type: string;
  readonly person_id: string;
  readonly amount: bigint;
  readonly state: string;
}

const earnings = async (programId: string): Promise<Row[]> =>
  test.db.read<Row & Record<string, unknown>>(
    'SELECT cause_type, person_id, amount, state FROM compensation_earnings WHERE program_id = $1 ORDER BY id',
    [programId],
  );

it.each(['EUR', 'JPY', 'KWD'] as const)(
  'tops five artists up to the floor of %s once each, in whatever order and however often it is told',
  async (currency) => {
    const programId = await programme(currency);
    const orders = fc.sample(
      fc.shuffledSubarray([0, 0, 1, 2, 3, 3, 4, 5, 5, 5], { minLength: 10, maxLength: 10 }),
      { numRuns: 4, seed: 20_261_126 },
    );
    for (const order of orders) {
      const one = await task(programId, currency);
      const settled = settledOf(one, [20, 30, 25, 45, 60]);
      await tell(
        order.map((index): Telling => {
          const seat = one.seats[index];
          return seat === undefined
            ? (tx) => outbox().add(tx, taskSettled, settled)
            : (tx) => outbox().add(tx, taskEarned, seat);
        }),
      );
    }
    const rows = await earnings(programId);
    const of = (cause: string) => rows.filter(({ cause_type }) => cause_type === cause);
    expect(of('task_seat').map(({ amount }) => amount)).toEqual(Array(20).fill(PRICES[currency]));
    expect(of('true_up').map(({ amount }) => amount)).toEqual(Array(20).fill(TOP_UPS[currency]));
    for (const personId of artists)
      expect(
        rows.filter(({ person_id }) => person_id === personId).reduce((sum, { amount }) => sum + amount, 0n),
      ).toBe(4n * (PRICES[currency] + TOP_UPS[currency]));
    const names = artists.map((personId) => account.payable(personId, currency));
    const balances = await test.app.get(LedgerService).balances(names);
    for (const name of names)
      expect(balances.get(name)?.balance).toBe(4n * (PRICES[currency] + TOP_UPS[currency]));
  },
  60_000,
);

it('tops nobody up when the median fits the estimate, and goes by the floor of the artist’s country', async () => {
  const programId = await programme('EUR', { floors: { CH: 3_600 } });
  const [first, second] = artists as [string, string];
  await test.db.tx((tx) =>
    tx.run(
      `INSERT INTO compensation_tax_residences (person_id, country, is_us_person) VALUES ($1, 'CH', false), ($2, 'DE', false)`,
      [first, second],
    ),
  );
  const fits = await task(programId, 'EUR');
  await tell([(tx) => outbox().add(tx, taskSettled, settledOf(fits, [10, 10, 10, 10, 10]))]);
  const swiss = (await earnings(programId)).filter(({ cause_type }) => cause_type === 'true_up');
  expect(swiss).toMatchObject([{ person_id: first, amount: 100n }]);
  const long = await task(programId, 'EUR');
  await tell([(tx) => outbox().add(tx, taskSettled, settledOf(long, [30, 30, 30, 30, 30]))]);
  const after = (await earnings(programId)).filter(({ cause_type }) => cause_type === 'true_up');
  expect(after.filter(({ person_id }) => person_id === first).map(({ amount }) => amount)).toEqual([
    100n,
    1_300n,
  ]);
  expect(after.filter(({ person_id }) => person_id === second).map(({ amount }) => amount)).toEqual([400n]);
});

it('pays a part of the price and what is owed when the programme cancels, as feedback says', async () => {
  const programId = await programme('EUR');
  const { seats } = await task(programId, 'EUR');
  const [part, kill] = seats as [TaskEarned, TaskEarned];
  await tell([
    (tx) => outbox().add(tx, taskEarned, { ...part, share: 'partial', amount: '250' }),
    (tx) =>
      outbox().add(tx, taskEarned, { ...kill, share: 'kill_fee', amount: '125', confirmedMinutes: null }),
  ]);
  // Two seats are two pieces of news, carried at once: neither has to come first.
  const paid = new Map((await earnings(programId)).map((row) => [row.person_id, row.amount]));
  expect([part, kill].map(({ personId }) => paid.get(personId))).toEqual([250n, 125n]);
  const list = await test.request<{ items: { because: string }[] }>(
    'GET',
    `/api/v1/finance/earnings?programId=${programId}`,
    { as: 'finance' },
  );
  expect(list.body.items.map(({ because }) => because).toSorted()).toEqual([
    'A part of a task at 5.00 EUR, estimated at 10 minutes.',
    'A task that you had accepted was cancelled: this is what is paid then, of a price of 5.00 EUR.',
  ]);
});

it('takes a voided seat back with its top-up, and gives both again once when that is overturned', async () => {
  const programId = await programme('EUR');
  const one = await task(programId, 'EUR');
  const [seat, paid] = one.seats as [TaskEarned, TaskEarned];
  await tell([
    ...one.seats.map(
      (each): Telling =>
        (tx) =>
          outbox().add(tx, taskEarned, each),
    ),
    (tx) => outbox().add(tx, taskSettled, settledOf(one, [30, 30, 30, 30, 30])),
  ]);
  const about =
    (who: TaskEarned, to: PayVoided['to'], voidId: string): Telling =>
    (tx) =>
      outbox().add(tx, payVoided, {
        voidId,
        subject: 'task_seat',
        payRef: who.seatId,
        personId: who.personId,
        programId,
        reason: 'not_done',
        to,
      });
  const sumOf = async (personId: string): Promise<bigint> =>
    (await earnings(programId))
      .filter((row) => row.person_id === personId && row.state !== 'reversed')
      .reduce((sum, { amount }) => sum + amount, 0n);
  expect(await sumOf(seat.personId)).toBe(900n);
  await tell([about(seat, 'confirmed', 'voi_1'), about(seat, 'confirmed', 'voi_1')]);
  expect(await sumOf(seat.personId)).toBe(0n);
  await tell([about(seat, 'overturned', 'voi_1'), about(seat, 'overturned', 'voi_1')]);
  expect(await sumOf(seat.personId)).toBe(900n);
  // What was paid out stays paid: the void is noted for finance and changes nothing.
  await test.db.tx((tx) =>
    tx.run(
      `UPDATE compensation_earnings SET state = 'paid', paid_at = now(), payout_id = 'pay_x' WHERE cause_id = $1`,
      [paid.seatId],
    ),
  );
  await tell([about(paid, 'confirmed', 'voi_2')]);
  expect(await sumOf(paid.personId)).toBe(900n);
  const noted = await test.db.read(`SELECT 1 FROM audit_entries WHERE act = 'earning.void_too_late'`);
  expect(noted).toHaveLength(2);
});
