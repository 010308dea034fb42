import { startTestApp, type TestApp } from '../support/app';
import { violations } from '../support/invariants';
import { draftProgram, openProgram } from '../support/program';

let atelier: TestApp;
beforeAll(async () => {
  atelier = await startTestApp('program_funding');
});
afterAll(() => atelier.stop());

const fund = (id: string, body: object, headers: Record<string, string> = {}) =>
  atelier.request('POST', `/api/v1/programs/${id}/funding`, { as: 'finance', body, headers });
const balance = (id: string) => atelier.request('GET', `/api/v1/programs/${id}/fund`, { as: 'finance' });

describe('funding', () => {
  test('books what came in, once per Idempotency-Key', async () => {
    const { id } = await draftProgram(atelier);
    const money = { amount: 250_000, currency: 'EUR' };
    const first = await fund(id, money, { 'idempotency-key': `fund-${id}` });
    const repeat = await fund(id, money, { 'idempotency-key': `fund-${id}` });
    expect(first).toMatchObject({ status: 201, body: { programId: id, amount: money } });
    expect(repeat.body).toEqual(first.body);
    expect((await balance(id)).body).toMatchObject({
      programId: id,
      balance: money,
      held: { amount: 0, currency: 'EUR' },
      available: money,
    });
  });

  test('is for finance, in the currency of the programme, above zero', async () => {
    const { id } = await draftProgram(atelier);
    const { status } = await atelier.request('POST', `/api/v1/programs/${id}/funding`, {
      as: 'manager',
      body: { amount: 1, currency: 'EUR' },
    });
    expect(status).toBe(403);
    expect(await fund(id, { amount: 1, currency: 'USD' })).toMatchObject({
      status: 422,
      body: { code: 'program.currency_mismatch', currency: 'EUR' },
    });
    expect((await fund(id, { amount: 0, currency: 'EUR' })).status).toBe(422);
    expect((await fund(id, { amount: 1.5, currency: 'EUR' })).status).toBe(422);
    expect((await fund('prg_unknown', { amount: 1, currency: 'EUR' })).status).toBe(404);
    expect((await balance(id)).body).toMatchObject({ balance: { amount: 0 } });
  });

  test('takes no amount whose sum could not be shown any more', async () => {
    const { id } = await draftProgram(atelier);
    for (const amount of [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER])
      expect((await fund(id, { amount, currency: 'EUR' })).status).toBe(422);
    for (let time = 0; time < 3; time += 1)
      expect((await fund(id, { amount: 1_000_000_000_000, currency: 'EUR' })).status).toBe(201);
    expect((await balance(id)).body).toMatchObject({ balance: { amount: 3_000_000_000_000 } });
  });

  test('shows the fund to staff only', async () => {
    const { id } = await openProgram(atelier);
    expect((await atelier.request('GET', `/api/v1/programs/${id}/fund`)).status).toBe(401);
    expect((await atelier.request('GET', `/api/v1/programs/${id}/fund`, { as: 'artist' })).status).toBe(403);
    expect((await atelier.request('GET', `/api/v1/programs/${id}/fund`, { as: 'manager' })).status).toBe(200);
  });
});

test('the standing checks find nothing after all of this', async () => {
  expect(await violations(atelier, 'program-')).toEqual({});
  expect(await violations(atelier, 'ledger-')).toEqual({});
});
