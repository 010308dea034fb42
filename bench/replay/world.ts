import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Client } from 'pg';
import { settleProgramme } from '../rig/programme';

/** Credits of every artist: a tenth of them is what a key may ask for in an hour. */
export const CREDITS = 10_000;

export interface Artist {
  readonly n: number;
  readonly personId: string;
  readonly keyId: string;
  readonly secret: string;
  readonly cookie: string;
  /** Where they work from. */
  readonly address: string;
}

export interface World {
  readonly client: Client;
  readonly artists: readonly Artist[];
  readonly managerCookie: string;
}

const cookieOf = (id: string): string => `sid=replay-${id}`;

/** A running programme with artists who are signed in and have a key, and a manager. */
export async function furnish(client: Client, count: number): Promise<World> {
  const secrets = await settleProgramme(client, count, { credits: CREDITS, isBounded: true });
  await client.query(
    `INSERT INTO access_people (id, email, name, password_hash, roles)
     VALUES ('per_manager', 'manager@bench.example', 'Manager', 'none', '{manager}')`,
  );
  // They have proved their addresses, and the manager a second factor.
  await client.query(`
    UPDATE access_people SET verified_at = now();
    INSERT INTO access_passkeys (id, person_id, credential_id, public_key, counter, transports, name, is_synced)
    VALUES ('pky_manager', 'per_manager', 'replay', '', 0, '{}', 'replay', false)`);
  const people = [...secrets.map((_, index) => `per_${index + 1}`), 'per_manager'];
  for (const id of people) {
    const hash = createHash('sha256').update(cookieOf(id).slice(4)).digest();
    await client.query(
      `INSERT INTO access_sessions (id, person_id, token_hash, network, agent, expires_at, second_factor_at)
       VALUES ($1, $2, $3, '127.0.0.1', 'replay', now() + interval '1 day', now())`,
      [`ses_${id}`, id, hash],
    );
  }
  const artists = secrets.map((secret, index): Artist => {
    const n = index + 1;
    return {
      n,
      personId: `per_${n}`,
      keyId: `key_${n}`,
      secret,
      cookie: cookieOf(`per_${n}`),
      address: `127.1.${n}.1`,
    };
  });
  return { client, artists, managerCookie: cookieOf('per_manager') };
}

export async function one<T>(
  { client }: Pick<World, 'client'>,
  sql: string,
  values: readonly unknown[] = [],
): Promise<T> {
  return (await client.query(sql, [...values])).rows[0] as T;
}

/** Hostile work that was started: in all, and after the first answer that said the key is stopped. */
export async function started(
  world: World,
  keyId: string,
  stoppedAt: number | null,
): Promise<{ all: number; after: number }> {
  return one(
    world,
    `SELECT count(*)::int AS all, count(*) FILTER (WHERE h.at > $2::timestamptz)::int AS after
     FROM generation_history h JOIN generation_generations g ON g.id = h.subject_id
     WHERE g.key_id = $1 AND h.verb = 'process'`,
    [keyId, stoppedAt === null ? null : new Date(stoppedAt)],
  );
}

/** Waits until the key's work is ended and its owner's holds are gone; what share of the credits is left. */
export async function creditsKept(world: World, { n, keyId }: Artist): Promise<number> {
  for (let turn = 0; turn < 600; turn += 1) {
    const { open } = await one<{ open: number }>(
      world,
      `SELECT count(*)::int AS open FROM generation_generations
       WHERE key_id = $1 AND state IN ('queued', 'throttled', 'starting', 'processing', 'finishing')`,
      [keyId],
    );
    if (open === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const { available } = await one<{ available: string }>(
    world,
    'SELECT balance - held AS available FROM ledger_accounts WHERE name = $1',
    [`credits:enr_per_${n}`],
  );
  return Number(available) / CREDITS;
}

/** Names of standing checks that return rows. */
export async function brokenChecks({ client }: World): Promise<string[]> {
  const broken: string[] = [];
  for (const file of readdirSync('checks').filter((name) =>
    /^(access|ledger|generation|quota)-.*\.sql$/.test(name),
  )) {
    const { rows } = await client.query(readFileSync(path.join('checks', file), 'utf8'));
    if (rows.length > 0) broken.push(file);
  }
  return broken;
}
