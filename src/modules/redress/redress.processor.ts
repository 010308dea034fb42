import { Injectable } from '@nestjs/common';
import { Handles } from '../../platform/queue/job.registry';
import { LooksService } from './looks/look.service';
import { SWEEP_REDRESS } from './redress.jobs';

@Injectable()
export class RedressProcessor {
  constructor(private readonly looks: LooksService) {}

  @Handles(SWEEP_REDRESS)
  async sweep(): Promise<void> {
    await this.looks.sweep();
  }
}
