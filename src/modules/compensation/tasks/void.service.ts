import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import type { Tx } from '../../../platform/db/database';
import { AuditService } from '../../audit';
import type { PayVoided } from '../../feedback';
import { account } from '../../ledger';
import { ReversalService } from '../corrections/reversal.service';
import type { Work } from '../domain/work-causes';
import type { EarningEntity } from '../earning.entity';
import { EarningRepository } from '../earning.repository';
import { EarningService } from '../earning.service';
import { KnownVoidRepository } from './void.repository';

type Why = Readonly<{ voidId: string; reason: string }>;

/**
 * Pay that two people took back for accepted work, and gave again when that was overturned. News of the work, of its task
 * and of its void arrive in any order and again: what comes of them is the same.
 */
@Injectable()
export class VoidService {
  constructor(
    private readonly voids: KnownVoidRepository,
    private readonly earnings: EarningRepository,
    private readonly earning: EarningService,
    private readonly reversals: ReversalService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Takes back what was not paid out yet; what was stays paid and is noted for finance. An overturned void gives the same
   * amounts again, once.
   */
  async follow(tx: Tx, told: PayVoided): Promise<void> {
    const { subject, payRef, to } = told;
    await this.voids.lockWork(tx, subject, payRef);
    if (!(await this.voids.note(tx, told))) return;
    if (to === 'confirmed') await this.takeBack(tx, await this.earnings.lockWork(tx, subject, payRef), told);
    else for (const row of await this.earnings.lockTaken(tx, told.voidId)) await this.restore(tx, row, told);
  }

  /** Before work earns: from here on its void waits for the end of the transaction. */
  async lock(tx: Tx, work: Work, payRef: string): Promise<void> {
    await this.voids.lockWork(tx, work, payRef);
  }

  /** After work has earned: it is taken back at once where a void came first. */
  async apply(tx: Tx, work: Work, payRef: string): Promise<void> {
    const inForce = await this.voids.inForce(tx, work, payRef);
    if (inForce !== null) await this.takeBack(tx, await this.earnings.lockWork(tx, work, payRef), inForce);
  }

  private async takeBack(tx: Tx, rows: readonly EarningEntity[], { voidId, reason }: Why): Promise<void> {
    for (const row of rows) {
      const { state } = row;
      const why = { voidId, reason };
      if (state === 'due' || state === 'unfunded') await this.reversals.reverse(tx, SYSTEM, row, why);
      else if (state !== 'reversed')
        await this.audit.record(tx, SYSTEM, 'earning.void_too_late', row.id, { ...why, state });
    }
  }

  private async restore(tx: Tx, row: EarningEntity, { voidId, reason }: Why): Promise<void> {
    const { id: earningId, programId, personId, category, amount, currency, rateCardVersion, rateItem } = row;
    const hasRate = rateCardVersion !== null && rateItem !== null;
    await this.earning.earn(tx, {
      programId,
      personId,
      category,
      causeType: 'restored',
      causeId: `${voidId}:${earningId}`,
      amount,
      currency,
      source: account.fund(programId, currency),
      rate: hasRate ? { version: rateCardVersion, item: rateItem } : null,
      evidence: { earningId, voidId, reason },
    });
  }
}
