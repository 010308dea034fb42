import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/id';
import { decodeCursor, toPage, type Page } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState, type StateMove } from '../../../platform/db/state';
import { grantsRefusals } from '../contract';
import type { MilestonePlan } from '../domain/agreement';
import type { AwardState } from '../domain/award.workflow';
import { AwardEntity } from './award.entity';
import { MilestoneEntity } from './milestone.entity';

const AWARDS = { table: 'grants_awards', history: 'grants_awards_history' } as const;
const MILESTONES = { table: 'grants_milestones', history: 'grants_milestones_history' } as const;

export type NewAward = Pick<
  AwardEntity,
  | 'id'
  | 'callId'
  | 'programId'
  | 'applicationId'
  | 'personId'
  | 'amount'
  | 'currency'
  | 'agreement'
  | 'agreementHash'
  | 'offerUntil'
  | 'state'
>;

/** Columns of an award that a step fills in. */
export type AwardNote = Partial<
  Pick<
    AwardEntity,
    | 'agreement'
    | 'agreementHash'
    | 'acceptedAt'
    | 'acceptedHash'
    | 'acceptedFrom'
    | 'report'
    | 'endedBy'
    | 'endReasons'
    | 'appealUntil'
    | 'appeal'
    | 'appealAnswer'
    | 'appealAnsweredBy'
  >
>;

@Injectable()
export class AwardRepository {
  constructor(private readonly db: Database) {}

  async insert(tx: Tx, row: NewAward, plan: readonly MilestonePlan[]): Promise<void> {
    await tx.manager.insert(AwardEntity, row);
    await this.addMilestones(tx, row.id, plan, 1);
  }

  async addMilestones(tx: Tx, awardId: string, plan: readonly MilestonePlan[], from: number): Promise<void> {
    for (const [index, { title, amount, dueAt, isAtStart }] of plan.entries())
      await tx.manager.insert(MilestoneEntity, {
        id: newId('mil'),
        awardId,
        position: from + index,
        title,
        amount,
        dueAt,
        isAtStart,
        links: [],
        state: 'planned',
      });
  }

  async find(id: string): Promise<AwardEntity | null> {
    return this.db.manager.findOneBy(AwardEntity, { id });
  }

  /** For update; refuses `not_found`. The call is locked before its awards. */
  async lock(tx: Tx, id: string): Promise<AwardEntity> {
    const row = await tx.manager.findOne(AwardEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (row === null) throw refusal(grantsRefusals, 'not_found');
    return row;
  }

  /** Under the lock, before the move: the table asks for what goes with a state. */
  async note(tx: Tx, id: string, note: AwardNote): Promise<void> {
    await tx.manager.update(AwardEntity, { id }, note);
  }

  async move(tx: Tx, move: StateMove): Promise<boolean> {
    return moveState(tx, AWARDS, move);
  }

  /** How often it has moved: names one act on it, however often that is tried. */
  async countMoves(tx: Tx, id: string): Promise<number> {
    const [row] = await tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM grants_awards_history WHERE subject_id = $1`,
      [id],
    );
    return row?.n ?? 0;
  }

  async findMilestone(id: string): Promise<MilestoneEntity | null> {
    return this.db.manager.findOneBy(MilestoneEntity, { id });
  }

  /** Under the lock of the award. */
  async milestones(tx: Tx, awardId: string): Promise<MilestoneEntity[]> {
    return tx.manager.find(MilestoneEntity, { where: { awardId }, order: { position: 'ASC' } });
  }

  /** Steps of many awards, in their order. */
  async milestonesOf(awardIds: readonly string[]): Promise<MilestoneEntity[]> {
    if (awardIds.length === 0) return [];
    return this.db.manager
      .createQueryBuilder(MilestoneEntity, 'milestone')
      .where('milestone.awardId IN (:...awardIds)', { awardIds })
      .orderBy('milestone.position')
      .getMany();
  }

  async noteMilestone(
    tx: Tx,
    id: string,
    note: Partial<Pick<MilestoneEntity, 'evidence' | 'links' | 'answer' | 'answeredBy' | 'answerUntil'>>,
  ): Promise<void> {
    await tx.manager.update(MilestoneEntity, { id }, note);
  }

  async moveMilestone(tx: Tx, move: StateMove): Promise<boolean> {
    return moveState(tx, MILESTONES, move);
  }

  /** Steps and offers of a programme that are due after `from` are due so much later. Once for each event. */
  async extend(tx: Tx, programId: string, from: Date, seconds: number): Promise<void> {
    await tx.run(
      `UPDATE grants_milestones m SET due_at = m.due_at + make_interval(secs => $3), updated_at = now()
       FROM grants_awards a WHERE a.id = m.award_id AND a.program_id = $1 AND m.due_at > $2
         AND m.state IN ('planned', 'changes_requested')`,
      [programId, from, seconds],
    );
    await tx.run(
      `UPDATE grants_awards SET offer_until = offer_until + make_interval(secs => $3), updated_at = now()
       WHERE program_id = $1 AND state = 'offered' AND offer_until > $2`,
      [programId, from, seconds],
    );
  }

  /** What time has decided: offers that ran out, ends that can no longer be appealed. Oldest first. */
  async overdue(limit: number): Promise<{ id: string; verb: 'lapse' | 'end' }[]> {
    return this.db.read<{ id: string; verb: 'lapse' | 'end' }>(
      `SELECT id, CASE state WHEN 'offered' THEN 'lapse' ELSE 'end' END AS verb FROM grants_awards
       WHERE (state = 'offered' AND offer_until <= now()) OR (state = 'ending' AND appeal_until <= now())
       ORDER BY id LIMIT $1`,
      [limit],
    );
  }

  /** Evidence that nobody answered in time, oldest first. */
  async unanswered(limit: number): Promise<string[]> {
    const rows = await this.db.read<{ id: string }>(
      `SELECT id FROM grants_milestones WHERE state = 'submitted' AND answer_until <= now() ORDER BY answer_until LIMIT $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  /** How many awards of a call are still only offered. */
  async countOffered(tx: Tx, callId: string): Promise<number> {
    const [row] = await tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM grants_awards WHERE call_id = $1 AND state = 'offered'`,
      [callId],
    );
    return row?.n ?? 0;
  }

  /** Newest first. */
  async list(
    filter: { readonly personId?: string; readonly callId?: string; readonly state?: AwardState },
    cursor: string | undefined,
    limit: number,
  ): Promise<Page<AwardEntity>> {
    const query = this.db.manager
      .createQueryBuilder(AwardEntity, 'award')
      .orderBy('award.id', 'DESC')
      .take(limit + 1);
    for (const [name, value] of Object.entries(filter))
      if (value !== undefined) query.andWhere(`award.${name} = :${name}`, { [name]: value });
    if (cursor !== undefined) query.andWhere('award.id < :after', { after: decodeCursor(cursor, 1)[0] });
    return toPage(
      await query.getMany(),
      limit,
      ({ id }) => [id],
      (row) => row,
    );
  }
}
