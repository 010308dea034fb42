import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What comes with feedback: a title, how bad it is, attachments, the parameters of the clip; a name for those who do not
 * give theirs; words to find the same thing said before; and the impact that the board sorts by.
 */
export class FeedbackIntake1764000000131 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    await runner.query(ITEMS);
    await runner.query(OTHERS);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}

const ITEMS = `
  ALTER TABLE feedback_items
    ADD COLUMN title text NOT NULL DEFAULT '' CHECK (char_length(title) <= 120),
    ADD COLUMN severity text NOT NULL DEFAULT 'minor' CHECK (severity IN ('minor', 'major', 'blocking')),
    ADD COLUMN origin text NOT NULL DEFAULT 'volunteered' CHECK (origin IN ('volunteered', 'unusable')),
    ADD COLUMN is_private boolean NOT NULL DEFAULT false,
    ADD COLUMN pay_ref text,
    ADD COLUMN parameters jsonb,
    ADD COLUMN tags text[] NOT NULL DEFAULT '{}' CHECK (cardinality(tags) <= 20),
    ADD COLUMN similar_to text REFERENCES feedback_items (id),
    ADD COLUMN weight integer NOT NULL DEFAULT 1 CHECK (weight > 0),
    ADD COLUMN popularity integer NOT NULL DEFAULT 1 CHECK (popularity > 0),
    ADD COLUMN impact integer GENERATED ALWAYS AS (weight * popularity) STORED,
    ADD COLUMN search tsvector GENERATED ALWAYS AS (
      setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', body), 'B')) STORED;
  UPDATE feedback_items SET pay_ref = id, title = left(split_part(body, E'\\n', 1), 80),
    weight = CASE type WHEN 'harm' THEN 5 WHEN 'rights' THEN 5 WHEN 'issue' THEN 3 WHEN 'praise' THEN 1 ELSE 2 END;
  UPDATE feedback_items o SET popularity = 1 + d.people FROM (
    SELECT i.original_id, count(DISTINCT i.person_id)::int AS people FROM feedback_items i
    JOIN feedback_items o ON o.id = i.original_id AND o.person_id <> i.person_id
    WHERE i.state = 'duplicate' GROUP BY i.original_id) d WHERE d.original_id = o.id;
  ALTER TABLE feedback_items ALTER COLUMN pay_ref SET NOT NULL, ADD CONSTRAINT feedback_items_pay_ref UNIQUE (pay_ref),
    ADD CONSTRAINT feedback_private_is_paid_under_another_name CHECK (is_private = (pay_ref <> id));
  CREATE INDEX feedback_items_search ON feedback_items USING gin (search);
  CREATE INDEX feedback_items_title ON feedback_items USING gin (title gin_trgm_ops);
  CREATE INDEX feedback_items_impact ON feedback_items (program_id, state, impact DESC, id DESC);
  CREATE INDEX feedback_items_original ON feedback_items (original_id) WHERE original_id IS NOT NULL;
  CREATE INDEX feedback_items_filed ON feedback_items (person_id, created_at);
  CREATE INDEX feedback_items_shipped ON feedback_items (program_id, shipped_in) WHERE state = 'shipped';
`;

const OTHERS = `
  CREATE TABLE feedback_files (
    id text PRIMARY KEY,
    person_id text NOT NULL REFERENCES access_people (id),
    feedback_id text REFERENCES feedback_items (id),
    program_id text REFERENCES program_programs (id),
    name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 120),
    content_type text NOT NULL CHECK (content_type IN
      ('image/png', 'image/jpeg', 'image/webp', 'application/pdf', 'text/plain', 'video/mp4')),
    bytes bigint NOT NULL CHECK (bytes > 0),
    sha256 text NOT NULL,
    key text NOT NULL UNIQUE,
    seconds double precision CHECK (seconds > 0),
    created_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX feedback_files_feedback ON feedback_files (feedback_id) WHERE feedback_id IS NOT NULL;
  CREATE INDEX feedback_files_loose ON feedback_files (created_at) WHERE feedback_id IS NULL AND program_id IS NULL;
  CREATE INDEX feedback_files_person ON feedback_files (person_id, created_at);

  CREATE TABLE feedback_pseudonyms (
    person_id text NOT NULL REFERENCES access_people (id),
    program_id text NOT NULL REFERENCES program_programs (id),
    name text NOT NULL,
    PRIMARY KEY (person_id, program_id),
    UNIQUE (program_id, name)
  );

  CREATE TABLE feedback_digests (
    person_id text PRIMARY KEY REFERENCES access_people (id),
    is_off boolean NOT NULL DEFAULT false,
    told_week date
  );
`;
