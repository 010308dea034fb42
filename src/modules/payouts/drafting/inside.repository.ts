import { Injectable } from '@nestjs/common';
import { Database, type Row, type Tx } from '../../../platform/db/database';
import type { Block, Blocked } from '../domain/draft';
import type { PayoutState } from '../domain/payout.workflow';
import { PayoutEntity } from '../payout.entity';

/** Lines of a batch that are shown with it; all of them are in the list of payouts. */
const SHOWN = 200;

/**
 * Caller: InsideRepository.read, for a batch on one page.
 * Index: unique (batch_id, person_id).
 * Twice: reading only.
 */
const STATES = `
  SELECT state, count(*)::integer AS count FROM payouts_payouts WHERE batch_id = $1 AND NOT is_left_out GROUP BY state`;

/**
 * Caller: InsideRepository.read: how many are left out for which reason, and with how much.
 * Index: primary key (batch_id, person_id).
 * Twice: reading only.
 */
const REASONS = `
  SELECT reason, count(*)::integer AS count, sum(amount)::bigint AS amount FROM payouts_blocked
  WHERE batch_id = $1 GROUP BY reason ORDER BY 2 DESC, 1`;

/**
 * Caller: InsideRepository.read: the first of those, the largest amounts first.
 * Index: primary key (batch_id, person_id).
 * Twice: reading only.
 */
const BLOCKED = `
  SELECT person_id AS "personId", amount, reason FROM payouts_blocked
  WHERE batch_id = $1 ORDER BY amount DESC, person_id LIMIT ${SHOWN}`;

const PAYS = `
  SELECT EXISTS (SELECT FROM payouts_payouts WHERE batch_id = $1 AND person_id = $2) AS pays`;

export interface BlockedSum {
  readonly reason: Block;
  readonly count: number;
  readonly amount: bigint;
}

/** What is in a batch, in sums, and the first lines of it. */
export interface Inside {
  readonly payouts: readonly PayoutEntity[];
  readonly states: readonly { readonly state: PayoutState; readonly count: number }[];
  readonly blocked: readonly Blocked[];
  readonly reasons: readonly BlockedSum[];
  /** The batch pays whoever looks. */
  readonly isPayee: boolean;
}

@Injectable()
export class InsideRepository {
  constructor(private readonly db: Database) {}

  /** Inside of a transaction hand over `tx`. */
  async read(batchId: string, viewerId: string, tx?: Tx): Promise<Inside> {
    const rows = <R extends Row>(sql: string, ...more: readonly string[]): Promise<R[]> =>
      tx === undefined ? this.db.read<R>(sql, [batchId, ...more]) : tx.query<R>(sql, [batchId, ...more]);
    const payouts = await (tx ?? this.db).manager.find(PayoutEntity, {
      where: { batchId, isLeftOut: false },
      order: { personId: 'ASC' },
      take: SHOWN,
    });
    const [pays] = await rows<{ pays: boolean }>(PAYS, viewerId);
    return {
      payouts,
      states: await rows<Inside['states'][number]>(STATES),
      blocked: await rows<Blocked>(BLOCKED),
      reasons: await rows<BlockedSum>(REASONS),
      isPayee: pays?.pays === true,
    };
  }

  /** How many people each of these batches leaves out. */
  async countBlocked(batchIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.db.read<{ id: string; count: number }>(
      'SELECT batch_id AS id, count(*)::integer AS count FROM payouts_blocked WHERE batch_id = ANY ($1) GROUP BY batch_id',
      [batchIds],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  }
}
