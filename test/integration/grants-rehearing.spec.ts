import { account, LedgerService } from '../../src/modules/ledger';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { entrance } from '../support/enrollment';
import { grantRound, type Application } from '../support/grants';
import { violations } from '../support/invariants';
import { openProgram } from '../support/program';

let test: TestApp;
let programId: string;
const { post, get, create, move, apply, judge, ranked, awardsOf, accepted } = grantRound(
  () => test,
  () => programId,
);

beforeAll(async () => {
  test = await startTestApp('grants_rehearing');
  programId = (await openProgram(test)).id;
  for (const name of ['artist', 'artist2'] as const) await entrance(() => test).enrolled(programId, name);
  await post(`programs/${programId}/funding`, 'finance', { amount: 1_500, currency: 'EUR' });
}, 60_000);
afterAll(() => test?.stop());
afterEach(async () => {
  for (const prefix of ['ledger-', 'grants-', 'redress-', 'compensation-'])
    expect(await violations(test, prefix)).toEqual({});
});

const money = async (name: ReturnType<typeof account.fund>): Promise<bigint> =>
  (await test.app.get(LedgerService).balances([name])).get(name)?.balance ?? 0n;
const code = (answer: { body: unknown }): unknown => (answer.body as { code?: string }).code;
const stateOf = async (id: string, as: CastName): Promise<string> =>
  (await get<Application>(`call-applications/${id}`, as)).body.state;
const statements = async (id: string) =>
  (await get<{ items: { id: string; state: string }[] }>(`reasons?subjectId=${id}`, 'artist2')).body.items;
/** A decided call in which `artist` was awarded and `artist2` declined by `manager`. */
async function lost(): Promise<{ callId: string; id: string }> {
  const callId = await create(600);
  await move(callId, 'open');
  const first = await apply(callId, 'artist');
  const second = await apply(callId, 'artist2', 500);
  await ranked(callId, (application) => (application === first.body.id ? 5 : 3));
  await judge(first.body.id, 'award', { amount: 600, reasons: 'Clear and doable' });
  await judge(second.body.id, 'decline', { reasons: 'The budget is used up' });
  await move(callId, 'decide');
  return { callId, id: second.body.id };
}
async function overturned(id: string): Promise<void> {
  const [statement] = await statements(id);
  const appeal = await post<{ id: string }>(`reasons/${statement?.id}/appeals`, 'artist2', {
    grounds: 'A reviewer mistook another film for mine.',
  });
  expect(code(await post(`hearings/${appeal.body.id}/take`, 'manager'))).toBe('redress.took_part');
  await post(`hearings/${appeal.body.id}/take`, 'finance');
  await post(`hearings/${appeal.body.id}/overturn`, 'finance', {
    reasons: 'The notes are about another film.',
  });
  await test.settle();
}

it('a refusal that is overturned is judged anew by somebody else and awarded out of the fund', async () => {
  const { callId, id } = await lost();
  const fund = account.fund(programId, 'EUR');
  expect([await money(fund), await money(account.award(callId, 'EUR'))]).toEqual([900n, 600n]);
  await overturned(id);
  expect(await stateOf(id, 'artist2')).toBe('in_review');
  expect(await statements(id)).toMatchObject([{ state: 'annulled' }]);
  const said = { amount: 500, reasons: 'It is as good as the first' };
  expect(await judge(id, 'award', said)).toMatchObject({ status: 403, body: { code: 'grants.took_part' } });
  expect(code(await judge(id, 'reserve', said, 'manager2'))).toBe('grants.call_decided');
  expect(await judge(id, 'award', said, 'manager2')).toMatchObject({ status: 200 });
  expect([await money(fund), await money(account.award(callId, 'EUR'))]).toEqual([400n, 1_100n]);
  expect(await stateOf(id, 'artist2')).toBe('awarded');
  await accepted('artist2');
  expect(await awardsOf('artist2')).toMatchObject([{ state: 'active', amount: { amount: 500 } }]);
});

it('without money in the fund nothing is awarded; a second refusal has its own reasons and its own appeal', async () => {
  await post(`programs/${programId}/funding`, 'finance', { amount: 300, currency: 'EUR' });
  const { id } = await lost();
  await overturned(id);
  const said = { amount: 500, reasons: 'It is as good as the first' };
  expect(await judge(id, 'award', said, 'manager2')).toMatchObject({
    status: 402,
    body: { code: 'ledger.insufficient' },
  });
  expect(await stateOf(id, 'artist2')).toBe('in_review');
  const again = await judge(id, 'decline', { reasons: 'Looked at anew: the plan has no end' }, 'manager2');
  expect(again.status).toBe(200);
  expect(await stateOf(id, 'artist2')).toBe('declined');
  expect((await statements(id)).map(({ state }) => state).toSorted()).toEqual(['annulled', 'in_force']);
  await expect(
    test.db.tx((tx) =>
      tx.run('UPDATE grants_applications SET decided_by = $2 WHERE id = $1', [id, test.people.manager.id]),
    ),
  ).rejects.toThrow('grants_application_is_reheard_by_another');
});
