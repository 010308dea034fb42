import { Injectable } from '@nestjs/common';
import { DaysToCashService } from '../../compensation';
import { gini } from '../domain/gini';
import type { GrantNumbersView } from './numbers.dto';
import { NumbersRepository } from './numbers.repository';

/** Facts of this module that earn money. */
const CAUSES = ['milestone', 'finalist', 'attendance', 'expense'] as const;

/** The fairness numbers of grants and events. The public report shows them with small cells hidden. */
@Injectable()
export class GrantNumbersService {
  constructor(
    private readonly numbers: NumbersRepository,
    private readonly daysToCash: DaysToCashService,
  ) {}

  async of(programId?: string): Promise<GrantNumbersView> {
    const which = programId ?? null;
    const [spread, calls, conflicts, medianDaysToTranche, medianDaysToCash] = await Promise.all([
      this.numbers.spread(which),
      this.numbers.calls(which),
      this.numbers.conflicts(which),
      this.numbers.daysToAcceptance(which),
      this.daysToCash.median(CAUSES, which),
    ]);
    return {
      people: spread.length,
      giniAwards: gini(spread.map(({ awards }) => awards)),
      giniMoney: gini(spread.map(({ money }) => Number(money))),
      giniSeats: gini(spread.map(({ seats }) => seats)),
      callsDecided: calls.decided,
      callsLate: calls.late,
      medianDaysToDecision: calls.medianDays,
      medianDaysToTranche,
      medianDaysToCash,
      applications: calls.applications,
      departures: calls.departures,
      conflicts,
    };
  }
}
