import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was shown to artists stays as it was shown: neither the form nor the terms of a published task can change. */
export class TaskForms1764000000132 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION feedback_refuse_published_form() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM feedback_tasks WHERE id = OLD.task_id AND published_at IS NOT NULL) THEN
          RAISE EXCEPTION 'the form of task % was published and stays as it is', OLD.task_id;
        END IF;
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE TRIGGER feedback_task_forms_stay BEFORE UPDATE OR DELETE ON feedback_task_forms
        FOR EACH ROW EXECUTE FUNCTION feedback_refuse_published_form();
      CREATE FUNCTION feedback_refuse_published_task() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (NEW.title, NEW.intro, NEW.seats, NEW.due_at, NEW.form_version, NEW.currency, NEW.held, NEW.published_at)
          IS DISTINCT FROM (OLD.title, OLD.intro, OLD.seats, OLD.due_at, OLD.form_version, OLD.currency, OLD.held, OLD.published_at)
        THEN RAISE EXCEPTION 'task % was published and stays as it is', OLD.id;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER feedback_tasks_stay BEFORE UPDATE ON feedback_tasks
        FOR EACH ROW WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION feedback_refuse_published_task();
    `);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
