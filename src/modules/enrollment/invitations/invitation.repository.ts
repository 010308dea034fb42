import { Injectable } from '@nestjs/common';
import { LessThan, LessThanOrEqual } from 'typeorm';
import { refusal } from '../../../kernel/refusal';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState, type StateMove } from '../../../platform/db/state';
import { enrollmentRefusals } from '../contract';
import type { InvitationState } from '../domain/invitation.workflow';
import { InvitationEntity } from './invitation.entity';

const TABLES = { table: 'enrollment_invitations', history: 'enrollment_invitations_history' } as const;

@Injectable()
export class InvitationRepository {
  constructor(private readonly db: Database) {}

  async get(id: string): Promise<InvitationEntity> {
    const row = await this.db.manager.findOneBy(InvitationEntity, { id });
    if (row === null) throw refusal(enrollmentRefusals, 'not_found');
    return row;
  }

  async lock(tx: Tx, id: string): Promise<InvitationEntity> {
    const row = await tx.manager.findOne(InvitationEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (row === null) throw refusal(enrollmentRefusals, 'not_found');
    return row;
  }

  /** Newest first. */
  async list(
    filter: {
      readonly programId?: string;
      readonly state?: InvitationState | undefined;
      readonly email?: string;
    },
    before: string | undefined,
    limit: number,
  ): Promise<InvitationEntity[]> {
    const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
    const where = { ...given, ...(before === undefined ? {} : { id: LessThan(before) }) };
    return this.db.manager.find(InvitationEntity, { where, order: { id: 'DESC' }, take: limit });
  }

  async countOpen(tx: Tx, programId: string, invitedBy: string): Promise<number> {
    return tx.manager.countBy(InvitationEntity, { programId, invitedBy, state: 'open' });
  }

  /** `false`: this address has an open one. */
  async insert(
    tx: Tx,
    row: Omit<InvitationEntity, 'createdAt' | 'updatedAt' | 'usedBy' | 'applicationId'>,
  ): Promise<boolean> {
    const { id, programId, cohortId, email, note, invitedBy, expiresAt, state } = row;
    const added = await tx.run(
      `INSERT INTO enrollment_invitations (id, program_id, cohort_id, email, note, invited_by, expires_at, state)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (program_id, lower(email)) WHERE state = 'open' DO NOTHING`,
      [id, programId, cohortId, email, note, invitedBy, expiresAt, state],
    );
    return added === 1;
  }

  /** The use and whoever used it are one statement: the database knows no used invitation without either. */
  async use(tx: Tx, move: StateMove, usedBy: string, applicationId: string): Promise<void> {
    await tx.run(
      `UPDATE enrollment_invitations SET state = 'used', used_by = $2, application_id = $3, updated_at = now() WHERE id = $1 AND state = 'open'`,
      [move.id, usedBy, applicationId],
    );
    await tx.run(
      `INSERT INTO enrollment_invitations_history (subject_id, verb, from_state, to_state, actor_id) VALUES ($1, $2, $3, $4, $5)`,
      [move.id, move.verb, move.from, move.to, move.actor.id],
    );
  }

  async move(tx: Tx, move: StateMove): Promise<boolean> {
    return moveState(tx, TABLES, move);
  }

  /** Open ones of a programme last so much longer than `from` on. Once for each event. */
  async extend(tx: Tx, programId: string, from: Date, seconds: number): Promise<void> {
    await tx.run(
      `UPDATE enrollment_invitations SET expires_at = expires_at + make_interval(secs => $3), updated_at = now()
       WHERE program_id = $1 AND state = 'open' AND expires_at > $2`,
      [programId, from, seconds],
    );
  }

  /** Open ones whose time is over. */
  async listDue(now: Date): Promise<string[]> {
    const rows = await this.db.manager.find(InvitationEntity, {
      where: { state: 'open', expiresAt: LessThanOrEqual(now) },
      order: { expiresAt: 'ASC' },
      take: 500,
    });
    return rows.map(({ id }) => id);
  }
}
