import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { PaceRepository, type Lasted } from './pace.repository';
import { PredictionRepository } from './prediction.repository';

/** Holds what was said against what happened. What was said of the end is concluded by the statement that delivers. */
@Injectable()
export class PredictionService implements OnModuleDestroy {
  private readonly log = new Logger('pace');
  private readonly unlearned: Lasted[] = [];
  private learning: Promise<void> | undefined;

  constructor(
    private readonly db: Database,
    private readonly predictions: PredictionRepository,
    private readonly paces: PaceRepository,
  ) {}

  async onModuleDestroy(): Promise<void> {
    await this.learning;
  }

  /** A worker has taken it. */
  async onStart(tx: Tx, generationId: string): Promise<void> {
    await this.predictions.fillStart(tx, generationId);
  }

  /**
   * Learns how long delivered clips have taken, soon: all clips of a kind share one row, and nobody shall wait for it with
   * a delivery in hand. A process that dies first has learned nothing from its last few clips.
   */
  learn(clips: readonly Lasted[]): void {
    this.unlearned.push(...clips);
    this.learning ??= this.learnAll().finally(() => (this.learning = undefined));
  }

  private async learnAll(): Promise<void> {
    while (this.unlearned.length > 0) {
      const clips = this.unlearned.splice(0);
      await this.db
        .tx((tx) => this.paces.learn(tx, clips))
        .catch((error: unknown) => this.log.warn(error, 'nothing was learned from a few clips'));
    }
  }
}
