import { Injectable } from '@nestjs/common';
import { Handles } from '../../platform/queue/job.registry';
import { expireTaxForms, fundEarnings } from './earning.jobs';
import { EarningFundingService } from './funding.service';
import { TaxFormService } from './tax/tax-form.service';

@Injectable()
export class EarningProcessor {
  constructor(
    private readonly funding: EarningFundingService,
    private readonly forms: TaxFormService,
  ) {}

  @Handles(fundEarnings)
  async fund(): Promise<void> {
    await this.funding.fundWaiting();
  }

  @Handles(expireTaxForms)
  async expire(): Promise<void> {
    await this.forms.sweep();
  }
}
