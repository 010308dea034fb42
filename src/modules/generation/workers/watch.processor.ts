import { Injectable } from '@nestjs/common';
import { Handles } from '../../../platform/queue/job.registry';
import { WATCH_WORKERS } from '../generation.jobs';
import { FleetService } from './fleet.service';
import { UnservedService } from './unserved.service';

@Injectable()
export class WatchProcessor {
  constructor(
    private readonly fleet: FleetService,
    private readonly unserved: UnservedService,
  ) {}

  @Handles(WATCH_WORKERS)
  async watch(): Promise<void> {
    await this.fleet.watch();
    await this.unserved.putBack();
  }
}
