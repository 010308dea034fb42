import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People whom a batch leaves out become rows: a list of any length is counted and paged by the database. */
export class BlockedPayees1764000000210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BLOCKED);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}

const BLOCKED = `
  CREATE TABLE payouts_blocked (
    batch_id text NOT NULL REFERENCES payouts_batches (id),
    person_id text NOT NULL REFERENCES access_people (id),
    amount bigint NOT NULL,
    reason text NOT NULL,
    PRIMARY KEY (batch_id, person_id)
  );
  INSERT INTO payouts_blocked (batch_id, person_id, amount, reason)
    SELECT DISTINCT ON (b.id, x.line ->> 'personId') b.id, x.line ->> 'personId', (x.line ->> 'amount')::bigint, x.line ->> 'reason'
    FROM payouts_batches b CROSS JOIN LATERAL jsonb_array_elements(b.blocked) WITH ORDINALITY AS x (line, place)
    ORDER BY b.id, x.line ->> 'personId', x.place DESC;
  ALTER TABLE payouts_batches DROP COLUMN blocked;`;
