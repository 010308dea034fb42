import { Injectable } from '@nestjs/common';
import { systemClock } from '../../kernel/clock';
import { moneyView } from '../../platform/http/money.dto';
import { IncidentService } from '../access';
import { GROUNDS } from '../approval';
import type { FeedbackState } from '../feedback';
import { PauseGate } from '../program';
import { CONFLICT_KINDS, GrantNumbersService, type GrantNumbersView } from '../grants';
import { fill, rate, SMALLEST_CELL, suppress, type PublishedCell } from './domain/suppression';
import { PayNumbersService } from './pay/pay-numbers.service';
import { payRows } from './pay/pay-numbers.mapping';
import type { GrantReportView, PublicReportView } from './public-report.dto';
import { ReportRepository, type AppealNumbers } from './report.repository';

/** As decisions name their outcomes. */
const OUTCOMES = ['approved', 'changes_requested', 'declined', 'taken_down'] as const;

/** Where feedback stands, from new to an end, in the order in which it is shown. */
const FEEDBACK: readonly FeedbackState[] = [
  'new',
  'triaged',
  'needs_info',
  'accepted',
  'planned',
  'in_progress',
  'shipped',
  'duplicate',
  'declined',
];

const toTenths = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 10) / 10;

const toHundredths = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 100) / 100;

/** The numbers that a programme owes the public. */
@Injectable()
export class PublicReportService {
  constructor(
    private readonly reports: ReportRepository,
    private readonly incidents: IncidentService,
    private readonly pauses: PauseGate,
    private readonly grants: GrantNumbersService,
    private readonly payNumbers: PayNumbersService,
  ) {}

  async get(programId: string | null): Promise<PublicReportView> {
    const [headline, generations, decisions, grounds, appeals, feedback, paid, grants, pay] =
      await Promise.all([
        this.reports.headline(programId),
        this.reports.generations(programId),
        this.reports.decisions(programId),
        this.reports.grounds(programId),
        this.reports.appeals(programId),
        this.reports.feedback(programId),
        this.reports.paid(programId),
        this.grants.of(programId ?? undefined),
        this.payNumbers.of(programId),
      ]);
    const refusals = suppress(fill(Object.keys(GROUNDS), grounds));
    return {
      at: systemClock.now().toISOString(),
      programId,
      smallestCell: SMALLEST_CELL,
      artistsEnrolled: headline.enrolled,
      artistsActive: headline.active,
      generations: generations.map(({ key, count, waitSeconds, renderSeconds }) => ({
        outcome: key,
        count,
        medianWaitSeconds: toTenths(waitSeconds),
        medianRenderSeconds: toTenths(renderSeconds),
      })),
      attempts: headline.ended,
      keepers: headline.keepers,
      attemptsPerKeeper: toTenths(headline.keepers === 0 ? null : headline.ended / headline.keepers),
      works: headline.works,
      decisions: fill(OUTCOMES, decisions).map(({ key, count }) => ({ key, count, suppressed: false })),
      medianHoursToDecision: toTenths(headline.hoursToDecision),
      refusalsForSafety: refusals.find(({ key }) => key === 'safety') as PublishedCell,
      refusalsForOtherGrounds: refusals.filter(({ key }) => key !== 'safety'),
      ...appealNumbers(appeals),
      feedback: suppress(fill(FEEDBACK, feedback)),
      paid: paid.map((sum) => ({ amount: moneyView(sum), payouts: sum.payouts })),
      medianHoursToCash: toTenths(headline.hoursToCash),
      grants: grantNumbers(grants),
      unpaidRequestedMinutes: pay.unpaidRequestedMinutes,
      pay,
      incidents: await this.incidents.count(),
      incidentsForAll: await this.pauses.count(programId),
    };
  }
}

