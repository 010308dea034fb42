import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../kernel/actor';
import type { Currency } from '../../kernel/money';
import { decodeCursor, toPage, type Page } from '../../kernel/page';
import { Database, type Tx } from '../../platform/db/database';
import { moveState } from '../../platform/db/state';
import type { DueOf, EarningDraft } from './contract';
import { earningWorkflow } from './domain/earning.workflow';
import type { EarningMoney } from './domain/recipes';
import { EarningEntity } from './earning.entity';
import { CLAIM, DUE, INSERT_EARNING, LOCK_UNFUNDED, MARK_PAID, UNCLAIM } from './earning.sql';

const TABLES = { table: 'compensation_earnings', history: 'compensation_earnings_history' } as const;

export interface EarningFilter {
  readonly personId?: string;
  readonly programId?: string;
  readonly state?: string;
  readonly category?: string;
}

@Injectable()
export class EarningRepository {
  constructor(private readonly db: Database) {}

  /** `false`: the fact has earned already. */
  async insert(tx: Tx, id: string, draft: EarningDraft): Promise<boolean> {
    const { programId, personId, category, causeType, causeId, amount, currency, source, rate, evidence } =
      draft;
    const inserted = await tx.run(INSERT_EARNING, [
      id,
      programId,
      personId,
      category,
      causeType,
      causeId,
      amount,
      currency,
      source,
      rate?.version ?? null,
      rate?.item ?? null,
      JSON.stringify(evidence),
      earningWorkflow.initial,
    ]);
    return inserted === 1;
  }

  /** The oldest unfunded earning after `after` whose source is not among `dry`. */
  async lockUnfunded(tx: Tx, after: string, dry: readonly string[]): Promise<EarningMoney | undefined> {
    const [row] = await tx.query<EarningMoney>(LOCK_UNFUNDED, [after, dry]);
    return row;
  }

  async moveToDue(tx: Tx, id: string): Promise<boolean> {
    return moveState(tx, TABLES, { id, verb: 'fund', from: 'unfunded', to: 'due', actor: SYSTEM });
  }

  async due(programId: string, currency: Currency, tx?: Tx): Promise<DueOf[]> {
    const values = [programId, currency];
    return tx === undefined ? this.db.read<DueOf>(DUE, values) : tx.query<DueOf>(DUE, values);
  }

  /** How many were due and now belong to the payout. */
  async claim(tx: Tx, ids: readonly string[], payoutId: string): Promise<number> {
    return tx.run(CLAIM, [ids, payoutId]);
  }

  async unclaim(tx: Tx, payoutId: string): Promise<void> {
    await tx.run(UNCLAIM, [payoutId]);
  }

  async markPaid(tx: Tx, payoutId: string): Promise<void> {
    await tx.run(MARK_PAID, [payoutId]);
  }

  /** From earned to paid, among those that were paid; `null`: none. */
  async medianDaysToPaid(causeTypes: readonly string[], programId: string | null): Promise<number | null> {
    const [row] = await this.db.read<{ days: number | null }>(
      `SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM paid_at - earned_at) / 86400) AS days
       FROM compensation_earnings
       WHERE state = 'paid' AND cause_type = ANY ($1) AND ($2::text IS NULL OR program_id = $2)`,
      [causeTypes, programId],
    );
    return row?.days ?? null;
  }

  /** Newest first. Refuses a cursor of another list. */
  async list(filter: EarningFilter, cursor: string | undefined, limit: number): Promise<Page<EarningEntity>> {
    const query = this.db.manager
      .createQueryBuilder(EarningEntity, 'earning')
      .orderBy('earning.id', 'DESC')
      .take(limit + 1);
    const wanted = Object.entries(filter).filter(([, value]) => value !== undefined);
    for (const [column, value] of wanted)
      query.andWhere(`earning.${column} = :${column}`, { [column]: value });
    if (cursor !== undefined) query.andWhere('earning.id < :after', { after: decodeCursor(cursor, 1)[0] });
    return toPage(
      await query.getMany(),
      limit,
      ({ id }) => [id],
      (row) => row,
    );
  }
}
