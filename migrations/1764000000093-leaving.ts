import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Leaving can be taken back for a day, and the end of access is told beforehand. */
export class Leaving1764000000093 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE enrollment_enrollments
        ADD COLUMN left_from text CHECK (left_from IN ('terms_pending', 'active', 'paused', 'suspended')),
        ADD COLUMN leaves_at timestamptz,
        ADD CONSTRAINT enrollment_enrollments_leaving CHECK (leaves_at IS NULL OR left_from IS NOT NULL);
      CREATE INDEX enrollment_enrollments_leaving_at ON enrollment_enrollments (leaves_at) WHERE state = 'offboarding';

      CREATE TABLE enrollment_expiry_warnings (
        enrollment_id text NOT NULL REFERENCES enrollment_enrollments (id),
        ends_at timestamptz NOT NULL,
        days integer NOT NULL CHECK (days IN (30, 7, 1)),
        told_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (enrollment_id, ends_at, days)
      );`);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
