import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { refusal } from '../../../kernel/refusal';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { AuditService } from '../../audit';
import { CompensationService } from '../../compensation';
import { account } from '../../ledger';
import { CallRepository } from '../calls/call.repository';
import { grantsRefusals } from '../contract';
import { ImpartialService } from '../reviews/impartial.service';
import { CallApplicationRepository } from './call-application.repository';

/** Finalists, and the stipend that a place among them pays. */
@Injectable()
export class FinalistService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly calls: CallRepository,
    private readonly applications: CallApplicationRepository,
    private readonly impartial: ImpartialService,
    private readonly compensation: CompensationService,
    private readonly audit: AuditService,
  ) {}

  /** Names a finalist; the stipend is an earning at once. Refuses `finalists_full`, `own_application`, `over_budget`. */
  async name(once: Once, me: Actor, id: string): Promise<void> {
    const seen = await this.applications.find(id);
    if (seen === null || seen.state === 'draft') throw refusal(grantsRefusals, 'not_found');
    await this.idempotency.run(once, async (tx) => {
      const call = await this.calls.lock(tx, seen.callId);
      const row = await this.applications.lock(tx, id);
      if (row.isFinalist) return {};
      if (await this.impartial.isConflicted(tx, me, row)) throw refusal(grantsRefusals, 'conflicted');
      if (row.personId === me.id) throw refusal(grantsRefusals, 'own_application');
      if (call.state !== 'closed' || row.state !== 'in_review')
        throw refusal(grantsRefusals, 'call_not_closed');
      if ((await this.applications.countFinalists(tx, call.id)) >= call.finalists)
        throw refusal(grantsRefusals, 'finalists_full', { finalists: call.finalists });
      if (call.stipend > call.budget - call.awarded) throw refusal(grantsRefusals, 'over_budget');
      await this.applications.nameFinalist(tx, id);
      await this.audit.record(tx, me, 'call.finalist', id, { callId: call.id, stipend: call.stipend });
      if (call.stipend === 0n) return {};
      await this.calls.addAwarded(tx, call.id, call.stipend);
      await this.compensation.earn(tx, {
        programId: call.programId,
        personId: row.personId,
        category: 'prize',
        causeType: 'finalist',
        causeId: id,
        amount: call.stipend,
        currency: call.currency,
        source: account.award(call.id, call.currency),
        rate: null,
        evidence: { callId: call.id, applicationId: id },
      });
      return {};
    });
  }
}
