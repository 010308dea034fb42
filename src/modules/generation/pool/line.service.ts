import { Injectable } from '@nestjs/common';
import { toJsonInteger } from '../../../kernel/money';
import { PeopleService } from '../../access';
import { EnrollmentService, type EnrollmentCard } from '../../enrollment';
import { ProgramService } from '../../program';
import type { LineListView, LineProgramView, LineQuery, LineView } from './line.dto';
import { LineRepository, type LineRow } from './line.repository';
import { ProgramCapService } from './program-cap.service';

const planKey = ({ programId, cohortId }: EnrollmentCard): string => `${programId} ${cohortId ?? ''}`;

type Whose = Pick<LineView, 'programId' | 'personId' | 'personName' | 'queueCap'>;

function lineView(row: LineRow, whose: Whose): LineView {
  const { pool, enrollmentId, queued, throttled, underWay, weight, concurrency } = row;
  return {
    pool,
    enrollmentId,
    ...whose,
    queued,
    throttled,
    underWay,
    waitingSeconds: Math.ceil(row.waitingSeconds),
    credits: toJsonInteger(row.credits),
    oldestAt: row.oldestAt.toISOString(),
    weight,
    concurrency,
  };
}

/** Who waits, by artist: for those who answer for a pool. */
@Injectable()
export class LineService {
  constructor(
    private readonly lines: LineRepository,
    private readonly enrollments: EnrollmentService,
    private readonly people: PeopleService,
    private readonly programs: ProgramService,
    private readonly caps: ProgramCapService,
  ) {}

  async list({ pool, limit }: LineQuery): Promise<LineListView> {
    const rows = await this.lines.list(pool ?? null, limit);
    const cards = await this.enrollments.cards(rows.map(({ enrollmentId }) => enrollmentId));
    const [people, caps, programs] = await Promise.all([
      this.people.cards([...new Set([...cards.values()].map(({ personId }) => personId))]),
      this.queueCaps([...cards.values()]),
      this.capped(new Set([...cards.values()].map(({ programId }) => programId))),
    ]);
    const items = rows.flatMap((row): LineView[] => {
      const card = cards.get(row.enrollmentId);
      if (card === undefined) return [];
      const { programId, personId } = card;
      const personName = people.get(personId)?.name ?? '';
      return [lineView(row, { programId, personId, personName, queueCap: caps.get(planKey(card)) ?? 0 })];
    });
    return { total: rows[0]?.total ?? 0, items, programs };
  }

  private async capped(waiting: ReadonlySet<string>): Promise<LineProgramView[]> {
    const caps = [...(await this.caps.list())].filter(([id]) => waiting.has(id));
    const cards = await this.programs.cards(caps.map(([id]) => id));
    return caps.map(([id, { limit, inflight }]) => ({
      programId: id,
      programName: cards.get(id)?.name ?? '',
      underWay: inflight,
      concurrency: limit,
    }));
  }

  /** By programme and cohort: there are few of them, however many artists wait. */
  private async queueCaps(cards: readonly EnrollmentCard[]): Promise<Map<string, number>> {
    const each = [...new Map(cards.map((card) => [planKey(card), card])).entries()];
    const plans = await Promise.all(
      each.map(async ([key, { programId, cohortId }]): Promise<[string, number]> => {
        const { queued } = await this.programs.quotaPlan(programId, undefined, undefined, cohortId);
        return [key, queued];
      }),
    );
    return new Map(plans);
  }
}
