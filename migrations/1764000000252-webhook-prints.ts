import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A fingerprint of each signing secret, so that a report of a leak finds its endpoint. The secrets themselves stay sealed. */
export class WebhookPrints1764000000252 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notice_webhooks
        ADD COLUMN secret_print bytea CHECK (length(secret_print) = 32),
        ADD COLUMN secret_leaked_at timestamptz,
        ADD COLUMN previous_print bytea CHECK (length(previous_print) = 32);
      CREATE INDEX notice_webhooks_secret_print ON notice_webhooks (secret_print) WHERE secret_print IS NOT NULL;
      CREATE INDEX notice_webhooks_previous_print ON notice_webhooks (previous_print) WHERE previous_print IS NOT NULL;
    `);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
