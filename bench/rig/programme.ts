import type { Client } from 'pg';
import { KeySecrets } from '../../src/modules/access/keys/key-secrets.service';
import type { Settings } from '../../src/platform/config/settings';

export const SECRET = 'the pepper of a bench, which protects nothing at all';

/** Credits of each artist: enough for every round. */
const CREDITS = 1_000_000_000;

/** Caps far away: a bench of submitting must not measure refusals. */
const PLAN = { credits: CREDITS, window: 'programme', concurrency: 100, queued: 100_000_000, weight: 1 };
const MARK = { text: 'Made with lumen-1', place: 'bottom_right', isVisible: true, c2pa: false };

/** A running programme with `artists` active artists, each with credits and a key. Returns the keys' secrets.
 * `isBounded`: keys have the caps of every key. */
export async function settleProgramme(
  client: Client,
  artists: number,
  { credits = CREDITS, isBounded = false }: { credits?: number; isBounded?: boolean } = {},
): Promise<string[]> {
  const secrets = new KeySecrets({ secret: SECRET, dataDir: '' } as Settings);
  const minted = Array.from({ length: artists }, () => secrets.mint());
  await client.query(`
    INSERT INTO program_programs (id, slug, name, model, currency, starts_at, ends_at, capacity, state)
    VALUES ('prg_bench', 'bench', 'Bench', 'lumen-1', 'EUR', now(), now() + interval '1 year', ${artists}, 'running')`);
  await client.query(
    `INSERT INTO program_versions (id, program_id, kind, version, hash, content, published_by) VALUES
     ('quo_bench', 'prg_bench', 'quota_plan', 1, repeat('0', 64), $1, 'bench'),
     ('mrk_bench', 'prg_bench', 'mark_policy', 1, repeat('0', 64), $2, 'bench')`,
    [JSON.stringify({ ...PLAN, credits }), JSON.stringify(MARK)],
  );
  await client.query(
    `INSERT INTO access_people (id, email, name, password_hash, roles)
     SELECT 'per_' || n, n || '@bench.example', 'Artist ' || n, 'none', '{artist}' FROM generate_series(1, $1::int) n`,
    [artists],
  );
  await client.query(
    `INSERT INTO access_keys (id, person_id, family_id, name, state, prefix, last_four, secret_hash, scopes, expires_at, last_used_at)
     SELECT 'key_' || n, 'per_' || n, 'key_' || n, 'bench', 'active', 'atl_live_', '0000', hash, '{generations:write}',
       now() + interval '1 year', now() + interval '1 day'
     FROM unnest($1::bytea[]) WITH ORDINALITY AS k (hash, n)`,
    [minted.map(({ secretHash }) => secretHash)],
  );
  await client.query(`
    INSERT INTO quota_key_budgets (key_id, family_id) SELECT id, id FROM access_keys;
    INSERT INTO access_key_spend (key_id) SELECT id FROM access_keys;
    INSERT INTO enrollment_applications (id, program_id, person_id, statement, portfolio, state)
      SELECT 'app_' || id, 'prg_bench', id, 'Let me in', '{}', 'invited' FROM access_people;
    INSERT INTO enrollment_enrollments (id, application_id, program_id, person_id, state)
      SELECT 'enr_' || id, 'app_' || id, 'prg_bench', id, 'active' FROM access_people;
    INSERT INTO ledger_accounts (name, kind, unit, balance)
      SELECT 'credits:' || id, 'credits', 'credit', ${credits} FROM enrollment_enrollments;
    WITH entry AS (
      INSERT INTO ledger_entries (reference, kind, unit, digest)
      SELECT 'grant:' || id || ':quo_bench', 'quota.granted', 'credit', sha256(id::bytea) FROM enrollment_enrollments
      RETURNING id, reference
    ) INSERT INTO ledger_postings (entry_id, line, from_account, to_account, amount)
      SELECT id, 1, 'issued:credit', 'credits:' || split_part(reference, ':', 2), ${credits} FROM entry;
    ANALYZE`);
  // Caps of keys far away as well, yet looked at.
  if (!isBounded)
    await client.query(`UPDATE access_keys SET calls_per_minute = 10000000, open_cap = 100000000,
      hour_cap = ${CREDITS}, day_cap = ${CREDITS}`);
  return minted.map(({ secret }) => secret);
}

/** As it was before anybody asked for anything, with nothing left to write to disk. */
export async function clearGenerations(client: Client): Promise<void> {
  await client.query(`
    TRUNCATE generation_generations, generation_batches, generation_flows, quota_charges, ledger_holds, platform_idempotency CASCADE;
    UPDATE ledger_accounts SET held = 0 WHERE held > 0;
    UPDATE access_key_spend SET hour_credits = 0, day_credits = 0, open_clips = 0 WHERE day_credits > 0;
    `);
  await client.query('VACUUM ledger_accounts');
  await client.query('CHECKPOINT');
}
