import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FaultCode } from './domain/faults';
import type { GenerationState } from './domain/generation.workflow';
import type { UnusableReason } from './domain/unusable';
import type { Aspect, FrameRate, Resolution, VisibleMark } from './domain/provider';

/** One requested clip. The row is the queue: whoever reads `state = 'queued'` has the truth. */
@Entity('generation_generations')
export class GenerationEntity {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text', name: 'batch_id' })
  batchId: string;

  @Column({ type: 'text', name: 'enrollment_id' })
  enrollmentId: string;

  @Column({ type: 'text', name: 'program_id' })
  programId: string;

  @Column({ type: 'text', name: 'person_id' })
  personId: string;

  @Column({ type: 'text', name: 'key_id', nullable: true })
  keyId: string | null;

  @Column({ type: 'text' })
  state: GenerationState;

  @Column({ type: 'text' })
  prompt: string;

  @Column({ type: 'text', name: 'negative_prompt', nullable: true })
  negativePrompt: string | null;

  /** Key of a style, or `none`; its version is in the batch's brief. */
  @Column({ type: 'text' })
  style: string;

  @Column({ type: 'integer' })
  seconds: number;

  @Column({ type: 'text' })
  resolution: Resolution;

  @Column({ type: 'text' })
  aspect: Aspect;

  @Column({ type: 'integer' })
  fps: FrameRate;

  @Column({ type: 'integer' })
  width: number;

  @Column({ type: 'integer' })
  height: number;

  /** 0 … 2^32 - 1 */
  @Column({ type: 'bigint' })
  seed: bigint;

  @Column({ type: 'boolean' })
  draft: boolean;

  @Column({ type: 'text', nullable: true })
  project: string | null;

  /** The draft this final was promoted from. */
  @Column({ type: 'text', name: 'promoted_from', nullable: true })
  promotedFrom: string | null;

  /** The programme's mark policy as it was at submit. */
  @Column({ type: 'jsonb', nullable: true })
  mark: VisibleMark | null;

  @Column({ type: 'bigint' })
  credits: bigint;

  @Column({ type: 'integer', name: 'price_version' })
  priceVersion: number;

  @Column({ type: 'text' })
  provider: string;

  @Column({ type: 'text', nullable: true })
  model: string | null;

  @Column({ type: 'text' })
  pool: string;

  /** Estimated seconds on an idle worker: the cost in the fair order, and the base of the deadline. */
  @Column({ type: 'double precision', name: 'cost_seconds' })
  costSeconds: number;

  /** Order of submission over all artists. */
  @Column({ type: 'bigint', insert: false, update: false })
  seq: bigint;

  /** The pool's virtual time when it joined the queue. */
  @Column({ type: 'double precision' })
  arrival: number;

  /** Set at the first release and kept over retries: a retry keeps its place and is not accounted again. */
  @Column({ type: 'double precision', name: 'start_tag', nullable: true })
  startTag: number | null;

  /** Times it was released to the pool; part of the job's id. */
  @Column({ type: 'integer' })
  attempt: number;

  /** Attempts that failed. */
  @Column({ type: 'integer' })
  faults: number;

  @Column({ type: 'timestamptz', name: 'not_before', nullable: true })
  notBefore: Date | null;

  /** 0 … 1000 */
  @Column({ type: 'integer' })
  progress: number;

  @Column({ type: 'text', name: 'failure_code', nullable: true })
  failureCode: FaultCode | 'DEADLINE' | 'PATIENCE' | null;

  @Column({ type: 'text', name: 'failure_message', nullable: true })
  failureMessage: string | null;

  @Column({ type: 'boolean', name: 'is_keeper' })
  isKeeper: boolean;

  /** Why its artist cannot use it; its credits came back. */
  @Column({ type: 'text', name: 'unusable_reason', nullable: true })
  unusableReason: UnusableReason | null;

  @Column({ type: 'text', name: 'unusable_note', nullable: true })
  unusableNote: string | null;

  @Column({ type: 'timestamptz', name: 'queued_at' })
  queuedAt: Date;

  @Column({ type: 'timestamptz', name: 'started_at', nullable: true })
  startedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'finished_at', nullable: true })
  finishedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;

  /** Rises with every change of any generation (by trigger): the position in a live stream. */
  @Column({ type: 'bigint', insert: false, update: false })
  revision: bigint;
}
