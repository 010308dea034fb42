import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AppealState } from '../domain/appeal.workflow';
import type { StatementKind } from '../domain/kinds';

/** An artist's appeal against one statement. */
@Entity('redress_appeals')
export class AppealEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'statement_id' })
  statementId: string;

  @Column({ type: 'text' })
  kind: StatementKind;

  @Column({ type: 'text', name: 'subject_id' })
  subjectId: string;

  @Column({ type: 'text', name: 'program_id', nullable: true })
  programId: string | null;

  @Column({ type: 'text', name: 'appellant_id' })
  appellantId: string;

  @Column({ type: 'text' })
  state: AppealState;

  @Column({ type: 'text' })
  grounds: string;

  @Column({ type: 'text', name: 'hearer_id', nullable: true })
  hearerId: string | null;

  @Column({ type: 'text', nullable: true })
  reasons: string | null;

  @Column({ type: 'timestamptz', name: 'due_at' })
  dueAt: Date;

  @Column({ type: 'timestamptz', name: 'closed_at', nullable: true })
  closedAt: Date | null;

  /** When the module of its subject has brought back what was taken. */
  @Column({ type: 'timestamptz', name: 'restored_at', nullable: true })
  restoredAt: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', insert: false })
  updatedAt: Date;
}
