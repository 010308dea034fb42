import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A note may mean a part of the picture; one that a decision came after is evidence of it and stays. */
export class NotesOnThePicture1764000000341 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE approval_notes ADD COLUMN region jsonb,
        ADD CONSTRAINT approval_note_is_in_the_picture CHECK (region IS NULL OR (
          (region ->> 'x')::float8 >= 0 AND (region ->> 'y')::float8 >= 0
          AND (region ->> 'w')::float8 > 0 AND (region ->> 'h')::float8 > 0
          AND (region ->> 'x')::float8 + (region ->> 'w')::float8 <= 1.000001
          AND (region ->> 'y')::float8 + (region ->> 'h')::float8 <= 1.000001) IS TRUE);

      CREATE FUNCTION approval_keep_note() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM approval_decisions d WHERE d.submission_id = OLD.submission_id AND d.at >= OLD.created_at) THEN
          RAISE EXCEPTION 'a note stays with the decision that came after it' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN coalesce(NEW, OLD);
      END $$;
      CREATE TRIGGER approval_notes_stay BEFORE UPDATE OR DELETE ON approval_notes
        FOR EACH ROW EXECUTE FUNCTION approval_keep_note();`);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
