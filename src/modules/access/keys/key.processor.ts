import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/db/database';
import { Handles } from '../../../platform/queue/job.registry';
import { WatchRepository } from '../watch/watch.repository';
import { KeyClockService } from './key-clock.service';
import { forgetUses, retireKeys, tendKeys } from './key.jobs';

@Injectable()
export class KeyProcessor {
  constructor(
    private readonly db: Database,
    private readonly clock: KeyClockService,
    private readonly watch: WatchRepository,
  ) {}

  @Handles(retireKeys)
  async retire(): Promise<void> {
    await this.clock.retire();
  }

  @Handles(tendKeys)
  async tend(): Promise<void> {
    await this.clock.calm();
    await this.clock.warn();
  }

  @Handles(forgetUses)
  async forget(): Promise<void> {
    await this.db.tx((tx) => this.watch.forget(tx));
  }
}
