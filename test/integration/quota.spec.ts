import { DAY, later } from '../../src/kernel/clock';
import { account, LedgerService } from '../../src/modules/ledger';
import { PRICES } from '../../src/modules/quota/contract';
import { WindowService } from '../../src/modules/quota/windows/window.service';
import { startTestApp, type TestApp } from '../support/app';
import { enrollArtist } from '../support/artist';
import { violations } from '../support/invariants';
import { openProgram, quotaPlan } from '../support/program';

interface Line {
  readonly kind: string;
  readonly credits: number;
  readonly reason: string | null;
}

interface Quota {
  readonly balance: number;
  readonly window: {
    startsAt: string;
    endsAt: string;
    isOpen: boolean;
    nextCredits: number;
    lasting: number;
  };
  readonly pool: number | null;
  readonly goodwill: { perShot: number; perWeek: number; usedThisWeek: number };
  readonly plan: { version: number; credits: number };
  readonly items: Line[];
}

const EXPIRING = {
  ...quotaPlan,
  credits: 100,
  expiresWithWindow: true,
  rolloverPercent: 25,
  pooledCredits: 40,
};

let atelier: TestApp;
let windows: WindowService;

beforeAll(async () => {
  atelier = await startTestApp('quota');
  windows = atelier.app.get(WindowService);
});
afterAll(() => atelier.stop());

const publish = async (program: string, plan: object): Promise<void> => {
  const answer = await atelier.request('POST', `/api/v1/programs/${program}/quota-plans`, {
    as: 'manager',
    body: plan,
  });
  expect(answer).toMatchObject({ status: 201 });
};

const programOf = async (plan: object): Promise<string> => {
  const { id } = await openProgram(atelier);
  await publish(id, plan);
  return id;
};

const quotaOf = async (enrollment: string): Promise<Quota> =>
  (await atelier.request<Quota>('GET', `/api/v1/quota/${enrollment}?limit=100`, { as: 'manager' })).body;

const endOf = async (enrollment: string): Promise<Date> =>
  new Date((await quotaOf(enrollment)).window.endsAt);

const of = (quota: Quota, kind: string): number[] =>
  quota.items.filter((line) => line.kind === kind).map(({ credits }) => credits);

const spend = async (enrollment: string, amount: bigint): Promise<void> => {
  await atelier.db.tx((tx) =>
    atelier.app.get(LedgerService).post(tx, {
      reference: `test:${enrollment}:${amount}`,
      kind: 'quota.charged',
      unit: 'credit',
      postings: [{ from: account.credits(enrollment), to: account.spent('credit'), amount }],
    }),
  );
};

const act = (enrollment: string, verb: string) =>
  atelier.request('POST', `/api/v1/enrollments/${enrollment}/${verb}`, { as: 'artist', body: {} });

describe('credits of a window', () => {
  test('come with the artist, and for each following window once, however many sweeps run at once', async () => {
    const program = await programOf(EXPIRING);
    const enrollment = await enrollArtist(atelier, program);
    const first = await quotaOf(enrollment);
    expect(first).toMatchObject({ balance: 100, pool: 40, window: { isOpen: true, nextCredits: 100 } });
    expect(new Date(first.window.startsAt).getUTCDay()).toBe(1);

    await spend(enrollment, 20n);
    const now = new Date(first.window.endsAt);
    await Promise.all(Array.from({ length: 6 }, () => windows.sweep(now)));
    await windows.sweep(now);
    const second = await quotaOf(enrollment);
    expect(of(second, 'quota.granted')).toEqual([100, 100]);
    expect(of(second, 'quota.expired')).toEqual([-60]);
    expect(second).toMatchObject({ balance: 120, pool: 50, window: { startsAt: first.window.endsAt } });
  });

  test('are not granted again by a clock that jumps forwards and back, and missed windows are caught up in order', async () => {
    const program = await programOf({ ...EXPIRING, window: 'day', rolloverPercent: 50 });
    const enrollment = await enrollArtist(atelier, program);
    const ends = await endOf(enrollment);
    await windows.sweep(later(ends, 2 * DAY));
    const ahead = await quotaOf(enrollment);
    expect(of(ahead, 'quota.granted')).toEqual([100, 100, 100, 100]);
    expect(of(ahead, 'quota.expired')).toEqual([-88, -75, -50]);
    expect(ahead.balance).toBe(187);
    for (const at of [later(ends, -3 * DAY), new Date(), ends, later(ends, 2 * DAY)]) await windows.sweep(at);
    expect(await quotaOf(enrollment)).toEqual(ahead);
  });

  test('follow a newly published plan from the next window on', async () => {
    const program = await programOf({ ...EXPIRING, pooledCredits: 0 });
    const enrollment = await enrollArtist(atelier, program);
    await publish(program, { ...quotaPlan, credits: 7, window: 'day' });
    await windows.sweep();
    expect(await quotaOf(enrollment)).toMatchObject({
      balance: 100,
      pool: null,
      plan: { credits: 7 },
      window: { nextCredits: 7 },
    });
    const ends = await endOf(enrollment);
    await windows.sweep(ends);
    const next = await quotaOf(enrollment);
    expect(next).toMatchObject({ balance: 32, window: { endsAt: later(ends, DAY).toISOString() } });
    await windows.sweep(later(ends, DAY));
    expect(await quotaOf(enrollment)).toMatchObject({ balance: 39, window: { lasting: 32 } });
  });

  test('do not come while an artist is away, nor twice when they are back, nor after the programme', async () => {
    const program = await programOf(EXPIRING);
    const enrollment = await enrollArtist(atelier, program);
    expect((await act(enrollment, 'pause')).status).toBe(200);
    await atelier.settle();
    const ends = await endOf(enrollment);
    await windows.sweep(ends);
    expect(await quotaOf(enrollment)).toMatchObject({ balance: 100, window: { isOpen: false } });
    expect((await act(enrollment, 'resume')).status).toBe(200);
    await atelier.settle();
    expect(of(await quotaOf(enrollment), 'quota.granted')).toEqual([100]);

    await windows.sweep(later(ends, 400 * DAY));
    const over = await quotaOf(enrollment);
    expect(over).toMatchObject({ window: { isOpen: false } });
    expect(of(over, 'quota.granted').length).toBeLessThan(15);
    await windows.sweep(later(ends, 800 * DAY));
    expect(await quotaOf(enrollment)).toEqual(over);
  });

  test('add up: grants and top-ups less expiry and spending are the balance', async () => {
    const rows = await atelier.db.read<{ account: string }>(`
      SELECT a.name AS account FROM ledger_accounts a WHERE a.kind IN ('credits', 'pool') AND a.balance <>
        coalesce((SELECT sum(p.amount) FROM ledger_postings p WHERE p.to_account = a.name), 0)
        - coalesce((SELECT sum(p.amount) FROM ledger_postings p WHERE p.from_account = a.name), 0)`);
    expect(rows).toEqual([]);
    expect(await violations(atelier, 'ledger')).toEqual({});
    expect(await violations(atelier, 'quota')).toEqual({});
  });
});

