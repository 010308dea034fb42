import { Injectable } from '@nestjs/common';
import { Handles } from '../../../platform/queue/job.registry';
import { WATCH_WORKERS } from '../generation.jobs';
import { FleetService } from './fleet.service';

@Injectable()
export class WatchProcessor {
  constructor(private readonly fleet: FleetService) {}

  @Handles(WATCH_WORKERS)
  async watch(): Promise<void> {
    await this.fleet.watch();
  }
}
