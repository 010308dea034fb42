import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findFfmpeg } from '../../src/platform/media/ffmpeg';
import type { Answer, TestApp } from './app';

export interface Job {
  readonly id: string;
  readonly fence: number;
  readonly spec: { width: number; height: number; fps: number; seconds: number; prompt: string };
  readonly leaseExpiresAt: string;
  readonly deadlineAt: string;
}

export interface Claimed {
  readonly jobs: Job[];
  readonly state: string;
  readonly skipped: { reason: string; count: number }[];
  readonly code?: string;
}

export type Spec = Pick<Job['spec'], 'width' | 'height' | 'fps' | 'seconds'>;

export const digest = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

const made = new Map<string, Buffer>();

/** A real MP4 of this size and length, made once. */
export async function movie({ width, height, fps, seconds }: Spec): Promise<Buffer> {
  const name = `${width}x${height}-${fps}-${seconds}`;
  const known = made.get(name);
  if (known !== undefined) return known;
  const finding = await findFfmpeg({
    configured: process.env.FFMPEG_PATH ?? null,
    searchPath: process.env.PATH ?? '',
  });
  if (!finding.found) throw new Error(finding.reason);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'atelier-movie-'));
  const source = `testsrc2=s=${width}x${height}:r=${fps}:d=${seconds}`;
  const options = `-v error -y -f lavfi -i ${source} -c:v libx264 -preset ultrafast -pix_fmt yuv420p -movflags +faststart`;
  const file = path.join(folder, 'movie.mp4');
  const run = spawnSync(finding.ffmpeg.path, [...options.split(' '), file]);
  if (run.status !== 0) throw new Error(`ffmpeg: ${run.stderr.toString()}`);
  const content = readFileSync(file);
  rmSync(folder, { recursive: true });
  made.set(name, content);
  return content;
}

/** A key for workers of a pool, as a manager makes it. */
export async function workerKey(
  atelier: TestApp,
  name: string,
  pool = 'cpu',
): Promise<{ id: string; secret: string }> {
  const { status, body } = await atelier.request<{ key: { id: string }; secret: string }>(
    'POST',
    '/api/v1/worker-keys',
    { as: 'manager', body: { name, pool } },
  );
  if (status !== 201) throw new Error(`no worker key: ${JSON.stringify(body)}`);
  return { id: body.key.id, secret: body.secret };
}

/** A worker that speaks the protocol word by word, as the test wants it. */
export class RemoteWorker {
  private constructor(
    private readonly atelier: TestApp,
    readonly id: string,
    readonly token: string,
  ) {}

  static async register(atelier: TestApp, key: string, body: object = {}): Promise<RemoteWorker> {
    const draft = { name: 'box-1', version: 'test', slots: 4, ...body };
    const answer = await say<{ workerId: string; token: string }>(atelier, key, 'register', draft);
    if (answer.status !== 200) throw new Error(`not registered: ${JSON.stringify(answer.body)}`);
    return new RemoteWorker(atelier, answer.body.workerId, answer.body.token);
  }

  say<T = Record<string, unknown>>(verb: string, body: object = {}): Promise<Answer<T>> {
    return say<T>(this.atelier, this.token, verb, body);
  }

  about<T = { code?: string }>(job: Pick<Job, 'id' | 'fence'>, verb: string, body: object = {}) {
    return this.say<T & { code?: string }>(`jobs/${job.id}/${verb}`, { fence: job.fence, ...body });
  }

  async claim(body: object = {}): Promise<Claimed> {
    const answer = await this.say<Claimed>('claim', { waitMs: 20_000, ...body });
    if (answer.status !== 200) throw new Error(`no claim: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** The one clip it is given; throws when there is none. */
  async one(body: object = {}): Promise<Job> {
    const claimed = await this.claim(body);
    const [job] = claimed.jobs;
    if (job === undefined) throw new Error(`nothing to do: ${JSON.stringify(claimed)}`);
    return job;
  }

  async upload(job: Pick<Job, 'id' | 'fence'>, content: Buffer): Promise<Response> {
    const { body } = await this.about<{ url: string; headers: Record<string, string> }>(job, 'uploads', {
      bytes: content.length,
      sha256: digest(content),
    });
    return fetch(new URL(body.url, this.atelier.url), {
      method: 'PUT',
      headers: body.headers,
      body: content,
    });
  }

  complete(job: Pick<Job, 'id' | 'fence'>, content: Buffer) {
    const bytes = content.length;
    return this.about(job, 'complete', { bytes, sha256: digest(content), model: 'test-1' });
  }

  async deliver(job: Job): Promise<{ status: number; body: { code?: string } }> {
    const content = await movie(job.spec);
    await this.upload(job, content);
    return this.complete(job, content);
  }
}

export function say<T>(
  atelier: TestApp,
  bearer: string,
  verb: string,
  body: object,
  headers: Record<string, string> = { 'atelier-worker-protocol': '1' },
): Promise<Answer<T>> {
  return atelier.request<T>('POST', `/api/worker/v1/${verb}`, { key: bearer, body, headers });
}
