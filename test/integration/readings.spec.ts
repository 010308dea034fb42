import { CURRENCIES, decimal, type Currency } from '../../src/kernel/money';
import { RunRepository } from '../../src/modules/payouts/reconciliation/run.repository';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import {
  approveBatch,
  draftBatch,
  earn,
  fundedProgram,
  payoutIn,
  settleAfter,
  until,
} from '../support/payouts';
import { csvTable } from '../support/csv';

/** What one accepted issue earns by the test programme's rate card. */
const PRICE = 1_500;

interface Reading {
  readonly key: string;
  readonly columns: readonly { readonly key: string; readonly type: string; readonly isSummed: boolean }[];
  readonly filters: readonly { readonly key: string; readonly values: readonly string[] | null }[];
  readonly groups: readonly { readonly key: string; readonly filter: string | null }[];
  readonly chart: { readonly by: string; readonly of: string } | null;
}
type Row = Record<string, unknown>;
interface Rows {
  readonly items: readonly Row[];
  readonly next: string | null;
}
interface Sums {
  readonly rows: number;
  readonly items: readonly {
    currency: string;
    rows: number;
    sums: Record<string, number>;
    value?: string | null;
  }[];
}

let atelier: TestApp;
let programId: string;
let paidId: string;
let catalogue: readonly Reading[];

const get = <T = Row>(path: string, as: CastName = 'finance') =>
  atelier.request<T>('GET', `/api/v1/readings${path}`, { as });
const codeOf = async (path: string): Promise<string> => {
  const { status, body } = await get<{ code: string }>(path);
  return `${status} ${body.code}`;
};

async function everything(path: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (let cursor = ''; ;) {
    const { status, body } = await get<Rows>(`${path}${path.includes('?') ? '&' : '?'}limit=2${cursor}`);
    expect(status).toBe(200);
    rows.push(...body.items);
    if (body.next === null) return rows;
    cursor = `&cursor=${encodeURIComponent(body.next)}`;
  }
}

beforeAll(async () => {
  atelier = await startTestApp('readings');
  settleAfter(atelier, 0);
  await atelier.db.tx((tx) =>
    tx.run('UPDATE access_people SET name = $2 WHERE id = $1', [
      atelier.people.artist2.id,
      '=HYPERLINK("http://evil.example","pay")\nLtd',
    ]),
  );
  programId = await fundedProgram(atelier, 50_000);
  await earn(atelier, 'artist', programId, 3);
  const batch = await draftBatch(atelier, programId);
  await approveBatch(atelier, batch);
  paidId = (await payoutIn(atelier, batch.payouts[0]?.id ?? '', 'paid')).id;
  await earn(atelier, 'artist2', programId, 2);
  await draftBatch(atelier, programId);
  await earn(atelier, 'artist3', programId, 1);
  await atelier.settle();
  catalogue = (await get<{ items: Reading[] }>('')).body.items;
}, 90_000);

afterAll(() => atelier?.stop());

