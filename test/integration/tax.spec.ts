import { newId } from '../../src/kernel/id';
import { account, LedgerService } from '../../src/modules/ledger';
import { CompensationService, PayGateService, type Category } from '../../src/modules/compensation';
import { TaxFormService } from '../../src/modules/compensation/tax/tax-form.service';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { violations } from '../support/invariants';
import { dueIn, fundedProgram } from '../support/payouts';

interface MyTax {
  readonly code?: string;
  readonly forms: readonly {
    id: string;
    kind: string;
    state: string;
    number: string;
    reason: string | null;
  }[];
  readonly blocks: readonly { block: string; programId: string }[];
  readonly kinds: readonly string[];
}

let test: TestApp;

beforeAll(async () => {
  test = await startTestApp('tax');
}, 60_000);
afterAll(() => test?.stop());
afterEach(async () => {
  expect(await violations(test, 'ledger-')).toEqual({});
  expect(await violations(test, 'compensation-')).toEqual({});
});

const SIGNED = `${new Date().getUTCFullYear()}-01-02`;
const FORM = {
  kind: 'w8ben',
  legalName: 'Łukasz 片山',
  address: 'Long Street 1, Berlin',
  numberEnd: '6789',
  signedOn: SIGNED,
};

async function usProgram(): Promise<string> {
  const id = await fundedProgram(test);
  const set = await test.request('PUT', `/api/v1/programs/${id}/tax-settings`, {
    as: 'finance',
    body: { regime: 'us', payerCountry: 'US' },
  });
  expect(set.status).toBe(200);
  return id;
}

async function earn(programId: string, as: CastName, category: Category, amount: bigint): Promise<string> {
  const causeId = newId('tst');
  await test.db.tx((tx) =>
    test.app.get(CompensationService).earn(tx, {
      programId,
      personId: test.people[as].id,
      category,
      causeType: 'test',
      causeId,
      amount,
      currency: 'EUR',
      source: account.fund(programId, 'EUR'),
      rate: null,
      evidence: {},
    }),
  );
  return causeId;
}

const due = async (programId: string) => dueIn(test, programId);
const blocked = async (programId: string, as: CastName) =>
  (await test.app.get(PayGateService).blocked(programId, [test.people[as].id])).get(test.people[as].id) ??
  null;
const mine = async (as: CastName): Promise<MyTax> =>
  (await test.request<MyTax>('GET', '/api/v1/me/tax', { as })).body;
const live = (as: CastName, country: string, isUsPerson = false) =>
  test.request('PUT', '/api/v1/me/tax/residence', { as, body: { country, isUsPerson } });
const handIn = (as: CastName, body: object = FORM) =>
  test.request<MyTax>('POST', '/api/v1/me/tax/forms', { as, body });
const act = (id: string, verb: string, as: CastName, body: object = {}) =>
  test.request('POST', `/api/v1/finance/tax/forms/${id}/${verb}`, { as, body });

it('keeps money for want of a form and says which step is missing, until the form is valid', async () => {
  const programId = await usProgram();
  await earn(programId, 'artist', 'service', 10_000n);
  expect(await blocked(programId, 'artist')).toBe('residence_missing');
  expect((await live('artist', 'DE')).status).toBe(200);
  expect(await blocked(programId, 'artist')).toBe('form_missing');
  const missing = await test.request<{ items: { personId: string; block: string; amount: object }[] }>(
    'GET',
    `/api/v1/finance/tax/missing?programId=${programId}`,
    { as: 'finance' },
  );
  expect(missing.body.items).toMatchObject([
    { personId: test.people.artist.id, block: 'form_missing', amount: { amount: 10_000 } },
  ]);
  const handed = await handIn('artist');
  expect(handed.status).toBe(201);
  expect(await blocked(programId, 'artist')).toBe('form_waiting');
  const id = handed.body.forms[0]?.id ?? '';
  expect((await act(id, 'reject', 'finance')).body).toMatchObject({ code: 'compensation.reason_missing' });
  expect((await act(id, 'reject', 'finance', { reason: 'The name is missing a part.' })).status).toBe(200);
  expect((await mine('artist')).forms[0]).toMatchObject({
    state: 'rejected',
    reason: 'The name is missing a part.',
  });
  expect(await blocked(programId, 'artist')).toBe('form_rejected');
  await handIn('artist');
  expect((await act(id, 'accept', 'finance')).status).toBe(200);
  expect(await blocked(programId, 'artist')).toBeNull();
  expect((await mine('artist')).blocks).toEqual([]);
  expect(await due(programId)).toMatchObject([{ amount: 10_000n }]);
});

