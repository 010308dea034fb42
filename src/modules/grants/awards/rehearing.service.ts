import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor';
import type { Tx } from '../../../platform/db/database';
import { AuditService } from '../../audit';
import { LedgerService } from '../../ledger';
import { AppealsService } from '../../redress';
import type { CallApplicationEntity } from '../applications/call-application.entity';
import { CallApplicationRepository } from '../applications/call-application.repository';
import type { CallEntity } from '../calls/call.entity';
import { CallRepository } from '../calls/call.repository';
import { reheard } from '../domain/recipes';
import { OfferService } from './offer.service';

/** A refusal that an appeal overturned: the application is judged anew, by somebody else, with money of the fund. */
@Injectable()
export class RehearingService {
  constructor(
    private readonly calls: CallRepository,
    private readonly applications: CallApplicationRepository,
    private readonly offers: OfferService,
    private readonly ledger: LedgerService,
    private readonly appeals: AppealsService,
    private readonly audit: AuditService,
  ) {}

  /** Back in review. Safe twice. */
  async begin(tx: Tx, applicationId: string, appealId: string): Promise<void> {
    const seen = await this.applications.find(applicationId);
    if (seen === null) return;
    const call = await this.calls.lock(tx, seen.callId);
    const row = await this.applications.lock(tx, applicationId);
    if (row.state === 'declined') {
      const move = { verb: 'rehear', from: 'declined', to: 'in_review', actor: SYSTEM } as const;
      await this.applications.move(tx, { id: row.id, ...move });
      await this.applications.rehear(tx, row);
      await this.audit.record(tx, SYSTEM, 'call.rehear', row.id, { callId: call.id, appealId });
      await this.offers.tell(tx, call, row, 'rehear', 'in_review');
    }
    await this.appeals.restored(tx, appealId);
  }

  /** Before it is awarded: the money leaves the fund, or there is none and nothing happens. Refuses `insufficient`. */
  async fund(tx: Tx, call: CallEntity, row: CallApplicationEntity, amount: bigint): Promise<void> {
    await this.ledger.post(tx, reheard(call, row.id, amount));
    await this.calls.addBudget(tx, call.id, amount);
  }

  /** The new answer, told at once: its call is over. */
  async conclude(tx: Tx, call: CallEntity, applicationId: string): Promise<void> {
    await this.offers.conclude(tx, call, await this.applications.lock(tx, applicationId));
  }
}
