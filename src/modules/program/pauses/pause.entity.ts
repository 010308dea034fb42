import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PauseState } from '../domain/pause.workflow';

@Entity('program_pauses')
export class PauseEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'program_id' })
  programId: string;

  @Column({ type: 'text' })
  state: PauseState;

  /** In words; everybody reads it. */
  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'integer' })
  minutes: number;

  @Column({ type: 'text', name: 'proposed_by' })
  proposedBy: string;

  @Column({ type: 'timestamptz', name: 'proposed_at' })
  proposedAt: Date;

  @Column({ type: 'text', name: 'confirmed_by', nullable: true })
  confirmedBy: string | null;

  @Column({ type: 'timestamptz', name: 'starts_at', nullable: true })
  startsAt: Date | null;

  @Column({ type: 'timestamptz', name: 'ends_at', nullable: true })
  endsAt: Date | null;

  @Column({ type: 'text', name: 'ended_by', nullable: true })
  endedBy: string | null;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