/** How even grants are, unless so few took part that it would be about each of them; and conflicts by kind, never who. */
function grantNumbers(grants: GrantNumbersView): GrantReportView {
  const [people] = suppress([{ key: 'people', count: grants.people, people: grants.people }]);
  const isHidden = people?.suppressed ?? true;
  const counts = grants.conflicts.map(({ kind, count, people: behind }) => ({
    key: kind,
    count,
    people: behind,
  }));
  return {
    people: people as PublishedCell,
    giniAwards: isHidden ? null : toHundredths(grants.giniAwards),
    giniMoney: isHidden ? null : toHundredths(grants.giniMoney),
    giniSeats: isHidden ? null : toHundredths(grants.giniSeats),
    callsDecided: grants.callsDecided,
    callsLate: grants.callsLate,
    medianDaysToDecision: toTenths(grants.medianDaysToDecision),
    medianDaysToTranche: toTenths(grants.medianDaysToTranche),
    medianDaysToCash: toTenths(grants.medianDaysToCash),
    departures: grants.departures,
    conflicts: suppress(fill(CONFLICT_KINDS, counts)),
  };
}

/** A rate over appeals of few people would tell how each of them ended. */
function appealNumbers({
  decided,
  overturned,
  people,
}: AppealNumbers): Pick<PublicReportView, 'appealsDecided' | 'overturnRate'> {
  const [cell] = suppress([{ key: 'decided', count: decided, people }]);
  const appealsDecided = cell as PublishedCell;
  return { appealsDecided, overturnRate: appealsDecided.suppressed ? null : rate(overturned, decided) };
}

const one = (key: string, value: number | null): [string, string, number | null, boolean] => [
  'total',
  key,
  value,
  false,
];

/** The report as rows `section, key, value, suppressed`, for the CSV. */
export function* reportRows(
  report: PublicReportView,
): Generator<[string, string, number | bigint | null, boolean]> {
  yield one('artists_enrolled', report.artistsEnrolled);
  yield one('artists_active', report.artistsActive);
  for (const { outcome, count, medianWaitSeconds, medianRenderSeconds } of report.generations) {
    yield ['generations', outcome, count, false];
    yield ['generations_median_wait_seconds', outcome, medianWaitSeconds, false];
    yield ['generations_median_render_seconds', outcome, medianRenderSeconds, false];
  }
  yield one('attempts', report.attempts);
  yield one('keepers', report.keepers);
  yield one('attempts_per_keeper', report.attemptsPerKeeper);
  yield one('works', report.works);
  yield* cells('decisions', report.decisions);
  yield one('median_hours_to_decision', report.medianHoursToDecision);
  yield* cells('refusals_safety', [report.refusalsForSafety]);
  yield* cells('refusals_other', report.refusalsForOtherGrounds);
  yield* cells('appeals', [report.appealsDecided]);
  yield ['appeals', 'overturn_rate', report.overturnRate, report.appealsDecided.suppressed];
  yield* cells('feedback', report.feedback);
  for (const { amount, payouts } of report.paid) {
    yield ['paid_minor', amount.currency, BigInt(amount.amount), false];
    yield ['payouts', amount.currency, payouts, false];
  }
  yield one('median_hours_to_cash', report.medianHoursToCash);
  yield one('unpaid_requested_minutes', report.unpaidRequestedMinutes);
  yield* payRows(report.pay);
  yield one('incidents', report.incidents);
  yield one('incidents_for_all', report.incidentsForAll);
  const { grants } = report;
  yield* cells('grants', [grants.people]);
  yield ['grants', 'gini_awards', grants.giniAwards, grants.people.suppressed];
  yield ['grants', 'gini_money', grants.giniMoney, grants.people.suppressed];
  yield ['grants', 'gini_seats', grants.giniSeats, grants.people.suppressed];
  yield ['grants', 'calls_decided', grants.callsDecided, false];
  yield ['grants', 'calls_late', grants.callsLate, false];
  yield ['grants', 'median_days_to_decision', grants.medianDaysToDecision, false];
  yield ['grants', 'median_days_to_tranche', grants.medianDaysToTranche, false];
  yield ['grants', 'median_days_to_cash', grants.medianDaysToCash, false];
  yield ['grants', 'departures_from_ranking', grants.departures, false];
  yield* cells('grants_conflicts_of_interest', grants.conflicts);
}

function* cells(
  section: string,
  all: readonly PublishedCell[],
): Generator<[string, string, number | null, boolean]> {
  for (const { key, count, suppressed } of all) yield [section, key, count, suppressed];
}
