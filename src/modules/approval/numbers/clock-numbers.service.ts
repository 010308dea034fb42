import { Injectable } from '@nestjs/common';
import { shownCohorts } from '../domain/cohorts';
import { wilson } from '../domain/intervals';
import { parityOf, SMALLEST_CELL, type Parity } from '../domain/parity';
import type { ClockNumbersView, ClockView, HoursView } from './clock-numbers.dto';
import { ClockNumbersRepository, type ClockRow, type OverturnRow } from './clock-numbers.repository';

/** Days over which "in target" is told. */
export const TARGET_DAYS = 90;

const tenth = (hours: number | null | undefined): number | null =>
  hours === undefined || hours === null ? null : Math.round(hours * 10) / 10;

function hoursView(wall: ClockRow['look'], office: ClockRow['look']): HoursView {
  return {
    median: tenth(wall?.[0]),
    p90: tenth(wall?.[1]),
    officeMedian: tenth(office?.[0]),
    officeP90: tenth(office?.[1]),
  };
}

function gradeOf(share: number | null): ClockView['grade'] {
  if (share === null) return null;
  if (share >= 0.75) return 'green';
  return share >= 0.25 ? 'amber' : 'red';
}

/** Of few artists nothing is told. */
function overturnedOf(rows: readonly OverturnRow[], row: ClockRow): ClockView['overturned'] {
  const found = rows.find(({ isTotal, cohortId }) => isTotal === row.isTotal && cohortId === row.cohortId);
  if (found === undefined || found.answered === 0 || found.people < SMALLEST_CELL) return null;
  return wilson(found.overturned, found.answered);
}

function clockView(row: ClockRow, overturns: readonly OverturnRow[]): ClockView {
  const { decided, inTarget, look, lookOffice, verdict, verdictOffice } = row;
  const share = decided === 0 ? null : Math.round((inTarget / decided) * 1000) / 1000;
  return {
    decided,
    inTarget: share,
    grade: gradeOf(share),
    firstLook: hoursView(look, lookOffice),
    decision: hoursView(verdict, verdictOffice),
    overturned: overturnedOf(overturns, row),
  };
}

/** What review owes in numbers: how fast, how even. */
@Injectable()
export class ReviewNumbersService {
  constructor(private readonly numbers: ClockNumbersRepository) {}

  /** Over the last ninety days, as a whole and by cohort; none that is small, or would give a small one away. */
  async clocks(programId: string | null): Promise<ClockNumbersView> {
    const [rows, overturns, oldest] = await Promise.all([
      this.numbers.clocks(programId, TARGET_DAYS),
      this.numbers.overturns(programId, TARGET_DAYS),
      this.numbers.oldest(programId),
    ]);
    const all = rows.find(({ isTotal }) => isTotal);
    const shown = shownCohorts(rows.filter(({ isTotal }) => !isTotal));
    return {
      days: TARGET_DAYS,
      oldestOpenHours: tenth(oldest),
      all: all === undefined ? null : clockView(all, overturns),
      cohorts: rows
        .filter(({ isTotal, cohortId }) => !isTotal && cohortId !== null)
        .map((row) => ({
          cohortId: row.cohortId ?? '',
          numbers: shown.has(row.cohortId ?? '') ? clockView(row, overturns) : null,
        })),
    };
  }

  /** How works fare by their artists' own word on them. Only as a whole, small cells hidden. */
  async parity(programId: string | null): Promise<Parity> {
    return parityOf(await this.numbers.stances(programId));
  }
}
