import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/database';
import { account } from '../ledger';
import { daysLate, lateCompensation } from './domain/late';
import { EarningRepository } from './earning.repository';
import { EarningService } from './earning.service';

/** What came after its date earns the published rate for each day of waiting, by itself and once. */
@Injectable()
export class LateService {
  constructor(
    private readonly earnings: EarningRepository,
    private readonly earning: EarningService,
  ) {}

  /** After a payout arrived. What is added goes into the next one. */
  async compensate(tx: Tx, payoutId: string): Promise<void> {
    for (const late of await this.earnings.listLate(tx, payoutId)) {
      const { id, programId, personId, amount, currency, category, payBy, paidAt, basisPoints } = late;
      const days = daysLate(payBy, paidAt);
      const added = lateCompensation(amount, basisPoints, days);
      await this.earning.earn(tx, {
        programId,
        personId,
        category: category === 'reimbursement' ? 'service' : category,
        causeType: 'late',
        causeId: id,
        amount: added,
        currency,
        source: account.fund(programId, currency),
        rate: null,
        evidence: {
          earningId: id,
          payoutId,
          days,
          basisPoints,
          lateAmount: amount.toString(),
          added: added.toString(),
          payBy: payBy.toISOString(),
          paidAt: paidAt.toISOString(),
        },
      });
    }
  }
}
