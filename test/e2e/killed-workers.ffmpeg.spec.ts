import { setTimeout as pause } from 'node:timers/promises';
import { OutcomeService } from '../../src/modules/generation/pool/outcome.service';
import { SweepProcessor } from '../../src/modules/generation/pool/sweep.processor';
import { StorageService } from '../../src/modules/generation/storage/storage.service';
import { BlobStore } from '../../src/platform/storage/blob-store';
import type { CastName } from '../support/app';
import { enrollArtist } from '../support/artist';
import { violations } from '../support/invariants';
import { openFolder, runNode, type Running } from '../support/processes';
import { movie, RemoteWorker, workerKey } from '../support/remote-worker';
import { PRICE, Studio, type Clip } from '../support/studio';

const LEASE_SECONDS = 4;
/** What a takeover may take beyond the lease (the sweep's interval, the delay of a retry, a round of the dispatcher). */
const BEYOND_SECONDS = 15;
const ARTISTS = ['artist', 'artist2', 'artist3'] as const satisfies readonly CastName[];
const KILL_AT = require.resolve('../support/kill-at.cjs');

/** Every point at which a worker dies: who, when, and what it was about to do, had half done, or had just done. */
const POINTS = [
  'process:before:LeaseService.take',
  'process:after:LeaseService.take',
  'process:before:ProceduralProvider.submit',
  'process:before:HeldLease.setTicket',
  'process:after:HeldLease.setTicket',
  'process:after:ProceduralProvider.check',
  'process:before:OutcomeService.finish',
  'process:after:OutcomeService.finish',
  'process:before:DeliveryService.store',
  'process:after:DeliveryService.store',
  'process:before:OutcomeService.succeed',
  'process:after:OutcomeService.succeed',
  'remote:sent:/claim',
  'remote:after:/claim',
  'remote:after:/heartbeat',
  'remote:before:/uploads',
  'remote:after:/uploads',
  'remote:halfway:/blobs/',
  'remote:after:/blobs/',
  'remote:sent:/complete',
  'remote:after:/complete',
] as const;

const WAVE = 3;
const waves = Array.from({ length: Math.ceil(POINTS.length / WAVE) }, (_, n) =>
  // Every third one, so that processes and remote workers die side by side.
  POINTS.filter((_point, index) => index % Math.ceil(POINTS.length / WAVE) === n),
);

let studio: Studio;
let folder: { path: string; remove(): Promise<void> };
let key: { id: string; secret: string };
let rescuer: RemoteWorker;
let sweeping: NodeJS.Timeout;

beforeAll(async () => {
  folder = await openFolder();
  studio = await Studio.start('killed_workers', {
    ATELIER_POOL_SLOTS: '0',
    ATELIER_LEASE_SECONDS: String(LEASE_SECONDS),
    ATELIER_DATA_DIR: folder.path,
  });
  for (const artist of ARTISTS) await enrollArtist(studio.atelier, studio.program, artist);
  key = await workerKey(studio.atelier, 'doomed');
  // The real clock of the sweeps runs as well; this one is here because the queue's may die with a killed process.
  sweeping = setInterval(() => void studio.atelier.app.get(SweepProcessor).sweep(), 5_000);
}, 60_000);
afterAll(async () => {
  clearInterval(sweeping);
  await studio?.stop();
  await folder?.remove();
});

function doom(point: string, index: number): Running {
  const env = { KILL_AT: point, ATELIER_RENDER_WORKERS: '0', LOG_LEVEL: 'fatal' };
  const preload = ['--require', KILL_AT];
  if (point.startsWith('process:'))
    return runNode([...preload, 'dist/src/main.js'], {
      ...env,
      DATABASE_URL: studio.atelier.databaseUrl,
      ATELIER_DATA_DIR: folder.path,
      ATELIER_ROLES: 'worker',
      ATELIER_POOL_SLOTS: '1',
      ATELIER_LEASE_SECONDS: String(LEASE_SECONDS),
      PORT: '0',
    });
  return runNode([...preload, 'dist/deploy/workers/worker.js'], {
    ...env,
    ATELIER_URL: studio.atelier.url,
    ATELIER_WORKER_KEY: key.secret,
    WORKER_NAME: `doomed-${point}-${index}`,
  });
}

