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
  type BatchBody,
} from '../support/payouts';

/** What one accepted issue earns by the test programme's rate card. */
const PRICE = 1_500;

interface Group {
  readonly count: number;
  readonly items: readonly { readonly person: { id: string }; readonly before: { amount: number } | null }[];
}
interface Preview {
  readonly sentence: string;
  readonly count: number;
  readonly before: { readonly id: string; readonly total: { amount: number } } | null;
  readonly change: { readonly amount: number } | null;
  readonly fresh: Group;
  readonly moved: Group;
  readonly changed: Group;
}
interface Reversal {
  readonly id: string;
  readonly state: string;
  readonly answer: string | null;
  readonly available: readonly string[];
  readonly code?: string;
}

let atelier: TestApp;

beforeAll(async () => {
  atelier = await startTestApp('payouts_changes');
  settleAfter(atelier, 0);
}, 60_000);

afterAll(() => atelier?.stop());

const idOf = (name: CastName): string => atelier.people[name].id;

const preview = async ({ id }: BatchBody): Promise<Preview> =>
  (await atelier.request<Preview>('GET', `/api/v1/payout-batches/${id}/preview`, { as: 'finance2' })).body;

const leaveOut = (batch: BatchBody, person: CastName, as: CastName = 'finance2') =>
  atelier.request<BatchBody>('POST', `/api/v1/payout-batches/${batch.id}/payees/${idOf(person)}/leave-out`, {
    as,
    body: { reason: 'asked to wait for a new account' },
  });

const askBack = (payoutId: string, as: CastName = 'finance', reason = 'paid for the wrong month') =>
  atelier.request<Reversal>('POST', `/api/v1/payouts/${payoutId}/reversals`, { as, body: { reason } });

const answer = (id: string, verb: string, as: CastName) =>
  atelier.request<Reversal>('POST', `/api/v1/payout-reversals/${id}/${verb}`, { as });

async function paid(artist: CastName, programId: string): Promise<string> {
  await earn(atelier, artist, programId);
  const batch = await draftBatch(atelier, programId);
  await approveBatch(atelier, batch);
  const id = batch.payouts[0]?.id ?? '';
  await payoutIn(atelier, id, 'paid');
  return id;
}

async function reversalIn(payoutId: string, state: string): Promise<Reversal> {
  return until(`the reversal is ${state}`, async () => {
    const { body } = await atelier.request<{ items: Reversal[] }>(
      'GET',
      `/api/v1/payout-reversals?payoutId=${payoutId}`,
      { as: 'finance' },
    );
    return body.items[0]?.state === state && body.items[0];
  });
}

describe('a preview', () => {
  it('says in one sentence what approving does, and names who is new', async () => {
    const programId = await fundedProgram(atelier);
    await earn(atelier, 'artist', programId);
    await earn(atelier, 'artist2', programId);
    const seen = await preview(await draftBatch(atelier, programId));
    expect(seen).toMatchObject({ count: 2, before: null, change: null, fresh: { count: 2 } });
    expect(seen.sentence).toMatch(
      /^Approving sends 30\.00 EUR from .+ to 2 artists through the sandbox, 2 artists for the first time; it is a test: no real money moves\.$/,
    );
  });

  it('compares with the run before: what changed, by how much, and whose account is another one', async () => {
    const programId = await fundedProgram(atelier);
    await paid('artist', programId);
    await earn(atelier, 'artist', programId, 3);
    const batch = await draftBatch(atelier, programId);
    await atelier.db.tx((tx) =>
      tx.run(`UPDATE payouts_payouts SET recipient_mark = 'another bank' WHERE batch_id = $1`, [batch.id]),
    );
    expect(await preview(batch)).toMatchObject({
      before: { total: { amount: PRICE } },
      change: { amount: 2 * PRICE },
      fresh: { count: 0 },
      moved: { count: 1, items: [{ person: { id: idOf('artist') } }] },
      changed: { count: 1, items: [{ before: { amount: PRICE } }] },
      sentence: expect.stringContaining(
        '1 artist with changed bank details, 30.00 EUR more than the last run',
      ),
    });
  });
});

