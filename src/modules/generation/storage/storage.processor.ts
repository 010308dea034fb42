import { Injectable } from '@nestjs/common';
import { Handles } from '../../../platform/queue/job.registry';
import { SWEEP_STORAGE } from '../generation.jobs';
import { WithheldRemoval } from '../stopped/withheld-removal.service';
import { StorageService } from './storage.service';

@Injectable()
export class StorageProcessor {
  constructor(
    private readonly storage: StorageService,
    private readonly withheld: WithheldRemoval,
  ) {}

  @Handles(SWEEP_STORAGE)
  async sweep(): Promise<void> {
    await this.withheld.sweep();
    await this.storage.sweep();
  }
}
