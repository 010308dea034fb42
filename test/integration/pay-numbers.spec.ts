import { SYSTEM } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/id';
import { PeopleService } from '../../src/modules/access';
import { CompensationService } from '../../src/modules/compensation';
import { payVoided } from '../../src/modules/feedback';
import { account } from '../../src/modules/ledger';
import { Outbox } from '../../src/platform/outbox/outbox';
import { PASSWORD, startTestApp, type TestApp } from '../support/app';
import { fundedProgram } from '../support/payouts';

interface Numbers {
  readonly requestedMinutes: number;
  readonly unpaidRequestedMinutes: number;
  readonly hourly: readonly {
    currency: string;
    p10: number | null;
    p50: number | null;
    suppressed: boolean;
  }[];
  readonly medianDaysToDecision: number | null;
  readonly p90DaysToDecision: number | null;
  readonly voids: readonly {
    sentiment: string;
    decided: number | null;
    unpaidRate: { rate: number; low: number; high: number } | null;
    suppressed: boolean;
  }[];
  readonly opinionMatters: boolean | null;
}

let test: TestApp;
let programId: string;
const people: string[] = [];

beforeAll(async () => {
  test = await startTestApp('pay_numbers');
  programId = await fundedProgram(test);
  for (let count = 0; count < 6; count += 1) people.push(await somebody(`p${count}`));
}, 60_000);
afterAll(() => test?.stop());

async function somebody(name: string): Promise<string> {
  const draft = { name, email: `${name}@example.org`, password: PASSWORD, roles: ['artist'] as const };
  return (await test.db.tx((tx) => test.app.get(PeopleService).create(tx, draft, SYSTEM))).id;
}

const numbers = async (): Promise<Numbers> =>
  (await test.request<Numbers>('GET', `/api/v1/reports/pay?programId=${programId}`)).body;

const run = (sql: string, values: unknown[]): Promise<unknown> => test.db.tx((tx) => tx.run(sql, values));

/** An accepted seat of a task, an hour old, and what it earned. */
async function seat(taskId: string, personId: string, minutes: number, amount: bigint | null): Promise<void> {
  const id = newId('sea');
  await run(
    `INSERT INTO feedback_seats (id, task_id, person_id, program_id, form_version, state, answers, share, amount,
       claimed_minutes, minutes, time_state, submitted_at, decide_by, updated_at)
     VALUES ($1, $2, $3, $4, 1, 'accepted', '{}', 'full', 500, $5, $5, 'confirmed', now(), now(), now() - interval '1 hour')`,
    [id, taskId, personId, programId, minutes],
  );
  if (amount === null) return;
  await test.db.tx((tx) =>
    test.app.get(CompensationService).earn(tx, {
      programId,
      personId,
      category: 'service',
      causeType: 'task_seat',
      causeId: id,
      amount,
      currency: 'EUR',
      source: account.fund(programId, 'EUR'),
      rate: null,
      evidence: {},
    }),
  );
}

async function task(): Promise<string> {
  const id = newId('tsk');
  await test.db.tx(async (tx) => {
    await tx.run(
      `INSERT INTO feedback_tasks (id, program_id, title, intro, state, seats, due_at, currency, created_by)
       VALUES ($1, $2, 'Two walks', '', 'closed', 10, now(), 'EUR', $3)`,
      [id, programId, test.people.manager.id],
    );
    await tx.run(
      `INSERT INTO feedback_task_forms (task_id, version, form, price, kill_fee, minutes, made_by)
       VALUES ($1, 1, '{}', 500, 250, 10, $2)`,
      [id, test.people.manager.id],
    );
  });
  return id;
}

