import { createHash, createHmac } from 'node:crypto';
import Fastify from 'fastify';
import { Pool } from 'pg';
import { newId } from '../../src/kernel/id';
import { deriveKey } from '../../src/platform/config/secret';

/*
 * What a careful engineer would write for this one route and nothing else: bare Fastify with its compiled validation, pg,
 * and one prepared statement a request that calls one function. It writes the rows that Atelier writes, into the same
 * tables with the same indexes: the stored answer of the Idempotency-Key, the batch, the clip, the hold and the artist's
 * balance, touched last so that its lock is held for the shortest time. It knows no caps, no fair order, no plans, no
 * budgets of keys, no scopes and no other route.
 */
export const REFERENCE_FUNCTION = `
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

const SUBMIT = {
  name: 'submit',
  text: 'SELECT * FROM reference_submit($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18)',
};

/** The same statement for pgbench, which has no server in front of it; the key is looked up where the server hashes it. */
export const referenceScript = (artists: number): string => `
\\set artist random(1, ${artists})
\\set once random(1, 9000000000000000)
SELECT * FROM reference_submit((SELECT secret_hash FROM access_keys WHERE id = 'key_' || :artist), 'pgbench-' || :once,
  repeat('0', 64), 'bat_pgbench_' || :once, 'gen_pgbench_' || :once, 'a quiet harbour at dawn, slow dolly shot', 'cinematic', 5,
  '720p', 24, '16:9', 1280, 720, 7, true, 10, 2.1,
  '{"batchId":"bat","generations":[{"id":"gen","prompt":"a quiet harbour at dawn, slow dolly shot","state":"queued"}]}');
`;

const PER_SECOND: Readonly<Record<string, number>> = { '360p': 2, '480p': 4, '720p': 8, '1080p': 16 };
const HEIGHTS: Readonly<Record<string, number>> = { '360p': 360, '480p': 480, '720p': 720, '1080p': 1080 };

interface Ask {
  prompt: string;
  style: string;
  seconds: number;
  resolution: string;
  fps: number;
  aspect: string;
  seed: number;
  draft: boolean;
}

const ASK = {
  type: 'object',
  required: ['prompt', 'seconds', 'resolution'],
  additionalProperties: false,
  properties: {
    prompt: { type: 'string', minLength: 3, maxLength: 2_000 },
    style: { enum: ['none', 'cinematic', 'natural'], default: 'none' },
    seconds: { type: 'integer', minimum: 1, maximum: 60 },
    resolution: { enum: Object.keys(HEIGHTS) },
    fps: { enum: [24, 25, 30], default: 24 },
    aspect: { enum: ['16:9'], default: '16:9' },
    seed: { type: 'integer', minimum: 0, maximum: 4_294_967_295, default: 7 },
    draft: { type: 'boolean', default: true },
  },
};

/** Serves until it is killed; says its port as one line. */
export async function serve(databaseUrl: string, secret: string): Promise<void> {
  const pool = new Pool({ connectionString: databaseUrl, max: 10 });
  const pepper = deriveKey(secret, 'api keys');
  const server = Fastify();
  server.post<{ Body: Ask }>('/api/v1/generations', { schema: { body: ASK } }, async (request, reply) => {
    const { prompt, style, seconds, resolution, fps, aspect, seed, draft } = request.body;
    const bearer = request.headers.authorization?.slice(7) ?? '';
    const hash = createHmac('sha256', pepper).update(bearer).digest();
    const print = createHash('sha256').update(JSON.stringify(request.body)).digest('hex');
    const [batchId, id] = [newId('bat'), newId('gen')];
    const height = HEIGHTS[resolution] ?? 0;
    const width = Math.round((height * 16) / 9 / 2) * 2;
    const full = seconds * (PER_SECOND[resolution] ?? 0);
    const credits = draft ? Math.ceil(full / 4) : full;
    const clip = {
      ...request.body,
      id,
      batchId,
      state: 'queued',
      width,
      height,
      credits,
      queuedAt: new Date().toISOString(),
    };
    const answer = JSON.stringify({ batchId, generations: [clip] });
    const cost = 1 + width * height * seconds * fps * 1e-8;
    try {
      const { rows } = await pool.query<{ status: number; answer: object | null }>({
        ...SUBMIT,
        values: [
          hash, request.headers['idempotency-key'], print, batchId, id, prompt, style, seconds, resolution, fps, aspect,
          width, height, seed, draft, credits, cost, answer,
        ], // prettier-ignore
      });
      const [row] = rows;
      return await reply
        .code(row?.status ?? 500)
        .type('application/json')
        .send(row?.answer ?? answer);
    } catch (error) {
      if ((error as { code?: string }).code === 'P0402')
        return reply.code(402).send({ code: 'insufficient' });
      throw error;
    }
  });
  await server.listen({ host: '127.0.0.1', port: Number(process.env.PORT) });
  process.stdout.write('the reference is ready\n');
}

if (require.main === module) void serve(process.env.DATABASE_URL ?? '', process.env.ATELIER_SECRET ?? '');
