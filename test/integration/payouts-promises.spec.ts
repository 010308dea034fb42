import { Client } from 'pg';
import { CompensationService } from '../../src/modules/compensation';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import {
  approveBatch,
  complaints,
  draftBatch,
  dueIn,
  earn,
  fundedProgram,
  payoutIn,
  settleAfter,
  until,
  type BatchBody,
} from '../support/payouts';

/** What one accepted issue earns by the test programme's rate card. */
const PRICE = 1_500;

interface Earning {
  readonly id: string;
  readonly state: string;
  readonly payoutId: string | null;
}

let atelier: TestApp;
let owner: Client;
let programId: string;

beforeAll(async () => {
  atelier = await startTestApp('payouts_promises');
  settleAfter(atelier, 0);
  owner = new Client({ connectionString: atelier.databaseUrl });
  await owner.connect();
}, 60_000);
beforeEach(async () => {
  programId = await fundedProgram(atelier);
});
afterEach(async () => {
  expect(await complaints(atelier, /^(payouts|compensation|ledger)-/)).toEqual({});
});
afterAll(async () => {
  await owner?.end();
  await atelier?.stop();
});

const earnings = async (as: CastName, query = ''): Promise<Earning[]> => {
  const path = as === 'finance' ? '/api/v1/finance/earnings' : '/api/v1/me/earnings';
  const answer = await atelier.request<{ items: Earning[] }>(
    'GET',
    `${path}?programId=${programId}${query}`,
    { as },
  );
  return answer.body.items;
};
const cancel = ({ id }: BatchBody) =>
  atelier.request<BatchBody>('POST', `/api/v1/payout-batches/${id}/cancel`, { as: 'finance2', body: {} });
const propose = (earningId: string) =>
  atelier.request<{ id: string; code?: string }>('POST', `/api/v1/earnings/${earningId}/corrections`, {
    as: 'finance2',
    body: { reason: 'wrong_amount', note: 'the card says something else', rightAmount: 100 },
  });
const named = async ({ id }: BatchBody): Promise<string[]> =>
  (
    await atelier.db.read<{ ids: string[] }>(
      'SELECT array_agg(e ORDER BY e) AS ids FROM payouts_payouts, unnest(earning_ids) AS e WHERE batch_id = $1',
      [id],
    )
  )[0]?.ids ?? [];

it('a second draft pays what was earned after the first, and nothing twice', async () => {
  await earn(atelier, 'artist', programId, 2);
  const first = await draftBatch(atelier, programId);
  expect(await dueIn(atelier, programId)).toEqual([]);
  const empty = await atelier.request<BatchBody>('POST', '/api/v1/payout-batches', {
    as: 'finance',
    body: { programId, currency: 'EUR' },
  });
  expect(empty.body.code).toBe('payouts.nothing_due');
  await earn(atelier, 'artist', programId);
  const second = await draftBatch(atelier, programId);
  expect([first.total.amount, second.total.amount]).toEqual([2 * PRICE, PRICE]);
  const ids = [...(await named(first)), ...(await named(second))];
  expect(new Set(ids).size).toBe(3);
  await cancel(first);
  expect((await dueIn(atelier, programId)).flatMap(({ earningIds }) => earningIds)).toHaveLength(2);
});

it('of drafts that are made at once one has it all, and the others are told so', async () => {
  await earn(atelier, 'artist', programId, 2);
  const body = { programId, currency: 'EUR' };
  const draft = () => atelier.request<BatchBody>('POST', '/api/v1/payout-batches', { as: 'finance', body });
  const answers = await Promise.all([draft(), draft(), draft(), draft()]);
  const made = answers.filter(({ status }) => status === 201);
  expect(made).toHaveLength(1);
  for (const { status, body: told } of answers)
    if (status !== 201) expect(['payouts.draft_in_progress', 'payouts.nothing_due']).toContain(told.code);
  expect(made[0]?.body.total.amount).toBe(2 * PRICE);
});

