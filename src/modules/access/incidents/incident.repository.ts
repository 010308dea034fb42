import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { moveState, type StateMove } from '../../../platform/db/state';
import type { IncidentCause } from '../contract';
import type { IncidentState } from '../domain/incident.workflow';
import { IncidentEntity } from './incident.entity';

const TABLES = { table: 'access_incidents', history: 'access_incidents_history' } as const;

export type NewIncident = Pick<
  IncidentEntity,
  'id' | 'keyId' | 'trapId' | 'personId' | 'cause' | 'since' | 'evidence' | 'affected' | 'openedBy'
>;

/** One line of an incident's timeline. */
export interface IncidentNote {
  readonly at: Date;
  /** `opened`, `reported`, or `<module>.<what happened>`. */
  readonly kind: string;
  readonly actorId: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface IncidentFilter {
  readonly state?: IncidentState | undefined;
  readonly cause?: IncidentCause | undefined;
}

@Injectable()
export class IncidentRepository {
  constructor(private readonly db: Database) {}

  async find(id: string): Promise<IncidentEntity | null> {
    return this.db.manager.findOneBy(IncidentEntity, { id });
  }

  async findOpen(keyId: string, tx: Tx): Promise<IncidentEntity | null> {
    return tx.manager.findOneBy(IncidentEntity, { keyId, state: 'open' });
  }

  async lock(tx: Tx, id: string): Promise<IncidentEntity | null> {
    return tx.manager.findOne(IncidentEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Newest first, up to `limit` older than `before`. */
  async list(
    { state, cause }: IncidentFilter,
    before: string | null,
    limit: number,
  ): Promise<IncidentEntity[]> {
    const rows = this.db.manager.createQueryBuilder(IncidentEntity, 'i').where('true');
    if (state !== undefined) rows.andWhere('i.state = :state', { state });
    if (cause !== undefined) rows.andWhere('i.cause = :cause', { cause });
    if (before !== null) rows.andWhere('i.id < :before', { before });
    return rows.orderBy('i.id', 'DESC').limit(limit).getMany();
  }

  async insert(tx: Tx, it: NewIncident): Promise<void> {
    await tx.run(
      `INSERT INTO access_incidents (id, state, key_id, trap_id, person_id, cause, since, evidence, affected, population, opened_by)
       VALUES ($1, 'open', $2, $3, $4, $5, $6, $7, $8::int,
         greatest($8::int, (SELECT count(*) FROM access_people WHERE 'artist' = ANY (roles)))::int, $9)`,
      [it.id, it.keyId, it.trapId, it.personId, it.cause, it.since, JSON.stringify(it.evidence), it.affected, it.openedBy], // prettier-ignore
    );
  }

  /** Many at once, each with the first line of its timeline. */
  async insertAll(
    tx: Tx,
    made: readonly Pick<NewIncident, 'id' | 'keyId' | 'personId' | 'evidence'>[],
    cause: IncidentCause,
    since: Date,
    openedBy: string,
  ): Promise<void> {
    const ids = made.map(({ id }) => id);
    await tx.run(
      `INSERT INTO access_incidents (id, state, key_id, person_id, cause, since, evidence, affected, population, opened_by)
       SELECT u.id, 'open', u.key_id, u.person_id, $5, $6, u.evidence::jsonb, 1, greatest(1, p.count), $7
       FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS u (id, key_id, person_id, evidence)
       CROSS JOIN (SELECT count(*)::int AS count FROM access_people WHERE 'artist' = ANY (roles)) p`,
      [ids, made.map(({ keyId }) => keyId), made.map(({ personId }) => personId), made.map(({ evidence }) => JSON.stringify(evidence)), cause, since, openedBy], // prettier-ignore
    );
    await tx.run(
      `INSERT INTO access_incident_notes (incident_id, kind, actor_id, details)
       SELECT i.id, 'opened', $2, jsonb_build_object('cause', i.cause, 'reason', i.evidence -> 'reason')
       FROM access_incidents i WHERE i.id = ANY ($1::text[]) ORDER BY i.id`,
      [ids, openedBy],
    );
  }

  async close(tx: Tx, move: StateMove, reason: string): Promise<boolean> {
    const isMoved = await moveState(tx, TABLES, move);
    if (isMoved)
      await tx.run(
        'UPDATE access_incidents SET closed_at = now(), closed_by = $2, reason = $3 WHERE id = $1',
        [move.id, move.actor.id, reason],
      );
    return isMoved;
  }

  async note(
    tx: Tx,
    incidentId: string,
    { kind, actorId, details }: Omit<IncidentNote, 'at'>,
  ): Promise<void> {
    await tx.run(
      'INSERT INTO access_incident_notes (incident_id, kind, actor_id, details) VALUES ($1, $2, $3, $4)',
      [incidentId, kind, actorId, JSON.stringify(details)],
    );
  }

  async notes(incidentId: string): Promise<IncidentNote[]> {
    return this.db.read<IncidentNote & Record<string, unknown>>(
      `SELECT at, kind, actor_id AS "actorId", details FROM access_incident_notes WHERE incident_id = $1 ORDER BY id`,
      [incidentId],
    );
  }

  /** Calls that were refused because the key was in quarantine. */
  async refusedSince(keyId: string, at: Date): Promise<number> {
    const [row] = await this.db.read<{ count: number }>(
      `SELECT coalesce(sum(refused), 0)::int AS count FROM access_key_minutes WHERE key_id = $1 AND minute >= date_trunc('minute', $2::timestamptz)`,
      [keyId, at],
    );
    return row?.count ?? 0;
  }

  /** Keys that one person stopped by hand within the last hour. */
  async countByHand(tx: Tx, personId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM access_incidents
       WHERE opened_by = $1 AND cause = 'manager' AND opened_at > now() - interval '1 hour'`,
      [personId],
    );
    return row?.count ?? 0;
  }

  /** People who have to look: managers and administrators. */
  async listAlerted(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM access_people WHERE roles && ARRAY['manager', 'admin'] ORDER BY id LIMIT 50`,
    );
    return rows.map(({ id }) => id);
  }

  /** Incidents that were not dismissed, for the public numbers. */
  async count(): Promise<number> {
    const [row] = await this.db.read<{ count: number }>(
      `SELECT count(*)::int AS count FROM access_incidents WHERE state <> 'dismissed'`,
    );
    return row?.count ?? 0;
  }
}
