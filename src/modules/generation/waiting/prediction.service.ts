import { Injectable } from '@nestjs/common';
import { systemClock } from '../../../kernel/clock';
import type { Tx } from '../../../platform/db/database';
import type { GenerationEntity } from '../generation.entity';
import { PaceRepository } from './pace.repository';
import type { MissEvidence } from './prediction.entity';
import { PredictionRepository } from './prediction.repository';

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
   * It is delivered: learns how long `model` took and concludes what was said. The answer is the evidence that the
   * first expectation (its p90) was missed, or `null` when it held or nothing had been said.
   */
  async onSuccess(tx: Tx, row: GenerationEntity, model: string): Promise<MissEvidence | null> {
    if (row.startedAt !== null) {
      const actual = (systemClock.now().getTime() - row.startedAt.getTime()) / 1_000;
      await this.paces.learn(tx, { ...row, model }, actual, row.costSeconds);
    }
    const concluded = await this.predictions.fillFinish(tx, row);
    return concluded.find(({ cause, isMissed }) => cause === 'submit' && isMissed)?.evidence ?? null;
  }
}
