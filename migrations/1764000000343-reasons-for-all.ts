import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * From when on every kind of adverse act has its statement, the youngest kinds with it: a check asks from then on. And no
 * ground but those published: not valid for what is there, which the code has held to the same lists.
 */
export class ReasonsForAll1764000000343 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE redress_complete_since ADD COLUMN all_since timestamptz NOT NULL DEFAULT now();
      ALTER TABLE redress_statements ADD CONSTRAINT redress_ground_is_of_the_list CHECK (ground IN ('safety', 'rights',
        'confidentiality', 'technical', 'terms', 'selection', 'security', 'evidence', 'model')) NOT VALID;
      ALTER TABLE approval_decisions ADD CONSTRAINT approval_ground_is_of_the_list CHECK (statement IS NULL OR
        statement ->> 'ground' IN ('safety', 'rights', 'confidentiality', 'technical', 'terms')) NOT VALID`);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
