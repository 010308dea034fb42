import { startTestApp, type TestApp } from '../support/app';
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

let atelier: TestApp;

beforeAll(async () => {
  atelier = await startTestApp('payouts');
  settleAfter(atelier, 600_000);
}, 60_000);

afterAll(() => atelier?.stop());

const act = (id: string, verb: string, as: Parameters<typeof approveBatch>[2], body: object = {}) =>
  atelier.request<BatchBody>('POST', `/api/v1/payout-batches/${id}/${verb}`, { as, body });

const bank = (payoutId: string, verb: string, body: object = {}) =>
  atelier.request('POST', `/api/v1/sandbox/payouts/${payoutId}/${verb}`, { as: 'finance', body });

const payouts = (batch: BatchBody): string[] => batch.payouts.map(({ id }) => id);

describe('drafting', () => {
  it('says so when nothing is due', async () => {
    const programId = await fundedProgram(atelier);
    const body = { programId, currency: 'EUR' };
    const answer = await atelier.request('POST', '/api/v1/payout-batches', { as: 'finance', body });
    expect(answer).toMatchObject({ status: 409, body: { code: 'payouts.nothing_due' } });
  });

  it('is for finance alone', async () => {
    const body = { programId: 'prg_x', currency: 'EUR' };
    for (const as of ['artist', 'reviewer', 'manager', 'admin'] as const)
      expect((await atelier.request('POST', '/api/v1/payout-batches', { as, body })).status).toBe(403);
  });

  it('makes one payout per person out of everything that is due, once', async () => {
    const programId = await fundedProgram(atelier);
    await earn(atelier, 'artist', programId, 2);
    await earn(atelier, 'artist2', programId);
    const batch = await draftBatch(atelier, programId);
    expect(batch).toMatchObject({
      state: 'draft',
      total: { amount: 3 * PRICE, currency: 'EUR' },
      count: 2,
      blocked: [],
      available: ['cancel'],
    });
    const amounts = Object.fromEntries(batch.payouts.map(({ person, amount }) => [person.id, amount.amount]));
    expect(amounts).toEqual({
      [atelier.people.artist.id]: 2 * PRICE,
      [atelier.people.artist2.id]: PRICE,
    });
    const again = await atelier.request('POST', '/api/v1/payout-batches', {
      as: 'finance',
      body: { programId, currency: 'EUR' },
    });
    expect(again).toMatchObject({ status: 409, body: { code: 'payouts.nothing_due' } });
    const mine = await atelier.request<{ items: unknown[] }>('GET', '/api/v1/me/payouts', { as: 'artist3' });
    expect(mine.body.items).toEqual([]);
  });

  it('happens once under one Idempotency-Key, also when asked for twice at once', async () => {
    const programId = await fundedProgram(atelier);
    await earn(atelier, 'artist', programId);
    const ask = {
      as: 'finance' as const,
      body: { programId, currency: 'EUR' },
      headers: { 'idempotency-key': `draft-${programId}` },
    };
    const answers = await Promise.all(
      [1, 2, 3].map(() => atelier.request<BatchBody>('POST', '/api/v1/payout-batches', ask)),
    );
    expect(answers.map(({ status }) => status).every((status) => status === 201 || status === 409)).toBe(
      true,
    );
    const replay = await atelier.request<BatchBody>('POST', '/api/v1/payout-batches', ask);
    const ids = [...answers, replay].filter(({ status }) => status === 201).map(({ body }) => body.id);
    expect(new Set(ids).size).toBe(1);
  });

  it('by two people at once promises every earning once', async () => {
    const programId = await fundedProgram(atelier);
    await earn(atelier, 'artist', programId, 3);
    const body = { programId, currency: 'EUR' };
    const answers = await Promise.all(
      (['finance', 'finance2', 'finance3'] as const).map((as) =>
        atelier.request('POST', '/api/v1/payout-batches', { as, body }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
  });
});

describe('approving', () => {
  it('takes another person, who has seen exactly this batch', async () => {
    const programId = await fundedProgram(atelier);
    await earn(atelier, 'artist', programId);
    const batch = await draftBatch(atelier, programId);
    const { hash } = batch;
    expect(await act(batch.id, 'approve', 'finance', { hash })).toMatchObject({
      status: 403,
      body: { code: 'payouts.own_draft' },
    });
    expect(await act(batch.id, 'approve', 'finance2', { hash: 'f'.repeat(64) })).toMatchObject({
      status: 409,
      body: { code: 'payouts.batch_changed' },
    });
    expect(await act(batch.id, 'approve', 'finance2')).toMatchObject({ status: 409 });
    expect((await act(batch.id, 'approve', 'manager', { hash })).status).toBe(403);
    const approved = await act(batch.id, 'approve', 'finance2', { hash });
    expect(approved).toMatchObject({
      status: 200,
      body: { approvedBy: [{ id: atelier.people.finance2.id }] },
    });
    expect((await act(batch.id, 'approve', 'finance3', { hash })).status).not.toBe(500);
  });

  it('by the drafter or for other amounts is refused by the database itself', async () => {
    const programId = await fundedProgram(atelier);
    await earn(atelier, 'artist', programId);
    const batch = await draftBatch(atelier, programId);
    const write = (sql: string, ...values: unknown[]) =>
      atelier.db.tx((tx) => tx.run(sql, [batch.id, ...values]));
    const { finance, finance2, artist } = atelier.people;
    const sign = `UPDATE payouts_batches SET approved_by = $2 WHERE id = $1`;
    await expect(write(sign, finance.id)).rejects.toMatchObject({ constraint: 'payouts_batches_own_draft' });
    await expect(write(sign, artist.id)).rejects.toThrow(/one of those who decide/);
    await expect(write(`UPDATE payouts_batches SET state = 'approved' WHERE id = $1`)).rejects.toMatchObject({
      constraint: 'payouts_batches_approved',
    });
    await expect(
      write(
        `UPDATE payouts_batches SET approved_by = $2, second_approved_by = $2 WHERE id = $1`,
        finance2.id,
      ),
    ).rejects.toMatchObject({ constraint: 'payouts_batches_two_people' });
    await expect(write(`UPDATE payouts_payouts SET amount = amount + 1 WHERE batch_id = $1`)).rejects.toThrow(
      /never changes/,
    );
  });

  it('needs a third person above the threshold', async () => {
    const programId = await fundedProgram(atelier);
    await earn(atelier, 'artist', programId, 67);
    const batch = await draftBatch(atelier, programId);
    expect(batch.total.amount).toBeGreaterThanOrEqual(100_000);
    const body = { hash: batch.hash };
    const first = await act(batch.id, 'approve', 'finance2', body);
    expect(first).toMatchObject({ status: 200, body: { state: 'draft', approvedBy: [{}] } });
    expect(await act(batch.id, 'approve', 'finance2', body)).toMatchObject({
      status: 409,
      body: { code: 'payouts.already_approved' },
    });
    const second = await act(batch.id, 'approve', 'admin', body);
    expect(second).toMatchObject({ status: 200, body: { state: 'approved', approvedBy: [{}, {}] } });
  });

  it('can be undone before sending: everything is due again', async () => {
    const programId = await fundedProgram(atelier);
    await earn(atelier, 'artist', programId);
    const batch = await draftBatch(atelier, programId);
    const canceled = await act(batch.id, 'cancel', 'finance', { reason: 'wrong month' });
    expect(canceled).toMatchObject({
      status: 200,
      body: { state: 'canceled', payouts: [{ state: 'canceled' }] },
    });
    expect((await act(batch.id, 'approve', 'finance2', { hash: batch.hash })).status).toBe(409);
    expect((await draftBatch(atelier, programId)).total.amount).toBe(PRICE);
  });
});

describe('sending', () => {
  it('follows the approval by itself, and the money arrives', async () => {
    const programId = await fundedProgram(atelier);
    await earn(atelier, 'artist', programId, 2);
    const batch = await draftBatch(atelier, programId);
    await approveBatch(atelier, batch);
    const [id = ''] = payouts(batch);
    await payoutIn(atelier, id, 'in_transit');
    expect((await act(batch.id, 'cancel', 'finance2')).status).toBe(409);
    expect((await bank(id, 'settle')).status).toBe(200);
    await payoutIn(atelier, id, 'paid');
    await until('the batch is done', async () => {
      const { body } = await atelier.request<BatchBody>('GET', `/api/v1/payout-batches/${batch.id}`, {
        as: 'finance',
      });
      return body.state === 'done';
    });
    const detail = await atelier.request('GET', `/api/v1/payouts/${id}`, { as: 'manager' });
    expect(detail.body).toMatchObject({
      earnings: 2,
      attempts: [{ number: 1, reference: id, outcome: 'accepted' }],
      postings: [{ kind: 'payout.paid' }, { kind: 'payout.sent' }],
    });
    expect((await atelier.request('GET', `/api/v1/payouts/${id}`, { as: 'artist' })).status).toBe(403);
    const mine = await atelier.request<{ items: { id: string }[] }>('GET', '/api/v1/me/payouts', {
      as: 'artist',
    });
    expect(mine.body.items.map((item) => item.id)).toContain(id);
  });

  it('arrives after a while without anybody', async () => {
    settleAfter(atelier, 0);
    const programId = await fundedProgram(atelier);
    await earn(atelier, 'artist2', programId);
    const batch = await draftBatch(atelier, programId);
    await approveBatch(atelier, batch);
    const arrived = await payoutIn(atelier, payouts(batch)[0] ?? '', 'paid');
    settleAfter(atelier, 600_000);
    expect(arrived).toMatchObject({ amount: { amount: PRICE }, reason: null });
  });

  it.each(['fail', 'return'])('makes everything due again when the bank says %s', async (verb) => {
    const programId = await fundedProgram(atelier);
    await earn(atelier, 'artist', programId);
    const batch = await draftBatch(atelier, programId);
    await approveBatch(atelier, batch);
    const [id = ''] = payouts(batch);
    await payoutIn(atelier, id, 'in_transit');
    await bank(id, verb, { reason: 'account closed' });
    const failed = await payoutIn(atelier, id, verb === 'fail' ? 'failed' : 'returned');
    expect(failed.reason).toBe('account closed');
    expect((await bank(id, 'settle')).status).toBe(409);
    const second = await draftBatch(atelier, programId);
    expect(second.total.amount).toBe(PRICE);
    expect(payouts(second)).not.toContain(id);
  });

  it('makes everything due again when money comes back after it had arrived', async () => {
    const programId = await fundedProgram(atelier);
    await earn(atelier, 'artist', programId);
    const batch = await draftBatch(atelier, programId);
    await approveBatch(atelier, batch);
    const [id = ''] = payouts(batch);
    await payoutIn(atelier, id, 'in_transit');
    await bank(id, 'settle');
    await payoutIn(atelier, id, 'paid');
    await bank(id, 'return');
    await payoutIn(atelier, id, 'returned');
    expect((await draftBatch(atelier, programId)).total.amount).toBe(PRICE);
  });
});

describe('after all of this', () => {
  it('every standing check of the books holds', async () => {
    await atelier.settle();
    expect(await complaints(atelier, /^(payouts|ledger|compensation)-/)).toEqual({});
  });
});
