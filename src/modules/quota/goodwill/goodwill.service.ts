import { Injectable } from '@nestjs/common';
import { toJsonInteger } from '../../../kernel/money';
import { refusal } from '../../../kernel/refusal';
import type { Tx } from '../../../platform/db/database';
import { Outbox } from '../../../platform/outbox/outbox';
import { EnrollmentService } from '../../enrollment';
import { LedgerService } from '../../ledger';
import { ProgramService } from '../../program';
import { goodwillGiven, quotaRefusals, type GoodwillClaim } from '../contract';
import { allowanceFault } from '../domain/allowance';
import { goodwill, type Charge } from '../domain/recipes';
import { weekAt } from '../domain/windows';
import { PurseRepository } from '../windows/purse.repository';
import { GoodwillRepository } from './goodwill.repository';

/** Credits given back for clips that were delivered and paid: within the published allowance, with evidence. */
@Injectable()
export class GoodwillService {
  constructor(
    private readonly ledger: LedgerService,
    private readonly purses: PurseRepository,
    private readonly given: GoodwillRepository,
    private readonly enrollments: EnrollmentService,
    private readonly program: ProgramService,
    private readonly outbox: Outbox,
  ) {}

  /**
   * The charge must be settled: what was never spent cannot come back. Refuses `already_given_back`,
   * `shot_allowance_used`, `week_allowance_used`, and then writes nothing. The artist's purse is locked, so that two
   * claims at once cannot both be the last of an allowance.
   */
  async give(tx: Tx, charge: Charge, claim: GoodwillClaim): Promise<void> {
    const { generationId, cause, evidence } = claim;
    const { enrollmentId, credits } = charge;
    const purse = await this.purses.lock(tx, enrollmentId);
    const enrollment = await this.enrollments.find(enrollmentId, tx);
    if (purse === null || enrollment === null) throw new Error(`${enrollmentId} paid without a purse`);
    if (await this.given.has(tx, generationId)) throw refusal(quotaRefusals, 'already_given_back');
    const { personId, programId } = enrollment;
    const plan = await this.program.quotaPlan(programId, tx, undefined, enrollment.cohortId);
    const since = weekAt(await this.purses.now(tx)).startsAt;
    const used = await this.given.count({ enrollmentId, cause, shot: claim.shot, since }, tx);
    const fault = allowanceFault(cause, used, plan.goodwill);
    if (fault !== null) throw fault;
    await this.given.insert(tx, { ...claim, enrollmentId, credits });
    const payer = charge.poolId === null ? purse : await this.purses.lock(tx, charge.poolId);
    if (payer !== null) await this.purses.setLasting(tx, payer.id, payer.lasting + credits);
    await this.ledger.post(tx, goodwill(charge, cause, evidence));
    const told = { generationId, enrollmentId, personId, programId, cause, credits: toJsonInteger(credits) };
    await this.outbox.add(tx, goodwillGiven, told);
  }

  /** How many clips an artist has had credits back for since Monday, for being unusable. */
  async usedThisWeek(enrollmentId: string): Promise<number> {
    const since = weekAt(await this.purses.now()).startsAt;
    return (await this.given.count({ enrollmentId, cause: 'unusable', shot: '', since })).week;
  }
}