/** Feedback with a label, decided some days after it was filed. */
async function feedback(
  personId: string,
  sentiment: string,
  state: 'accepted' | 'declined',
  { days = 2, isVoided = false }: { days?: number; isVoided?: boolean } = {},
): Promise<void> {
  const id = newId('fbk');
  await run(
    `INSERT INTO feedback_items (id, pay_ref, person_id, program_id, type, state, body, due_at, sentiment, created_at, answer, reason)
     VALUES ($1, $1, $2, $3, 'issue', $4, 'The hands are wrong again.', now(), $5, now() - make_interval(days => $7), 'answered', $6)`,
    [id, personId, programId, state, sentiment, state === 'declined' ? 'out_of_scope' : null, days],
  );
  await run(
    `INSERT INTO feedback_items_history (subject_id, verb, from_state, to_state, actor_id) VALUES ($1, $2, 'new', $3, 'system')`,
    [id, state === 'declined' ? 'decline' : 'accept', state],
  );
  if (!isVoided) return;
  await run(
    `INSERT INTO feedback_voids (id, subject, subject_id, pay_ref, person_id, program_id, state, reason, facts, proposed_by, decided_by)
     VALUES ('vod_' || $1, 'feedback', $1, $1, $2, $3, 'confirmed', 'copied', 'It is copied from another item.', $4, $5)`,
    [id, personId, programId, test.people.manager.id, test.people.admin.id],
  );
}

it('counts the minutes of accepted work that earned nothing, and shows hours only of enough people', async () => {
  const id = await task();
  for (const [index, personId] of people.slice(0, 4).entries())
    await seat(id, personId, 30, BigInt(500 + 100 * index));
  expect(await numbers()).toMatchObject({
    requestedMinutes: 120,
    unpaidRequestedMinutes: 0,
    hourly: [{ currency: 'EUR', p10: null, p50: null, suppressed: true }],
  });
  await seat(id, people[4] ?? '', 30, 900n);
  expect((await numbers()).hourly).toEqual([{ currency: 'EUR', p10: 1_000, p50: 1_400, suppressed: false }]);
  await seat(id, people[5] ?? '', 45, null);
  expect(await numbers()).toMatchObject({ requestedMinutes: 195, unpaidRequestedMinutes: 45 });
  const report = await test.request<{ unpaidRequestedMinutes: number; pay: Numbers }>(
    'GET',
    `/api/v1/reports/public?programId=${programId}`,
  );
  expect(report.body).toMatchObject({ unpaidRequestedMinutes: 45, pay: { requestedMinutes: 195 } });
  const csv = await fetch(`${test.url}/api/v1/reports/public.csv?programId=${programId}`);
  expect(await csv.text()).toMatch(
    /total,unpaid_requested_minutes,45,false\r\n[^]*pay_hourly_p50_minor,EUR,1400,false/,
  );
});

it('lets finance read the same hours piece by piece, by how much they made, down to the earning', async () => {
  interface Sums {
    readonly rows: number;
    readonly items: readonly { value?: string; rows: number; sums: Record<string, number> }[];
  }
  const read = async <T>(query: string): Promise<T> =>
    (await test.request<T>('GET', `/api/v1/readings/${query}`, { as: 'finance' })).body;
  const of = `programId=${programId}&currency=EUR`;
  const { items } = await read<Sums>(`hourly/groups?by=band&${of}`);
  expect(items.map(({ value, rows, sums }) => [value, rows, sums.paid])).toEqual([
    ['10-15', 3, 1_800],
    ['15-25', 2, 1_700],
    ['unpaid', 1, 0],
  ]);
  expect(await read<Sums>(`hourly/sums?${of}&minAmount=1400`)).toMatchObject({ rows: 3 });
  const { items: rows } = await read<{ items: readonly Record<string, unknown>[] }>(
    `hourly?${of}&personId=${people[0]}`,
  );
  expect(rows).toMatchObject([{ minutes: 30, paid: { amount: 500 }, hourly: { amount: 1_000 } }]);
  const seatId = String(rows[0]?.seat_id);
  const earned = await read<{ items: readonly Record<string, unknown>[] }>(`earnings?causeId=${seatId}`);
  expect(earned.items).toMatchObject([{ cause_id: seatId, amount: { amount: 500 } }]);
});

it('compares what was not paid by the label of the author, with an interval, and hides few people', async () => {
  for (const personId of people) {
    await feedback(personId, 'critical', 'declined');
    await feedback(personId, 'critical', 'accepted');
    for (let count = 0; count < 4; count += 1) await feedback(personId, 'favourable', 'accepted');
  }
  for (const personId of people.slice(0, 3)) await feedback(personId, 'neutral', 'declined');
  const { voids, medianDaysToDecision, opinionMatters } = await numbers();
  expect(medianDaysToDecision).toBe(2);
  expect(voids.map(({ sentiment, suppressed }) => [sentiment, suppressed])).toEqual([
    ['critical', true],
    ['neutral', true],
    ['favourable', false],
    ['none', false],
  ]);
  expect(opinionMatters).toBeNull();
  for (const personId of people.slice(3)) await feedback(personId, 'neutral', 'declined');
  const shown = await numbers();
  expect(shown.voids[0]).toMatchObject({ decided: 12, unpaidRate: { rate: 0.5, low: 0.254, high: 0.746 } });
  expect(shown.voids[2]).toMatchObject({ decided: 24, unpaidRate: { rate: 0, low: 0 } });
  expect(shown.opinionMatters).toBe(true);
});

