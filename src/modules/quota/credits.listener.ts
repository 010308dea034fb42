import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../../kernel/event';
import type { Tx } from '../../platform/db/database';
import { On } from '../../platform/outbox/listener.registry';
import { keyCreated, type KeyCreated } from '../access';
import { EnrollmentService, enrollmentMoved, type EnrollmentMoved } from '../enrollment';
import { LedgerService } from '../ledger';
import { ChargeRepository } from './charge.repository';
import { issueBudget } from './domain/recipes';
import { PurseRepository } from './windows/purse.repository';
import { WindowService } from './windows/window.service';

/** Fills the purses: credits when an artist becomes active, a budget when a key is made. Both arrive once. */
@Injectable()
export class CreditsListener {
  constructor(
    private readonly ledger: LedgerService,
    private readonly enrollments: EnrollmentService,
    private readonly windows: WindowService,
    private readonly purses: PurseRepository,
    private readonly charges: ChargeRepository,
  ) {}

  /** Goes by what the enrollment is now: two events may arrive in either order, or at once. */
  @On(enrollmentMoved)
  async followEnrollment(tx: Tx, { payload }: DomainEvent<EnrollmentMoved>): Promise<void> {
    const { enrollmentId, programId } = payload;
    await this.purses.lock(tx, enrollmentId);
    const enrollment = await this.enrollments.find(enrollmentId, tx);
    if (enrollment?.state === 'active') await this.windows.enter(tx, enrollmentId, programId);
    else await this.windows.leave(tx, enrollmentId);
  }

  @On(keyCreated)
  async issueKeyBudget(tx: Tx, { payload }: DomainEvent<KeyCreated>): Promise<void> {
    const { keyId, familyId, rotatedFrom, budget } = payload;
    await this.charges.insertKey(tx, { keyId, familyId, budget: budget === null ? null : BigInt(budget) });
    if (budget !== null && rotatedFrom === null)
      await this.ledger.post(tx, issueBudget(familyId, BigInt(budget)));
  }
}
