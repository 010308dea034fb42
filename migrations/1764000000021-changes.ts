import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which remembered rows have changed, for platform/db/change-feed.ts. The transaction's own number and not a running one
 * orders them: it is known who was under way when somebody looked, and so nobody who commits late is missed.
 */
const FEED = `
  CREATE TABLE platform_changes (
    id bigint GENERATED ALWAYS AS IDENTITY,
    topic text NOT NULL,
    key text NOT NULL,
    xact xid8 NOT NULL DEFAULT pg_current_xact_id(),
    at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX platform_changes_xact ON platform_changes (xact);
  CREATE INDEX platform_changes_at ON platform_changes (at);

  -- Arguments: the topic, and the column that holds the key.
  CREATE FUNCTION platform_note_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO platform_changes (topic, key) VALUES (TG_ARGV[0], to_jsonb(NEW) ->> TG_ARGV[1]);
    RETURN NULL;
  END $$;
`;

const TOPICS = `
  -- Keys are remembered by the hash of their secret, in hex.
  CREATE FUNCTION access_note_key() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO platform_changes (topic, key) VALUES ('access_keys', encode(NEW.secret_hash, 'hex'));
    RETURN NULL;
  END $$;
  CREATE TRIGGER access_keys_changed AFTER UPDATE OF state, stops_at, expires_at, scopes ON access_keys
    FOR EACH ROW EXECUTE FUNCTION access_note_key();

  CREATE FUNCTION access_note_keys_of_person() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO platform_changes (topic, key)
    SELECT 'access_keys', encode(secret_hash, 'hex') FROM access_keys WHERE person_id = NEW.id AND state = 'active';
    RETURN NULL;
  END $$;
  CREATE TRIGGER access_people_changed AFTER UPDATE ON access_people
    FOR EACH ROW WHEN (OLD.roles IS DISTINCT FROM NEW.roles) EXECUTE FUNCTION access_note_keys_of_person();

  CREATE TRIGGER enrollment_enrollments_changed AFTER INSERT OR UPDATE ON enrollment_enrollments
    FOR EACH ROW EXECUTE FUNCTION platform_note_change('enrollment_enrollments', 'person_id');

  CREATE TRIGGER program_versions_changed AFTER INSERT ON program_versions
    FOR EACH ROW EXECUTE FUNCTION platform_note_change('program_versions', 'program_id');
`;

export class Changes1764000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const text of [FEED, TOPICS]) await runner.query(text);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
