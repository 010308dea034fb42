import { Injectable } from '@nestjs/common';
import { Handles } from '../../platform/queue/job.registry';
import { fundEarnings } from './earning.jobs';
import { EarningFundingService } from './funding.service';

@Injectable()
export class EarningProcessor {
  constructor(private readonly funding: EarningFundingService) {}

  @Handles(fundEarnings)
  async fund(): Promise<void> {
    await this.funding.fundWaiting();
  }
}
