import { Injectable } from '@nestjs/common';
import { In, type SelectQueryBuilder } from 'typeorm';
import { SYSTEM, type Actor } from '../../kernel/actor';
import type { Currency } from '../../kernel/money';
import { decodeCursor, toPage, type Page } from '../../kernel/page';
import { Database, type Tx } from '../../platform/db/database';
import { moveState } from '../../platform/db/state';
import type { Category, Claim, DueIn, EarningDraft } from './contract';
import { earningWorkflow } from './domain/earning.workflow';
import type { EarningMoney } from './domain/recipes';
import { EarningEntity } from './earning.entity';
import * as sql from './earning.sql';
import { IS_PROMISED, PromiseRepository } from './promises/promise.repository';

const TABLES = { table: 'compensation_earnings', history: 'compensation_earnings_history' } as const;

export interface EarningFilter {
  readonly personId?: string;
  readonly programId?: string;
  readonly state?: string;
  readonly category?: string;
  /** Only what was paid after its promised date, or waits beyond it. */
  readonly late?: 'yes';
}

export interface EarningTotal {
  readonly currency: Currency;
  readonly count: number;
  readonly amount: bigint;
  readonly withheld: bigint;
  readonly late: number;
}

const IS_LATE = `earning.state <> 'reversed' AND coalesce(earning.paid_at, now()) > earning.pay_by`;

/** What the rate card and the tax rules say about an amount at the moment when it is earned. */
export interface PayTerms {
  readonly payWithinDays: number;
  readonly lateBasisPoints: number;
  readonly sourceCountry: string | null;
}

export interface LateEarning {
  readonly id: string;
  readonly programId: string;
  readonly personId: string;
  readonly amount: bigint;
  readonly currency: Currency;
  readonly category: Category;
  readonly payBy: Date;
  readonly paidAt: Date;
  readonly basisPoints: number;
}

export interface EarningStep {
  readonly verb: string;
  readonly from: string;
  readonly to: string;
  readonly actorId: string;
  readonly note: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

export interface TaxableEarning extends EarningMoney {
  readonly category: Category;
  readonly sourceCountry: string | null;
  readonly withheld: bigint;
  readonly taxRevision: number;
}

@Injectable()
export class EarningRepository {
  constructor(
    private readonly db: Database,
    private readonly promises: PromiseRepository,
  ) {}

  /** `false`: the fact has earned already. */
  async insert(tx: Tx, id: string, draft: EarningDraft, terms: PayTerms): Promise<boolean> {
    const { programId, personId, category, causeType, causeId, amount, currency, source, rate, evidence } =
      draft;
    const inserted = await tx.run(sql.INSERT_EARNING, [
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
      terms.payWithinDays,
      terms.lateBasisPoints,
      terms.sourceCountry,
    ]);
    return inserted === 1;
  }

  /** The oldest unfunded earning after `after` whose source is not among `dry`. */
  async lockUnfunded(tx: Tx, after: string, dry: readonly string[]): Promise<EarningMoney | undefined> {
    const [row] = await tx.query<EarningMoney>(sql.LOCK_UNFUNDED, [after, dry]);
    return row;
  }

  async moveToDue(tx: Tx, id: string): Promise<boolean> {
    return moveState(tx, TABLES, { id, verb: 'fund', from: 'unfunded', to: 'due', actor: SYSTEM });
  }

  /** Who has something due, in the order of their ids, behind `after`. */
  async listDuePeople(
    tx: Tx,
    { programId, currency }: DueIn,
    after: string,
    limit: number,
  ): Promise<string[]> {
    const rows = await tx.query<{ personId: string }>(sql.DUE_PAYEES, [programId, currency, after, limit]);
    return rows.map(({ personId }) => personId);
  }

  /** How many were due and now belong to their payouts. */
  async claim(tx: Tx, claims: readonly Claim[]): Promise<number> {
    return tx.run(sql.CLAIM, [
      claims.flatMap(({ earningIds }) => earningIds),
      claims.flatMap(({ earningIds, payoutId }) => earningIds.map(() => payoutId)),
    ]);
  }

  async unclaim(tx: Tx, payoutIds: readonly string[]): Promise<void> {
    await tx.run(sql.UNCLAIM, [payoutIds]);
  }

  async markPaid(tx: Tx, payoutId: string): Promise<void> {
    await tx.run(sql.MARK_PAID, [payoutId]);
  }

  async categories(ids: readonly string[]): Promise<Map<string, Category>> {
    const rows = await this.db.read<{ id: string; category: Category }>(
      'SELECT id, category FROM compensation_earnings WHERE id = ANY ($1)',
      [ids],
    );
    return new Map(rows.map(({ id, category }) => [id, category]));
  }

