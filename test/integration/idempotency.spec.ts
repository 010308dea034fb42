import type { INestApplicationContext } from '@nestjs/common';
import { CleaningProcessor } from '../../src/platform/cleaning/cleaning.processor';
import { Database, type Tx } from '../../src/platform/db/database';
import { Idempotency, onceOf } from '../../src/platform/idempotency/idempotency';
import { JobRegistry } from '../../src/platform/queue/job.registry';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { startPlatform } from '../support/platform';

let database: TestDatabase;
let app: INestApplicationContext;
let once: Idempotency;

const request = (key: string, body: object = { a: 1 }) =>
  onceOf('per_1', key, { method: 'POST', path: '/x', body });
const effect = (name: string) => async (tx: Tx) => {
  await tx.run('INSERT INTO platform_events (id, name, payload) VALUES ($1, $2, $3)', [
    `evt_${Math.random()}`,
    name,
    '{}',
  ]);
  return { made: name };
};
const effects = async (name: string): Promise<number> =>
  (await app.get(Database).read('SELECT 1 FROM platform_events WHERE name = $1', [name])).length;

beforeAll(async () => {
  database = await createTestDatabase('idempotency');
  app = await startPlatform(database.url, [CleaningProcessor]);
  once = app.get(Idempotency);
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

describe('an Idempotency-Key', () => {
  test('gives the second of two equal requests the answer of the first, and one effect', async () => {
    const first = await once.run(request('a'), effect('a'));
    const second = await once.run(request('a'), effect('a'));
    expect(second).toEqual(first);
    expect(await effects('a')).toBe(1);
  });

  test('with another body is refused', async () => {
    await once.run(request('b'), effect('b'));
    await expect(once.run(request('b', { a: 2 }), effect('b'))).rejects.toMatchObject({
      code: 'key_reused',
      kind: 'invalid',
    });
  });

  test('of another person is another key', async () => {
    await once.run(request('c'), effect('c'));
    await once.run({ ...request('c'), owner: 'per_2' }, effect('c'));
    expect(await effects('c')).toBe(2);
  });

  test('sent a hundred times at once has one effect; the others hear that it is in flight or get its answer', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 100 }, () => once.run(request('d'), effect('d'))),
    );
    const refused = results
      .filter((result) => result.status === 'rejected')
      .map(({ reason }) => (reason as { code: string }).code);
    expect(new Set(refused)).toEqual(refused.length > 0 ? new Set(['in_flight']) : new Set());
    expect(await effects('d')).toBe(1);
  });

  test('of a request that failed may be used again', async () => {
    const failing = once.run(request('e'), async (tx) => {
      await effect('e')(tx);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await once.run(request('e'), effect('e'));
    expect(await effects('e')).toBe(1);
  });

  test('is not needed', async () => {
    const without = onceOf('per_1', undefined, { method: 'POST', path: '/x', body: {} });
    await once.run(without, effect('f'));
    await once.run(without, effect('f'));
    expect(await effects('f')).toBe(2);
  });
});

describe('the daily clean-up', () => {
  test('forgets answers of thirty days and changes of a day, and nothing younger', async () => {
    const db = app.get(Database);
    await db.tx(async (tx) => {
      for (const [key, days] of [['old', 31], ['kept', 29]] as const) await tx.run(
        `INSERT INTO platform_idempotency (owner, key, fingerprint, answer, at)
         VALUES ('per_clean', $1, 'x', '{}', now() - make_interval(days => $2))`, [key, days]); // prettier-ignore
      for (const [key, hours] of [['old', 25], ['kept', 23]] as const) await tx.run(
        `INSERT INTO platform_changes (topic, key, at) VALUES ('clean', $1, now() - make_interval(hours => $2))`, [key, hours]); // prettier-ignore
    });
    const cleaning = app.get(CleaningProcessor);
    await cleaning.clean();
    await cleaning.clean();
    const keysOf = (sql: string) => db.read<{ key: string }>(sql);
    expect(await keysOf(`SELECT key FROM platform_idempotency WHERE owner = 'per_clean'`)).toEqual([
      { key: 'kept' },
    ]);
    expect(await keysOf(`SELECT key FROM platform_changes WHERE topic = 'clean'`)).toEqual([{ key: 'kept' }]);
  });

  test('is a job that comes by itself once a day', () => {
    const job = app.get(JobRegistry).get('platform.clean');
    expect(job.every).toBe(86_400_000);
  });
});
