import { Injectable } from '@nestjs/common';
import { Handles } from '../../../platform/queue/job.registry';
import { SWEEP_STORAGE } from '../generation.jobs';
import { StorageService } from './storage.service';

@Injectable()
export class StorageProcessor {
  constructor(private readonly storage: StorageService) {}

  @Handles(SWEEP_STORAGE)
  async sweep(): Promise<void> {
    await this.storage.sweep();
  }
}
