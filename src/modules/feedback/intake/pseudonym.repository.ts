import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../../platform/db/database';
import { pseudonym } from '../domain/pseudonym';

const ATTEMPTS = 20;

interface Bearer {
  readonly personId: string;
  readonly programId: string;
}

const keyOf = ({ personId, programId }: Bearer): string => `${personId} ${programId}`;

/** The names under which staff know those who filed without theirs. One for each person and programme, for good. */
@Injectable()
export class PseudonymRepository {
  constructor(private readonly db: Database) {}

  async obtain(tx: Tx, { personId, programId }: Bearer): Promise<string> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const name = pseudonym([Math.random(), Math.random(), Math.random()]);
      await tx.run(
        `INSERT INTO feedback_pseudonyms (person_id, program_id, name) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
        [personId, programId, name],
      );
      const [row] = await tx.query<{ name: string }>(
        `SELECT name FROM feedback_pseudonyms WHERE person_id = $1 AND program_id = $2`,
        [personId, programId],
      );
      if (row !== undefined) return row.name;
    }
    throw new Error('no free pseudonym after twenty attempts');
  }

  /** How each of these is called. */
  async of(bearers: readonly Bearer[]): Promise<(bearer: Bearer) => string> {
    const people = [...new Set(bearers.map(({ personId }) => personId))];
    const rows =
      people.length === 0
        ? []
        : await this.db.read<Bearer & { name: string }>(
            `SELECT person_id AS "personId", program_id AS "programId", name FROM feedback_pseudonyms
             WHERE person_id = ANY ($1)`,
            [people],
          );
    const names = new Map(rows.map((row) => [keyOf(row), row.name]));
    return (bearer) => names.get(keyOf(bearer)) ?? 'Somebody';
  }
}
