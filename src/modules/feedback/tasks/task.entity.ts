import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Currency } from '../../../kernel/money';
import type { TaskForm } from '../domain/task-form';
import type { TaskState } from '../domain/task.workflow';

/** Feedback that the programme asks for. */
@Entity('feedback_tasks')
export class TaskEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'program_id' })
  programId: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  intro: string;

  @Column({ type: 'text' })
  state: TaskState;

  @Column({ type: 'integer' })
  seats: number;

  @Column({ type: 'timestamptz', name: 'due_at' })
  dueAt: Date;

  @Column({ type: 'integer', name: 'form_version' })
  formVersion: number;

  @Column({ type: 'text' })
  currency: Currency;

  /** Minor units that wait in the task's account since it was published. */
  @Column({ type: 'bigint' })
  held: bigint;

  @Column({ type: 'text', name: 'created_by' })
  createdBy: string;

  @Column({ type: 'timestamptz', name: 'published_at', nullable: true })
  publishedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'settled_at', nullable: true })
  settledAt: Date | null;

  /** Why it was cancelled. */
  @Column({ type: 'text', nullable: true })
  answer: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', insert: false })
  updatedAt: Date;
}

/** What is asked at which price: frozen with its task's publication. */
@Entity('feedback_task_forms')
export class TaskFormEntity {
  @PrimaryColumn({ type: 'text', name: 'task_id' })
  taskId: string;

  @PrimaryColumn({ type: 'integer' })
  version: number;

  @Column({ type: 'jsonb' })
  form: TaskForm;

  /** Of one seat, minor units. */
  @Column({ type: 'bigint' })
  price: bigint;

  @Column({ type: 'bigint', name: 'kill_fee' })
  killFee: bigint;

  @Column({ type: 'integer' })
  minutes: number;

  @Column({ type: 'text', name: 'made_by' })
  madeBy: string;

  @Column({ type: 'timestamptz', name: 'made_at', insert: false })
  madeAt: Date;
}