describe('every reading', () => {
  it('lists, sums and groups the same rows, whatever the size of a page', async () => {
    expect(catalogue.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['payouts', 'accrued', 'tax', 'approvals', 'reconciliation', 'hourly']),
    );
    for (const { key, columns, groups } of catalogue) {
      const rows = await everything(`/${key}`);
      const { body: sums } = await get<Sums>(`/${key}/sums`);
      expect({ key, rows: sums.rows }).toEqual({ key, rows: rows.length });
      for (const column of columns.filter(({ isSummed }) => isSummed)) {
        const added = rows.reduce((sum, row) => sum + (row[column.key] as { amount: number }).amount, 0);
        const whole = sums.items.reduce((sum, item) => sum + (item.sums[column.key] ?? 0), 0);
        expect({ key, column: column.key, whole }).toEqual({ key, column: column.key, whole: added });
      }
      for (const group of groups) {
        const { status, body } = await get<Sums>(`/${key}/groups?by=${group.key}`);
        expect(`${key} ${group.key} ${status}`).toBe(`${key} ${group.key} 200`);
        expect(body.items.reduce((sum, item) => sum + item.rows, 0)).toBe(rows.length);
      }
    }
  });

  it('opens each of its groups by the filter that it names, and finds there what the group counted', async () => {
    for (const { key, groups } of catalogue) {
      for (const group of groups.filter(({ filter }) => filter !== null)) {
        const { body } = await get<Sums>(`/${key}/groups?by=${group.key}`);
        for (const { value, rows, currency } of body.items) {
          if (value === null || value === undefined) continue;
          const query = `${group.filter}=${encodeURIComponent(value)}`;
          const found = await get<Sums>(`/${key}/sums?${query}`);
          const same = found.body.items.find((item) => item.currency === currency);
          expect({ key, query, rows: same?.rows }).toEqual({ key, query, rows });
        }
      }
    }
  });

  it('answers each of its filters, and its columns are those that it promises', async () => {
    const examples: Record<string, string> = {
      from: '2026-01-01', until: '2030-01-01', month: '2026-11', at: '2026-11-30', year: '2026', minAmount: '1',
      maxAmount: '9', isLate: 'true', isSamePerson: 'true', currency: 'EUR',
    }; // prettier-ignore
    for (const { key, filters, columns } of catalogue) {
      for (const filter of filters) {
        const value = filter.values?.[0] ?? examples[filter.key] ?? 'prg_none';
        const also = filter.key.endsWith('Amount') ? '&currency=EUR' : '';
        expect(`${key} ${filter.key} ${(await get(`/${key}?${filter.key}=${value}${also}`)).status}`).toBe(
          `${key} ${filter.key} 200`,
        );
      }
      const { body } = await get<Rows>(`/${key}?limit=1`);
      for (const row of body.items) expect(Object.keys(row)).toEqual(columns.map((column) => column.key));
    }
  });
});

describe('what finance asks', () => {
  it('register: one row per payout with who drafted and approved it', async () => {
    const [row] = await everything(`/payouts?payoutId=${paidId}`);
    expect(row).toMatchObject({
      payout_id: paidId,
      net_amount: { amount: 3 * PRICE, currency: 'EUR' },
      payout_status: 'paid',
      submitted_by: 'finance@example.org',
      approved_by: 'finance2@example.org',
      kind: 'feedback',
      days_to_cash: 0,
      gross_amount: { amount: 3 * PRICE },
      tax_withheld: { amount: 0 },
      cost_centre: `${programId}/service`,
      rail: 'sandbox',
      late: false,
    });
  });

  it('accrued: what was earned and not paid, on any day', async () => {
    const owed = async (query: string): Promise<number> =>
      (await get<Sums>(`/accrued/sums?programId=${programId}${query}`)).body.items[0]?.sums.amount ?? 0;
    expect(await owed('')).toBe(3 * PRICE);
    const today = new Date().toISOString().slice(0, 10);
    expect(await owed(`&at=${today}`)).toBe(3 * PRICE);
    expect(await owed('&at=2020-01-01')).toBe(0);
  });

  it('accrued on a past day counts what has been paid since', async () => {
    const past = `now() - interval '40 days'`;
    await atelier.db.tx(async (tx) => {
      await tx.run(
        `INSERT INTO compensation_earnings (id, program_id, person_id, category, cause_type, cause_id, amount, currency, source,
           state, payout_id, earned_at, due_at, pay_by, paid_at, updated_at)
         VALUES ('ern_past', $1, $2, 'prize', 'test', 'past', 700, 'USD', 'fund:x.USD', 'paid', $3, ${past}, ${past}, ${past}, now(), now())`,
        [programId, atelier.people.artist.id, paidId],
      );
      await tx.run(
        `INSERT INTO compensation_earnings_history (subject_id, verb, from_state, to_state, actor_id, at)
         VALUES ('ern_past', 'claim', 'due', 'in_payout', 'system', now() - interval '1 day'),
           ('ern_past', 'settle', 'in_payout', 'paid', 'system', now())`,
      );
    });
    const owed = async (back: number): Promise<number> => {
      const at = new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
      const { body } = await get<Sums>(`/accrued/sums?at=${at}&currency=USD`);
      return body.items[0]?.sums.amount ?? 0;
    };
    expect([await owed(50), await owed(30), await owed(0)]).toEqual([0, 700, 0]);
    await atelier.db.tx((tx) =>
      tx.run(`UPDATE compensation_earnings SET amount = 700 WHERE id = 'ern_past'`),
    );
  });

  it('burn: the money of a fund by cost centre adds up to what is left in it', async () => {
    const { body } = await get<Sums>(`/burn/sums?programId=${programId}&currency=EUR`);
    expect(body.items[0]?.sums).toMatchObject({ came: 50_000, went: 6 * PRICE, net: 50_000 - 6 * PRICE });
    const { body: groups } = await get<Sums>(`/burn/groups?by=costCentre&programId=${programId}`);
    expect(groups.items.map(({ value, sums }) => [value, sums.went])).toEqual([
      [`${programId}/fund`, 0],
      [`${programId}/service`, 6 * PRICE],
    ]);
  });

  it('approvals: every step with its person, and nobody twice', async () => {
    const steps = (await everything('/approvals')).map(
      ({ step, email }) => `${String(step)} ${String(email)}`,
    );
    expect(steps).toEqual(
      expect.arrayContaining(['draft finance@example.org', 'approve finance2@example.org']),
    );
    expect((await get<Sums>('/approvals/sums?isSamePerson=true')).body.rows).toBe(0);
  });

  it('reconciliation: what was compared, each side with its sum, and who explained what differed', async () => {
    const started = await atelier.request<{ items: { id: string }[] }>(
      'POST',
      '/api/v1/reconciliation/runs',
      {
        as: 'finance',
        body: { rail: 'sandbox' },
      },
    );
    const run = started.body.items[0]?.id ?? '';
    await until('compared', async () => (await atelier.app.get(RunRepository).find(run))?.endedAt);
    const [row] = await everything(`/reconciliation?payoutId=${paidId}`);
    expect(row).toMatchObject({
      rail: 'sandbox',
      match: 'matched',
      state: 'clear',
      ours: { amount: 3 * PRICE, currency: 'EUR' },
      theirs: { amount: 3 * PRICE },
      difference: { amount: 0 },
      days: null,
    });
    const { body } = await get<Sums>('/reconciliation/groups?by=match&currency=EUR&kind=transfer');
    expect(body.items.map(({ value, sums }) => [value, sums.ours])).toEqual([['matched', 3 * PRICE]]);
  });

  it('the ledger of one payout is found by its reference', async () => {
    const kinds = (await everything(`/postings?reference=payout:${paidId}:`)).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(['payout.paid', 'payout.sent']);
    const account = encodeURIComponent(`payable:${atelier.people.artist.id}.EUR`);
    expect((await everything(`/postings?account=${account}`)).length).toBe(4);
  });
});

