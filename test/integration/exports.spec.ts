import { createHash } from 'node:crypto';
import { startTestApp, type TestApp } from '../support/app';
import { csvTable } from '../support/csv';
import {
  approveBatch,
  draftBatch,
  earn,
  fundedProgram,
  payoutIn,
  settleAfter,
  until,
} from '../support/payouts';

interface Export {
  readonly id: string;
  readonly state: string;
  readonly rowsTotal: number | null;
  readonly rowsDone: number;
  readonly totals: readonly { currency: string; rows: number; sums: Record<string, string> }[];
  readonly bytes: number | null;
  readonly sha256: string | null;
  readonly available: readonly string[];
  readonly code?: string;
}

let atelier: TestApp;

const make = (body: object, as: 'finance' | 'manager' = 'finance') =>
  atelier.request<Export>('POST', '/api/v1/exports', { as, body });
const ready = (id: string): Promise<Export> =>
  until(`export ${id}`, async () => {
    const { body } = await atelier.request<Export>('GET', `/api/v1/exports/${id}`, { as: 'finance' });
    return body.state === 'ready' && body;
  });
async function fileOf(id: string): Promise<{ bytes: Buffer; headers: Headers; status: number }> {
  const answer = await fetch(`${atelier.url}/api/v1/exports/${id}/file`, {
    headers: { cookie: atelier.people.finance.cookie },
  });
  return { bytes: Buffer.from(await answer.arrayBuffer()), headers: answer.headers, status: answer.status };
}
async function written(body: object): Promise<{ row: Export; bytes: Buffer; headers: Headers }> {
  const { status, body: made } = await make(body);
  expect(status).toBe(201);
  const row = await ready(made.id);
  return { row, ...(await fileOf(made.id)) };
}

beforeAll(async () => {
  atelier = await startTestApp('exports');
  settleAfter(atelier, 0);
  const programId = await fundedProgram(atelier, 50_000);
  await earn(atelier, 'artist', programId, 3);
  const batch = await draftBatch(atelier, programId);
  await approveBatch(atelier, batch);
  await payoutIn(atelier, batch.payouts[0]?.id ?? '', 'paid');
  await earn(atelier, 'artist2', programId, 2);
  await atelier.settle();
}, 90_000);
afterAll(() => atelier?.stop());

describe('a file of a reading', () => {
  test('is written in the background as CSV whose totals and sha-256 are those that were told', async () => {
    const { row, bytes, headers } = await written({ reading: 'earnings', format: 'csv' });
    expect(row).toMatchObject({ rowsTotal: 5, rowsDone: 5, bytes: bytes.length });
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(row.sha256);
    expect(headers.get('content-disposition')).toContain('attachment');
    const table = csvTable(bytes.toString('utf8'));
    const total = table.at(-1) ?? {};
    const rows = table.slice(0, -1);
    expect(rows).toHaveLength(5);
    const minor = rows.reduce((sum, one) => sum + BigInt(one['amount_minor'] ?? '0'), 0n);
    expect(String(minor)).toBe(row.totals[0]?.sums['amount']);
    expect(Object.values(total)).toContain(String(minor));
  });

  test('is the same rows as JSON and as a sheet', async () => {
    const json = await written({ reading: 'earnings', format: 'json' });
    const said = JSON.parse(json.bytes.toString('utf8')) as { rows: object[]; totals: object[] };
    expect(said.rows).toHaveLength(5);
    expect(said.totals).toEqual(json.row.totals);
    const sheet = await written({ reading: 'earnings', format: 'xlsx', header: 'human' });
    expect(sheet.bytes.subarray(0, 2).toString()).toBe('PK');
    expect(sheet.row).toMatchObject({ rowsTotal: 5, state: 'ready' });
  });

  test('holds what fits its filters only, and is noted with whoever took it', async () => {
    const { row } = await written({
      reading: 'earnings',
      format: 'csv',
      filters: { personId: atelier.people.artist2.id },
    });
    expect(row.rowsTotal).toBe(2);
    const { body } = await atelier.request<{ items: { subject: string }[] }>(
      'GET',
      '/api/v1/audit?act=reports.download',
      { as: 'manager' },
    );
    expect(body.items.map(({ subject }) => subject)).toContain(row.id);
  });

  test('tells whoever asked for it, once', async () => {
    const { row } = await written({ reading: 'payouts', format: 'csv' });
    await atelier.settle();
    const { body } = await atelier.request<{ items: { kind: string; link: string | null }[] }>(
      'GET',
      '/api/v1/notices?limit=100',
      { as: 'finance' },
    );
    expect(body.items.filter(({ link }) => link?.includes(row.id) === true)).toHaveLength(1);
  });

  test('is refused in words when there can be none', async () => {
    const codes = await Promise.all(
      [
        { reading: 'nothing', format: 'csv' },
        { reading: 'earnings', format: 'hledger' },
        { reading: 'journal', format: 'xlsx' },
        { reading: 'earnings', format: 'csv', filters: { personId: '' } },
      ].map(async (body) => (await make(body)).body.code),
    );
    expect(codes.slice(0, 3)).toEqual([
      'reports.unknown_reading',
      'reports.unknown_format',
      'reports.unknown_format',
    ]);
    expect((await atelier.request('POST', '/api/v1/exports', { as: 'artist', body: {} })).status).toBe(403);
    expect((await fileOf('exp_none')).status).toBe(404);
  });
});
