import { Injectable } from '@nestjs/common';
import { decodeCursor, toPage } from '../../../kernel/page';
import { ArtistNamesService } from './artist-names.service';
import { cardText, pageText } from './card.mapping';
import { GalleryRepository, type GalleryFilter } from './gallery.repository';
import type { GalleryFilterQuery, GalleryWords, WorkView } from './work.dto';
import type { WorkEntity } from './work.entity';
import { filterOf, licenceViews, workView } from './work.mapping';

const FEED_LENGTH = 50;

/** The public gallery. What is unlisted or taken down is not there for anybody. */
@Injectable()
export class GalleryService {
  constructor(
    private readonly gallery: GalleryRepository,
    private readonly names: ArtistNamesService,
  ) {}

  /** A page of works (`WorkPage`) as JSON. Refuses (422) the cursor of another list. */
  async list(query: GalleryFilterQuery): Promise<string> {
    const { cursor, limit, sort = 'newest' } = query;
    const after = cursor === undefined ? null : String(decodeCursor(cursor, 1)[0]);
    const rows = await this.gallery.listCards(filterOf(query), { sort, after, limit: limit + 1 });
    const names = await this.namesOf(rows);
    const { items, next } = toPage(
      rows,
      limit,
      (row) => [row.id],
      (row) => cardText(row, names.get(row.personId)),
    );
    return pageText(items, next);
  }

  /** The newest, for feeds. */
  async newest(filter: GalleryFilter): Promise<WorkView[]> {
    const rows = await this.gallery.list(filter, { sort: 'newest', after: null, limit: FEED_LENGTH });
    const names = await this.namesOf(rows);
    return rows.map((row) => workView(row, names.get(row.personId)));
  }

  /** A `WorkView` as JSON; `null`: not public. */
  async findText(slug: string): Promise<string | null> {
    const row = await this.gallery.findCard(slug);
    return row === null ? null : cardText(row, (await this.namesOf([row])).get(row.personId));
  }

  /** In the gallery or reached by its link; `null`: not public. */
  async find(slug: string): Promise<WorkView | null> {
    const row = await this.gallery.find(slug);
    return row === null ? null : workView(row, (await this.namesOf([row])).get(row.personId));
  }

  /** Tags and licences to choose from. */
  async words(): Promise<GalleryWords> {
    return { tags: await this.gallery.tags(), licences: licenceViews() };
  }

  private async namesOf(
    rows: readonly Pick<WorkEntity, 'byline' | 'personId'>[],
  ): Promise<Map<string, string>> {
    return this.names.of(rows.filter(({ byline }) => byline === 'name').map(({ personId }) => personId));
  }
}
