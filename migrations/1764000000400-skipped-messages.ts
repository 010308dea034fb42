import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happens while an endpoint is paused or disabled is written down as skipped; its owner sees it and may send it. */
export class SkippedMessages1764000000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notice_webhook_deliveries
        DROP CONSTRAINT notice_webhook_deliveries_state_check,
        ADD CONSTRAINT notice_webhook_deliveries_state_check
          CHECK (state IN ('queued', 'delivered', 'failed', 'skipped'));
      CREATE INDEX notice_webhook_deliveries_skipped ON notice_webhook_deliveries (webhook_id) WHERE state = 'skipped';
      DROP INDEX notice_webhooks_staff;
      CREATE INDEX notice_webhooks_staff ON notice_webhooks (id) WHERE is_staff AND state <> 'removed'`);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
