import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import type { DueIn } from '../contract';
import type { EarningEntity } from '../earning.entity';

/**
 * Caller: PromiseRepository.close, before a batch is put together.
 * Index: none; an advisory lock that ends with the transaction.
 * Twice: it is held already.
 */
const CLOSE = 'SELECT pg_advisory_xact_lock(compensation_due_key($1, $2))';

/**
 * Caller: PromiseRepository.asPromised, for an earning that may be changed; waits for a draft that is being made.
 * Index: none; an advisory lock that ends with the transaction.
 * Twice: it is held already.
 */
const HOLD_OPEN = 'SELECT pg_advisory_xact_lock_shared(compensation_due_key($1, $2))';

/**
 * Caller: PromiseRepository.asPromised, for the rows of one page.
 * Index: payouts_payouts_person, through the view.
 * Twice: reading only.
 */
const PROMISED = `
  SELECT e.id, p.payout_id AS "payoutId"
  FROM unnest($1::text[], $2::text[]) AS e (id, person_id)
  JOIN compensation_promises p ON p.person_id = e.person_id AND e.id = ANY (p.earning_ids)`;

/** Where a state is asked for: an earning that a draft promises counts as on its way. */
export const IS_PROMISED = `EXISTS (SELECT FROM compensation_promises promise
  WHERE promise.person_id = earning.person_id AND earning.id = ANY (promise.earning_ids))`;

/** Earnings that wait in the draft of a payout: still due in their own row, on their way for everybody who looks. */
@Injectable()
export class PromiseRepository {
  constructor(private readonly db: Database) {}

  /** Until the transaction ends nothing that is due here changes its amount. */
  async close(tx: Tx, { programId, currency }: DueIn): Promise<void> {
    await tx.run(CLOSE, [programId, currency]);
  }

  /** The rows as they stand with promises. Inside of a transaction hand over `tx`: they stay so until it ends. */
  async asPromised<R extends EarningEntity | null>(rows: readonly R[], tx?: Tx): Promise<R[]> {
    const due = rows.filter((row) => row?.state === 'due') as EarningEntity[];
    if (due.length > 0) {
      if (tx !== undefined)
        for (const { programId, currency } of due) await tx.run(HOLD_OPEN, [programId, currency]);
      const values = [due.map(({ id }) => id), due.map(({ personId }) => personId)];
      const found = await (tx === undefined
        ? this.db.read<{ id: string; payoutId: string }>(PROMISED, values)
        : tx.query<{ id: string; payoutId: string }>(PROMISED, values));
      const payouts = new Map(found.map(({ id, payoutId }) => [id, payoutId]));
      for (const row of due)
        if (payouts.has(row.id))
          Object.assign(row, {
            state: 'in_payout',
            payoutId: payouts.get(row.id),
          } satisfies Partial<EarningEntity>);
    }
    return [...rows];
  }
}
