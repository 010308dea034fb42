import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { PredictionEntity } from './prediction.entity';
import { ETA_ACCURACY, FILL_START, LIST_EXAMPLES, LIST_UNSAID, RECORD_PREDICTIONS } from './prediction.sql'; // prettier-ignore

/** What is said about one clip. Seconds from now. */
export interface Said {
  readonly id: string;
  readonly position: number | null;
  readonly starts: { readonly p50: number; readonly p90: number } | null;
  readonly finishes: { readonly p50: number; readonly p90: number };
}

export interface ExampleRow {
  readonly flowId: string;
  readonly programId: string;
  readonly agoSeconds: number;
  readonly cost: number;
  readonly provider: string;
  readonly resolution: string;
  readonly seconds: number;
}

/** One day, or all of them where `day` is null. Errors relative and in seconds. */
export interface AccuracyRow {
  readonly day: string | null;
  readonly predictions: number;
  readonly starts: number;
  readonly startsWithin: number;
  readonly startErrorSeconds: number | null;
  readonly startError: number | null;
  readonly finishes: number;
  readonly finishesWithin: number;
  readonly finishErrorSeconds: number | null;
  readonly finishError: number | null;
}

@Injectable()
export class PredictionRepository {
  constructor(private readonly db: Database) {}

  async record(tx: Tx, cause: PredictionEntity['cause'], said: readonly Said[]): Promise<void> {
    if (said.length === 0) return;
    await tx.run(RECORD_PREDICTIONS, [
      said.map(({ id }) => id),
      cause,
      said.map(({ position }) => position),
      said.map(({ starts }) => starts?.p50 ?? null),
      said.map(({ starts }) => starts?.p90 ?? null),
      said.map(({ finishes }) => finishes.p50),
      said.map(({ finishes }) => finishes.p90),
    ]);
  }

  async fillStart(tx: Tx, generationId: string): Promise<void> {
    await tx.run(FILL_START, [generationId]);
  }

  /** Newest first, at most 100. */
  async listOf(generationId: string): Promise<PredictionEntity[]> {
    return this.db.manager.find(PredictionEntity, {
      where: { generationId },
      order: { id: 'DESC' },
      take: 100,
    });
  }

  async listUnsaid(sinceId: string): Promise<{ id: string; pool: string }[]> {
    return this.db.read<{ id: string; pool: string }>(LIST_UNSAID, [sinceId]);
  }

  async listExamples(pool: string, sinceId: string): Promise<ExampleRow[]> {
    return this.db.read<ExampleRow & Record<string, unknown>>(LIST_EXAMPLES, [pool, sinceId]);
  }

  async listAccuracy(days: number): Promise<AccuracyRow[]> {
    return this.db.read<AccuracyRow & Record<string, unknown>>(ETA_ACCURACY, [days]);
  }
}
