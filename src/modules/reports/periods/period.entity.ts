import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PeriodState } from '../domain/period.workflow';

/** A month of the books that somebody has closed at least once; others are open. */
@Entity('reports_periods')
export class PeriodEntity {
  /** The month, such as `2026-03`. */
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text' })
  state: PeriodState;

  @Column({ type: 'text', name: 'closed_by', nullable: true })
  closedBy: string | null;

  @Column({ type: 'timestamptz', name: 'closed_at', nullable: true })
  closedAt: Date | null;

  @Column({ type: 'bigint', nullable: true })
  entries: bigint | null;

  @Column({ type: 'bigint', name: 'last_entry', nullable: true })
  lastEntry: bigint | null;

  @Column({ type: 'text', nullable: true })
  digest: string | null;

  @Column({ type: 'jsonb', nullable: true })
  totals: Readonly<Record<string, string>> | null;

  @Column({ type: 'text', name: 'proposed_by', nullable: true })
  proposedBy: string | null;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'timestamptz', name: 'updated_at', insert: false })
  updatedAt: Date;
}
