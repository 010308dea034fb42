import { Injectable } from '@nestjs/common';
import { Handles } from '../../../platform/queue/job.registry';
import { tendPauses } from './pause.jobs';
import { PauseService } from './pause.service';

@Injectable()
export class PauseProcessor {
  constructor(private readonly pauses: PauseService) {}

  @Handles(tendPauses)
  async tend(): Promise<void> {
    await this.pauses.tend();
  }
}
