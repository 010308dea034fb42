import { createHash } from 'node:crypto';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { BANK_ENV, IBAN } from '../support/bank';
import { approveBatch, complaints, earn, fundedProgram, payoutIn, type BatchBody } from '../support/payouts';

interface FileBody {
  readonly id: string;
  readonly sha256: string;
  readonly name: string;
  readonly open: number;
  readonly total: { readonly amount: number };
  readonly lines: readonly {
    readonly payoutId: string;
    readonly state: string;
    readonly available: string[];
  }[];
  readonly code?: string;
  readonly field?: string;
}

let atelier: TestApp;

beforeAll(async () => {
  atelier = await startTestApp('bank_files', { env: BANK_ENV });
}, 60_000);
afterAll(() => atelier?.stop());

const own = (method: string, path: string, body?: object, as: CastName = 'artist') =>
  atelier.request<Record<string, unknown>>(method, `/api/v1/me/recipients${path}`, {
    as,
    ...(body && { body }),
  });
const ask = (method: string, path: string, body?: object, as: CastName = 'finance') =>
  atelier.request<FileBody>(method, `/api/v1${path}`, { as, ...(body && { body }) });

async function sentBatch(): Promise<{ batch: BatchBody; payoutId: string }> {
  const programId = await fundedProgram(atelier);
  await earn(atelier, 'artist', programId);
  const body = { programId, currency: 'EUR', rail: 'bank_file' };
  const drafted = await atelier.request<BatchBody>('POST', '/api/v1/payout-batches', { as: 'finance', body });
  expect(drafted.status).toBe(201);
  const batch = drafted.body;
  await approveBatch(atelier, batch);
  const payoutId = batch.payouts[0]?.id ?? '';
  await payoutIn(atelier, payoutId, 'in_transit');
  return { batch, payoutId };
}

describe('how an artist is paid', () => {
  it('refuses an IBAN whose digits are swapped, and a name without Latin letters, naming the field', async () => {
    const account = { country: 'GB', town: 'London' };
    expect(await own('PUT', '/bank_file', { ...account, iban: 'GB29 NWBK 6016 1331 9268 91' })).toMatchObject(
      {
        status: 422,
        body: { code: 'payouts.account_wrong', field: 'iban' },
      },
    );
    expect(await own('PUT', '/bank_file', { ...account, iban: IBAN, holder: '片山' })).toMatchObject({
      body: { code: 'payouts.account_wrong', field: 'holder' },
    });
  });

  it('keeps the account sealed, shows its end, and is chosen from then on', async () => {
    const set = await own('PUT', '/bank_file', { country: 'GB', town: 'London', iban: IBAN });
    expect(set).toMatchObject({ status: 200, body: { standing: 'ready', last4: '6819', changedAt: null } });
    await own('POST', '/bank_file/choose');
    const { body } = await own('GET', '');
    expect(body).toMatchObject({ items: [{ rail: 'sandbox' }, { rail: 'bank_file', isChosen: true }] });
    const [row] = await atelier.db.read<{ text: string }>(
      `SELECT encode(sealed, 'escape') AS text FROM payouts_bank_accounts`,
    );
    expect(row?.text).not.toContain('NWBK');
    expect(await own('POST', '/bank_file/link')).toMatchObject({ body: { code: 'payouts.no_onboarding' } });
    expect(await own('POST', '/stripe/refresh')).toMatchObject({ status: 409 });
  });
});

describe('a bank file', () => {
  it('carries each order once, is the same bytes for ever, and what the bank did follows by hand', async () => {
    const { batch, payoutId } = await sentBatch();
    const made = await ask('POST', '/bank-files', { batchId: batch.id });
    expect(made).toMatchObject({
      status: 201,
      body: { format: 'sepa', open: 1, lines: [{ payoutId, state: 'filed' }] },
    });
    const { id, sha256, name } = made.body;
    expect(name).toBe(`TEST-${id}.xml`);
    expect(await ask('POST', '/bank-files', { batchId: batch.id })).toMatchObject({
      body: { code: 'payouts.nothing_to_file' },
    });
    const content = await atelier.request<string>('GET', `/api/v1/bank-files/${id}/content`, {
      as: 'finance2',
    });
    expect(createHash('sha256').update(content.body).digest('hex')).toBe(sha256);
    expect(content.body).toContain(`<EndToEndId>${payoutId.replace('_', '-')}</EndToEndId>`);
    expect(content.body).toContain('<IBAN>GB29NWBK60161331926819</IBAN>');
    expect((await ask('POST', `/bank-files/${id}/execute`)).body).toMatchObject({ open: 0 });
    await payoutIn(atelier, payoutId, 'paid');
    const back = await ask('POST', `/bank-orders/${payoutId}/return`, { reason: 'account closed' });
    expect(back.body).toMatchObject({ lines: [{ state: 'returned', available: [] }] });
    await payoutIn(atelier, payoutId, 'returned');
  });

  it('that the bank refuses leaves the debt as it was', async () => {
    const { batch, payoutId } = await sentBatch();
    await ask('POST', '/bank-files', { batchId: batch.id });
    await ask('POST', `/bank-orders/${payoutId}/refuse`, { reason: 'AC01' });
    expect(await payoutIn(atelier, payoutId, 'failed')).toMatchObject({ reason: 'AC01' });
  });

  it('pays the account that was approved or none', async () => {
    const programId = await fundedProgram(atelier);
    await earn(atelier, 'artist', programId);
    const body = { programId, currency: 'EUR', rail: 'bank_file' };
    const { body: batch } = await atelier.request<BatchBody>('POST', '/api/v1/payout-batches', {
      as: 'finance',
      body,
    });
    const other = { country: 'DE', town: 'Köln', iban: 'DE89 3704 0044 0532 0130 00' };
    expect(await own('PUT', '/bank_file', other)).toMatchObject({ body: { last4: '3000' } });
    await approveBatch(atelier, batch);
    const failed = await payoutIn(atelier, batch.payouts[0]?.id ?? '', 'failed');
    expect(failed.reason).toMatch(/account changed after the approval/);
  });
});

it('leaves nothing for the standing checks to complain about', async () => {
  await atelier.settle();
  expect(await complaints(atelier, /^(payouts|ledger|compensation)-/)).toEqual({});
});
