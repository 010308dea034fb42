import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { complaints, fundedProgram } from '../support/payouts';

interface Period {
  readonly month: string;
  readonly state: string;
  readonly entries: number | null;
  readonly digest: string | null;
  readonly blockers: readonly { readonly code: string }[];
  readonly available: readonly string[];
  readonly code?: string;
}

let atelier: TestApp;
let owner: Client;

/** A month before this one. */
const monthsAgo = (back: number): string => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 15)).toISOString().slice(0, 7);
};
const present = monthsAgo(0);

/** An entry that was made in that month, as the owner of the tables could write it. */
const post = (month: string): Promise<unknown> =>
  owner.query(
    `INSERT INTO ledger_entries (reference, kind, unit, digest, at) VALUES ($1::text, 'test.past', 'EUR', sha256(convert_to($1::text, 'UTF8')), $2)`,
    [`test:${randomUUID()}`, `${month}-15T12:00:00Z`],
  );
const act = (month: string, verb: string, as: CastName = 'finance', body: object = {}) =>
  atelier.request<Period>('POST', `/api/v1/periods/${month}/${verb}`, { as, body });
const period = async (month: string): Promise<Period | undefined> =>
  (await atelier.request<{ items: Period[] }>('GET', '/api/v1/periods', { as: 'finance' })).body.items.find(
    (one) => one.month === month,
  );

beforeAll(async () => {
  atelier = await startTestApp('periods', { roles: ['api'] });
  owner = new Client({ connectionString: atelier.databaseUrl });
  await owner.connect();
  await fundedProgram(atelier, 1_000);
  await post(monthsAgo(2));
  await post(monthsAgo(1));
}, 60_000);
afterAll(async () => {
  await owner?.end();
  await atelier?.stop();
});

test('months are closed in their order, and never the present one', async () => {
  expect(await act(present, 'close')).toMatchObject({
    status: 409,
    body: { code: 'reports.month_not_over' },
  });
  expect(await act(monthsAgo(1), 'close')).toMatchObject({
    status: 409,
    body: { code: 'reports.earlier_open' },
  });
  expect((await period(monthsAgo(1)))?.blockers.map(({ code }) => code)).toEqual(['earlier_open']);
  expect((await act(monthsAgo(2), 'close', 'manager')).status).toBe(403);
  const closed = await act(monthsAgo(2), 'close');
  expect(closed).toMatchObject({ status: 200, body: { state: 'closed', entries: 1 } });
  expect(closed.body.digest).toMatch(/^[0-9a-f]{64}$/);
  expect((await act(monthsAgo(2), 'close')).body.digest).toBe(closed.body.digest);
});

test('nothing is posted into a closed month, by anybody; the present one takes everything', async () => {
  await expect(post(monthsAgo(2))).rejects.toMatchObject({ constraint: 'ledger_entries_closed_month' });
  await post(monthsAgo(1));
  await post(present);
  expect(await complaints(atelier, /^reports-/)).toEqual({});
});

test('a month is opened again by two people with a reason, from the last one backwards', async () => {
  await act(monthsAgo(1), 'close');
  expect(await act(monthsAgo(2), 'propose', 'finance', { reason: 'A forgotten bill' })).toMatchObject({
    status: 409,
    body: { code: 'reports.later_closed' },
  });
  expect((await act(monthsAgo(1), 'propose')).body.code).toBe('reports.reason_missing');
  expect((await act(monthsAgo(1), 'propose', 'finance', { reason: 'A forgotten bill' })).body.state).toBe(
    'reopening',
  );
  await expect(post(monthsAgo(1))).rejects.toMatchObject({ constraint: 'ledger_entries_closed_month' });
  expect(await act(monthsAgo(1), 'reopen')).toMatchObject({
    status: 403,
    body: { code: 'reports.second_person' },
  });
  expect((await act(monthsAgo(1), 'reopen', 'admin')).body.state).toBe('open');
  await post(monthsAgo(1));
  const { body } = await atelier.request<{ items: { act: string }[] }>(
    'GET',
    `/api/v1/audit?subject=${monthsAgo(1)}`,
    { as: 'manager' },
  );
  expect(body.items.map(({ act: what }) => what)).toEqual(
    expect.arrayContaining(['reports.close_period', 'reports.propose_period', 'reports.reopen_period']),
  );
});
