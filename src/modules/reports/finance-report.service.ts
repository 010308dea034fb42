import { Injectable } from '@nestjs/common';
import { systemClock } from '../../kernel/clock';
import { money, toJsonInteger, type Currency } from '../../kernel/money';
import { moneyView } from '../../platform/http/money.dto';
import { PeopleService } from '../access';
import { age } from './domain/ageing';
import { rate } from './domain/suppression';
import type { FinanceReportView, FundView, LiabilityView } from './finance-report.dto';
import { FinanceReportRepository, type Fund, type Owed } from './finance-report.repository';

/** What is owed, what is left, what has waited how long, and what went wrong. */
@Injectable()
export class FinanceReportService {
  constructor(
    private readonly reports: FinanceReportRepository,
    private readonly people: PeopleService,
  ) {}

  async get(programId: string | null): Promise<FinanceReportView> {
    const [owed, totals, funds, waiting, exceptions] = await Promise.all([
      this.reports.listOwed(),
      this.reports.owedTotals(),
      this.reports.listFunds(programId),
      this.reports.listWaiting(programId),
      this.reports.listExceptions(programId),
    ]);
    return {
      at: systemClock.now().toISOString(),
      programId,
      liabilityTotals: totals.map(({ currency, owed: amount, inTransit, unfunded, people }) => ({
        owed: moneyView({ amount, currency }),
        inTransit: moneyView({ amount: inTransit, currency }),
        unfunded: moneyView({ amount: unfunded, currency }),
        people,
      })),
      liability: await this.named(owed),
      funds: funds.map(fundView),
      ageing: age(waiting).map(({ bucket, count, amount, currency }) => ({
        bucket,
        count,
        amount: moneyView(money(amount, currency as Currency)),
      })),
      exceptions: exceptions.map(({ state, count, amount, currency }) => ({
        state,
        count,
        amount: moneyView({ amount, currency }),
      })),
    };
  }

  private async named(owed: readonly Owed[]): Promise<LiabilityView[]> {
    const cards = await this.people.cards([...new Set(owed.map(({ personId }) => personId))]);
    return owed.map(({ personId, amount, reserved, currency }) => ({
      personId,
      name: cards.get(personId)?.name ?? personId,
      owed: moneyView({ amount, currency }),
      reserved: moneyView({ amount: reserved, currency }),
    }));
  }
}

function fundView({ programId, currency, funded, earned, committed, balance }: Fund): FundView {
  const paidIn = funded ?? 0n;
  return {
    programId,
    funded: moneyView({ amount: paidIn, currency }),
    earned: moneyView({ amount: earned, currency }),
    committed: moneyView({ amount: committed, currency }),
    balance: moneyView({ amount: balance, currency }),
    burn: rate(toJsonInteger(earned + committed), toJsonInteger(paidIn)),
  };
}
