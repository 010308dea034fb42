import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MilestoneState } from '../domain/milestone.workflow';

/** One step of an award, and the tranche it pays. */
@Entity('grants_milestones')
export class MilestoneEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'award_id' })
  awardId: string;

  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'bigint' })
  amount: bigint;

  @Column({ type: 'timestamptz', name: 'due_at' })
  dueAt: Date;

  @Column({ type: 'boolean', name: 'is_at_start' })
  isAtStart: boolean;

  @Column({ type: 'text', nullable: true })
  evidence: string | null;

  @Column({ type: 'jsonb' })
  links: string[];

  @Column({ type: 'text', nullable: true })
  answer: string | null;

  @Column({ type: 'text', name: 'answered_by', nullable: true })
  answeredBy: string | null;

  /** Evidence without an answer by then is accepted. */
  @Column({ type: 'timestamptz', name: 'answer_until', nullable: true })
  answerUntil: Date | null;

  @Column({ type: 'text' })
  state: MilestoneState;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', insert: false })
  updatedAt: Date;
}