describe('a question that cannot be answered', () => {
  it('says what is wrong with it', async () => {
    expect(await codeOf('/nonsense')).toBe('404 reports.unknown_reading');
    expect(await codeOf('/tax?state=paid')).toBe('422 reports.unknown_filter');
    expect(await codeOf('/payouts?colour=red')).toBe('422 input.invalid');
    expect(await codeOf('/payouts?state=nonsense')).toBe('422 reports.bad_value');
    expect(await codeOf('/payouts?from=2026-02-30')).toBe('422 reports.bad_value');
    expect(await codeOf('/payouts?from=2026-05-01&until=2026-04-01')).toBe('422 reports.range_reversed');
    expect(await codeOf('/payouts?from=2001-01-01&until=2099-01-01')).toBe('422 reports.range_too_long');
    expect(await codeOf('/payouts?minAmount=5')).toBe('422 reports.amount_needs_currency');
    expect(await codeOf('/payouts?minAmount=5&maxAmount=4&currency=EUR')).toBe('422 reports.range_reversed');
    expect(await codeOf('/payouts/groups?by=moon')).toBe('422 reports.unknown_group');
    expect(await codeOf('/payouts?cursor=bm9uc2Vuc2U')).toBe('422 page.bad_cursor');
    const { body } = await get<Rows>('/earnings?limit=1');
    expect(await codeOf(`/payouts?cursor=${String(body.next)}`)).toBe('422 page.bad_cursor');
    expect(await codeOf(`/accrued?cursor=${String(body.next)}`)).toBe('422 page.bad_cursor');
    expect((await get('/payouts', 'artist')).status).toBe(403);
  });

  it('never makes text of a filter part of the statement', async () => {
    const nasty = encodeURIComponent(`x' OR '1'='1`);
    expect((await get<Rows>(`/payouts?personId=${nasty}`)).body.items).toEqual([]);
    expect((await get<Sums>(`/postings/sums?reference=${nasty}`)).body.rows).toBe(0);
  });
});

