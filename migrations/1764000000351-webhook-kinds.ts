import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One event may be several kinds of message to one endpoint; each says when it happened, not when it was written down. */
export class WebhookKinds1764000000351 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notice_webhook_deliveries
        ADD COLUMN happened_at timestamptz NOT NULL DEFAULT now(),
        DROP CONSTRAINT notice_webhook_deliveries_webhook_id_event_id_key,
        ADD CONSTRAINT notice_webhook_deliveries_once UNIQUE (webhook_id, event_id, event)`);
    await runner.query('UPDATE notice_webhook_deliveries SET happened_at = created_at');
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