  async payForWork(payoutIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.db.read<{ id: string }>(
      `SELECT DISTINCT payout_id AS id FROM compensation_earnings WHERE payout_id = ANY ($1) AND category = 'service'`,
      [payoutIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  async find(id: string, tx?: Tx): Promise<EarningEntity | null> {
    return this.promised(await (tx ?? this.db).manager.findOneBy(EarningEntity, { id }), tx);
  }

  async listByIds(ids: readonly string[]): Promise<Map<string, EarningEntity>> {
    if (ids.length === 0) return new Map();
    const rows = await this.db.manager.findBy(EarningEntity, { id: In([...new Set(ids)]) });
    return new Map((await this.promises.asPromised(rows)).map((row) => [row.id, row]));
  }

  /** The one of a fact, locked. */
  async lockCause(tx: Tx, causeType: string, causeId: string): Promise<EarningEntity | null> {
    const where = { causeType, causeId };
    const row = await tx.manager.findOne(EarningEntity, { where, lock: { mode: 'pessimistic_write' } });
    return this.promised(row, tx);
  }

  async lock(tx: Tx, id: string): Promise<EarningEntity | null> {
    const row = await tx.manager.findOne(EarningEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    return this.promised(row, tx);
  }

  /** Takes it back; `false`: it is no longer where it was. */
  async reverse(
    tx: Tx,
    { id, state }: Pick<EarningEntity, 'id' | 'state'>,
    actor: Actor,
    note: Readonly<Record<string, unknown>>,
  ): Promise<boolean> {
    return moveState(tx, TABLES, { id, verb: 'reverse', from: state, to: 'reversed', actor, note });
  }

  /** What of a payout that arrived came after its date. */
  async listLate(tx: Tx, payoutId: string): Promise<LateEarning[]> {
    return tx.query(sql.LIST_LATE, [payoutId]);
  }

  async listHistory(id: string): Promise<EarningStep[]> {
    return this.db.read(sql.LIST_HISTORY, [id]);
  }

  /** Earnings that came of this one: for the wait, or in its place. */
  async listFollowing({ id, personId }: Pick<EarningEntity, 'id' | 'personId'>): Promise<EarningEntity[]> {
    const rows = await this.db.manager
      .createQueryBuilder(EarningEntity, 'earning')
      .where(`earning.personId = :personId AND earning.evidence ->> 'earningId' = :id`, { id, personId })
      .orderBy('earning.id')
      .getMany();
    return this.promises.asPromised(rows);
  }

  async lockTaxable(
    tx: Tx,
    { programId, currency }: DueIn,
    personIds: readonly string[],
  ): Promise<TaxableEarning[]> {
    return tx.query(sql.LOCK_TAXABLE, [programId, currency, personIds]);
  }

  async setWithheld(
    tx: Tx,
    { id, sourceCountry }: TaxableEarning,
    withheld: bigint,
    revision: number,
  ): Promise<void> {
    await tx.run(sql.SET_WITHHELD, [id, withheld, revision, sourceCountry]);
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
    const query = this.filtered(filter)
      .orderBy('earning.id', 'DESC')
      .take(limit + 1);
    if (cursor !== undefined) query.andWhere('earning.id < :after', { after: decodeCursor(cursor, 1)[0] });
    return toPage(
      await this.promises.asPromised(await query.getMany()),
      limit,
      ({ id }) => [id],
      (row) => row,
    );
  }

  /** Of the whole filtered set, by currency: amounts of different currencies are not added. */
  async totals(filter: EarningFilter): Promise<EarningTotal[]> {
    return this.filtered(filter)
      .select('earning.currency', 'currency')
      .addSelect('count(*)::int', 'count')
      .addSelect('sum(earning.amount)::bigint', 'amount')
      .addSelect('sum(earning.withheld)::bigint', 'withheld')
      .addSelect(`(count(*) FILTER (WHERE ${IS_LATE}))::int`, 'late')
      .groupBy('earning.currency')
      .orderBy('earning.currency')
      .getRawMany<EarningTotal>();
  }

  private async promised(row: EarningEntity | null, tx?: Tx): Promise<EarningEntity | null> {
    return (await this.promises.asPromised([row], tx))[0] ?? null;
  }

  private filtered({ late, state, ...filter }: EarningFilter): SelectQueryBuilder<EarningEntity> {
    const query = this.db.manager.createQueryBuilder(EarningEntity, 'earning');
    if (state === 'due') query.andWhere(`earning.state = 'due' AND NOT ${IS_PROMISED}`);
    else if (state === 'in_payout')
      query.andWhere(`(earning.state = 'in_payout' OR (earning.state = 'due' AND ${IS_PROMISED}))`);
    else if (state !== undefined) query.andWhere('earning.state = :state', { state });
    for (const [column, value] of Object.entries(filter))
      if (value !== undefined) query.andWhere(`earning.${column} = :${column}`, { [column]: value });
    return late === 'yes' ? query.andWhere(IS_LATE) : query;
  }
}
