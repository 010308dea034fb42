import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../../kernel/event';
import type { Tx } from '../../platform/db/database';
import { On } from '../../platform/outbox/listener.registry';
import { keyCreated, type KeyCreated } from '../access';
import { enrollmentMoved, type EnrollmentMoved } from '../enrollment';
import { LedgerService } from '../ledger';
import { ProgramService } from '../program';
import { ChargeRepository } from './charge.repository';
import { grant, issueBudget } from './domain/recipes';

/** Fills the purses: credits when an artist becomes active, a budget when a key is made. References make both once. */
@Injectable()
export class CreditsListener {
  constructor(
    private readonly ledger: LedgerService,
    private readonly program: ProgramService,
    private readonly charges: ChargeRepository,
  ) {}

  /** Also runs when a paused artist resumes: the reference names the plan, so the same plan is granted once. */
  @On(enrollmentMoved)
  async grantCredits(tx: Tx, { payload }: DomainEvent<EnrollmentMoved>): Promise<void> {
    if (payload.to !== 'active') return;
    const plan = await this.program.quotaPlan(payload.programId, tx);
    if (plan.credits > 0n) await this.ledger.post(tx, grant(payload.enrollmentId, plan.id, plan.credits));
  }

  @On(keyCreated)
  async issueKeyBudget(tx: Tx, { payload }: DomainEvent<KeyCreated>): Promise<void> {
    const { keyId, budget } = payload;
    await this.charges.insertKey(tx, { keyId, budget: budget === null ? null : BigInt(budget) });
    if (budget !== null) await this.ledger.post(tx, issueBudget(keyId, BigInt(budget)));
  }
}
