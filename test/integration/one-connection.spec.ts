import { DataSource, type QueryRunner } from 'typeorm';
import { Settings } from '../../src/platform/config/settings';
import { startTestApp, type TestApp } from '../support/app';
import { approveBatch, draftBatch, earn, fundedProgram, payoutIn, settleAfter } from '../support/payouts';
import { Sharing } from '../support/sharing';

/**
 * Occupies every connection of the pool but one. Whoever asks for a second one while holding the first then waits for
 * nobody and fails after five seconds, as everybody would on a busy day with each holding one and wanting another.
 */
async function leaveOneConnection({ app }: TestApp): Promise<() => Promise<void>> {
  const taken: QueryRunner[] = [];
  const { databasePool } = app.get(Settings);
  for (let count = 1; count < databasePool; count += 1) {
    const runner = app.get(DataSource).createQueryRunner();
    await runner.connect();
    taken.push(runner);
  }
  return async () => {
    for (const runner of taken) await runner.release();
  };
}

describe('with one connection left', () => {
  test('a batch is drafted, approved, sent and told', async () => {
    const atelier = await startTestApp('one_connection');
    settleAfter(atelier, 0);
    const programId = await fundedProgram(atelier);
    await earn(atelier, 'artist', programId);
    await atelier.settle();
    const release = await leaveOneConnection(atelier);
    try {
      const batch = await draftBatch(atelier, programId);
      await approveBatch(atelier, batch);
      expect(await payoutIn(atelier, batch.payouts[0]?.id ?? '', 'paid')).toMatchObject({ state: 'paid' });
      await atelier.settle();
    } finally {
      await release();
      await atelier.stop();
    }
  }, 60_000);

  test('an appeal is filed', async () => {
    const sharing = await Sharing.start('one_connection_appeal');
    const id = await sharing.declined();
    const release = await leaveOneConnection(sharing.atelier);
    try {
      expect((await sharing.appeal(id)).status).toBe(201);
    } finally {
      await release();
      await sharing.stop();
    }
  }, 60_000);
});
