import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Table, and the verbs that the person it belongs to may take themselves. Every other step is somebody else's. */
const OWN_VERBS = {
  enrollment_applications: 'submit,withdraw',
  enrollment_enrollments: 'consent,pause,resume,leave',
  feedback_items: 'answerInfo',
  grants_applications: 'submit,reopen,withdraw,turnDown',
} as const;

/**
 * Nobody decides about their own: the rule of each workflow, once more in the database. A step by the owner that the
 * owner may not take cannot be written into the history, and the history is in the transaction of the step.
 */
export class OwnWork1764000000053 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION platform_refuse_own_step() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE owner text;
      BEGIN
        IF NEW.verb = ANY (string_to_array(TG_ARGV[1], ',')) THEN RETURN NEW; END IF;
        EXECUTE format('SELECT person_id FROM %I WHERE id = $1', TG_ARGV[0]) INTO owner USING NEW.subject_id;
        IF owner = NEW.actor_id THEN
          RAISE EXCEPTION '%: nobody may % their own', TG_ARGV[0], NEW.verb
            USING ERRCODE = 'check_violation', CONSTRAINT = 'nobody_decides_about_their_own';
        END IF;
        RETURN NEW;
      END $$;
    `);
    for (const [table, verbs] of Object.entries(OWN_VERBS))
      await runner.query(
        `CREATE TRIGGER ${table}_own_step BEFORE INSERT ON ${table}_history
         FOR EACH ROW EXECUTE FUNCTION platform_refuse_own_step('${table}', '${verbs}')`,
      );
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
