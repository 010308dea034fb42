import { Injectable, type INestApplicationContext } from '@nestjs/common';
import { eventKind, type DomainEvent } from '../../src/kernel/event';
import { Database, type Tx } from '../../src/platform/db/database';
import { On } from '../../src/platform/outbox/listener.registry';
import { Outbox } from '../../src/platform/outbox/outbox';
import { Relay } from '../../src/platform/outbox/relay';
import { QueueService } from '../../src/platform/queue/queue.service';
import { createTestDatabase, type TestDatabase } from './database';
import { startPlatform } from './platform';

const happened = eventKind<{ n: number }>('test.happened');

@Injectable()
class Diary {
  failuresLeft = 0;

  @On(happened)
  async write(tx: Tx, event: DomainEvent<{ n: number }>): Promise<void> {
    await tx.run('INSERT INTO test_diary (n) VALUES ($1)', [event.payload.n]);
    if (this.failuresLeft > 0) {
      this.failuresLeft -= 1;
      throw new Error('the pen broke');
    }
  }

  @On(happened, 'money')
  async count(tx: Tx): Promise<void> {
    await tx.run('UPDATE test_count SET n = n + 1');
  }
}

/** What the outbox promises, on whichever queue stands behind it. */
export function outboxSuite(name: string, redisUrl: () => string): void {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let db: Database;

  const diary = async (): Promise<number[]> =>
    (await db.read<{ n: number }>('SELECT n FROM test_diary ORDER BY n')).map(({ n }) => n);
  const waiting = async (): Promise<number> => {
    const [row] = await db.read<{ open: number }>(`SELECT
      (SELECT count(*) FROM platform_events WHERE relayed_at IS NULL)::int
      + (SELECT count(*) FROM platform_deliveries WHERE received_at IS NULL)::int AS open`);
    return row?.open ?? -1;
  };
  const quiet = async (): Promise<void> => {
    for (let turn = 0; (await waiting()) > 0; turn += 1) {
      if (turn > 1_000) throw new Error('events are still waiting');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  beforeAll(async () => {
    database = await createTestDatabase(`outbox_${name}`);
    app = await startPlatform(database.url, [Diary], redisUrl());
    db = app.get(Database);
    const { Client } = await import('pg');
    const owner = new Client({ connectionString: database.url });
    await owner.connect();
    await owner.query(`CREATE TABLE test_diary (n int); CREATE TABLE test_count (n int); INSERT INTO test_count VALUES (0);
      GRANT ALL ON test_diary, test_count TO atelier_app`);
    await owner.end();
    app.get(Relay).start();
    await app.get(QueueService).work();
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  test('an event of a committed transaction reaches every listener once', async () => {
    await db.tx((tx) => app.get(Outbox).add(tx, happened, { n: 1 }));
    await quiet();
    expect(await diary()).toEqual([1]);
    expect(await db.read('SELECT n FROM test_count')).toEqual([{ n: 1 }]);
  });

  test('an event of a transaction that rolled back was never told', async () => {
    const work = db.tx(async (tx) => {
      await app.get(Outbox).add(tx, happened, { n: 2 });
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    await quiet();
    expect(await diary()).toEqual([1]);
  });

  test('a listener that fails is tried again, and its half-done effect is not kept', async () => {
    app.get(Diary).failuresLeft = 2;
    await db.tx((tx) => app.get(Outbox).add(tx, happened, { n: 3 }));
    await quiet();
    expect(await diary()).toEqual([1, 3]);
  });

  test('a delivery whose job the queue has lost is found by the sweep, and one that arrives twice has one effect', async () => {
    await db.tx(async (tx) => {
      await tx.run(
        `INSERT INTO platform_events (id, name, payload, relayed_at) VALUES ('evt_lost', 'test.happened', '{"n": 4}', now())`,
      );
      await tx.run(
        `INSERT INTO platform_deliveries (event_id, listener, tried_at) VALUES ('evt_lost', 'Diary.write', now() - interval '1 hour')`,
      );
    });
    const relay = app.get(Relay);
    await Promise.all([relay.sweep(0), relay.sweep(0)]);
    await quiet();
    await relay.sweep(0);
    expect(await diary()).toEqual([1, 3, 4]);
  });

  test('a burst of events arrives whole', async () => {
    await Promise.all(
      Array.from({ length: 300 }, (_, n) =>
        db.tx((tx) => app.get(Outbox).add(tx, happened, { n: 1_000 + n })),
      ),
    );
    await quiet();
    expect((await diary()).filter((n) => n >= 1_000)).toHaveLength(300);
  });
}
