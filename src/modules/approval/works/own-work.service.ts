import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor';
import { decodeCursor, toPage, type Page } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { approvalRefusals } from '../contract';
import { ArtistNamesService } from './artist-names.service';
import type { OwnWorkView } from './own-work.dto';
import { PressLinkRepository } from './press-link.repository';
import type { WorkEntity } from './work.entity';
import { standingOf, workView } from './work.mapping';
import { WorkRepository } from './work.repository';

/** What artists see of their own works. */
@Injectable()
export class OwnWorksService {
  constructor(
    private readonly works: WorkRepository,
    private readonly links: PressLinkRepository,
    private readonly names: ArtistNamesService,
  ) {}

  async list(me: Actor, page: { cursor?: string; limit: number }): Promise<Page<OwnWorkView>> {
    const before = page.cursor === undefined ? null : String(decodeCursor(page.cursor, 1)[0]);
    const rows = await this.works.listOf(me.id, before, page.limit + 1);
    const views = await this.views(me.id, rows);
    return toPage(
      rows,
      page.limit,
      (row) => [row.id],
      (row) => views.get(row.id) as OwnWorkView,
    );
  }

  /** Refuses (404) what is another's. */
  async get(me: Actor, id: string): Promise<OwnWorkView> {
    const row = await this.works.find(id);
    if (row === null || row.personId !== me.id) throw refusal(approvalRefusals, 'not_found');
    return (await this.views(me.id, [row])).get(id) as OwnWorkView;
  }

  private async views(personId: string, rows: readonly WorkEntity[]): Promise<Map<string, OwnWorkView>> {
    const [names, links] = await Promise.all([
      this.names.of([personId]),
      this.links.countOpen(rows.map(({ submissionId }) => submissionId)),
    ]);
    const name = names.get(personId);
    return new Map(
      rows.map((row) => [
        row.id,
        {
          ...workView(row, name),
          standing: standingOf(row),
          submissionId: row.submissionId,
          programId: row.programId,
          pressLinks: links.get(row.submissionId) ?? 0,
        },
      ]),
    );
  }
}