describe('taking a payee out of a draft', () => {
  it('voids approvals, freezes anew, and lets what is due roll over', async () => {
    const programId = await fundedProgram(atelier);
    await earn(atelier, 'artist', programId, 66);
    await earn(atelier, 'artist2', programId);
    const batch = await draftBatch(atelier, programId);
    const { hash } = batch;
    const approve = (as: CastName, seen = hash) =>
      atelier.request<BatchBody>('POST', `/api/v1/payout-batches/${batch.id}/approve`, {
        as,
        body: { hash: seen },
      });
    expect((await approve('admin')).body.approvedBy).toHaveLength(1);
    const out = await leaveOut(batch, 'artist');
    expect(out).toMatchObject({
      status: 200,
      body: {
        state: 'draft',
        count: 1,
        total: { amount: PRICE },
        approvedBy: [],
        approvalsNeeded: 1,
        payouts: [{ person: { id: idOf('artist2') } }],
        blocked: [{ personId: idOf('artist'), reason: 'left_out' }],
      },
    });
    expect(out.body.hash).not.toBe(hash);
    expect(await approve('admin')).toMatchObject({ status: 409, body: { code: 'payouts.batch_changed' } });
    expect(await approve('finance2', out.body.hash)).toMatchObject({
      status: 403,
      body: { code: 'payouts.own_draft' },
    });
    expect((await leaveOut(batch, 'artist')).body.hash).toBe(out.body.hash);
    const next = await draftBatch(atelier, programId);
    expect(next.payouts).toMatchObject([{ person: { id: idOf('artist') }, amount: { amount: 66 * PRICE } }]);
    expect((await approve('admin', out.body.hash)).status).toBe(200);
    await payoutIn(atelier, out.body.payouts[0]?.id ?? '', 'paid');
  });

  it('is refused for the last payee and once the batch is approved', async () => {
    const programId = await fundedProgram(atelier);
    await earn(atelier, 'artist', programId);
    const batch = await draftBatch(atelier, programId);
    expect(await leaveOut(batch, 'artist')).toMatchObject({ body: { code: 'payouts.last_payee' } });
    expect((await leaveOut(batch, 'artist3')).status).toBe(404);
    await approveBatch(atelier, batch);
    expect(await leaveOut(batch, 'artist')).toMatchObject({ body: { code: 'payouts.wrong_state' } });
  });
});

describe('taking a paid payout back', () => {
  it('takes two people, and the debt is there again', async () => {
    const programId = await fundedProgram(atelier);
    const payoutId = await paid('artist', programId);
    const asked = await askBack(payoutId);
    expect(asked).toMatchObject({ status: 201, body: { state: 'asked', available: ['withdraw'] } });
    expect(await askBack(payoutId, 'finance2')).toMatchObject({ body: { code: 'payouts.reversal_open' } });
    expect(await answer(asked.body.id, 'confirm', 'finance')).toMatchObject({
      status: 403,
      body: { code: 'payouts.own_request' },
    });
    expect((await answer(asked.body.id, 'confirm', 'finance2')).status).toBe(200);
    await payoutIn(atelier, payoutId, 'returned');
    await reversalIn(payoutId, 'done');
    expect((await draftBatch(atelier, programId)).total.amount).toBe(PRICE);
    expect(await askBack(payoutId)).toMatchObject({ body: { code: 'payouts.not_reversible' } });
  });

  it('can be withdrawn, and changes nothing then', async () => {
    const payoutId = await paid('artist', await fundedProgram(atelier));
    const { body } = await askBack(payoutId);
    expect(await answer(body.id, 'withdraw', 'finance')).toMatchObject({ body: { state: 'withdrawn' } });
    expect(await answer(body.id, 'confirm', 'finance2')).toMatchObject({ status: 409 });
    await payoutIn(atelier, payoutId, 'paid');
  });

  it('by one person alone is refused by the database itself', async () => {
    const payoutId = await paid('artist', await fundedProgram(atelier));
    const { body } = await askBack(payoutId);
    const write = (set: string, by: string) =>
      atelier.db.tx((tx) => tx.run(`UPDATE payouts_reversals SET ${set} WHERE id = $1`, [body.id, by]));
    await expect(write('confirmed_by = $2', idOf('finance'))).rejects.toMatchObject({
      constraint: 'payouts_reversals_two_people',
    });
    await expect(write('confirmed_by = $2', idOf('artist'))).rejects.toThrow(/one of those who decide/);
  });
});

it('leaves nothing for the standing checks to complain about', async () => {
  await atelier.settle();
  expect(await complaints(atelier, /^(payouts|ledger|compensation)-/)).toEqual({});
});
