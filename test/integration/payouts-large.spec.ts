import { Client } from 'pg';
import { startTestApp, type TestApp } from '../support/app';
import { complaints, fundedProgram, type BatchBody, type PayoutBody } from '../support/payouts';

/** More than two pages of a draft, and more than two rounds of a cancellation. */
const ARTISTS = 4_500;
const EACH = 3;
/** One of so many wants to be paid another way, another of so many is owed less by the ledger than by the earnings. */
const OTHER = 1_500;
const SHORT = 900;

interface Large extends BatchBody {
  readonly blockedCount: number;
  readonly blockedBy: readonly { readonly reason: string; readonly count: number }[];
  readonly states: readonly { readonly state: string; readonly count: number }[];
}

let atelier: TestApp;
let owner: Client;
let programId: string;
let batch: Large;

beforeAll(async () => {
  atelier = await startTestApp('payouts_large');
  programId = await fundedProgram(atelier);
  owner = new Client({ connectionString: atelier.databaseUrl });
  await owner.connect();
  await owner.query(`
    SET session_replication_role = replica;
    INSERT INTO access_people (id, email, name, password_hash, roles)
      SELECT 'per_l' || lpad(n::text, 25, '0'), 'l' || n || '@example.org', 'Artist ' || n, 'x', '{artist}' FROM generate_series(1, ${ARTISTS}) n;
    INSERT INTO compensation_earnings (id, program_id, person_id, category, cause_type, cause_id, amount, currency, source, state, pay_by)
      SELECT 'ern_l' || lpad((n * ${EACH} + k)::text, 25, '0'), '${programId}', 'per_l' || lpad(n::text, 25, '0'), 'service', 'feedback',
        'fbk_' || n || '.' || k, 1000 + n, 'EUR', 'fund:${programId}.EUR', 'due',
        now() + interval '10 days'
      FROM generate_series(1, ${ARTISTS}) n, generate_series(1, ${EACH}) k;
    INSERT INTO ledger_accounts (name, kind, unit, balance)
      SELECT 'payable:' || person_id || '.EUR', 'payable', 'EUR',
        sum(amount) - CASE WHEN right(person_id, 8)::integer % ${SHORT} = 0 THEN 1 ELSE 0 END
      FROM compensation_earnings GROUP BY person_id;
    INSERT INTO payouts_recipients (id, person_id, rail, mode, ref, standing, is_chosen)
      SELECT 'rcp_l' || lpad(n::text, 25, '0'), 'per_l' || lpad(n::text, 25, '0'), 'bank_file', 'test', 'ref_' || n, 'ready', true
      FROM generate_series(${OTHER}, ${ARTISTS}, ${OTHER}) n;
    SET session_replication_role = DEFAULT`);
}, 90_000);
afterAll(async () => {
  await owner?.end();
  await atelier?.stop();
});

const get = async <T>(path: string): Promise<T> =>
  (await atelier.request<T>('GET', `/api/v1${path}`, { as: 'finance2' })).body;
const count = async (state: string): Promise<number> =>
  Number(
    (await owner.query('SELECT count(*) AS n FROM compensation_earnings WHERE state = $1', [state])).rows[0]
      .n,
  );

it('a draft takes everybody, page after page, and sums up who is left out', async () => {
  const body = { programId, currency: 'EUR' };
  const answer = await atelier.request<Large>('POST', '/api/v1/payout-batches', { as: 'finance', body });
  expect(answer.status).toBe(201);
  batch = answer.body;
  const other = ARTISTS / OTHER;
  const short = ARTISTS / SHORT - 1; // One of them wants another way as well, which is told first.
  expect(batch).toMatchObject({
    count: ARTISTS - other - short,
    blockedCount: other + short,
    blockedBy: [
      { reason: 'payable_short', count: short },
      { reason: 'other_rail', count: other },
    ],
    states: [{ state: 'draft', count: ARTISTS - other - short }],
  });
  expect(batch.payouts).toHaveLength(200);
  expect(await count('in_payout')).toBe(0); // marked one payout at a time, when each is sent
  const promised = await owner.query(
    'SELECT count(*) AS n FROM compensation_promises, unnest(earning_ids) WHERE program_id = $1',
    [programId],
  );
  expect(Number(promised.rows[0].n)).toBe(batch.count * EACH);
  const { rows } = await owner.query(
    'SELECT sum(amount)::text AS total FROM payouts_payouts WHERE batch_id = $1',
    [batch.id],
  );
  expect(BigInt(rows[0].total)).toBe(BigInt(batch.total.amount));
  expect(await complaints(atelier, /^payouts-/)).toEqual({});
}, 60_000);

it('its preview counts all of them and names the first', async () => {
  const seen = await get<{ fresh: { count: number; items: unknown[] } }>(
    `/payout-batches/${batch.id}/preview`,
  );
  expect(seen.fresh.count).toBe(batch.count);
  expect(seen.fresh.items).toHaveLength(20);
});

it('all of its payouts are in the list, by batch', async () => {
  const seen = new Set<string>();
  for (let cursor = ''; ;) {
    const page = await get<{ items: PayoutBody[]; next: string | null }>(
      `/payouts?limit=100&batchId=${batch.id}${cursor}`,
    );
    for (const { id } of page.items) seen.add(id);
    if (page.next === null) break;
    cursor = `&cursor=${encodeURIComponent(page.next)}`;
  }
  expect(seen.size).toBe(batch.count);
}, 60_000);

it('cancelled, it gives every earning back, tells of every payout, and can be drafted anew', async () => {
  const answer = await atelier.request<Large>('POST', `/api/v1/payout-batches/${batch.id}/cancel`, {
    as: 'finance2',
    body: {},
  });
  expect(answer.body).toMatchObject({
    state: 'canceled',
    states: [{ state: 'canceled', count: batch.count }],
  });
  expect(await count('due')).toBe(ARTISTS * EACH);
  const { rows } = await owner.query(
    `SELECT (SELECT count(*) FROM payouts_payouts_history WHERE verb = 'cancel')::integer AS history,
       (SELECT count(*) FROM platform_events WHERE name = 'payouts.payout_moved' AND payload ->> 'to' = 'canceled')::integer AS told,
       (SELECT count(*) FROM compensation_promises)::integer AS promised`,
  );
  expect(rows[0]).toEqual({ history: batch.count, told: batch.count, promised: 0 });
  expect(await complaints(atelier, /^payouts-/)).toEqual({});
  const again = await atelier.request<Large>('POST', '/api/v1/payout-batches', {
    as: 'finance',
    body: { programId, currency: 'EUR' },
  });
  expect(again.body).toMatchObject({ count: batch.count, total: batch.total });
}, 90_000);
