import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a work says beside its clip, copied from the clip at publication: a page of the gallery asks one table. */
const WORKS = `
  ALTER TABLE approval_works
    ADD COLUMN licence text NOT NULL DEFAULT 'all_rights_reserved' CHECK (licence IN ('all_rights_reserved', 'cc_by_4_0',
      'cc_by_sa_4_0', 'cc_by_nc_4_0', 'cc_by_nc_sa_4_0', 'cc_by_nd_4_0', 'cc_by_nc_nd_4_0', 'cc0_1_0')),
    ADD COLUMN tags text[] NOT NULL DEFAULT '{}' CHECK (cardinality(tags) <= 8),
    ADD COLUMN co_authors text[] NOT NULL DEFAULT '{}',
    ADD COLUMN byline text NOT NULL DEFAULT 'name' CHECK (byline IN ('name', 'former_artist')),
    ADD COLUMN made_with text CHECK (made_with IN ('procedural', 'model')),
    ADD COLUMN width integer NOT NULL DEFAULT 1280,
    ADD COLUMN height integer NOT NULL DEFAULT 720,
    ADD COLUMN fps integer NOT NULL DEFAULT 24,
    ADD COLUMN seconds double precision NOT NULL DEFAULT 0,
    ADD CONSTRAINT approval_works_author UNIQUE (id, person_id),
    ADD CONSTRAINT approval_works_programme UNIQUE (id, program_id);
  UPDATE approval_works w SET width = g.width, height = g.height, fps = g.fps, seconds = g.seconds
    FROM generation_generations g WHERE g.id = w.generation_id;
  UPDATE approval_works w
    SET made_with = CASE p.source_type WHEN 'algorithmicMedia' THEN 'procedural' ELSE 'model' END
    FROM generation_provenance p WHERE p.generation_id = w.generation_id AND p.source_type IS NOT NULL;

  -- The words that a search finds a work by.
  CREATE FUNCTION approval_work_words(title text, description text, tags text[], co_authors text[]) RETURNS tsvector
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
  BEGIN
    RETURN to_tsvector('simple'::regconfig, title || ' ' || array_to_string(tags, ' ') || ' ' ||
      array_to_string(co_authors, ' ') || ' ' || description);
  END $$;
  CREATE INDEX approval_works_words ON approval_works
    USING gin (approval_work_words(title, description, tags, co_authors))
    WHERE is_listed AND NOT is_taken_down AND audience = 'wide';
  CREATE INDEX approval_works_tags ON approval_works USING gin (tags)
    WHERE is_listed AND NOT is_taken_down AND audience = 'wide';
  CREATE INDEX approval_works_program ON approval_works (program_id, id)
    WHERE is_listed AND NOT is_taken_down AND audience = 'wide';`;

/**
 * One number that rises with every change of any work, in the same transaction: what was remembered under an older one
 * is not shown any more, by no process. Publishing is rare; that two of them wait for each other's commit is no harm.
 */
const REVISION = `
  CREATE TABLE approval_gallery (
    is_it boolean PRIMARY KEY DEFAULT true CHECK (is_it),
    revision bigint NOT NULL
  );
  INSERT INTO approval_gallery (revision) VALUES (1);
  CREATE FUNCTION approval_next_revision() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    UPDATE approval_gallery SET revision = revision + 1;
    RETURN NULL;
  END $$;
  CREATE TRIGGER approval_works_revision AFTER INSERT OR UPDATE OR DELETE ON approval_works
    FOR EACH STATEMENT EXECUTE FUNCTION approval_next_revision();`;

/** Links for the press to what is not public (yet): they end, they are counted, their artist ends them. */
const PRESS = `
  CREATE TABLE approval_press_links (
    id text PRIMARY KEY,
    submission_id text NOT NULL,
    person_id text NOT NULL,
    label text NOT NULL CHECK (char_length(label) BETWEEN 1 AND 80),
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    views integer NOT NULL DEFAULT 0 CHECK (views >= 0),
    last_viewed_at timestamptz,
    FOREIGN KEY (submission_id, person_id) REFERENCES approval_submissions (id, person_id),
    CONSTRAINT approval_press_links_end CHECK (expires_at <= created_at + interval '91 days')
  );
  CREATE INDEX approval_press_links_submission ON approval_press_links (submission_id, id);`;

/** What an artist wants to become of their works when they leave a programme. */
const FAREWELLS = `
  CREATE TABLE approval_farewells (
    person_id text NOT NULL REFERENCES access_people (id),
    program_id text NOT NULL REFERENCES program_programs (id),
    choice text NOT NULL CHECK (choice IN ('keep_name', 'former_artist', 'remove')),
    chosen_at timestamptz NOT NULL DEFAULT now(),
    left_at timestamptz,
    PRIMARY KEY (person_id, program_id)
  );`;

export class Gallery1764000000120 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [WORKS, REVISION, PRESS, FAREWELLS]) await runner.query(part);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
