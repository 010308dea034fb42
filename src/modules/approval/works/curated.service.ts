import { Injectable } from '@nestjs/common';
import { decodeCursor, toPage, type Page } from '../../../kernel/page';
import { ArtistNamesService } from './artist-names.service';
import type { CuratedQuery, CuratedWorkView } from './curated.dto';
import { standingOf, workView } from './work.mapping';
import { WorkRepository } from './work.repository';

/** All works, for staff who look after the gallery. */
@Injectable()
export class CuratedService {
  constructor(
    private readonly works: WorkRepository,
    private readonly names: ArtistNamesService,
  ) {}

  /** Newest first. */
  async list({ cursor, limit, ...filter }: CuratedQuery): Promise<Page<CuratedWorkView>> {
    const before = cursor === undefined ? null : String(decodeCursor(cursor, 1)[0]);
    const rows = await this.works.listAll(filter, before, limit + 1);
    const names = await this.names.of(rows.map(({ personId }) => personId));
    return toPage(
      rows,
      limit,
      (row) => [row.id],
      (row) => ({
        ...workView(row, names.get(row.personId)),
        standing: standingOf(row),
        submissionId: row.submissionId,
        programId: row.programId,
      }),
    );
  }
}
