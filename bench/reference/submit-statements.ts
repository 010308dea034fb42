import type { Client } from 'pg';

/*
 * The statements that a bare server sends for one request. `least` is what a careful engineer would write who needs none
 * of the rules: it writes the stored answer of the Idempotency-Key, the batch, the clip, the hold and the artist's
 * balance, touched last so that its lock is held for the shortest time, and knows no caps, no fair order, no charges, no
 * briefs, no budgets of keys. `same` finds the key and calls the very function that Atelier calls, for its one request.
 */
export const LEAST_FUNCTION = `
  CREATE OR REPLACE FUNCTION reference_submit(
    secret bytea, once text, print text, batch text, clip text, words text, look text, length int, size text, rate int,
    shape text, w int, h int, grain bigint, is_draft boolean, price bigint, cost double precision, said jsonb
  ) RETURNS TABLE (status int, answer jsonb) LANGUAGE plpgsql AS $$
  DECLARE artist record;
  DECLARE stored record;
  BEGIN
    SELECT k.id AS key_id, k.person_id, e.id AS enrollment_id, e.program_id INTO artist
    FROM access_keys k JOIN enrollment_enrollments e ON e.person_id = k.person_id AND e.state = 'active'
    WHERE k.secret_hash = secret AND k.state = 'active' AND k.expires_at > now();
    IF NOT FOUND THEN RETURN QUERY SELECT 401, NULL::jsonb; RETURN; END IF;

    INSERT INTO platform_idempotency AS i (owner, key, fingerprint, answer) VALUES (artist.person_id, once, print, said)
    ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
      SELECT i.fingerprint, i.answer INTO stored FROM platform_idempotency i WHERE i.owner = artist.person_id AND i.key = once;
      RETURN QUERY SELECT CASE WHEN stored.fingerprint = print THEN 201 ELSE 422 END, stored.answer;
      RETURN;
    END IF;

    INSERT INTO generation_batches (id, enrollment_id, variations) VALUES (batch, artist.enrollment_id, 1);
    INSERT INTO generation_generations (id, batch_id, enrollment_id, program_id, person_id, key_id, state, prompt, style,
      seconds, resolution, aspect, fps, width, height, seed, draft, credits, price_version, provider, pool, cost_seconds, arrival)
    VALUES (clip, batch, artist.enrollment_id, artist.program_id, artist.person_id, artist.key_id, 'queued', words, look,
      length, size, shape, rate, w, h, grain, is_draft, price, 1, 'procedural', 'cpu', cost, 0);
    INSERT INTO ledger_holds (reference, account, amount) VALUES ('hold:' || clip || ':credits', 'credits:' || artist.enrollment_id, price);
    UPDATE ledger_accounts SET held = held + price WHERE name = 'credits:' || artist.enrollment_id AND balance - held >= price;
    IF NOT FOUND THEN RAISE EXCEPTION 'insufficient' USING ERRCODE = 'P0402'; END IF;
    RETURN QUERY SELECT 201, NULL::jsonb;
  END $$`;

/** What a statement is given, as parameters of a prepared one or as expressions of a script. */
type Arg = (typeof ARGS)[number];
const ARGS = [
  'secret', 'once', 'print', 'batch', 'clip', 'words', 'look', 'length', 'size', 'rate', 'shape', 'w', 'h', 'grain',
  'is_draft', 'price', 'cost', 'said', 'look_id', 'mark',
] as const; // prettier-ignore
type Args = Readonly<Record<Arg, string>>;

const TYPES: Args = {
  secret: 'bytea', once: 'text', print: 'text', batch: 'text', clip: 'text', words: 'text', look: 'text', length: 'int',
  size: 'text', rate: 'int', shape: 'text', w: 'int', h: 'int', grain: 'bigint', is_draft: 'boolean', price: 'bigint',
  cost: 'float8', said: 'text', look_id: 'text', mark: 'jsonb',
}; // prettier-ignore

const leastText = (a: Args): string => `
  SELECT status::text AS outcome, answer FROM reference_submit(${a.secret}, ${a.once}, ${a.print}, ${a.batch}, ${a.clip},
    ${a.words}, ${a.look}, ${a.length}, ${a.size}, ${a.rate}, ${a.shape}, ${a.w}, ${a.h}, ${a.grain}, ${a.is_draft},
    ${a.price}, ${a.cost}, ${a.said}::jsonb)`;