it('withholds the rate of the treaty from income of the payer’s country, once, and passes it on', async () => {
  const programId = await usProgram();
  await live('artist2', 'PL');
  const prize = await earn(programId, 'artist2', 'prize', 10_000n);
  await earn(programId, 'artist2', 'service', 5_000n);
  const handed = await handIn('artist2', { ...FORM, treatyCountry: 'PL', treatyRate: 1_000 });
  const id = handed.body.forms[0]?.id ?? '';
  await act(id, 'accept', 'finance');
  expect(await due(programId)).toMatchObject([{ amount: 14_000n }]);
  expect(await due(programId)).toMatchObject([{ amount: 14_000n }]);
  const list = await test.request<{
    items: { causeId: string; withheld: object; net: object; sourceCountry: string }[];
  }>('GET', `/api/v1/finance/earnings?programId=${programId}`, { as: 'finance' });
  expect(list.body.items.find(({ causeId }) => causeId === prize)).toMatchObject({
    withheld: { amount: 1_000 },
    net: { amount: 9_000 },
    sourceCountry: 'US',
  });
  const pot = account.withheld(programId, 'EUR');
  const held = async () => (await test.app.get(LedgerService).balances([pot])).get(pot)?.balance;
  expect(await held()).toBe(1_000n);
  // A better form before the money left: what was taken too much is given back.
  await handIn('artist2', { ...FORM, treatyCountry: 'PL', treatyRate: 500 });
  await act(id, 'accept', 'finance2');
  expect(await due(programId)).toMatchObject([{ amount: 14_500n }]);
  expect(await held()).toBe(500n);
  const remit = (amount: number) =>
    test.request('POST', `/api/v1/programs/${programId}/tax-remittances`, {
      as: 'finance',
      body: { amount, currency: 'EUR', note: 'Form 1042 deposit' },
      headers: { 'idempotency-key': `remit-${amount}` },
    });
  expect((await remit(501)).status).toBe(402);
  expect((await remit(500)).status).toBe(201);
  expect((await remit(500)).status).toBe(201);
  expect(await held()).toBe(0n);
});

it('keeps the last four characters only, encrypted, and writes them into no log of acts', async () => {
  await live('artist3', 'US', true);
  const long = await handIn('artist3', { ...FORM, kind: 'w9', numberEnd: '123456789' });
  expect(long.status).toBe(422);
  expect(JSON.stringify(long.body)).not.toContain('123456789');
  expect((await handIn('artist3')).body).toMatchObject({ code: 'compensation.residence_unfit' });
  const body = { ...FORM, kind: 'w9', legalName: 'Secret Name', numberEnd: '4711' };
  const handed = await handIn('artist3', body);
  expect(handed.body.forms).toMatchObject([{ kind: 'w9', number: '•••• 4711', state: 'received' }]);
  const [row] = await test.db.read<{ identity: Buffer; all: string }>(
    `SELECT identity, f::text AS all FROM compensation_tax_forms f WHERE person_id = $1`,
    [test.people.artist3.id],
  );
  expect(row?.identity.toString('latin1')).not.toMatch(/4711|Secret/);
  const told = await test.db.read<{ text: string }>(
    `SELECT details::text AS text FROM audit_entries UNION ALL SELECT payload::text FROM platform_events`,
  );
  expect(told.filter(({ text }) => /4711|Secret Name/.test(text))).toEqual([]);
  const id = handed.body.forms[0]?.id ?? '';
  const page = await test.request('GET', `/api/v1/finance/tax/forms/${id}`, { as: 'finance' });
  expect(page.body).toMatchObject({ legalName: 'Secret Name', number: '•••• 4711' });
  const looks = await test.db.read(
    `SELECT 1 FROM audit_entries WHERE act = 'tax_form.read' AND subject = $1`,
    [id],
  );
  expect(looks).toHaveLength(1);
  expect((await test.request('GET', `/api/v1/finance/tax/forms/${id}`, { as: 'artist3' })).status).toBe(403);
});

it('refuses a form that cannot be right', async () => {
  await live('artist', 'DE');
  const refusedAs = async (part: object): Promise<unknown> =>
    (await handIn('artist', { ...FORM, ...part })).body.code;
  expect(await refusedAs({ signedOn: '2999-01-01' })).toBe('compensation.signed_later');
  expect(await refusedAs({ signedOn: '2019-01-01' })).toBe('compensation.form_over');
  expect(await refusedAs({ treatyRate: 500 })).toBe('compensation.treaty_unfit');
  expect(await refusedAs({ treatyCountry: 'DE', treatyRate: 3_000 })).toBe('compensation.treaty_unfit');
  expect(await refusedAs({ kind: 'w8eci', treatyCountry: 'DE', treatyRate: 500 })).toBe(
    'compensation.treaty_unfit',
  );
  const set = await test.request('PUT', `/api/v1/programs/${await fundedProgram(test)}/tax-settings`, {
    as: 'finance',
    body: { regime: 'us', payerCountry: 'DE' },
  });
  expect(set.body).toMatchObject({ code: 'compensation.payer_unfit' });
});

it('ends a form when its time is over, and asks again', async () => {
  const programId = await usProgram();
  await earn(programId, 'artist2', 'service', 1_000n);
  expect(await blocked(programId, 'artist2')).toBeNull();
  await test.db.tx((tx) =>
    tx.run(
      `UPDATE compensation_tax_forms SET expires_at = now() - interval '1 second' WHERE person_id = $1`,
      [test.people.artist2.id],
    ),
  );
  expect(await blocked(programId, 'artist2')).toBe('form_expired');
  const forms = test.app.get(TaxFormService);
  const ended = await Promise.all([forms.sweep(), forms.sweep()]);
  expect(ended.toSorted()).toEqual([0, 1]);
  const [own] = (await mine('artist2')).forms;
  expect(own?.state).toBe('expired');
  expect((await act(own?.id ?? '', 'request', 'finance')).body).toMatchObject({ state: 'requested' });
});

it('asks nobody where no rules are set, and shows its thresholds to everybody', async () => {
  const programId = await fundedProgram(test);
  await earn(programId, 'artist3', 'prize', 900_000n);
  expect(await blocked(programId, 'artist3')).toBeNull();
  const rules = await test.request<{ thresholds: { fromYear: number; isInclusive: boolean }[] }>(
    'GET',
    '/api/v1/tax/rules',
  );
  expect(rules.body.thresholds).toContainEqual(
    expect.objectContaining({
      fromYear: 2026,
      amount: { amount: 200_000, currency: 'USD' },
      isInclusive: true,
    }),
  );
});
