import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who gave whom extra credits. Nobody gives themselves: the rule of the service once more in the database, as for every
 * other decision about one's own.
 */
export class TopUps1764000000253 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE quota_top_ups (
        id text PRIMARY KEY,
        enrollment_id text NOT NULL REFERENCES enrollment_enrollments (id),
        credits bigint NOT NULL CHECK (credits > 0),
        reason text NOT NULL,
        actor_id text NOT NULL,
        at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX quota_top_ups_enrollment ON quota_top_ups (enrollment_id, at);

      INSERT INTO quota_top_ups (id, enrollment_id, credits, reason, actor_id, at)
      SELECT details ->> 'topUpId', subject, (details ->> 'credits')::bigint, details ->> 'reason', actor, at
      FROM audit_entries WHERE act = 'quota.top_up' AND details ? 'topUpId';

      CREATE FUNCTION quota_refuse_own_top_up() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM enrollment_enrollments WHERE id = NEW.enrollment_id AND person_id = NEW.actor_id) THEN
          RAISE EXCEPTION 'quota_top_ups: nobody may top up their own credits'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'nobody_decides_about_their_own';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER quota_top_ups_own BEFORE INSERT OR UPDATE ON quota_top_ups
        FOR EACH ROW EXECUTE FUNCTION quota_refuse_own_top_up();
    `);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
