import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A published task stays as it is, but for its end: a pause of the programme moves it to later. */
export class PausedTasks1764000000330 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION feedback_refuse_published_task() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.due_at < OLD.due_at
          OR (NEW.title, NEW.intro, NEW.seats, NEW.form_version, NEW.currency, NEW.held, NEW.published_at)
            IS DISTINCT FROM (OLD.title, OLD.intro, OLD.seats, OLD.form_version, OLD.currency, OLD.held, OLD.published_at)
        THEN RAISE EXCEPTION 'task % was published and stays as it is', OLD.id;
        END IF;
        RETURN NEW;
      END $$;
    `);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
