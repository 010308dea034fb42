import { Injectable } from '@nestjs/common';
import { toJsonInteger } from '../../../kernel/money';
import { PeopleService } from '../../access';
import { EnrollmentService, type EnrollmentCard } from '../../enrollment';
import { ProgramService } from '../../program';
import type { LineListView, LineQuery } from './line.dto';
import { LineRepository } from './line.repository';

const planKey = ({ programId, cohortId }: EnrollmentCard): string => `${programId} ${cohortId ?? ''}`;

/** Who waits, by artist: for those who answer for a pool. */
@Injectable()
export class LineService {
  constructor(
    private readonly lines: LineRepository,
    private readonly enrollments: EnrollmentService,
    private readonly people: PeopleService,
    private readonly programs: ProgramService,
  ) {}

  async list({ pool, limit }: LineQuery): Promise<LineListView> {
    const rows = await this.lines.list(pool ?? null, limit);
    const cards = await this.enrollments.cards(rows.map(({ enrollmentId }) => enrollmentId));
    const [people, caps] = await Promise.all([
      this.people.cards([...new Set([...cards.values()].map(({ personId }) => personId))]),
      this.queueCaps([...cards.values()]),
    ]);
    const items = rows.flatMap(({ total: _, oldestAt, credits, waitingSeconds, ...row }) => {
      const card = cards.get(row.enrollmentId);
      if (card === undefined) return [];
      return [
        {
          ...row,
          programId: card.programId,
          personId: card.personId,
          personName: people.get(card.personId)?.name ?? '',
          waitingSeconds: Math.ceil(waitingSeconds),
          credits: toJsonInteger(credits),
          oldestAt: oldestAt.toISOString(),
          queueCap: caps.get(planKey(card)) ?? 0,
        },
      ];
    });
    return { total: rows[0]?.total ?? 0, items };
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