it('what a draft names is on its way for its artist, and is found so', async () => {
  await earn(atelier, 'artist', programId);
  const batch = await draftBatch(atelier, programId);
  const payoutId = batch.payouts[0]?.id ?? '';
  for (const as of ['artist', 'finance'] as const) {
    expect(await earnings(as, as === 'finance' ? '&state=in_payout' : '')).toMatchObject([
      { state: 'in_payout', payoutId },
    ]);
  }
  expect(await earnings('finance', '&state=due')).toEqual([]);
  await cancel(batch);
  expect(await earnings('finance', '&state=due')).toMatchObject([{ state: 'due', payoutId: null }]);
});

it('what a draft names is not corrected before the draft is cancelled', async () => {
  await earn(atelier, 'artist', programId);
  const [{ id } = { id: '' }] = await earnings('finance');
  const { body: open } = await propose(id);
  const batch = await draftBatch(atelier, programId);
  const confirm = () =>
    atelier.request<{ code?: string }>('POST', `/api/v1/finance/corrections/${open.id}/confirm`, {
      as: 'finance',
      body: {},
    });
  expect((await confirm()).body.code).toBe('compensation.paid_already');
  for (const change of [`state = 'reversed'`, 'withheld = 1', 'amount = amount + 1'])
    await expect(
      owner.query(`UPDATE compensation_earnings SET ${change} WHERE id = '${id}'`),
    ).rejects.toThrow('is promised to a payout as it is');
  await cancel(batch);
  expect((await confirm()).status).toBe(200);
});

it('a draft waits for a correction that is under way, and counts what it left', async () => {
  await earn(atelier, 'artist', programId, 2);
  const [{ id } = { id: '' }] = await earnings('finance');
  await owner.query('BEGIN');
  await owner.query(`UPDATE compensation_earnings SET withheld = 1 WHERE id = '${id}'`);
  const drafting = draftBatch(atelier, programId);
  await until('the draft waits', async () => {
    const [row] = await atelier.db.read<{ waits: boolean }>(
      `SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted) AS waits`,
    );
    return row?.waits;
  });
  await owner.query(`UPDATE compensation_earnings SET withheld = 0 WHERE id = '${id}'`);
  await owner.query(`UPDATE compensation_earnings SET due_at = now() + interval '1 day' WHERE id = '${id}'`);
  await owner.query('COMMIT');
  expect((await drafting).total.amount).toBe(PRICE);
});

it('a payout whose earnings are not there any more ends before the rail hears of it', async () => {
  await earn(atelier, 'artist', programId);
  const batch = await draftBatch(atelier, programId);
  const payoutId = batch.payouts[0]?.id ?? '';
  const [{ id } = { id: '' }] = await earnings('finance');
  await atelier.db.tx((tx) =>
    atelier.app.get(CompensationService).claim(tx, [{ payoutId: 'pay_of_somebody_else', earningIds: [id] }]),
  );
  await approveBatch(atelier, batch);
  const failed = await payoutIn(atelier, payoutId, 'failed');
  expect(failed.reason).toMatch(/no longer as they were approved/);
  expect(await atelier.db.read('SELECT 1 FROM payouts_attempts WHERE payout_id = $1', [payoutId])).toEqual(
    [],
  );
  await atelier.db.tx((tx) => atelier.app.get(CompensationService).unclaim(tx, ['pay_of_somebody_else']));
  await until('the batch is done', async () => {
    const { body } = await atelier.request<BatchBody>('GET', `/api/v1/payout-batches/${batch.id}`, {
      as: 'finance',
    });
    return body.state === 'done';
  });
});

it('a payout of another programme than its batch, or of nobody, does not get in', async () => {
  await earn(atelier, 'artist', programId);
  const batch = await draftBatch(atelier, programId);
  const insert = (program: string, person: string) =>
    owner.query(
      `INSERT INTO payouts_payouts (id, batch_id, program_id, person_id, amount, withheld, currency, earning_ids, state)
       VALUES ('pay_stray', $1, $2, $3, 1, 0, 'EUR', '{ern_1}', 'draft')`,
      [batch.id, program, person],
    );
  const other = await fundedProgram(atelier);
  await expect(insert(other, atelier.people.artist2.id)).rejects.toThrow('of its batch and of a person');
  await expect(insert(programId, 'per_nobody')).rejects.toThrow('of its batch and of a person');
  await expect(owner.query('DELETE FROM payouts_batches WHERE id = $1', [batch.id])).rejects.toThrow(
    'never removed',
  );
});
