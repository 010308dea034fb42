import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a work says of itself, written as JSON once with every change of it and not anew with every reading: lists of the gallery
 * are read far more often than works change. The members are those of `WorkView` that stand in the row; a test compares the two.
 * ALWAYS: also for rows that are copied in.
 */
const CARDS = `
  ALTER TABLE approval_works ADD COLUMN card text;
  CREATE FUNCTION approval_card(w approval_works) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT json_build_object('id', w.id, 'slug', w.slug, 'title', w.title, 'description', w.description,
      'coAuthors', w.co_authors, 'labels', w.labels, 'tags', w.tags, 'audience', w.audience, 'licence', w.licence,
      'madeWith', w.made_with, 'width', w.width, 'height', w.height, 'fps', w.fps, 'seconds', w.seconds,
      'isListed', w.is_listed, 'publishedAt',
      to_char(date_trunc('milliseconds', w.published_at) AT TIME ZONE 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))::text
  $$;
  CREATE FUNCTION approval_write_card() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    NEW.card := approval_card(NEW);
    RETURN NEW;
  END $$;
  CREATE TRIGGER approval_works_card BEFORE INSERT OR UPDATE ON approval_works
    FOR EACH ROW EXECUTE FUNCTION approval_write_card();
  ALTER TABLE approval_works ENABLE ALWAYS TRIGGER approval_works_card;
  UPDATE approval_works SET card = NULL;
  ALTER TABLE approval_works ALTER COLUMN card SET NOT NULL;`;

/** The gallery is read without being put together. */
export class GalleryCards1764000000233 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CARDS);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
