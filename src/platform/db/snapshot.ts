import type { Readable } from 'node:stream';
import type { PoolClient, QueryResultRow } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { prepared } from './prepared';

/** Half an hour for one statement: an export of everything, and no more than that. Milliseconds. */
const LONGEST = 1_800_000;

/** The database as it was at one instant, read only, for whatever is too long for a page. */
export class Snapshot {
  constructor(private readonly client: PoolClient) {}

  async query<R extends QueryResultRow = QueryResultRow>(
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<R[]> {
    return (await this.client.query<R>(prepared(sql, values))).rows;
  }

  /**
   * What `COPY (…) TO STDOUT` writes, as it comes. COPY takes no placeholders: `values` are set as `atelier.p1`,
   * `atelier.p2`, … before it runs, and the statement reads them with `current_setting`.
   */
  async copyOut(sql: string, values: readonly string[]): Promise<Readable> {
    for (const [index, value] of values.entries())
      await this.client.query('SELECT set_config($1, $2, true)', [`atelier.p${index + 1}`, value]);
    return this.client.query(copyTo(sql));
  }
}

/** Runs `work` on one snapshot. The connection of work that gave up is closed: an unfinished COPY ends with it. */
export async function inSnapshot<T>(
  connect: () => Promise<PoolClient>,
  work: (snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  const client = await connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    await client.query(
      `SET LOCAL statement_timeout = ${LONGEST}; SET LOCAL idle_in_transaction_session_timeout = ${LONGEST}`,
    );
    const result = await work(new Snapshot(client));
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}
