import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { AuditService } from '../../audit';
import { LedgerService } from '../../ledger';
import { compensationRefusals } from '../contract';
import { reversed, withheld } from '../domain/recipes';
import type { EarningEntity } from '../earning.entity';
import { EarningRepository } from '../earning.repository';

/** Takes an earning back whole, by an entry of its own; what was written stays. */
@Injectable()
export class ReversalService {
  constructor(
    private readonly earnings: EarningRepository,
    private readonly ledger: LedgerService,
    private readonly audit: AuditService,
  ) {}

  /** `row` is locked. Refuses `paid_already` when it is with a payout or paid. */
  async reverse(
    tx: Tx,
    actor: Actor,
    row: EarningEntity,
    why: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    if (row.state !== 'due' && row.state !== 'unfunded') throw refusal(compensationRefusals, 'paid_already');
    const isFunded = row.state === 'due';
    const revision = row.taxRevision + 1;
    const back = withheld(row, row.programId, { from: row.withheld, to: 0n, revision });
    if (isFunded && back !== null) {
      await this.ledger.post(tx, back);
      await this.earnings.setWithheld(tx, { ...row }, 0n, revision);
    }
    if (isFunded) await this.ledger.post(tx, reversed(row, row.programId));
    if (!(await this.earnings.reverse(tx, row, actor, why)))
      throw refusal(compensationRefusals, 'paid_already');
    await this.audit.record(tx, actor, 'earning.reverse', row.id, { amount: row.amount, ...why });
  }

  /** A step that moves nothing yet. */
  async note(
    tx: Tx,
    actor: Actor,
    verb: string,
    correctionId: string,
    details: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.audit.record(tx, actor, `correction.${verb}`, correctionId, details);
  }
}
