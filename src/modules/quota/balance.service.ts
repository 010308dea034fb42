import { Injectable } from '@nestjs/common';
import { toJsonInteger } from '../../kernel/money';
import { refusal } from '../../kernel/refusal';
import type { PageQuery } from '../../platform/http/page-query.dto';
import { EnrollmentService, enrollmentRefusals, type EnrollmentCard } from '../enrollment';
import { account, LedgerService } from '../ledger';
import { ProgramService } from '../program';
import { quotaRefusals } from './contract';
import { GoodwillService } from './goodwill/goodwill.service';
import { quotaLineView, quotaPlanView, quotaWindowView, type QuotaQuery, type QuotaView } from './quota.dto';
import { QuotaService } from './quota.service';
import { PurseRepository } from './windows/purse.repository';

/** What an artist sees of their credits. It stays open to paused, suspended and former artists. */
@Injectable()
export class BalanceService {
  constructor(
    private readonly quota: QuotaService,
    private readonly ledger: LedgerService,
    private readonly enrollments: EnrollmentService,
    private readonly program: ProgramService,
    private readonly purses: PurseRepository,
    private readonly goodwill: GoodwillService,
  ) {}

  /** Refuses `not_enrolled` (403), and `programme_needed` (422) when the artist is in several programmes. */
  async mine(personId: string, { programId, ...page }: QuotaQuery): Promise<QuotaView> {
    return this.view(this.choose(await this.enrollments.ofPerson(personId), programId), page);
  }

  /** Anybody's, for staff. Refuses `not_found`. */
  async of(enrollmentId: string, page: PageQuery): Promise<QuotaView> {
    const enrollment = await this.enrollments.find(enrollmentId);
    if (enrollment === null) throw refusal(quotaRefusals, 'not_found');
    return this.view(enrollment, page);
  }

  private async view(
    { id, programId, cohortId }: EnrollmentCard,
    { cursor, limit }: PageQuery,
  ): Promise<QuotaView> {
    const [balance, purse, usedThisWeek, plan, history] = await Promise.all([
      this.quota.balanceOf(id, programId),
      this.purses.find(id),
      this.goodwill.usedThisWeek(id),
      this.program.quotaPlan(programId, undefined, undefined, cohortId),
      this.ledger.statement(account.credits(id), { limit, ...(cursor === undefined ? {} : { cursor }) }),
    ]);
    return {
      enrollmentId: id,
      programId,
      balance: toJsonInteger(balance.balance),
      held: toJsonInteger(balance.held),
      available: toJsonInteger(balance.available),
      plan: quotaPlanView(plan),
      window: purse === null ? null : quotaWindowView(purse, plan),
      pool: plan.pooledCredits === 0n && balance.pooled === 0n ? null : toJsonInteger(balance.pooled),
      goodwill: { ...plan.goodwill, usedThisWeek },
      items: history.items.map(quotaLineView),
      next: history.next,
    };
  }

  private choose(all: readonly EnrollmentCard[], programId: string | undefined): EnrollmentCard {
    const own = programId === undefined ? all : all.filter((one) => one.programId === programId);
    const [only] = own;
    if (only === undefined) throw refusal(enrollmentRefusals, 'not_enrolled');
    const current = own.filter((one) => one.state !== 'alumni');
    if (current.length > 1) throw refusal(enrollmentRefusals, 'programme_needed');
    return current[0] ?? only;
  }
}
