import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from '../src/platform/db/state';

/** Feedback of artists. An end has an answer by constraint; an original is of the same programme by foreign key. */
export class Feedback1764000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE feedback_items (
        id text PRIMARY KEY,
        person_id text NOT NULL REFERENCES access_people (id),
        program_id text NOT NULL REFERENCES program_programs (id),
        generation_id text REFERENCES generation_generations (id),
        type text NOT NULL CHECK (type IN ('issue', 'idea', 'praise', 'harm', 'rights', 'request')),
        state text NOT NULL CHECK (state IN ('new', 'triaged', 'accepted', 'planned', 'in_progress', 'shipped',
          'declined', 'duplicate', 'needs_info')),
        body text NOT NULL CHECK (char_length(body) BETWEEN 10 AND 5000),
        sentiment text CHECK (sentiment IN ('critical', 'neutral', 'favourable')),
        ratings jsonb NOT NULL DEFAULT '{}',
        markers jsonb NOT NULL DEFAULT '[]',
        answer text,
        reason text CHECK (reason IN ('not_reproducible', 'known_limit', 'out_of_scope', 'not_actionable', 'not_genuine')),
        original_id text,
        shipped_in text,
        info text,
        due_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT feedback_items_program UNIQUE (id, program_id),
        CONSTRAINT feedback_original_is_of_the_programme
          FOREIGN KEY (original_id, program_id) REFERENCES feedback_items (id, program_id),
        CONSTRAINT feedback_original_is_another CHECK (original_id <> id),
        CONSTRAINT feedback_end_is_answered
          CHECK (state NOT IN ('declined', 'duplicate', 'shipped') OR coalesce(char_length(answer), 0) > 0),
        CONSTRAINT feedback_end_has_its_cause CHECK (
          (state <> 'declined' OR reason IS NOT NULL) AND (state <> 'duplicate' OR original_id IS NOT NULL)
          AND (state <> 'shipped' OR shipped_in IS NOT NULL))
      );
      CREATE INDEX feedback_items_person ON feedback_items (person_id, id);
      CREATE INDEX feedback_items_due ON feedback_items (due_at, id) WHERE state IN ('new', 'triaged');
      CREATE INDEX feedback_items_state ON feedback_items (state, id);
      CREATE INDEX feedback_items_generation ON feedback_items (generation_id) WHERE generation_id IS NOT NULL;
      ${historyTable('feedback_items_history', 'feedback_items')}
    `);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