/** Makes what is left as another worker would, until every clip has come to its end. */
async function rescue(clips: readonly { as: CastName; id: string }[]): Promise<void> {
  const isOver = async (): Promise<boolean> =>
    (await Promise.all(clips.map(({ as, id }) => studio.clip(as, id)))).every(
      ({ state }) => state === 'succeeded',
    );
  const until = Date.now() + 120_000;
  while (!(await isOver())) {
    if (Date.now() > until) throw new Error('some clips were never taken over');
    const { jobs } = await rescuer.claim({ waitMs: 1_000, max: 4 });
    for (const job of jobs) {
      await rescuer.upload(job, await movie(job.spec));
      await rescuer.complete(job, await movie(job.spec));
    }
  }
}

describe.each(waves.map((points, index) => ({ points, index, names: points.join(', ') })))(
  'workers killed at $names',
  ({ points, index }) => {
    test('cost nobody anything: taken over in time, charged once, late results refused', async () => {
      const before = await Promise.all(ARTISTS.map((as) => studio.quota(as)));
      const doomed = points.map((point) => doom(point, index));
      const clips: { as: CastName; id: string }[] = [];
      for (const as of ARTISTS.slice(0, points.length)) {
        const clip: Clip = await studio.submitted(as, { prompt: `a quiet harbour, wave ${index}` });
        clips.push({ as, id: clip.id });
      }
      const late = setTimeout(() => doomed.forEach(({ child }) => child.kill('SIGTERM')), 90_000);
      const ends = await Promise.all(doomed.map(({ ended }) => ended));
      clearTimeout(late);
      expect(ends.map(({ signal, stderr }) => signal ?? stderr)).toEqual(points.map(() => 'SIGKILL'));
      rescuer = await RemoteWorker.register(studio.atelier, key.secret, { name: `rescuer-${index}` });
      await rescue(clips);
      await rescuer.say('leave');
      const takeovers = await studio.atelier.db.read<{ seconds: number; id: string; fence: bigint }>(
        `SELECT l.generation_id AS id, l.fence, coalesce(extract(epoch FROM l.taken_at - s.at), 0)::float8 AS seconds
         FROM generation_leases l LEFT JOIN generation_losses s ON s.generation_id = l.generation_id AND s.fence = l.fence - 1
         WHERE l.generation_id = ANY ($1::text[])`,
        [clips.map(({ id }) => id)],
      );
      for (const { id, fence, seconds } of takeovers) {
        expect({ id, isInTime: seconds <= LEASE_SECONDS + BEYOND_SECONDS }).toEqual({ id, isInTime: true });
        const outcomes = studio.atelier.app.get(OutcomeService);
        for (let old = 1n; old <= fence; old += 1n)
          expect(await outcomes.fault({ generationId: id, fence: old }, 'TRANSIENT', 'late')).toBe(false);
      }
      const after = await Promise.all(ARTISTS.map((as) => studio.quota(as)));
      after.forEach((quota, at) => {
        const price = at < points.length ? PRICE : 0;
        expect(quota).toMatchObject({ balance: (before[at]?.balance ?? 0) - price, held: 0 });
      });
    }, 240_000);
  },
);

describe('in the end', () => {
  test('there are at least twenty points, of both kinds', () => {
    expect(POINTS.length).toBeGreaterThanOrEqual(20);
  });

  test('each clip has one video, and what the dead have left is swept', async () => {
    await pause(50);
    await studio.atelier.app.get(StorageService).sweep(0);
    const kept: string[] = [];
    for await (const { key: name } of studio.atelier.app.get(BlobStore).list('generations/')) kept.push(name);
    const rows = await studio.atelier.db.read<{ key: string }>('SELECT key FROM generation_files');
    expect(kept.toSorted()).toEqual(rows.map((row) => row.key).toSorted());
    expect(kept.filter((name) => name.endsWith('video.mp4'))).toHaveLength(POINTS.length);
  });

  test('every standing check of generation and ledger returns no rows', async () => {
    expect(await violations(studio.atelier, 'generation-')).toEqual({});
    expect(await violations(studio.atelier, 'ledger-')).toEqual({});
  });
});
