import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from '../src/platform/db/state';

/** What people were told, in the portal and by mail. */
export class Notice1764000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notice_notices (
        id text PRIMARY KEY,
        person_id text NOT NULL REFERENCES access_people (id),
        event_id text NOT NULL,
        kind text NOT NULL,
        title text NOT NULL,
        text text NOT NULL,
        link text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        read_at timestamptz,
        UNIQUE (event_id, kind)
      );
      CREATE INDEX notice_notices_person ON notice_notices (person_id, id);
      CREATE INDEX notice_notices_unread ON notice_notices (person_id) WHERE read_at IS NULL;

      CREATE TABLE notice_mails (
        id text PRIMARY KEY,
        notice_id text NOT NULL UNIQUE REFERENCES notice_notices (id),
        to_address text NOT NULL,
        subject text NOT NULL,
        text text NOT NULL,
        state text NOT NULL CHECK (state IN ('queued', 'sent', 'failed')),
        attempts integer NOT NULL DEFAULT 0,
        next_try_at timestamptz NOT NULL DEFAULT now(),
        last_error text,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX notice_mails_due ON notice_mails (next_try_at) WHERE state = 'queued';
      ${historyTable('notice_mails_history', 'notice_mails')}
    `);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
