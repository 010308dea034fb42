import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a stopped key turned out to have been in wrong hands: what it made is removed some time after that. */
export class WithheldResults1764000000254 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE generation_stopped_keys ADD COLUMN confirmed_at timestamptz;
      UPDATE generation_stopped_keys s SET confirmed_at = i.closed_at
        FROM access_incidents i WHERE i.id = s.incident_id AND i.state = 'confirmed';
      CREATE INDEX generation_stopped_keys_confirmed ON generation_stopped_keys (confirmed_at)
        WHERE confirmed_at IS NOT NULL AND released_at IS NULL;
    `);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
