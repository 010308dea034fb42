import { Injectable } from '@nestjs/common';
import { systemClock } from '../../../kernel/clock';
import type { Tx } from '../../../platform/db/database';
import type { GenerationEntity } from '../generation.entity';
import { PaceRepository } from './pace.repository';
import type { MissEvidence } from './prediction.entity';
import { PredictionRepository } from './prediction.repository';

/** A clip with the model that has made it. */
type Delivered = Pick<
  GenerationEntity,
  'id' | 'startedAt' | 'costSeconds' | 'faults' | 'provider' | 'resolution' | 'seconds'
> & { readonly model: string };

/** Holds what was said against what happened, in the transactions in which it happens. */
@Injectable()
export class PredictionService {
  constructor(
    private readonly predictions: PredictionRepository,
    private readonly paces: PaceRepository,
  ) {}

  /** A worker has taken it. */
  async onStart(tx: Tx, generationId: string): Promise<void> {
    await this.predictions.fillStart(tx, generationId);
  }

  /**
   * They are delivered: learns how long their models took and concludes what was said. The answer is the evidence, by clip,
   * that the first expectation (its p90) was missed.
   */
  async onSuccess(tx: Tx, clips: readonly Delivered[]): Promise<Map<string, MissEvidence>> {
    const concluded = await this.predictions.fillFinish(tx, clips);
    const now = systemClock.now().getTime();
    await this.paces.learn(
      tx,
      clips.flatMap((clip) =>
        clip.startedAt === null
          ? []
          : [{ ...clip, actual: (now - clip.startedAt.getTime()) / 1_000, estimate: clip.costSeconds }],
      ),
    );
    return new Map(
      concluded.flatMap(({ id, cause, isMissed, evidence }): [string, MissEvidence][] =>
        cause === 'submit' && isMissed && evidence !== null ? [[id, evidence]] : [],
      ),
    );
  }
}