it('agrees with what is computed by hand: minutes, hours, days, and a rate for each label with its interval', async () => {
  const mine = await fundedProgram(test);
  const before = programId;
  programId = mine;
  try {
    const id = await task();
    // minutes and pay of eleven seats; an hour of them made 500, 600, 700, 800, 900, 1000, 1100, 1200, 1300, 1400, 1500
    const paid = [250n, 300n, 350n, 400n, 450n, 500n, 550n, 600n, 650n, 700n, 750n];
    for (const [index, amount] of paid.entries()) {
      if (index >= people.length) people.push(await somebody(`q${index}`));
      await seat(id, people[index] ?? '', 30, amount);
    }
    // One void was overturned: 250 were taken back and given again, and its minutes are paid ones.
    const [seatId] = await test.db.read<{ id: string }>(
      'SELECT id FROM feedback_seats WHERE task_id = $1 ORDER BY id LIMIT 1',
      [id],
    );
    const about = {
      voidId: 'vod_by_hand',
      subject: 'task_seat',
      payRef: seatId?.id ?? '',
      reason: 'not_done',
    } as const;
    for (const to of ['confirmed', 'overturned'] as const)
      await test.db.tx((tx) =>
        test.app.get(Outbox).add(tx, payVoided, { ...about, personId: people[0] ?? '', programId, to }),
      );
    await test.settle();
    // Ten critical items, four of them declined and two taken back; ten favourable ones, one declined. Days 2 and 4.
    for (let count = 0; count < 10; count += 1) {
      const days = count < 5 ? 2 : 4;
      await feedback(people[count] ?? '', 'critical', count < 4 ? 'declined' : 'accepted', {
        days,
        isVoided: count >= 8,
      });
      await feedback(people[count] ?? '', 'favourable', count < 1 ? 'declined' : 'accepted', { days });
    }
    const shown = await numbers();
    expect(shown).toMatchObject({
      requestedMinutes: 330,
      unpaidRequestedMinutes: 0,
      // the second and the sixth of eleven: ceil(11 × 0.1) and ceil(11 × 0.5)
      hourly: [{ currency: 'EUR', p10: 600, p50: 1_000, suppressed: false }],
      medianDaysToDecision: 3,
      p90DaysToDecision: 4,
    });
    const of = (label: string) => shown.voids.find(({ sentiment }) => sentiment === label);
    // Wilson's interval at 95 %, z = 1.96: (p + z²/2n ± z√(p(1 − p)/n + z²/4n²)) / (1 + z²/n), with n = 10
    expect(of('critical')).toMatchObject({
      decided: 10,
      declined: 4,
      voided: 2,
      declinedRate: { rate: 0.4, low: 0.168, high: 0.687 }, // 4 of 10
      voidedRate: { rate: 0.333, low: 0.097, high: 0.7 }, // 2 of the 6 that were accepted
      unpaidRate: { rate: 0.6, low: 0.313, high: 0.832 }, // 6 of 10
    });
    expect(of('favourable')).toMatchObject({
      decided: 10,
      declined: 1,
      voided: 0,
      declinedRate: { rate: 0.1, low: 0.018, high: 0.404 },
      voidedRate: { rate: 0, low: 0, high: 0.299 }, // none of 9
      unpaidRate: { rate: 0.1, low: 0.018, high: 0.404 },
    });
    const csv = await fetch(`${test.url}/api/v1/reports/public.csv?programId=${mine}`);
    expect(await csv.text()).toMatch(
      /feedback_voided_rate,critical,0.333,false\r\nfeedback_voided_low,critical,0.097,false\r\nfeedback_voided_high,critical,0.7,false/,
    );
    expect(shown.opinionMatters).toBe(false); // 0.313 to 0.832 and 0.018 to 0.404 overlap
  } finally {
    programId = before;
  }
});
