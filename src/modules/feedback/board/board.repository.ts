import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { Database, type Tx } from '../../../platform/db/database';
import type { FeedbackState } from '../domain/feedback.workflow';
import { FeedbackEntity } from '../feedback.entity';
import type { BoardQuery } from './board.dto';

/** Who wrote the answer that stands, and when; where nobody wrote one, who decided. */
export interface Response {
  readonly by: string;
  readonly at: Date;
}

export type BoardFilter = Omit<BoardQuery, 'cursor' | 'limit'>;

const EQUAL = ['programId', 'state', 'type', 'severity', 'origin', 'originalId'] as const;

@Injectable()
export class BoardRepository {
  constructor(private readonly db: Database) {}

  /** What fits, heaviest first; after `after` = [impact, id]. */
  async list(
    filter: BoardFilter,
    after: readonly [number, string] | null,
    limit: number,
  ): Promise<FeedbackEntity[]> {
    const query = this.fitting(filter).orderBy('f.impact', 'DESC').addOrderBy('f.id', 'DESC').limit(limit);
    if (after !== null)
      query.andWhere('(f.impact, f.id) < (:impact, :id)', { impact: after[0], id: after[1] });
    return query.getMany();
  }

  /** How many fit in each state. */
  async counts(filter: BoardFilter): Promise<Map<FeedbackState, number>> {
    const rows = await this.fitting(filter)
      .select('f.state', 'state')
      .addSelect('count(*)::int', 'count')
      .groupBy('f.state')
      .getRawMany<{ state: FeedbackState; count: number }>();
    return new Map(rows.map(({ state, count }) => [state, count]));
  }

  async tags(programId: string | null): Promise<{ tag: string; count: number }[]> {
    return this.db.read<{ tag: string; count: number }>(
      `SELECT tag, count(*)::int AS count FROM feedback_items, unnest(tags) AS tag
       WHERE $1::text IS NULL OR program_id = $1 GROUP BY tag ORDER BY count(*) DESC, tag LIMIT 200`,
      [programId],
    );
  }

  async titles(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.db.read<{ id: string; title: string }>(
      'SELECT id, title FROM feedback_items WHERE id = ANY ($1)',
      [ids],
    );
    return new Map(rows.map(({ id, title }) => [id, title]));
  }

  /** The last move with an answer, else the last that decided, of each item that has one. */
  async responses(ids: readonly string[]): Promise<Map<string, Response>> {
    const rows = await this.db.read<Response & { id: string }>(
      `SELECT DISTINCT ON (subject_id) subject_id AS id, actor_id AS by, at FROM feedback_items_history
       WHERE subject_id = ANY ($1) AND verb NOT IN ('answerInfo', 'triage') ORDER BY subject_id, note ? 'answer' DESC, id DESC`,
      [ids],
    );
    return new Map(rows.map(({ id, by, at }) => [id, { by, at }]));
  }

  async setTags(tx: Tx, id: string, tags: readonly string[]): Promise<void> {
    await tx.run(`UPDATE feedback_items SET tags = $2 WHERE id = $1`, [id, tags]);
  }

  private fitting(filter: BoardFilter): SelectQueryBuilder<FeedbackEntity> {
    const query = this.db.manager.createQueryBuilder(FeedbackEntity, 'f');
    for (const name of EQUAL)
      if (filter[name] !== undefined) query.andWhere(`f.${name} = :${name}`, { [name]: filter[name] });
    const { tag, words, version } = filter;
    if (version !== undefined) query.andWhere('f.shippedIn = :version', { version });
    if (tag !== undefined) query.andWhere('f.tags @> ARRAY[:tag]::text[]', { tag });
    if (words !== undefined && words.trim() !== '')
      query.andWhere(`f.search @@ websearch_to_tsquery('english', :words)`, { words });
    return query;
  }
}
