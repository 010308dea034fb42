import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an artist and whoever hears their appeal say to each other, beside the clip. Read by both, and it stays. */
const MESSAGES = `
  CREATE TABLE approval_appeal_messages (
    id text PRIMARY KEY,
    appeal_id text NOT NULL REFERENCES approval_appeals (id),
    author_id text NOT NULL,
    is_by_artist boolean NOT NULL,
    body text NOT NULL CHECK (body <> ''),
    at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX approval_appeal_messages_appeal ON approval_appeal_messages (appeal_id, id);
  CREATE FUNCTION approval_keep_message() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'what was said in an appeal stays' USING ERRCODE = 'restrict_violation';
  END $$;
  CREATE TRIGGER approval_appeal_messages_stay BEFORE UPDATE OR DELETE ON approval_appeal_messages
    FOR EACH ROW EXECUTE FUNCTION approval_keep_message();`;

/** Appeals are a dialogue. */
export class AppealMessages1764000000231 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MESSAGES);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
