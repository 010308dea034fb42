import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { decodeCursor, toPage } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { available } from '../../../kernel/workflow';
import { approvalRefusals } from '../contract';
import { creditOf } from '../domain/farewell';
import { gini } from '../domain/showcase';
import { roundWorkflow } from '../domain/showcase.workflow';
import { ArtistNamesService } from '../works/artist-names.service';
import { workView } from '../works/work.mapping';
import { WorkRepository } from '../works/work.repository';
import type { RoundDetail, RoundPage, RoundQuery, RoundView, ShowcaseView, SpreadView } from './round.dto';
import type { RoundEntity } from './round.entity';
import { RoundRepository } from './round.repository';

/** What everybody sees: what is shown, how it was chosen, and how evenly. */
@Injectable()
export class ShowcaseService {
  constructor(
    private readonly rounds: RoundRepository,
    private readonly works: WorkRepository,
    private readonly names: ArtistNamesService,
  ) {}

  /** Slots of the running rounds, newest round first. */
  async now(programId?: string): Promise<ShowcaseView> {
    const rows = await this.rounds.shownNow(programId ?? null);
    const works = await this.works.listByIds(rows.map(({ workId }) => workId));
    const names = await this.names.of([...works.values()].map(({ personId }) => personId));
    const titles = new Map<string, string>();
    for (const id of new Set(rows.map(({ roundId }) => roundId)))
      titles.set(id, (await this.rounds.find(id))?.title ?? '');
    const slots = rows.flatMap(({ roundId, slot, workId }) => {
      const work = works.get(workId);
      if (work === undefined) return [];
      const roundTitle = titles.get(roundId) ?? '';
      return [{ roundId, roundTitle, slot, work: workView(work, names.get(work.personId)) }];
    });
    return { slots, spread: await this.spread(programId) };
  }

  /** Newest first. */
  async list({ programId, cursor, limit }: RoundQuery, who: Pick<Actor, 'roles'>): Promise<RoundPage> {
    const before = cursor === undefined ? null : String(decodeCursor(cursor, 1)[0]);
    const rows = await this.rounds.list(programId ?? null, before, limit + 1);
    return toPage(
      rows,
      limit,
      ({ id }) => [id],
      (row) => roundView(row, who),
    );
  }

  async get(id: string, who: Pick<Actor, 'roles'>): Promise<RoundDetail> {
    const row = await this.rounds.find(id);
    if (row === null) throw refusal(approvalRefusals, 'not_found');
    const entries = await this.rounds.entries(id);
    const works = await this.works.listByIds(entries.map(({ workId }) => workId));
    const names = await this.names.of(entries.map(({ personId }) => personId));
    return {
      ...roundView(row, who),
      entries: entries.map(({ workId, personId, shownBefore, position, outcome }) => {
        const work = works.get(workId);
        const isPublic = work?.isListed === true && !work.isTakenDown;
        return {
          workId,
          title: isPublic ? work.title : null,
          slug: isPublic ? work.slug : null,
          credit: isPublic ? creditOf(work.byline, names.get(personId)) : null,
          shownBefore,
          position,
          outcome,
        };
      }),
    };
  }

  private async spread(programId?: string): Promise<SpreadView> {
    const counts = await this.rounds.spread(programId ?? null);
    const index = gini(counts);
    return {
      artists: counts.length,
      shown: counts.filter((count) => count > 0).length,
      slots: counts.reduce((sum, count) => sum + count, 0),
      most: Math.max(0, ...counts),
      gini: index === null ? null : Number(index.toFixed(3)),
    };
  }
}

function roundView(row: RoundEntity, who: Pick<Actor, 'roles'>): RoundView {
  const { id, programId, title, method, slots, perQuarter, quarter, state } = row;
  return {
    id,
    programId,
    title,
    method,
    slots,
    perQuarter,
    quarter,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    state,
    verbs: available(roundWorkflow, state, who, { entries: 1, isPriced: true }),
  };
}
