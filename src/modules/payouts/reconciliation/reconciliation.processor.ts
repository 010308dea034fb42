import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import { Handles } from '../../../platform/queue/job.registry';
import { reconcileNightly, reconcileRail, type ReconcileJob } from './reconciliation.jobs';
import { ReconciliationService } from './reconciliation.service';

@Injectable()
export class ReconciliationProcessor {
  constructor(private readonly reconciliation: ReconciliationService) {}

  @Handles(reconcileRail)
  async run({ runId }: ReconcileJob): Promise<void> {
    await this.reconciliation.run(runId);
  }

  @Handles(reconcileNightly)
  async nightly(): Promise<void> {
    await this.reconciliation.startDue(SYSTEM);
  }
}
