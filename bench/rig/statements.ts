import { Client } from 'pg';

let sent = 0;
let isCounting = false;

/** How many statements this process has sent to Postgres, `BEGIN` and `COMMIT` with them. Counts from the first call on. */
export function statementsSent(): number {
  if (!isCounting) {
    isCounting = true;
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called with the client as `this` below
    const original = Client.prototype.query as (this: Client, ...values: unknown[]) => unknown;
    Object.assign(Client.prototype, {
      query(this: Client, ...values: unknown[]): unknown {
        sent += 1;
        return original.apply(this, values);
      },
    });
  }
  return sent;
}

/** What a statement costs inside of Postgres: milliseconds to plan and to run it, and pages of 8 kB that it touches. */
export interface Cost {
  readonly planMs: number;
  readonly runMs: number;
  readonly pages: number;
}

interface Plan {
  readonly Plan: Readonly<Record<'Shared Hit Blocks' | 'Shared Read Blocks', number>>;
  readonly 'Planning Time': number;
  readonly 'Execution Time': number;
}

/** Runs it once under EXPLAIN (ANALYZE, BUFFERS); what it would write is taken back. */
export async function costOf(client: Client, text: string, values: readonly unknown[]): Promise<Cost> {
  await client.query('BEGIN');
  try {
    const { rows } = await client.query<{ 'QUERY PLAN': [Plan] }>(
      `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`,
      [...values],
    );
    const [plan] = rows[0]?.['QUERY PLAN'] ?? [];
    if (plan === undefined) throw new Error('no plan');
    const pages = plan.Plan['Shared Hit Blocks'] + plan.Plan['Shared Read Blocks'];
    return { planMs: plan['Planning Time'], runMs: plan['Execution Time'], pages };
  } finally {
    await client.query('ROLLBACK');
  }
}
