import { Injectable } from '@nestjs/common';
import { Handles } from '../../../platform/queue/job.registry';
import { SWEEP_BIN } from '../generation.jobs';
import { RetentionService } from './retention.service';

@Injectable()
export class BinProcessor {
  constructor(private readonly retention: RetentionService) {}

  @Handles(SWEEP_BIN)
  async sweep(): Promise<void> {
    await this.retention.sweep();
  }
}