describe('a top-up', () => {
  const give = (enrollment: string, body: object, more: object = {}) =>
    atelier.request<{ id: string; code?: string }>('POST', `/api/v1/quota/${enrollment}/top-ups`, {
      as: 'manager',
      body,
      ...more,
    });

  test('is given once for a key, lasts beyond the window, and is told and noted', async () => {
    const program = await programOf(EXPIRING);
    const enrollment = await enrollArtist(atelier, program, 'artist2');
    const body = { credits: 30, reason: 'A workshop of two days' };
    const headers = { 'idempotency-key': 'workshop' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => give(enrollment, body, { headers })));
    const late = await give(enrollment, body, { headers });
    expect(late.status).toBe(201);
    const made = [...answers, late].filter(({ status }) => status === 201);
    expect(new Set(made.map((answer) => answer.body.id)).size).toBe(1);
    expect(await give(enrollment, { ...body, credits: 31 }, { headers })).toMatchObject({ status: 422 });
    const quota = await quotaOf(enrollment);
    expect(quota).toMatchObject({ balance: 130, window: { lasting: 30 } });
    expect(quota.items[0]).toMatchObject({ kind: 'quota.topped_up', credits: 30, reason: body.reason });

    await windows.sweep(await endOf(enrollment));
    const next = await quotaOf(enrollment);
    expect(next).toMatchObject({ balance: 155, window: { lasting: 30 } });
    expect(of(next, 'quota.expired')).toEqual([-75]);

    await atelier.settle();
    const notices = await atelier.request<{ items: { kind: string; text: string }[] }>(
      'GET',
      '/api/v1/notices',
      {
        as: 'artist2',
      },
    );
    const told = notices.body.items.filter(({ kind }) => kind === 'quota.topped_up');
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain(body.reason);
    const audit = await atelier.request<{ items: { act: string }[] }>(
      'GET',
      `/api/v1/audit?subject=${enrollment}`,
      {
        as: 'manager',
      },
    );
    expect(audit.body.items.filter((entry) => entry.act === 'quota.top_up')).toHaveLength(1);
  });

  test('is refused to those who may not give, for nobody, and in amounts that are none', async () => {
    const program = await programOf(EXPIRING);
    const enrollment = await enrollArtist(atelier, program, 'artist3');
    const body = { credits: 5, reason: 'because' };
    expect((await give(enrollment, body, { as: 'artist3' })).status).toBe(403);
    expect((await give(enrollment, body, { as: 'finance' })).status).toBe(403);
    expect(await give('enr_none', body)).toMatchObject({ status: 404, body: { code: 'quota.not_found' } });
    for (const credits of [0, -5, 1.5, 1e9, '5', null]) {
      expect((await give(enrollment, { credits, reason: 'because' })).status).toBe(422);
    }
    expect((await give(enrollment, { credits: 5, reason: '  ' })).status).toBe(422);
    expect((await quotaOf(enrollment)).balance).toBe(100);
  });
});

describe('a plan', () => {
  test('that promises a rollover of what never expires is refused, and one that says nothing reads with the defaults', async () => {
    const { id } = await openProgram(atelier);
    const refused = await atelier.request('POST', `/api/v1/programs/${id}/quota-plans`, {
      as: 'manager',
      body: { ...quotaPlan, rolloverPercent: 50 },
    });
    expect(refused).toMatchObject({ status: 422, body: { code: 'program.rollover_without_expiry' } });
    const same = await atelier.request('POST', `/api/v1/programs/${id}/quota-plans`, {
      as: 'manager',
      body: { ...quotaPlan, expiresWithWindow: false, goodwill: { perShot: 2, perWeek: 5 } },
    });
    expect(same).toMatchObject({
      status: 201,
      body: { version: 1, expiresWithWindow: false, pooledCredits: 0, goodwill: { perShot: 2, perWeek: 5 } },
    });
  });

  test('has prices whose versions staff may see', async () => {
    const { status, body } = await atelier.request('GET', '/api/v1/prices/versions', { as: 'finance' });
    const newestFirst = PRICES.map(({ version, from }) => ({ version, from })).toReversed();
    expect({ status, body }).toMatchObject({ status: 200, body: { items: newestFirst } });
    expect((await atelier.request('GET', '/api/v1/prices/versions', { as: 'artist' })).status).toBe(403);
  });
});
