import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { boot, type RunningApp } from '../../src/boot';
import { bringUpToDate } from '../../src/migrate';
import { KeySecrets } from '../../src/modules/access/keys/key-secrets.service';
import { HandOverService } from '../../src/modules/generation/pool/hand-over.service';
import { OutcomeService, type Delivered } from '../../src/modules/generation/pool/outcome.service';
import type { GenerationEntity } from '../../src/modules/generation/generation.entity';
import { IntakeService } from '../../src/modules/generation/workers/intake.service';
import { readSettings } from '../../src/platform/config/env';
import { Settings } from '../../src/platform/config/settings';
import { FfmpegLocator } from '../../src/platform/media/ffmpeg';
import { SECRET, settleProgramme } from './programme';

const ARTISTS = 32;
const SHA = createHash('sha256').update('clip').digest('hex');

interface Postgres {
  readonly url: string;
  destroy(): Promise<void>;
}

export interface Said {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** An Atelier whose clips are made by whoever speaks the worker protocol, and whose intake takes every file as it is. */
export class Fleet {
  private constructor(
    readonly app: RunningApp,
    readonly client: Client,
    readonly databaseUrl: string,
    private readonly artists: readonly string[],
    private readonly workerKey: string,
    private readonly close: () => Promise<void>,
  ) {}

  static async start(env: Record<string, string> = {}): Promise<Fleet> {
    const home = await mkdtemp(path.join(os.tmpdir(), 'fleet-bench-'));
    const library = pathToFileURL(path.resolve('scripts/lib/embedded-postgres.mjs')).href;
    const { startEmbeddedPostgres } = (await import(library)) as {
      startEmbeddedPostgres: (options: object) => Promise<Postgres>;
    };
    const postgres = await startEmbeddedPostgres({ dataDir: home });
    const settings = readSettings(Settings, {
      DATABASE_URL: postgres.url, ATELIER_DATA_DIR: home, ATELIER_SECRET: SECRET, ATELIER_POOL_SLOTS: '0', PORT: '0',
      LOG_LEVEL: 'fatal', ATELIER_REQUESTS_PER_MINUTE: '10000000', DATABASE_POOL: '20', ...env,
    }); // prettier-ignore
    await bringUpToDate(settings);
    const client = new Client({ connectionString: postgres.url });
    await client.connect();
    const artists = await settleProgramme(client, ARTISTS);
    const workerKey = await insertKey(client);
    const app = await boot(settings);
    takeEverything(app);
    return new Fleet(app, client, postgres.url, artists, workerKey, async () => {
      await app.stop();
      await client.end();
      await postgres.destroy();
      await rm(home, { recursive: true, force: true });
    });
  }

  async stop(): Promise<void> {
    await this.close();
  }

  /** Asks for `count` clips, shared out among the artists. */
  async submit(count: number): Promise<void> {
    const body = {
      programId: 'prg_bench',
      prompt: 'a quiet harbour',
      seconds: 1,
      resolution: '360p',
      fps: 24,
      aspect: '16:9',
    };
    let left = count;
    const ask = async (artist: string): Promise<void> => {
      while (left > 0) {
        const variations = Math.min(8, left);
        left -= variations;
        const said = await this.post('/api/v1/generations', artist, { ...body, draft: false, variations });
        if (said.status !== 201) throw new Error(`not accepted: ${JSON.stringify(said.body)}`);
      }
    };
    await Promise.all(this.artists.slice(0, 16).map(ask));
  }

  /** A token for one more worker. */
  async register(name: string, slots = 1): Promise<string> {
    const said = await this.post('/api/worker/v1/register', this.workerKey, { name, version: '1', slots });
    if (said.status !== 200) throw new Error(`not registered: ${JSON.stringify(said.body)}`);
    return String(said.body.token);
  }

  say(token: string, verb: string, body: object): Promise<Said> {
    return this.post(`/api/worker/v1/${verb}`, token, body);
  }

  complete(token: string, { id, fence }: { id: string; fence: number }): Promise<Said> {
    return this.say(token, `jobs/${id}/complete`, { fence, bytes: 4, sha256: SHA, model: 'bench-1' });
  }

  private async post(route: string, bearer: string, body: object): Promise<Said> {
    const answer = await fetch(`${this.app.url}${route}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${bearer}`,
        'content-type': 'application/json',
        'atelier-worker-protocol': '1',
      },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  }
}

async function insertKey(client: Client): Promise<string> {
  const { secret, ...minted } = new KeySecrets({ secret: SECRET, dataDir: '' } as Settings).mint('wrk');
  await client.query(
    `INSERT INTO access_worker_keys (id, name, pool, prefix, last_four, secret_hash, created_by, expires_at)
     VALUES ('wky_bench', 'bench', 'cpu', $1, $2, $3, 'per_1', now() + interval '1 day')`,
    [minted.prefix, minted.lastFour, minted.secretHash],
  );
  return secret;
}

/** What is measured is the protocol and the books, not ffmpeg: every file counts as there and as fit. */
export function takeEverything({ app }: RunningApp): void {
  const ffmpeg = { path: '', origin: 'path' as const, version: '9', major: 9, mayDecodeUntrusted: true };
  app.get(FfmpegLocator).find = () => Promise.resolve({ found: true, ffmpeg });
  Object.assign(app.get(IntakeService), { fetch: () => Promise.resolve() });
  const outcomes = app.get(OutcomeService);
  app.get(HandOverService).handOver = async (row, fence, files, model) => {
    const claim = { generationId: row.id, fence };
    if (!(await outcomes.finish(claim, files.upload))) return { kind: 'late' };
    const isDelivered = await outcomes.succeed(claim, deliveredOf(row, fence), model);
    return { kind: isDelivered ? 'delivered' : 'late' };
  };
}

function deliveredOf({ id, programId }: GenerationEntity, fence: bigint): Delivered {
  const files = (['video', 'poster', 'sheet'] as const).map((kind) => ({
    generationId: id, kind, key: `generations/${id}/a${fence}/${kind}`, sha256: SHA, bytes: 4n, contentType: 'video/mp4',
  })); // prettier-ignore
  const provenance = {
    generationId: id, programId, sha256: SHA, sourceType: null, mark: null, label: null, policyId: null, manifest: null,
    manifestStore: null, signerKind: null, signerName: null, signerFingerprint: null, isTrusted: false, hasParent: false,
    credit: null, verifiedAt: new Date(),
  }; // prettier-ignore
  return { files, provenance };
}
