// A worker for Atelier: claims clips over HTTP, draws them with the procedural renderer of this repository, uploads them.
// ATELIER_URL=… ATELIER_WORKER_KEY=atl_wrk_… npm run worker:remote. The protocol: docs/worker-protocol.md. Replace `draw`.
import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { VideoRequest } from '../../src/modules/generation/domain/provider';
import { ProceduralProvider } from '../../src/modules/generation/providers/procedural/procedural.provider';
import { FfmpegLocator } from '../../src/platform/media/ffmpeg';

type Spec = Omit<VideoRequest, 'requestId' | 'mark'>;
type Job = { id: string; fence: number; spec: Spec };
type Registered = { workerId: string; pool: string; token: string; heartbeatSeconds: number };
type Answer<T> = T & { status: number; code?: string; title?: string };

const {
  ATELIER_URL = 'http://127.0.0.1:3000',
  ATELIER_WORKER_KEY: key = '',
  FFMPEG_PATH,
  PATH,
} = process.env;
const ffmpeg = new FfmpegLocator({ configured: FFMPEG_PATH ?? null, searchPath: PATH ?? '' });
let token = key;
const stop = new AbortController();

async function say<T = object>(verb: string, body: object = {}): Promise<Answer<T>> {
  const answer = await fetch(new URL(`/api/worker/v1/${verb}`, ATELIER_URL), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'atelier-worker-protocol': '1',
    },
    body: JSON.stringify(body),
  });
  return { ...((await answer.json()) as T), status: answer.status };
}

/** The part to replace: a video for a spec. `isOurs` turns false when the clip was canceled or given to another worker. */
async function draw({ id, fence, spec }: Job, report: (progress: number) => void, isOurs: () => boolean) {
  const workDirectory = await mkdtemp(path.join(os.tmpdir(), 'atelier-worker-'));
  const provider = new ProceduralProvider({ ffmpeg, workDirectory, renderWorkers: 1 });
  const begun = await provider.submit({ ...spec, requestId: `${id}.${fence}`, mark: null });
  if (begun.state !== 'accepted') throw new Error(begun.message);
  const { ticket } = begun;
  try {
    for (;;) {
      const check = await provider.check(ticket);
      if (check.state === 'done') return await readFile(check.files.video);
      if (check.state !== 'running' || !isOurs()) throw new Error(`not drawn: ${JSON.stringify(check)}`);
      report(check.progress);
      await pause(250);
    }
  } finally {
    await provider.cancel(ticket);
    await provider.discard(ticket);
  }
}

async function work(job: Job, beatMs: number): Promise<void> {
  const { id, fence } = job;
  let isOurs = true;
  let progress = 0;
  const beat = async (): Promise<void> => {
    const body = { fence, progress, phase: 'drawing' };
    const heard = await say<{ cancel?: boolean }>(`jobs/${id}/heartbeat`, body).catch(() => null);
    if (heard?.status === 409 || heard?.cancel === true) isOurs = false;
  };
  const timer = setInterval(() => void beat(), beatMs);
  try {
    const video = await draw(
      job,
      (now) => (progress = now),
      () => isOurs,
    );
    const sha256 = createHash('sha256').update(video).digest('hex');
    const file = { fence, bytes: video.length, sha256 };
    const to = await say<{ url: string; headers: Record<string, string> }>(`jobs/${id}/uploads`, file);
    const body = new Uint8Array(video);
    await fetch(new URL(to.url, ATELIER_URL), { method: 'PUT', headers: to.headers, body });
    const { status, code } = await say(`jobs/${id}/complete`, { ...file, model: 'reference-ts-1' });
    console.log(`${id} ${status === 200 ? 'delivered' : code}`);
  } catch (error) {
    const fault = { fence, code: 'TRANSIENT', message: String(error).slice(0, 500) };
    if (isOurs) await say(`jobs/${id}/fail`, fault);
  } finally {
    clearInterval(timer);
  }
}

async function main(): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop.abort());
  const capabilities = { models: ['procedural'], maxWidth: 1920, maxHeight: 1920 };
  const name = process.env.WORKER_NAME ?? os.hostname();
  const me = await say<Registered>('register', { name, version: 'reference-ts-1', slots: 1, capabilities });
  if (me.status !== 200) throw new Error(`not registered: ${me.title}`);
  ({ token } = me);
  console.log(`registered as ${me.workerId} in pool ${me.pool}`);
  const renew = async (): Promise<void> => void ({ token } = await say<{ token: string }>('token'));
  const timer = setInterval(() => void renew().catch(console.error), 10 * 60_000);
  while (!stop.signal.aborted) {
    const ask = { waitMs: 10_000, claimId: randomUUID() };
    const claim = await say<{ jobs: Job[]; state: string }>('claim', ask).catch(() => null);
    for (const job of claim?.jobs ?? []) await work(job, me.heartbeatSeconds * 1_000);
    if (claim?.state !== 'active') await pause(2_000);
  }
  clearInterval(timer);
  await say('leave');
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
