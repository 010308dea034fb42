import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Pool, PoolClient, QueryResultRow } from 'pg';
import { ChangeFeed } from './change-feed';
import { prepared } from './prepared';
import { inSnapshot, type Snapshot } from './snapshot';

const proof = Symbol('opened by Database.tx');

/** What a statement may answer with: columns by name. */
export type Row = QueryResultRow;

/**
 * One open transaction. It can only come from `Database.tx`, and every writing repository method asks for it: a write
 * outside of a transaction does not compile.
 */
export class Tx {
  private readonly hooks: (() => void)[] = [];

  constructor(
    key: typeof proof,
    readonly manager: EntityManager,
    private readonly client: PoolClient,
  ) {
    if (key !== proof) throw new Error('a Tx comes from Database.tx()');
  }

  /** Rows of one statement; for `INSERT/UPDATE/DELETE … RETURNING` the returned rows. */
  async query<R extends QueryResultRow = QueryResultRow>(
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<R[]> {
    return (await this.client.query<R>(prepared(sql, values))).rows;
  }

  /** Number of rows that one statement touched. */
  async run(sql: string, values: readonly unknown[] = []): Promise<number> {
    return (await this.client.query(prepared(sql, values))).rowCount ?? 0;
  }

  /** Runs `hook` once the transaction is durable: for wake-ups, never for facts. Errors in it are the hook's own. */
  afterCommit(hook: () => void): void {
    this.hooks.push(hook);
  }

  /** Called by `Database` after the commit. */
  settle(key: typeof proof): void {
    if (key !== proof) throw new Error('only Database settles a Tx');
    for (const hook of this.hooks) hook();
  }
}

/** Postgres asks to try again: serialization failure, deadlock. */
const RETRYABLE = new Set(['40001', '40P01']);
const ATTEMPTS = 5;

const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;

const pause = (attempt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, 10 * 2 ** attempt * (0.5 + Math.random())));

@Injectable()
export class Database implements OnApplicationShutdown {
  /** Which of the rows that this process remembers have changed, whoever changed them. */
  readonly changes = new ChangeFeed((sql, values) => this.read(sql, values));

  constructor(private readonly source: DataSource) {}

  /**
   * Runs `work` in one transaction and retries it up to five times when Postgres reports a deadlock or a serialization
   * failure; `work` must therefore touch nothing but the database.
   */
  async tx<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.retried(() => this.attempt(work));
  }

  /**
   * Rows of one statement that is a transaction of its own: a single round trip, retried as `tx`. For statements that
   * write by calling a function of the database; what they did is durable when this returns.
   */
  async alone<R extends QueryResultRow = QueryResultRow>(
    sql: string,
    values: readonly unknown[],
  ): Promise<R[]> {
    return this.retried(async () => (await this.pool.query<R>(prepared(sql, values))).rows);
  }

  private async retried<T>(work: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work();
      } catch (error) {
        if (attempt >= ATTEMPTS || !RETRYABLE.has(codeOf(error) ?? '')) throw error;
        await pause(attempt);
      }
    }
  }

  /** Rows of a reading statement, outside of any transaction. */
  async read<R extends QueryResultRow = QueryResultRow>(
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<R[]> {
    return (await this.pool.query<R>(prepared(sql, values))).rows;
  }

  /** Reads at one instant, however long it takes: for exports. Holds a connection until `work` ends. */
  async snapshot<T>(work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
    return inSnapshot(() => this.pool.connect(), work);
  }

  /** For reads through TypeORM's repositories. Writes go through `tx`. */
  get manager(): EntityManager {
    return this.source.manager;
  }

  /** TypeORM's own pool: reads and transactions share its connections. */
  private get pool(): Pool {
    return (this.source.driver as unknown as { master: Pool }).master;
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }

  private async attempt<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    try {
      await runner.startTransaction();
      const tx = new Tx(proof, runner.manager, client);
      const result = await work(tx);
      await runner.commitTransaction();
      tx.settle(proof);
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}