describe('the CSV of a reading', () => {
  const csv = (query = '', as: CastName = 'finance') =>
    atelier.request<string>('GET', `/api/v1/readings/payouts/csv${query}`, { as });

  it('has the rows, a total that adds up, and names that no spreadsheet runs', async () => {
    const { body, headers } = await csv(`?programId=${programId}`);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toContain('attachment');
    const rows = csvTable(body);
    const total = rows.at(-1) ?? {};
    expect(total).toMatchObject({ effective_date: 'TOTAL 2 payouts', currency: 'EUR' });
    expect(rows.slice(0, -1).reduce((sum, row) => sum + BigInt(row.net_minor ?? ''), 0n)).toBe(
      BigInt(total.net_minor ?? ''),
    );
    expect(rows.find((row) => row.payout_id === paidId)).toMatchObject({
      net_amount: '45.00',
      net_minor: '4500',
    });
    expect(rows.map((row) => row.payee_name)).toContain(`'=HYPERLINK("http://evil.example","pay")\nLtd`);
  });

  it('has names for people too, a head when it is empty, and is noted in the audit log', async () => {
    expect((await csv('?state=failed')).body).toMatch(/^effective_date,.*\r\n$/);
    expect((await csv('?state=failed&header=human')).body).toMatch(/^Effective,Drafted,Payout,/);
    expect((await csv('', 'artist')).status).toBe(403);
    const [noted] = await atelier.db.read(
      `SELECT details FROM audit_entries WHERE act = 'reports.download' AND subject = 'payouts' ORDER BY id LIMIT 1`,
    );
    expect(noted?.details).toMatchObject({ programId, rows: 2 });
  });
});

describe('a saved filter', () => {
  const saved = (as: CastName) => atelier.request<{ items: Row[] }>('GET', '/api/v1/saved-filters', { as });
  const save = (body: object, as: CastName = 'finance') =>
    atelier.request('POST', '/api/v1/saved-filters', { as, body });

  it('is kept for oneself until it is shared, and only its owner changes it', async () => {
    const body = { reading: 'payouts', name: 'Failed ones', filters: { state: 'failed' } };
    const made = await save(body);
    expect(made).toMatchObject({ status: 201, body: { ...body, isShared: false, isMine: true } });
    expect((await saved('finance2')).body.items).toEqual([]);
    const path = `/api/v1/saved-filters/${String(made.body.id)}`;
    expect((await atelier.request('PATCH', path, { as: 'finance2', body: { isShared: true } })).status).toBe(
      404,
    );
    await atelier.request('PATCH', path, { as: 'finance', body: { isShared: true } });
    expect((await saved('finance2')).body.items).toMatchObject([{ name: 'Failed ones', isMine: false }]);
    expect((await atelier.request('DELETE', path, { as: 'finance2' })).status).toBe(404);
    expect((await atelier.request('DELETE', path, { as: 'finance' })).status).toBe(204);
    expect((await saved('finance')).body.items).toEqual([]);
  });

  it('is refused a name twice and filters that its reading does not have', async () => {
    const body = { reading: 'tax', name: 'This year', filters: { year: '2026' } };
    expect((await save(body)).status).toBe(201);
    expect(await save(body)).toMatchObject({ status: 409, body: { code: 'reports.name_taken' } });
    expect(await save({ ...body, name: 'x', filters: { state: 'paid' } })).toMatchObject({
      status: 422,
      body: { code: 'reports.unknown_filter' },
    });
  });
});

describe('amounts in files', () => {
  it('have the decimals of their currency, as everywhere else', async () => {
    for (const currency of Object.keys(CURRENCIES) as Currency[])
      for (const amount of [0n, 5n, -5n, 123_456_789_012_345n]) {
        const [row] = await atelier.db.read('SELECT reports_decimal($1, $2) AS text', [amount, currency]);
        expect(row?.text).toBe(decimal({ amount, currency }));
      }
  });
});
