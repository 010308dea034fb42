import { SandboxRail } from '../../src/modules/payouts/rails/sandbox.rail';
import { AttemptLog } from '../../src/modules/payouts/sending/attempt-log.service';
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
  until,
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

const keysOf = async (payoutId: string): Promise<string[]> => {
  const rows = await atelier.db.read<{ key: string }>(
    'SELECT key FROM payouts_attempts WHERE payout_id = $1 ORDER BY number',
    [payoutId],
  );
  return rows.map(({ key }) => key);
};

const write = (sql: string, ...values: unknown[]) => atelier.db.tx((tx) => tx.run(sql, values));

/** The lost answer has been written down; the attempt is open. */
const waiting = (payoutId: string) =>
  until(`${payoutId} waits`, async () => {
    const open =
      'SELECT count(*)::int AS count FROM payouts_attempts WHERE payout_id = $1 AND outcome IS NULL AND reason IS NOT NULL';
    return (await count(open, payoutId)) === 1;
  });

const leaseEnds = (payoutId: string) =>
  write('UPDATE payouts_attempts SET leased_until = now() WHERE payout_id = $1', payoutId);

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

  it('before it did anything, it is sent again under the same key, and one transfer is made', async () => {
    const id = await approvedPayout(() => breakNextPay(atelier, 'before'));
    await waiting(id);
    await sending.send(id);
    expect(await transfersOf(id)).toBe(0);
    await leaseEnds(id);
    await sending.send(id);
    await payoutIn(atelier, id, 'in_transit');
    expect(await transfersOf(id)).toBe(1);
    expect(await attemptsOf(id)).toEqual(['accepted']);
  });

  it('for so long that its key may be forgotten, a person decides', async () => {
    const id = await approvedPayout(() => breakNextPay(atelier, 'before'));
    await waiting(id);
    await write(
      `UPDATE payouts_attempts SET leased_until = now(), started_at = now() - interval '21 hours' WHERE payout_id = $1`,
      id,
    );
    const rail = atelier.app.get(SandboxRail);
    Object.assign(rail, { keyLifeMs: 20 * 3_600_000 });
    await sending.send(id);
    await payoutIn(atelier, id, 'on_hold');
    const retry = (as: 'finance' | 'artist', body: object) =>
      atelier.request('POST', `/api/v1/payouts/${id}/retry`, { as, body });
    expect((await retry('artist', { reason: 'please' })).status).toBe(403);
    expect((await retry('finance', {})).status).toBe(422);
    expect((await retry('finance', { reason: 'the rail has nothing' })).status).toBe(200);
    expect(await transfersOf(id)).toBe(0);
    await write(
      `UPDATE payouts_attempts SET called_at = now() - interval '16 minutes' WHERE payout_id = $1`,
      id,
    );
    await sending.send(id);
    await payoutIn(atelier, id, 'in_transit');
    expect(await attemptsOf(id)).toEqual(['unknown', 'accepted']);
    expect(await keysOf(id)).toEqual([`atelier:${id}:1`, `atelier:${id}:2`]);
  });

  it('because it has no money, the batch pauses and goes on by a person', async () => {
    const mood = (name: string) =>
      atelier.request('PUT', '/api/v1/sandbox/mood', { as: 'finance', body: { mood: name } });
    expect((await mood('no_funds')).status).toBe(200);
    const id = await approvedPayout();
    await payoutIn(atelier, id, 'approved');
    const { body: payout } = await atelier.request<{ batchId: string }>('GET', `/api/v1/payouts/${id}`, {
      as: 'finance',
    });
    const batch = (verb: string) =>
      atelier.request('POST', `/api/v1/payout-batches/${payout.batchId}/${verb}`, {
        as: 'finance',
        body: {},
      });
    await until('the batch is paused', async () => {
      const { body } = await atelier.request('GET', `/api/v1/payout-batches/${payout.batchId}`, {
        as: 'finance',
      });
      return body.state === 'paused' && body.pauseReason !== null;
    });
    await mood('normal');
    await sending.send(id);
    expect(await transfersOf(id)).toBe(0);
    expect(await batch('resume')).toMatchObject({
      status: 200,
      body: { state: 'sending', pauseReason: null },
    });
    await payoutIn(atelier, id, 'in_transit');
    expect(await attemptsOf(id)).toEqual(['rejected', 'accepted']);
  });

  it('for good, a paused batch is stopped and what it had not sent is due again', async () => {
    const mood = (name: string) =>
      atelier.request('PUT', '/api/v1/sandbox/mood', { as: 'finance', body: { mood: name } });
    await mood('no_funds');
    const id = await approvedPayout();
    const { body: payout } = await atelier.request<{ batchId: string }>('GET', `/api/v1/payouts/${id}`, {
      as: 'finance',
    });
    const state = async () =>
      (await atelier.request('GET', `/api/v1/payout-batches/${payout.batchId}`, { as: 'finance' })).body
        .state;
    await until('the batch is paused', async () => (await state()) === 'paused');
    await mood('normal');
    await atelier.request('POST', `/api/v1/payout-batches/${payout.batchId}/stop`, {
      as: 'finance',
      body: {},
    });
    await payoutIn(atelier, id, 'canceled');
    await until('the batch is done', async () => (await state()) === 'done');
    expect(await transfersOf(id)).toBe(0);
  });
});

describe('when a process dies', () => {
  it('between the written attempt and the call, another one sends once its lease is over', async () => {
    const id = await approvedPayout(() => breakNextPay(atelier, 'before'));
    await waiting(id);
    await leaseEnds(id);
    const log = atelier.app.get(AttemptLog).of(atelier.app.get(SandboxRail));
    expect(await log.begin(id)).toMatchObject({ number: 1, tries: 2, reference: id });
    await sending.send(id);
    expect(await transfersOf(id)).toBe(0);
    await leaseEnds(id);
    await sending.send(id);
    expect(await transfersOf(id)).toBe(1);
    expect(await attemptsOf(id)).toEqual(['accepted']);
  });

  it('the late answer of a try that was overtaken changes nothing', async () => {
    const id = await approvedPayout(() => breakNextPay(atelier, 'before'));
    await waiting(id);
    await leaseEnds(id);
    const log = atelier.app.get(AttemptLog).of(atelier.app.get(SandboxRail));
    const late = await log.begin(id);
    await leaseEnds(id);
    await sending.send(id);
    if (late === null) throw new Error('nothing was begun');
    await log.conclude(late, { outcome: 'rejected', code: 'late', reason: 'too late' });
    expect((await payoutIn(atelier, id, 'in_transit')).reason).toBeNull();
  });

  it('no attempt can be told other things than it was opened with', async () => {
    const id = await approvedPayout();
    await payoutIn(atelier, id, 'in_transit');
    await expect(
      write(
        `UPDATE payouts_attempts SET parameters = parameters || '{"amount": 1}' WHERE payout_id = $1`,
        id,
      ),
    ).rejects.toThrow(/never changes/);
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
    await waiting(id);
    await leaseEnds(id);
    await write(`UPDATE payouts_payouts SET updated_at = now() - interval '1 hour' WHERE id = $1`, id);
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
