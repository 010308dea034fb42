import { Injectable } from '@nestjs/common';
import { ApprovalRepository } from './approval.repository';
import { approvalNumbers, type ApprovalNumbers } from './domain/numbers';

/** What other modules may ask of approval. */
@Injectable()
export class ApprovalService {
  constructor(private readonly approval: ApprovalRepository) {}

  /** Counts, medians and rates for the reports, of one programme or of all. */
  async numbers(programId: string | null = null): Promise<ApprovalNumbers> {
    const [outcomes, grounds, appeals, queue, medianHours] = await Promise.all([
      this.approval.countOutcomes(programId),
      this.approval.countGrounds(programId),
      this.approval.countAppeals(programId),
      this.approval.countOpen(programId),
      this.approval.medianHours(programId),
    ]);
    return approvalNumbers({ outcomes, grounds, appeals, queue, medianHours });
  }
}
