import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Why an expectation was not met, in numbers. Seconds. */
export interface MissEvidence {
  readonly promisedSeconds: number;
  readonly actualSeconds: number;
  readonly lateSeconds: number;
  /** Failed attempts that were part of it. */
  readonly faults: number;
}

/** What was said about one clip at one instant, and what came of it. Seconds count from `at`. */
@Entity('generation_predictions')
export class PredictionEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id: bigint;

  @Column({ type: 'text', name: 'generation_id' })
  generationId: string;

  /** The first one of a clip is made at submit; others when somebody asks. */
  @Column({ type: 'text' })
  cause: 'submit' | 'request';

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'integer', nullable: true })
  position: number | null;

  @Column({ type: 'double precision', name: 'start_p50', nullable: true })
  startP50: number | null;

  @Column({ type: 'double precision', name: 'start_p90', nullable: true })
  startP90: number | null;

  @Column({ type: 'double precision', name: 'finish_p50' })
  finishP50: number;

  @Column({ type: 'double precision', name: 'finish_p90' })
  finishP90: number;

  @Column({ type: 'timestamptz', name: 'started_at', nullable: true })
  startedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'finished_at', nullable: true })
  finishedAt: Date | null;

  /** Whether it was finished after `finishP90`; known when it has succeeded. */
  @Column({ type: 'boolean', name: 'is_missed', nullable: true })
  isMissed: boolean | null;

  @Column({ type: 'jsonb', nullable: true })
  evidence: MissEvidence | null;
}
