import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/db/database';
import type { Label } from '../domain/audience';
import type { Licence } from '../domain/licence';
import { CARD, COMMON_TAGS, FIND_CARD, FIND_SHOWN, IN_GALLERY, REVISION, SHOWN } from './gallery.sql';
import type { Card } from './card.mapping';
import type { WorkEntity } from './work.entity';

/** What a list of the gallery is narrowed to. */
export interface GalleryFilter {
  /** Words, as somebody typed them: all of them must occur. */
  readonly q?: string;
  readonly tag?: string;
  readonly licence?: Licence;
  readonly madeWith?: 'procedural' | 'model';
  /** Only works under their artist's name: who asks by a person must not find what was to be anonymous. */
  readonly artistId?: string;
  readonly programId?: string;
  /** Labels that are not to be shown. */
  readonly without?: readonly Label[];
}

export interface GalleryPosition {
  readonly sort: 'newest' | 'oldest';
  readonly after: string | null;
  readonly limit: number;
}

type Row = WorkEntity & Record<string, unknown>;

/** One condition for each filter; the texts are few, so that each is prepared once. */
const CONDITIONS: Readonly<Record<keyof GalleryFilter, (parameter: string) => string>> = {
  q: (parameter) =>
    `approval_work_words(w.title, w.description, w.tags, w.co_authors) @@ websearch_to_tsquery('simple', ${parameter})`,
  tag: (parameter) => `w.tags @> ARRAY[${parameter}::text]`,
  licence: (parameter) => `w.licence = ${parameter}`,
  madeWith: (parameter) => `w.made_with = ${parameter}`,
  artistId: (parameter) => `w.person_id = ${parameter} AND w.byline = 'name'`,
  programId: (parameter) => `w.program_id = ${parameter}`,
  without: (parameter) => `NOT w.labels && ${parameter}::text[]`,
};

const NAMES = Object.keys(CONDITIONS) as (keyof GalleryFilter)[];

@Injectable()
export class GalleryRepository {
  constructor(private readonly db: Database) {}

  /** Rises with every change of any work. */
  async revision(): Promise<string> {
    return (await this.db.read<{ revision: string }>(REVISION))[0]?.revision ?? '0';
  }

  /** Public works in the order of publication, from behind the one of id `after`. */
  async list(filter: GalleryFilter, position: GalleryPosition): Promise<WorkEntity[]> {
    return this.read<Row>(SHOWN, filter, position);
  }

  /** The same as JSON that was written with the work. */
  async listCards(filter: GalleryFilter, position: GalleryPosition): Promise<Card[]> {
    return this.read<Card & Record<string, unknown>>(CARD, filter, position);
  }

  /** Public, in the gallery or by its link. */
  async findCard(slug: string): Promise<Card | null> {
    return (await this.db.read<Card & Record<string, unknown>>(FIND_CARD, [slug]))[0] ?? null;
  }

  /** Public, in the gallery or by its link. */
  async find(slug: string): Promise<WorkEntity | null> {
    return (await this.db.read<Row>(FIND_SHOWN, [slug]))[0] ?? null;
  }

  async tags(): Promise<{ tag: string; count: number }[]> {
    return this.db.read<{ tag: string; count: number }>(COMMON_TAGS);
  }

  private async read<R extends Record<string, unknown>>(
    columns: string,
    filter: GalleryFilter,
    { sort, after, limit }: GalleryPosition,
  ): Promise<R[]> {
    const values: unknown[] = [limit];
    const conditions = [IN_GALLERY];
    const add = (value: unknown): string => `$${values.push(value)}`;
    for (const name of NAMES) {
      const value = filter[name];
      if (value !== undefined && value.length > 0) conditions.push(CONDITIONS[name](add(value)));
    }
    if (after !== null) conditions.push(`w.id ${sort === 'newest' ? '<' : '>'} ${add(after)}`);
    return this.db.read<R>(
      `SELECT ${columns} FROM approval_works w WHERE ${conditions.join(' AND ')}
       ORDER BY w.id ${sort === 'newest' ? 'DESC' : 'ASC'} LIMIT $1`,
      values,
    );
  }
}
