import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import type { Tx } from '../../../platform/db/database';
import { AuditService } from '../../audit';
import type { PayVoided } from '../../feedback';
import { account } from '../../ledger';
import { ReversalService } from '../corrections/reversal.service';
import type { EarningEntity } from '../earning.entity';
import { EarningRepository } from '../earning.repository';
import { EarningService } from '../earning.service';

/** Pay that two people took back for accepted work, and gave again when that was overturned. */
@Injectable()
export class VoidService {
  constructor(
    private readonly earnings: EarningRepository,
    private readonly earning: EarningService,
    private readonly reversals: ReversalService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Takes back what was not paid out yet; what was stays paid and is noted for finance. An overturned void gives the same
   * amount again, once. Should the news arrive the other way round, both are done with the first and the second finds it.
   * A void that overtakes the seat's own earning waits: it throws, and is told again.
   */
  async follow(tx: Tx, told: PayVoided): Promise<void> {
    const { subject, payRef } = told;
    const row = await this.earnings.lockCause(tx, subject, payRef);
    if (row === null && subject === 'task_seat') throw new Error(`${payRef} has not earned yet`);
    if (row !== null) await this.one(tx, row, told);
    const topUp = subject === 'task_seat' ? await this.earnings.lockCause(tx, 'true_up', payRef) : null;
    if (topUp !== null) await this.one(tx, topUp, told);
  }

  private async one(tx: Tx, row: EarningEntity, told: PayVoided): Promise<void> {
    const { voidId, reason, to } = told;
    const isOpen = row.state === 'due' || row.state === 'unfunded';
    if (isOpen) await this.reversals.reverse(tx, SYSTEM, row, { voidId, reason });
    else if (row.state !== 'reversed')
      await this.audit.record(tx, SYSTEM, 'earning.void_too_late', row.id, {
        voidId,
        reason,
        state: row.state,
      });
    if (to === 'overturned' && (isOpen || row.state === 'reversed')) await this.restore(tx, row, told);
  }

  private async restore(tx: Tx, row: EarningEntity, { voidId, reason }: PayVoided): Promise<void> {
    const { id: earningId, programId, personId, category, amount, currency, rateCardVersion, rateItem } = row;
    await this.earning.earn(tx, {
      programId,
      personId,
      category,
      causeType: 'restored',
      causeId: row.causeType === 'true_up' ? `${voidId}:true_up` : voidId,
      amount,
      currency,
      source: account.fund(programId, currency),
      rate:
        rateCardVersion === null || rateItem === null ? null : { version: rateCardVersion, item: rateItem },
      evidence: { earningId, voidId, reason },
    });
  }
}
