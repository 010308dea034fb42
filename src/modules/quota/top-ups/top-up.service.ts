import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { newId } from '../../../kernel/id';
import { refusal } from '../../../kernel/refusal';
import { Idempotency, type Once } from '../../../platform/idempotency/idempotency';
import { Outbox } from '../../../platform/outbox/outbox';
import { AuditService } from '../../audit';
import { EnrollmentService } from '../../enrollment';
import { LedgerService } from '../../ledger';
import { quotaRefusals, toppedUp } from '../contract';
import { topUp } from '../domain/recipes';
import { PurseRepository } from '../windows/purse.repository';
import type { TopUpBody, TopUpView } from './top-up.dto';

/** Extra credits that staff give one artist. */
@Injectable()
export class TopUpService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly enrollments: EnrollmentService,
    private readonly purses: PurseRepository,
    private readonly ledger: LedgerService,
    private readonly audit: AuditService,
    private readonly outbox: Outbox,
  ) {}

  /** Refuses `not_found` (also before the artist was ever active) and `own_top_up` (403). */
  async give(me: Actor, enrollmentId: string, body: TopUpBody, once: Once): Promise<TopUpView> {
    const { credits, reason } = body;
    return this.idempotency.run(once, async (tx) => {
      const enrollment = await this.enrollments.find(enrollmentId, tx);
      const purse = await this.purses.lock(tx, enrollmentId);
      if (enrollment === null || purse === null) throw refusal(quotaRefusals, 'not_found');
      if (enrollment.personId === me.id) throw refusal(quotaRefusals, 'own_top_up');
      const view = { id: newId('top'), enrollmentId, credits, reason };
      await this.purses.insertTopUp(tx, { ...view, actorId: me.id });
      await this.ledger.post(tx, topUp({ ...view, credits: BigInt(credits) }));
      await this.purses.setLasting(tx, enrollmentId, purse.lasting + BigInt(credits));
      await this.audit.record(tx, me, 'quota.top_up', enrollmentId, { topUpId: view.id, credits, reason });
      const { personId, programId } = enrollment;
      const told = { topUpId: view.id, enrollmentId, personId, programId, credits, reason };
      await this.outbox.add(tx, toppedUp, told);
      return view;
    });
  }
}
