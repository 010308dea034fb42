import { Injectable } from '@nestjs/common';
import { decodeCursor, toPage, type Page } from '../../../kernel/page';
import { Database, type Tx } from '../../../platform/db/database';

export interface QuestionRow {
  readonly id: string;
  readonly callId: string;
  readonly question: string;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
  readonly createdAt: Date;
}

const COLUMNS = `id, call_id AS "callId", question, answer, answered_at AS "answeredAt", created_at AS "createdAt"`;

@Injectable()
export class QuestionRepository {
  constructor(private readonly db: Database) {}

  async insert(tx: Tx, id: string, callId: string, personId: string, question: string): Promise<void> {
    await tx.run('INSERT INTO grants_questions (id, call_id, person_id, question) VALUES ($1, $2, $3, $4)', [
      id,
      callId,
      personId,
      question,
    ]);
  }

  /** `null`: there is no such question. A later answer replaces an earlier one. */
  async answer(tx: Tx, id: string, answer: string, by: string): Promise<QuestionRow | null> {
    const [row] = await tx.query<QuestionRow & Record<string, unknown>>(
      `UPDATE grants_questions SET answer = $2, answered_by = $3, answered_at = now() WHERE id = $1 RETURNING ${COLUMNS}`,
      [id, answer, by],
    );
    return row ?? null;
  }

  /** Newest first. Nobody is told who asked. */
  async list(callId: string, cursor: string | undefined, limit: number): Promise<Page<QuestionRow>> {
    const after = cursor === undefined ? null : decodeCursor(cursor, 1)[0];
    const rows = await this.db.read<QuestionRow & Record<string, unknown>>(
      `SELECT ${COLUMNS} FROM grants_questions WHERE call_id = $1 AND ($2::text IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
      [callId, after, limit + 1],
    );
    return toPage(
      rows,
      limit,
      ({ id }) => [id],
      (row) => row,
    );
  }
}
