import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SeatShare } from '../contract';
import type { TaskSeatState } from '../domain/seat.workflow';

export type Answers = Readonly<Record<string, unknown>>;

/** One artist's seat in a task. */
@Entity('feedback_seats')
export class TaskSeatEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'task_id' })
  taskId: string;

  @Column({ type: 'text', name: 'person_id' })
  personId: string;

  @Column({ type: 'text', name: 'program_id' })
  programId: string;

  @Column({ type: 'integer', name: 'form_version' })
  formVersion: number;

  @Column({ type: 'text' })
  state: TaskSeatState;

  @Column({ type: 'jsonb' })
  draft: Answers;

  @Column({ type: 'jsonb', nullable: true })
  answers: Answers | null;

  @Column({ type: 'boolean', name: 'is_partial' })
  isPartial: boolean;

  @Column({ type: 'text', nullable: true })
  share: SeatShare | null;

  /** What it earned, minor units of the task's currency. */
  @Column({ type: 'bigint', nullable: true })
  amount: bigint | null;

  @Column({ type: 'integer', name: 'claimed_minutes', nullable: true })
  claimedMinutes: number | null;

  @Column({ type: 'integer', nullable: true })
  minutes: number | null;

  @Column({ type: 'text', name: 'time_state' })
  timeState: 'none' | 'confirmed' | 'capped' | 'settled';

  @Column({ type: 'text', name: 'time_answer', nullable: true })
  timeAnswer: string | null;

  /** What the programme says to it. */
  @Column({ type: 'text', nullable: true })
  answer: string | null;

  @Column({ type: 'timestamptz', name: 'taken_at' })
  takenAt: Date;

  @Column({ type: 'timestamptz', name: 'submitted_at', nullable: true })
  submittedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'decide_by', nullable: true })
  decideBy: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', insert: false })
  updatedAt: Date;
}
