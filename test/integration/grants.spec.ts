import { account, LedgerService } from '../../src/modules/ledger';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { entrance } from '../support/enrollment';
import { violations } from '../support/invariants';
import { openProgram } from '../support/program';

interface Call {
  readonly id: string;
  readonly state: string;
  readonly available: string[];
  readonly awarded: { readonly amount: number };
}
interface Application {
  readonly id: string;
  readonly state: string;
  readonly code?: string;
}

let test: TestApp;
let programId: string;

beforeAll(async () => {
  test = await startTestApp('grants');
  programId = (await openProgram(test)).id;
  for (const name of ['artist', 'artist2'] as const) await entrance(() => test).enrolled(programId, name);
}, 60_000);
afterAll(() => test?.stop());
afterEach(async () => {
  for (const prefix of ['ledger-', 'grants-', 'compensation-'])
    expect(await violations(test, prefix)).toEqual({});
});

const money = async (name: ReturnType<typeof account.fund>): Promise<bigint> =>
  (await test.app.get(LedgerService).balances([name])).get(name)?.balance ?? 0n;
const fund = () => money(account.fund(programId, 'EUR'));
const pay = (amount: number) =>
  test.request('POST', `/api/v1/programs/${programId}/funding`, {
    as: 'finance',
    body: { amount, currency: 'EUR' },
  });

async function create(amount = 1_000): Promise<string> {
  const body = {
    programId,
    title: 'First films',
    criteria: 'Craft',
    budget: { amount, currency: 'EUR' },
    decidesAt: '2026-12-01T00:00:00Z',
  };
  const { status, body: call } = await test.request<Call>('POST', '/api/v1/calls', { as: 'manager', body });
  expect(status).toBe(201);
  return call.id;
}
const move = (id: string, verb: string, as: CastName = 'manager') =>
  test.request<Call>('POST', `/api/v1/calls/${id}/${verb}`, { as });
const apply = (id: string, as: CastName, amount = 600) =>
  test.request<Application>('POST', `/api/v1/calls/${id}/applications`, {
    as,
    body: { statement: 'A film', amount },
  });
const judge = (id: string, verb: string, body: object, as: CastName = 'manager') =>
  test.request<Application>('POST', `/api/v1/call-applications/${id}/${verb}`, { as, body });

it('sets the budget aside before it opens, and does not open without', async () => {
  const id = await create();
  expect((await apply(id, 'artist')).status).toBe(404);
  expect(await move(id, 'open')).toMatchObject({ status: 402, body: { code: 'ledger.insufficient' } });
  await pay(1_000);
  expect(await move(id, 'open')).toMatchObject({
    status: 200,
    body: { state: 'open', available: ['close', 'cancel'] },
  });
  expect((await move(id, 'open')).status).toBe(200);
  expect([await fund(), await money(account.award(id, 'EUR'))]).toEqual([0n, 1_000n]);
  expect((await move(id, 'open', 'artist')).status).toBe(403);
  expect((await move(id, 'cancel')).body.state).toBe('cancelled');
  expect([await fund(), await money(account.award(id, 'EUR'))]).toEqual([1_000n, 0n]);
});

it('awards within the budget, answers everybody, and returns what is left', async () => {
  const id = await create();
  await move(id, 'open');
  const [first, second] = [await apply(id, 'artist'), await apply(id, 'artist2')];
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(await apply(id, 'artist')).toMatchObject({ status: 409, body: { code: 'grants.applied_already' } });
  expect((await apply(id, 'artist3')).status).toBe(403);
  const award = (application: string, amount: number) =>
    judge(application, 'award', { amount, reasons: 'Clear and doable' });
  expect(await award(first.body.id, 600)).toMatchObject({
    status: 409,
    body: { code: 'grants.call_not_closed' },
  });
  expect((await judge(first.body.id, 'award', { amount: 5 }, 'artist')).status).toBe(403);
  await move(id, 'close');
  expect(await apply(id, 'artist')).toMatchObject({ body: { code: 'grants.call_not_open' } });
  expect(await award(first.body.id, 1_001)).toMatchObject({ body: { code: 'grants.over_budget' } });
  expect(await judge(first.body.id, 'award', { amount: 600 })).toMatchObject({
    body: { code: 'grants.reasons_missing' },
  });
  const both = await Promise.all([award(first.body.id, 600), award(second.body.id, 600)]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect(await move(id, 'decide')).toMatchObject({ body: { code: 'grants.applications_undecided' } });
  expect(await move(id, 'cancel')).toMatchObject({ body: { code: 'grants.awards_made' } });
  const loser = both[0]?.status === 200 ? second : first;
  expect(await judge(loser.body.id, 'decline', { reasons: 'The budget is used' })).toMatchObject({
    body: { state: 'declined' },
  });
  expect(await move(id, 'decide')).toMatchObject({
    body: { state: 'decided', awarded: { amount: 600 }, available: [] },
  });
  expect([await fund(), await money(account.award(id, 'EUR'))]).toEqual([400n, 0n]);
  const earned = await test.request<{ items: object[] }>('GET', '/api/v1/finance/earnings?category=prize', {
    as: 'finance',
  });
  expect(earned.body.items).toMatchObject([{ causeType: 'award', state: 'due', amount: { amount: 600 } }]);
});

it('shows drafts to nobody else, and applications to the applicant and those who judge', async () => {
  const id = await create(10);
  const seen = async (as?: CastName): Promise<string[]> =>
    (
      await test.request<{ items: Call[] }>('GET', '/api/v1/calls', as === undefined ? {} : { as })
    ).body.items.map((call) => call.id);
  expect(await seen()).not.toContain(id);
  expect(await seen('manager')).toContain(id);
  await move(id, 'open');
  expect(await seen()).toContain(id);
  const { body } = await apply(id, 'artist', 10);
  const listed = async (as: CastName): Promise<string[]> =>
    (
      await test.request<{ items: Application[] }>('GET', `/api/v1/calls/${id}/applications`, { as })
    ).body.items.map((one) => one.id);
  expect(await listed('artist2')).toEqual([]);
  expect(await listed('artist')).toEqual([body.id]);
  expect(await listed('manager')).toEqual([body.id]);
  expect((await judge(body.id, 'withdraw', {}, 'artist2')).status).toBe(404);
  expect((await judge(body.id, 'withdraw', {}, 'artist')).body.state).toBe('withdrawn');
});
