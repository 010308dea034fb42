import { Injectable } from '@nestjs/common';
import { decodeCursor, toPage } from '../../../kernel/page';
import { refusal } from '../../../kernel/refusal';
import { enrollmentRefusals, type Precedent } from '../contract';
import {
  precedentView,
  type PrecedentPage,
  type PrecedentQuery,
  type PrecedentView,
  type RulingNumbersView,
} from './ruling.dto';
import { rulingNumbersView } from './ruling.dto';
import { RulingRepository } from './ruling.repository';

/** What was ruled, for everybody to read and for decisions to cite. */
@Injectable()
export class PrecedentService {
  constructor(private readonly rulings: RulingRepository) {}

  /** Newest first; with words those that have them. */
  async search({ cursor, limit, words, ...filter }: PrecedentQuery): Promise<PrecedentPage> {
    const before = cursor === undefined ? undefined : String(decodeCursor(cursor, 1)[0]);
    const asked = words?.trim() === '' ? undefined : words;
    const rows = await this.rulings.search({ ...filter, words: asked, before }, limit + 1);
    const { items, next } = toPage(rows, limit, (row) => [row.id], precedentView);
    return { items: [...items], next };
  }

  /** Refuses `not_found` for what is not published. */
  async get(id: string): Promise<PrecedentView> {
    const row = await this.rulings.find(id);
    if (row === null || row.publishedAt === null) throw refusal(enrollmentRefusals, 'not_found');
    return precedentView(row);
  }

  /** For a decision that cites it; refuses `ruling_unknown` for what is not published in that programme. */
  async cite(programId: string, id: string): Promise<Precedent> {
    const row = await this.rulings.find(id);
    const isPublished = row?.publishedAt !== null && row?.programId === programId;
    if (row === null || row.outcome === null || !isPublished)
      throw refusal(enrollmentRefusals, 'ruling_unknown', { rulingId: id });
    const { clauseId, outcome } = row;
    return { id, programId, clauseId, outcome };
  }

  async numbers(programId: string | undefined): Promise<RulingNumbersView> {
    return rulingNumbersView(await this.rulings.numbers(programId));
  }
}
