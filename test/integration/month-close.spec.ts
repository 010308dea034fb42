import { Client } from 'pg';
import { RunRepository } from '../../src/modules/payouts/reconciliation/run.repository';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import {
  approveBatch,
  complaints,
  draftBatch,
  earn,
  fundedProgram,
  payoutIn,
  settleAfter,
  until,
} from '../support/payouts';

interface Period {
  readonly month: string;
  readonly state: string;
  readonly blockers: readonly { readonly code: string }[];
  readonly available: readonly string[];
  readonly code?: string;
}
interface Finding {
  readonly id: string;
  readonly match: string;
  readonly state: string;
  readonly payoutId: string | null;
}

/** The month before this one: payouts were sent in it, and now its books are to be closed. */
const MONTH = ((now) =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 15)).toISOString().slice(0, 7))(new Date());

let atelier: TestApp;
let owner: Client;
let payoutId: string;

const act = (verb: string, as: CastName = 'finance') =>
  atelier.request<Period>('POST', `/api/v1/periods/${MONTH}/${verb}`, { as, body: {} });
const period = async (): Promise<Period | undefined> =>
  (await atelier.request<{ items: Period[] }>('GET', '/api/v1/periods', { as: 'finance' })).body.items.find(
    ({ month }) => month === MONTH,
  );
const findings = async (): Promise<readonly Finding[]> =>
  (
    await atelier.request<{ items: Finding[] }>(
      'GET',
      `/api/v1/reconciliation/findings?payoutId=${payoutId}`,
      {
        as: 'finance',
      },
    )
  ).body.items;
const say = (id: string, verb: string, as: CastName, body: object = {}) =>
  atelier.request<Finding>('POST', `/api/v1/reconciliation/findings/${id}/${verb}`, { as, body });

async function compare(): Promise<void> {
  const { body } = await atelier.request<{ items: { id: string }[] }>('POST', '/api/v1/reconciliation/runs', {
    as: 'finance',
    body: { rail: 'sandbox' },
  });
  await until(
    'compared',
    async () => (await atelier.app.get(RunRepository).find(body.items[0]?.id ?? ''))?.endedAt,
  );
}

/** Everything that has happened so far happened a month ago. */
async function monthPasses(): Promise<void> {
  const back = `interval '1 day' * (extract(day FROM now())::integer + 5)`;
  await owner.query('SET session_replication_role = replica');
  for (const [table, columns] of Object.entries({
    ledger_entries: ['at'],
    payouts_payouts: ['created_at', 'sent_at', 'paid_at', 'updated_at'],
    payouts_batches: ['created_at', 'approved_at', 'updated_at'],
    payouts_attempts: ['started_at', 'called_at', 'ended_at'],
    payouts_sandbox_transfers: ['created_at', 'updated_at'],
  }))
    await owner.query(
      `UPDATE ${table} SET ${columns.map((name) => `${name} = ${name} - ${back}`).join(', ')}`,
    );
  await owner.query('SET session_replication_role = DEFAULT');
}

beforeAll(async () => {
  atelier = await startTestApp('month_close');
  settleAfter(atelier, 0);
  owner = new Client({ connectionString: atelier.databaseUrl });
  await owner.connect();
  const programId = await fundedProgram(atelier, 50_000);
  await earn(atelier, 'artist', programId, 2);
  const batch = await draftBatch(atelier, programId);
  await approveBatch(atelier, batch);
  payoutId = (await payoutIn(atelier, batch.payouts[0]?.id ?? '', 'paid')).id;
  await monthPasses();
}, 90_000);
afterAll(async () => {
  await owner?.end();
  await atelier?.stop();
});

it('a month whose payouts nobody compared cannot be closed', async () => {
  expect((await period())?.blockers.map(({ code }) => code)).toEqual(['unexplained']);
  expect((await period())?.available).not.toContain('close');
  expect(await act('close')).toMatchObject({ status: 409, body: { code: 'reports.unexplained' } });
});

it('a difference that is really there keeps it open, also while only one person has explained it', async () => {
  // The bank has lost the transfer, and everything that it knew of it.
  await owner.query(
    `WITH lost AS (DELETE FROM payouts_sandbox_transfers_history h USING payouts_sandbox_transfers t
       WHERE t.id = h.subject_id AND t.reference = $1)
     SELECT 1`,
    [payoutId],
  );
  await owner.query('DELETE FROM payouts_sandbox_transfers WHERE reference = $1', [payoutId]);
  await compare();
  const [finding] = await findings();
  expect(finding).toMatchObject({ match: 'missing_there', state: 'open', payoutId });
  expect(await act('close')).toMatchObject({ status: 409, body: { code: 'reports.unexplained' } });
  const explanation = 'The bank lost it in its own move and confirms the payment by letter 17.';
  expect((await say(finding?.id ?? '', 'explain', 'finance', { explanation })).body.state).toBe('proposed');
  expect(await act('close', 'finance2')).toMatchObject({
    status: 409,
    body: { code: 'reports.unexplained' },
  });
  expect((await say(finding?.id ?? '', 'accept', 'finance')).status).toBe(403);
});

it('once two people have explained it the month is closed, and takes nothing any more', async () => {
  const [finding] = await findings();
  expect((await say(finding?.id ?? '', 'accept', 'finance2')).body).toMatchObject({ state: 'explained' });
  expect(await period()).toMatchObject({ state: 'open', blockers: [], available: ['close'] });
  expect(await act('close')).toMatchObject({ status: 200, body: { state: 'closed' } });
  await expect(
    owner.query(
      `INSERT INTO ledger_entries (reference, kind, unit, digest, at) VALUES ('test:late', 'test', 'EUR', sha256('x'), $1)`,
      [`${MONTH}-15T12:00:00Z`],
    ),
  ).rejects.toMatchObject({ constraint: 'ledger_entries_closed_month' });
  expect(await complaints(atelier, /^reports-/)).toEqual({});
});

it('the same difference seen again stays explained, and the month closed', async () => {
  await compare();
  expect((await findings())[0]).toMatchObject({ state: 'explained' });
  expect((await period())?.state).toBe('closed');
});
