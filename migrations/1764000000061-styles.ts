import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from '../src/platform/db/state';

const BUILT_IN: readonly (readonly [key: string, name: string, description: string, words: string, without: string])[] = [
  ['cinematic', 'Cinematic', 'Wide frame, soft contrast, the light of a feature film.', 'cinematic film still, anamorphic lens, soft contrast, natural light', ''],
  ['film35', '35 mm film', 'Grain, lifted blacks and warm colour of a negative.', 'shot on 35mm film, fine grain, warm colour, lifted blacks', 'digital look'],
  ['noir', 'Noir', 'Black and white with hard light and deep shadow.', 'film noir, black and white, hard light, deep shadows', 'colour'],
  ['neon', 'Neon', 'Signs and street light at night.', 'at night, neon signs, wet streets, saturated colour', 'daylight'],
  ['watercolor', 'Watercolour', 'Flat washes on paper.', 'watercolour painting, soft washes, paper texture', 'photograph'],
  ['anime', 'Anime', 'Clean lines and flat, bright shading.', 'anime style, clean lines, cel shading, bright colour', 'photograph'],
]; // prettier-ignore

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function looksOf(key: string, words: string, without: string): string {
  const any = { prompt: `{prompt}, ${words}`, ...(without === '' ? {} : { negativePrompt: without }) };
  return JSON.stringify({ any, procedural: { look: key } });
}

/** Style presets with their versions, and what was asked for besides the fields of a clip: one brief for each batch. */
export class Styles1764000000061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE generation_styles (
        id text PRIMARY KEY,
        key text NOT NULL CHECK (key ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
        version integer NOT NULL CHECK (version > 0),
        name text NOT NULL,
        description text NOT NULL,
        looks jsonb NOT NULL,
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'published', 'retired')),
        created_by text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (key, version)
      );
      ${historyTable('generation_style_history', 'generation_styles')}
      CREATE UNIQUE INDEX generation_styles_draft ON generation_styles (key) WHERE state = 'draft';

      CREATE FUNCTION generation_style_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state <> 'draft' AND (NEW.key, NEW.version, NEW.name, NEW.description, NEW.looks)
          IS DISTINCT FROM (OLD.key, OLD.version, OLD.name, OLD.description, OLD.looks) THEN
          RAISE EXCEPTION 'a published style does not change: make a new version';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER generation_style_stays BEFORE UPDATE ON generation_styles
        FOR EACH ROW EXECUTE FUNCTION generation_style_stays();

      CREATE FUNCTION generation_note_styles() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO platform_changes (topic, key) VALUES ('generation_styles', 'all');
        RETURN NULL;
      END $$;
      CREATE TRIGGER generation_styles_changed AFTER INSERT OR UPDATE ON generation_styles
        FOR EACH ROW EXECUTE FUNCTION generation_note_styles();

      CREATE TABLE generation_references (
        id text PRIMARY KEY,
        person_id text NOT NULL REFERENCES access_people (id),
        key text NOT NULL UNIQUE,
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        bytes bigint NOT NULL CHECK (bytes > 0),
        content_type text NOT NULL CHECK (content_type IN ('image/png', 'image/jpeg', 'image/webp')),
        width integer NOT NULL CHECK (width > 0),
        height integer NOT NULL CHECK (height > 0),
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX generation_references_person ON generation_references (person_id, id DESC);

      CREATE TABLE generation_briefs (
        batch_id text PRIMARY KEY REFERENCES generation_batches (id),
        style_id text REFERENCES generation_styles (id),
        parent_id text REFERENCES generation_generations (id),
        reference_id text REFERENCES generation_references (id),
        route jsonb,
        unhonoured jsonb NOT NULL DEFAULT '[]'
      );
      CREATE INDEX generation_briefs_parent ON generation_briefs (parent_id) WHERE parent_id IS NOT NULL;
      CREATE INDEX generation_generations_promoted ON generation_generations (promoted_from) WHERE promoted_from IS NOT NULL;

      -- generation_submit, and the briefs of what it has accepted, in the same statement.
      CREATE FUNCTION generation_submit_briefed(sent json, owners text[], keys text[], fingerprints text[], pools text[],
        enrollments text[], weights double precision[], caps integer[], accounts text[], may_wait boolean)
      RETURNS TABLE (n integer, outcome text, answer jsonb, twin integer, room integer, revisions bigint[], instant text,
        open_count integer, account text, available bigint, needed bigint)
      LANGUAGE plpgsql AS $$
      #variable_conflict use_column
      DECLARE
        brief json;
      BEGIN
        FOR n, outcome, answer, twin, room, revisions, instant, open_count, account, available, needed IN
          SELECT * FROM generation_submit(sent, owners, keys, fingerprints, pools, enrollments, weights, caps, accounts, may_wait)
        LOOP
          brief := sent->(n - 1)->'brief';
          IF outcome = 'accepted' AND json_typeof(brief) = 'object' THEN
            INSERT INTO generation_briefs (batch_id, style_id, parent_id, reference_id, route, unhonoured)
            VALUES (sent->(n - 1)->>'batch_id', brief->>'styleId', brief->>'parentId', brief->>'referenceId',
              nullif((brief->'route')::jsonb, 'null'::jsonb), (brief->'unhonoured')::jsonb);
          END IF;
          RETURN NEXT;
        END LOOP;
      END $$;
    `);
    for (const [key, name, description, words, without] of BUILT_IN) {
      await runner.query(`
        INSERT INTO generation_styles (id, key, version, name, description, looks, state, created_by)
        VALUES ('sty_${key}', '${key}', 1, ${quoted(name)}, ${quoted(description)}, ${quoted(looksOf(key, words, without))}, 'published', 'system')`);
    }
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
