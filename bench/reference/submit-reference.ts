import { createHash, createHmac } from 'node:crypto';
import Fastify from 'fastify';
import { Pool } from 'pg';
import { newId } from '../../src/kernel/id';
import { deriveKey } from '../../src/platform/config/secret';
import { readLooks, statementOf, type Kind } from './submit-statements';

/*
 * What a careful engineer would write for this one route and nothing else: bare Fastify with its compiled validation, pg,
 * and one prepared statement a request. It has no plans, no scopes, no rate limits, no watch over keys and no other route;
 * which statement it sends is `Kind`.
 */
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

/** By what a statement says of a request. */
const STATUS: Readonly<Record<string, number>> = {
  '201': 201, '401': 401, '422': 422, accepted: 201, known: 201, reused: 422, insufficient: 402,
}; // prettier-ignore

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
export async function serve(kind: Kind, databaseUrl: string, secret: string): Promise<void> {
  const pool = new Pool({ connectionString: databaseUrl, max: 10 });
  const { lookId, mark } = await readLooks(pool);
  const statement = statementOf(kind);
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
    const { rows } = await pool.query<{ outcome: string; answer: object | null }>({
      name: kind,
      text: statement.text,
      values: statement.values({
        secret: hash,
        once: request.headers['idempotency-key'],
        print,
        batch: batchId,
        clip: id,
        words: prompt,
        look: style,
        length: seconds,
        size: resolution,
        rate: fps,
        shape: aspect,
        w: width,
        h: height,
        grain: seed,
        is_draft: draft,
        price: credits,
        cost: 1 + width * height * seconds * fps * 1e-8,
        // The function of Atelier adds to the end of an answer what it decided.
        said: kind === 'same' ? `${answer.slice(0, -1)},` : answer,
        look_id: lookId,
        mark,
      }),
    });
    const [row] = rows;
    const status = row === undefined ? 401 : (STATUS[row.outcome] ?? 409);
    return reply
      .code(status)
      .type('application/json')
      .send(row?.answer ?? answer);
  });
  server.setErrorHandler(async (error: { code?: string; statusCode?: number }, _, reply) =>
    reply.code(error.code === 'P0402' ? 402 : (error.statusCode ?? 500)).send({ code: error.code }),
  );
  await server.listen({ host: '127.0.0.1', port: Number(process.env.PORT) });
  process.stdout.write('the reference is ready\n');
}

if (require.main === module) {
  const { REFERENCE, DATABASE_URL, ATELIER_SECRET } = process.env;
  void serve(REFERENCE === 'least' ? 'least' : 'same', DATABASE_URL ?? '', ATELIER_SECRET ?? '');
}
