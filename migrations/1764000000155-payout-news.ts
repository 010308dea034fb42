import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What rails tell, each message once; how far each rail's own list of messages was read. */
export class PayoutNews1764000000155 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(NEWS);
    await runner.query(READINGS);
    await runner.query(INDEXES);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}

const NEWS = `
  CREATE TABLE payouts_news (
    rail text NOT NULL CHECK (rail IN ('sandbox', 'stripe', 'bank_file')),
    id text NOT NULL CHECK (length(id) BETWEEN 1 AND 255),
    type text NOT NULL,
    recipient text,
    object text,
    happened_at timestamptz NOT NULL,
    source text NOT NULL CHECK (source IN ('account', 'connect', 'thin', 'catch_up')),
    received_at timestamptz NOT NULL DEFAULT now(),
    tries integer NOT NULL DEFAULT 0,
    next_at timestamptz NOT NULL DEFAULT now(),
    handled_at timestamptz,
    fault text,
    PRIMARY KEY (rail, id)
  );
  CREATE INDEX payouts_news_open ON payouts_news (next_at) WHERE handled_at IS NULL;
  CREATE INDEX payouts_news_received ON payouts_news (received_at);`;

const READINGS = `
  CREATE TABLE payouts_news_readings (
    rail text PRIMARY KEY,
    read_until timestamptz NOT NULL,
    looked_at timestamptz
  );`;

const INDEXES = `
  CREATE INDEX payouts_payouts_recipient ON payouts_payouts (rail, recipient) WHERE state IN ('in_transit', 'paid');
  CREATE INDEX payouts_recipients_synced ON payouts_recipients (rail, synced_at);`;