/** Plan and caps are those of `settleProgramme`; the members are those of `generation_request`, in its order. */
const sameText = (a: Args): string => `
  SELECT s.* FROM (
    SELECT k.id AS key_id, k.person_id, e.id AS enrollment_id, e.program_id
    FROM access_keys k JOIN enrollment_enrollments e ON e.person_id = k.person_id AND e.state = 'active'
    WHERE k.secret_hash = ${a.secret} AND k.state = 'active' AND k.expires_at > now()
  ) who, LATERAL generation_submit(
    ARRAY[ROW(1, 1, 1, '{1}'::int[], 100, 100000000, 1000000000, ${a.price}, ARRAY[${a.clip}], ARRAY[${a.grain}],
      ARRAY['hold:' || ${a.clip} || ':' || 'credits'], '{1}'::int[], NULL, NULL, ${a.batch}, who.enrollment_id, who.program_id,
      who.person_id, who.key_id, ${a.words}, NULL, ${a.look}, ${a.length}, ${a.size}, ${a.shape}, ${a.rate}, ${a.w}, ${a.h},
      ${a.is_draft}, NULL, NULL, ${a.mark}, 1, 'procedural', 'cpu', ${a.cost}, ${a.said}, true, ${a.look_id}, NULL, NULL,
      NULL, '[]'::jsonb)::generation_request],
    ARRAY[who.person_id], ARRAY[${a.once}], ARRAY[${a.print}], ARRAY['cpu'], ARRAY[who.enrollment_id], ARRAY[1::float8],
    ARRAY[100], ARRAY[who.key_id], ARRAY['credits:' || who.enrollment_id], true) s`;

export const KINDS = ['same', 'least'] as const;
export type Kind = (typeof KINDS)[number];

const TEXTS: Readonly<Record<Kind, (args: Args) => string>> = { same: sameText, least: leastText };

/** The prepared statement of a server, and its values in their order. */
export function statementOf(kind: Kind): {
  text: string;
  values(given: Readonly<Record<Arg, unknown>>): unknown[];
} {
  const used = kind === 'same' ? ARGS : ARGS.filter((arg) => arg !== 'look_id' && arg !== 'mark');
  const places = Object.fromEntries(used.map((arg, at) => [arg, `$${at + 1}::${TYPES[arg]}`]));
  return { text: TEXTS[kind](places as unknown as Args), values: (given) => used.map((arg) => given[arg]) };
}

/** The same statement for pgbench, which has no server in front of it and takes `:word` in a text for a variable of its own. */
export function scriptOf(kind: Kind, artists: number, { lookId, mark }: Looks): string {
  const said = kind === 'same' ? SAID.slice(0, -1) + ',' : SAID;
  const given: Args = {
    secret: `(SELECT secret_hash FROM access_keys WHERE id = 'key_' || :artist::text)`,
    once: `('pgbench-' || :once::text)`,
    print: `repeat('0', 64)`,
    batch: `('bat_pgbench_' || :once::text)`,
    clip: `('gen_pgbench_' || :once::text)`,
    words: `'a quiet harbour at dawn, slow dolly shot'`,
    look: `'cinematic'`,
    length: '5',
    size: `'720p'`,
    rate: '24',
    shape: `'16:9'`,
    w: '1280',
    h: '720',
    grain: '7::bigint',
    is_draft: 'true',
    price: '10::bigint',
    cost: '2.1',
    said: `'${said}'`,
    look_id: `'${lookId}'`,
    mark: `'${mark}'::jsonb`,
  };
  const text = TEXTS[kind](given).replaceAll(/\s+/g, ' ').trim();
  return `\\set artist random(1, ${artists})\n\\set once random(1, 9000000000000000)\n${text};\n`;
}

const SAID =
  '{"batchId":"bat","generations":[{"id":"gen","prompt":"a quiet harbour at dawn, slow dolly shot","state":"queued"}]}';

/** What is the same with every request of a bench: the preset that is asked for, and the visible mark. */
export interface Looks {
  readonly lookId: string;
  readonly mark: string;
}

export async function readLooks(client: Pick<Client, 'query'>): Promise<Looks> {
  const { rows } = await client.query<Looks>(`
    SELECT (SELECT id FROM generation_styles WHERE key = 'cinematic' AND state = 'published' ORDER BY version DESC LIMIT 1)
        AS "lookId",
      (SELECT jsonb_build_object('text', content->'text', 'place', content->'place')::text FROM program_versions
        WHERE kind = 'mark_policy' ORDER BY version DESC LIMIT 1) AS mark`);
  return rows[0] as Looks;
}
