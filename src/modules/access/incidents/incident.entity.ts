import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IncidentCause } from '../contract';
import type { IncidentState } from '../domain/incident.workflow';

/** A leak or abuse of one key, its containment and its blast radius. */
@Entity('access_incidents')
export class IncidentEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text' })
  state: IncidentState;

  @Column({ type: 'text', name: 'key_id', nullable: true })
  keyId: string | null;

  @Column({ type: 'text', name: 'trap_id', nullable: true })
  trapId: string | null;

  /** Whose key; `null`: a trap, which is nobody's. */
  @Column({ type: 'text', name: 'person_id', nullable: true })
  personId: string | null;

  @Column({ type: 'text' })
  cause: IncidentCause;

  /** What the key did from here on is suspect. */
  @Column({ type: 'timestamptz' })
  since: Date;

  @Column({ type: 'timestamptz', name: 'opened_at' })
  openedAt: Date;

  @Column({ type: 'jsonb' })
  evidence: Record<string, unknown>;

  /** People whose work was touched by the stop. */
  @Column({ type: 'integer' })
  affected: number;

  /** Artists there were. */
  @Column({ type: 'integer' })
  population: number;

  @Column({ type: 'text', name: 'opened_by' })
  openedBy: string;

  @Column({ type: 'timestamptz', name: 'closed_at', nullable: true })
  closedAt: Date | null;

  @Column({ type: 'text', name: 'closed_by', nullable: true })
  closedBy: string | null;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
