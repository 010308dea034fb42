import { SendingService } from '../../src/modules/payouts/sending/sending.service';
import { startTestApp, type TestApp } from '../support/app';
import {
  approveBatch,
  breakNextPay,
  complaints,
  draftBatch,
  earn,
  fundedProgram,
  payoutIn,
  settleAfter,
} from '../support/payouts';

let atelier: TestApp;
let sending: SendingService;

beforeAll(async () => {
  atelier = await startTestApp('payouts_faults');
  sending = atelier.app.get(SendingService);
  settleAfter(atelier, 600_000);
}, 60_000);

afterAll(() => atelier?.stop());

const count = async (sql: string, ...values: unknown[]): Promise<number> => {
  const [row] = await atelier.db.read<{ count: number }>(sql, values);
  return row?.count ?? -1;
};

const transfersOf = (payoutId: string): Promise<number> =>
  count('SELECT count(*)::int AS count FROM payouts_sandbox_transfers WHERE reference = $1', payoutId);

const attemptsOf = async (payoutId: string): Promise<(string | null)[]> => {
  const rows = await atelier.db.read<{ outcome: string | null }>(
    'SELECT outcome FROM payouts_attempts WHERE payout_id = $1 ORDER BY number',
    [payoutId],
  );
  return rows.map(({ outcome }) => outcome);
};

/** A payout that is approved and in a batch on its way; `ready` runs before the approval. */
async function approvedPayout(ready: () => void = () => undefined): Promise<string> {
  const programId = await fundedProgram(atelier);
  await earn(atelier, 'artist', programId);
  const batch = await draftBatch(atelier, programId);
  ready();
  await approveBatch(atelier, batch);
  return batch.payouts[0]?.id ?? '';
}

describe('when the rail breaks', () => {
  it('after it accepted the payout, the lost answer is found by looking', async () => {
    const id = await approvedPayout(() => breakNextPay(atelier, 'after'));
    await payoutIn(atelier, id, 'in_transit');
    expect(await transfersOf(id)).toBe(1);
    expect(await attemptsOf(id)).toEqual(['accepted']);
  });

  it('before it did anything, a person decides, and one transfer is made', async () => {
    const id = await approvedPayout(() => breakNextPay(atelier, 'before'));
    expect(await payoutIn(atelier, id, 'on_hold')).toMatchObject({ reason: 'socket hang up' });
    await sending.send(id);
    expect(await transfersOf(id)).toBe(0);
    const retry = (as: 'finance' | 'artist', body: object) =>
      atelier.request('POST', `/api/v1/payouts/${id}/retry`, { as, body });
    expect((await retry('artist', { reason: 'please' })).status).toBe(403);
    expect((await retry('finance', {})).status).toBe(422);
    expect((await retry('finance', { reason: 'the rail is back' })).status).toBe(200);
    await payoutIn(atelier, id, 'in_transit');
    expect(await transfersOf(id)).toBe(1);
    expect(await attemptsOf(id)).toEqual(['unknown', 'accepted']);
  });
});

describe('when a process dies', () => {
  it('between the written attempt and the call, another one sends once its lease is over', async () => {
    const id = await approvedPayout(() => breakNextPay(atelier, 'before'));
    await payoutIn(atelier, id, 'on_hold');
    await atelier.db.tx((tx) => tx.run(`UPDATE payouts_payouts SET state = 'sending' WHERE id = $1`, [id]));
    expect(await sending.begin(id)).toMatchObject({ number: 2, reference: id });
    await sending.send(id);
    expect(await transfersOf(id)).toBe(0);
    await atelier.db.tx((tx) =>
      tx.run(`UPDATE payouts_attempts SET leased_until = now() WHERE payout_id = $1`, [id]),
    );
    await sending.send(id);
    expect(await transfersOf(id)).toBe(1);
    expect(await attemptsOf(id)).toEqual(['unknown', 'superseded', 'accepted']);
  });

  it('the late answer of an attempt that was superseded changes nothing', async () => {
    const id = await approvedPayout(() => breakNextPay(atelier, 'before'));
    await payoutIn(atelier, id, 'on_hold');
    await atelier.db.tx((tx) => tx.run(`UPDATE payouts_payouts SET state = 'sending' WHERE id = $1`, [id]));
    const late = await sending.begin(id);
    await atelier.db.tx((tx) =>
      tx.run(`UPDATE payouts_attempts SET leased_until = now() WHERE payout_id = $1`, [id]),
    );
    await sending.send(id);
    if (late === null) throw new Error('nothing was begun');
    await sending.conclude(late, { outcome: 'rejected', reason: 'too late' });
    expect((await payoutIn(atelier, id, 'in_transit')).reason).toBeNull();
  });
});

describe('when everything happens many times', () => {
  it('ten senders at once make one transfer and one ledger entry', async () => {
    const id = await approvedPayout();
    await Promise.all(Array.from({ length: 10 }, () => sending.send(id)));
    await payoutIn(atelier, id, 'in_transit');
    await Promise.all(Array.from({ length: 5 }, () => sending.send(id)));
    expect(await transfersOf(id)).toBe(1);
    expect(
      await count(
        `SELECT count(*)::int AS count FROM ledger_entries WHERE reference LIKE $1`,
        `payout:${id}:%`,
      ),
    ).toBe(1);
  });

  it('news of the same arrival posts once', async () => {
    const id = await approvedPayout();
    await payoutIn(atelier, id, 'in_transit');
    await atelier.request('POST', `/api/v1/sandbox/payouts/${id}/settle`, { as: 'finance', body: {} });
    await Promise.all(Array.from({ length: 8 }, () => sending.follow(id)));
    await payoutIn(atelier, id, 'paid');
    expect(
      await count(
        `SELECT count(*)::int AS count FROM ledger_entries WHERE reference LIKE $1`,
        `payout:${id}:%`,
      ),
    ).toBe(2);
    expect(
      await count(
        `SELECT count(*)::int AS count FROM payouts_payouts_history WHERE subject_id = $1 AND verb = 'settle'`,
        id,
      ),
    ).toBe(1);
  });

  it('a lost job is found by the sweep', async () => {
    const id = await approvedPayout(() => breakNextPay(atelier, 'before'));
    await payoutIn(atelier, id, 'on_hold');
    await atelier.db.tx((tx) =>
      tx.run(
        `UPDATE payouts_payouts SET state = 'sending', updated_at = now() - interval '1 hour' WHERE id = $1`,
        [id],
      ),
    );
    await sending.sweep();
    await payoutIn(atelier, id, 'in_transit');
    expect(await transfersOf(id)).toBe(1);
  });
});

describe('after all of this', () => {
  it('every standing check of the books holds', async () => {
    await atelier.settle();
    expect(await complaints(atelier, /^(payouts|ledger|compensation)-/)).toEqual({});
  });
});
