import { Injectable } from '@nestjs/common';
import { Handles } from '../../../platform/queue/job.registry';
import { signCheckpoint } from './checkpoint.jobs';
import { CheckpointService } from './checkpoint.service';

@Injectable()
export class CheckpointProcessor {
  constructor(private readonly checkpoints: CheckpointService) {}

  @Handles(signCheckpoint)
  async sign(): Promise<void> {
    await this.checkpoints.make();
  }
}
