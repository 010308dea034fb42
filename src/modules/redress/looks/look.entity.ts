import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../../../kernel/actor';
import type { LookState } from '../domain/look.workflow';

/** A second look at an adverse act. */
@Entity('redress_looks')
export class LookEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'statement_id' })
  statementId: string;

  @Column({ type: 'text', name: 'program_id', nullable: true })
  programId: string | null;

  /** Chosen by chance. Never shown to anybody: a second look says nothing about the artist. */
  @Column({ type: 'boolean', name: 'is_sampled' })
  isSampled: boolean;

  @Column({ type: 'text' })
  timing: 'before' | 'after';

  /** Roles in which it was decided: nobody who holds one of them looks. */
  @Column({ type: 'text', array: true })
  line: Role[];

  @Column({ type: 'text' })
  state: LookState;

  @Column({ type: 'text', name: 'looker_id', nullable: true })
  lookerId: string | null;

  @Column({ type: 'text', nullable: true })
  reasons: string | null;

  @Column({ type: 'timestamptz', name: 'due_at' })
  dueAt: Date;

  @Column({ type: 'timestamptz', name: 'closed_at', nullable: true })
  closedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', insert: false })
  updatedAt: Date;
}
