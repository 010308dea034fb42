import { UnservedService } from '../../src/modules/generation/workers/unserved.service';
import { SweepProcessor } from '../../src/modules/generation/pool/sweep.processor';
import { FleetService } from '../../src/modules/generation/workers/fleet.service';
import { enrollArtist } from '../support/artist';
import { violations } from '../support/invariants';
import { digest, movie, RemoteWorker, say, workerKey } from '../support/remote-worker';
import { PRICE, Studio } from '../support/studio';

let studio: Studio;
let key: { id: string; secret: string };
let worker: RemoteWorker;

beforeAll(async () => {
  // No process renders here: what is made is made by remote workers.
  studio = await Studio.start('workers', { ATELIER_POOL_SLOTS: '0' });
  await enrollArtist(studio.atelier, studio.program, 'artist');
  await enrollArtist(studio.atelier, studio.program, 'artist2');
  key = await workerKey(studio.atelier, 'render farm');
  worker = await RemoteWorker.register(studio.atelier, key.secret);
}, 60_000);
afterAll(() => studio?.stop());

const sweep = (): Promise<void> => studio.atelier.app.get(SweepProcessor).endOverdue();

async function expire(id: string): Promise<void> {
  await studio.atelier.db.tx((tx) =>
    tx.run(`UPDATE generation_leases SET expires_at = now() - interval '1 second' WHERE generation_id = $1`, [
      id,
    ]),
  );
  await sweep();
}

interface WorkerRow {
  readonly id: string;
  readonly state: string;
  readonly lost: number;
  readonly done: number;
  readonly jobs: { generationId: string; phase: string | null }[];
  readonly available: string[];
}

const fleet = async (): Promise<WorkerRow> => {
  const answer = await studio.ask<{ items: WorkerRow[] }>('GET', '/workers', 'manager');
  return answer.body.items.find(({ id }) => id === worker.id) as WorkerRow;
};

describe('a remote worker', () => {
  test('claims, tells how far it is, uploads and delivers; the artist is charged once', async () => {
    const before = await studio.quota('artist');
    const clip = await studio.submitted('artist');
    const job = await worker.one();
    expect(job).toMatchObject({
      id: clip.id,
      fence: 1,
      spec: { prompt: 'a quiet harbour', model: 'procedural' },
    });
    const beat = await worker.about<{ cancel: boolean; drain: boolean }>(job, 'heartbeat', {
      progress: 0.4,
      phase: 'denoising',
    });
    expect(beat).toMatchObject({ status: 200, body: { cancel: false, drain: false } });
    expect(await studio.clip('artist', clip.id)).toMatchObject({ state: 'processing', progress: 400 });
    expect(await fleet()).toMatchObject({ jobs: [{ generationId: clip.id, phase: 'denoising' }] });
    expect(await worker.deliver(job)).toMatchObject({ status: 200, body: { outcome: 'delivered' } });
    const done = await studio.clip('artist', clip.id);
    expect(done).toMatchObject({ state: 'succeeded', model: 'test-1' });
    expect(await studio.quota('artist')).toMatchObject({ balance: before.balance - PRICE, held: 0 });
    // Said again, because the first answer may have been lost: the same, and nothing twice.
    expect(await worker.deliver(job)).toMatchObject({ status: 200, body: { outcome: 'delivered' } });
    expect(await studio.quota('artist')).toMatchObject({ balance: before.balance - PRICE, held: 0 });
    expect(await fleet()).toMatchObject({ jobs: [], done: 1 });
  });

  test('is told nothing of whom it works for', async () => {
    await studio.submitted('artist');
    const job = await worker.one();
    const { artist } = studio.atelier.people;
    for (const secret of [artist.id, artist.email, studio.program, 'enr_', 'per_', 'prg_', 'bat_'])
      expect(JSON.stringify(job)).not.toContain(secret);
    await worker.deliver(job);
  });

  test('is answered when something comes, not when its time is over', async () => {
    const waiting = worker.claim({ waitMs: 25_000 });
    const clip = await studio.submitted('artist');
    expect((await waiting).jobs).toMatchObject([{ id: clip.id }]);
    await worker.deliver((await waiting).jobs[0] as never);
  });

  test('gets the same clips for the same claim when the answer was lost', async () => {
    const clip = await studio.submitted('artist');
    const first = await worker.claim({ claimId: 'once' });
    expect(first.jobs).toMatchObject([{ id: clip.id }]);
    const again = await worker.claim({ claimId: 'once', waitMs: 0 });
    expect(again.jobs).toEqual(first.jobs);
    expect((await worker.claim({ claimId: 'twice', waitMs: 0 })).jobs).toEqual([]);
    await worker.deliver(first.jobs[0] as never);
  });

  test('is told why nothing fits, and what fits it gets', async () => {
    const small = await RemoteWorker.register(studio.atelier, key.secret, {
      name: 'small',
      capabilities: { models: ['procedural'], maxSeconds: 1, maxWidth: 320 },
    });
    const clip = await studio.submitted('artist');
    await studio.until('artist', clip.id, ['starting']);
    expect(await small.claim({ waitMs: 0 })).toMatchObject({
      jobs: [],
      state: 'active',
      skipped: [{ reason: 'size', count: 1 }],
    });
    await worker.deliver(await worker.one());
    await small.say('leave');
  });

  test('hears of a clip in the words of its style', async () => {
    const manage = async (path: string, body?: object) =>
      studio.ask<{ id: string }>('POST', `/styles${path}`, 'manager', body);
    const dusk = { prompt: '{prompt}, at dusk', negativePrompt: 'noon', parameters: { grain: 3 } };
    const looks = { any: { prompt: '{prompt}, later' }, procedural: dusk };
    const style = await manage('', { key: 'dusk', name: 'Dusk', description: 'Long shadows.', looks });
    expect(style.status).toBe(201);
    expect((await manage(`/${style.body.id}/publish`)).status).toBeLessThan(300);
    const clip = await studio.submitted('artist', { style: 'dusk' });
    const job = await worker.one();
    expect(job).toMatchObject({
      id: clip.id,
      spec: { prompt: 'a quiet harbour, at dusk', negativePrompt: 'noon', parameters: { grain: 3 } },
    });
    await worker.deliver(job);
  });

  test('that cannot make a clip leaves it no place; the artist reads that nobody there can', async () => {
    await worker.say('drain');
    const small = await RemoteWorker.register(studio.atelier, key.secret, {
      name: 'small', capabilities: { models: ['procedural'], maxWidth: 320 },
    }); // prettier-ignore
    const clip = await studio.submitted('artist');
    await studio.until('artist', clip.id, ['starting']);
    const unserved = studio.atelier.app.get(UnservedService);
    expect(await unserved.putBack()).toBe(0);
    expect(await unserved.putBack(0)).toBe(1);
    expect(await studio.clip('artist', clip.id)).toMatchObject({ state: 'queued', faults: 0 });
    const wait = await studio.ask<object>('GET', `/generations/${clip.id}/wait`, 'artist');
    expect(wait.body).toMatchObject({ isPossible: false, obstacle: 'no_worker_fits' });
    await small.say('leave');
    await studio.ask('POST', `/generations/${clip.id}/cancel`, 'artist');
    await RemoteWorker.register(studio.atelier, key.secret);
  });

  test('gives a clip back as nobody’s fault, and says so twice', async () => {
    const clip = await studio.submitted('artist');
    const job = await worker.one();
    expect(await worker.about(job, 'release')).toMatchObject({ status: 200, body: { outcome: 'returned' } });
    expect((await worker.about(job, 'release')).status).toBe(200);
    expect(await studio.clip('artist', clip.id)).toMatchObject({ faults: 0 });
    const next = await worker.one();
    expect(next).toMatchObject({ id: clip.id, fence: 2 });
    await worker.deliver(next);
  });

  test('reports a failure: policy ends the clip uncharged, a passing one is tried again', async () => {
    const before = await studio.quota('artist');
    const clip = await studio.submitted('artist');
    const job = await worker.one();
    const fault = { code: 'TRANSIENT', message: 'out of memory' };
    expect((await worker.about(job, 'fail', fault)).status).toBe(200);
    expect((await worker.about(job, 'fail', fault)).status).toBe(200);
    const next = await worker.one();
    expect(next).toMatchObject({ id: clip.id, fence: 2 });
    await worker.about(next, 'fail', { code: 'CONTENT_POLICY', message: 'Weapons are not drawn here.' });
    expect(await studio.clip('artist', clip.id)).toMatchObject({
      state: 'refused',
      faults: 2,
      failure: { code: 'CONTENT_POLICY' },
    });
    expect(await studio.quota('artist')).toMatchObject({ balance: before.balance, held: 0 });
  });

  test('hears with its heartbeat that the artist has canceled', async () => {
    const clip = await studio.submitted('artist');
    const job = await worker.one();
    await studio.ask('POST', `/generations/${clip.id}/cancel`, 'artist', {});
    const beat = await worker.about<{ cancel: boolean }>(job, 'heartbeat', { progress: 0.5 });
    expect(beat).toMatchObject({ status: 200, body: { cancel: true, leaseExpiresAt: null } });
    expect(await worker.deliver(job)).toMatchObject({ status: 409, body: { code: 'generation.lease_lost' } });
  });
});

describe('a worker that was silent for too long', () => {
  test('has lost its clip: every late word is refused, its upload lies beside, and one file is delivered', async () => {
    const before = await studio.quota('artist');
    const clip = await studio.submitted('artist');
    const first = await worker.one();
    const content = await movie(first.spec);
    await expire(clip.id);
    const lost = { status: 409, body: { code: 'generation.lease_lost' } };
    expect(await worker.about(first, 'heartbeat', { progress: 1 })).toMatchObject(lost);
    const other = await RemoteWorker.register(studio.atelier, key.secret, { name: 'rescue' });
    const second = await other.one();
    expect(second).toMatchObject({ id: clip.id, fence: 2 });
    for (const [verb, body] of [
      ['heartbeat', { progress: 0.9 }],
      ['uploads', { bytes: 5, sha256: '0'.repeat(64) }],
      ['complete', { bytes: content.length, sha256: digest(content), model: 'late' }],
      ['fail', { code: 'TRANSIENT', message: 'late' }],
      ['release', {}],
    ] as const)
      expect(await worker.about(first, verb, body)).toMatchObject(lost);
    expect(await other.deliver(second)).toMatchObject({ status: 200 });
    expect(await worker.about(first, 'heartbeat', { progress: 1 })).toMatchObject(lost);
    expect(await studio.clip('artist', clip.id)).toMatchObject({ state: 'succeeded', faults: 1 });
    expect(await studio.quota('artist')).toMatchObject({ balance: before.balance - PRICE, held: 0 });
    expect(await fleet()).toMatchObject({ lost: 1 });
    await other.say('leave');
  });

  test('loses only what is its own: another worker cannot speak for it', async () => {
    const clip = await studio.submitted('artist');
    const job = await worker.one();
    const stranger = await RemoteWorker.register(studio.atelier, key.secret, { name: 'stranger' });
    for (const [verb, body] of [
      ['heartbeat', { progress: 0.9 }],
      ['uploads', { bytes: 5, sha256: '0'.repeat(64) }],
      ['fail', { code: 'CONTENT_POLICY', message: 'not mine' }],
      ['release', {}],
    ] as const)
      expect((await stranger.about(job, verb, body)).status).toBe(409);
    expect((await stranger.about({ id: 'gen_none', fence: 1 }, 'heartbeat')).status).toBe(409);
    expect((await worker.about({ ...job, fence: job.fence + 1 }, 'heartbeat')).status).toBe(409);
    expect((await studio.clip('artist', clip.id)).state).toBe('processing');
    await worker.deliver(job);
    await stranger.say('leave');
  });

  test('that loses three within an hour gets nothing more until a manager lets it, who is told', async () => {
    for (let turn = 0; turn < 2; turn += 1) {
      await studio.submitted('artist2');
      const job = await worker.one();
      await expire(job.id);
      await studio.ask('POST', `/generations/${job.id}/cancel`, 'artist2', {});
    }
    await studio.atelier.app.get(FleetService).watch();
    expect(await fleet()).toMatchObject({ state: 'maintenance', lost: 3, available: ['resume'] });
    expect(await worker.claim({ waitMs: 25_000 })).toMatchObject({ jobs: [], state: 'maintenance' });
    expect(
      await say(studio.atelier, key.secret, 'register', { name: 'box-1', version: 'again' }),
    ).toMatchObject({
      status: 200,
      body: { workerId: worker.id, state: 'maintenance' },
    });
    await studio.atelier.settle();
    const notices = await studio.ask<{ items: { kind: string }[] }>('GET', '/notices', 'manager');
    expect(notices.body.items.filter(({ kind }) => kind === 'worker.held')).toHaveLength(1);
    const resumed = await studio.ask<WorkerRow>('POST', `/workers/${worker.id}/resume`, 'manager', {});
    expect(resumed).toMatchObject({
      status: 200,
      body: { state: 'active', available: ['drain', 'maintain'] },
    });
    await studio.atelier.app.get(FleetService).watch();
    expect(await fleet()).toMatchObject({ state: 'active' });
  });
});

describe('draining', () => {
  test('finishes what is in hand, gives nothing new, and ends with the next start', async () => {
    await studio.submitted('artist');
    const job = await worker.one();
    expect(await worker.say('drain')).toMatchObject({ status: 200, body: { state: 'draining' } });
    expect(await worker.say('drain')).toMatchObject({ status: 200, body: { state: 'draining' } });
    expect(await worker.claim({ waitMs: 25_000 })).toMatchObject({ jobs: [], state: 'draining' });
    expect((await worker.about<{ drain: boolean }>(job, 'heartbeat')).body.drain).toBe(true);
    expect((await worker.deliver(job)).status).toBe(200);
    worker = await RemoteWorker.register(studio.atelier, key.secret);
    expect(await fleet()).toMatchObject({ state: 'active' });
  });

  test('asked for by a manager is not ended by a start', async () => {
    await studio.ask('POST', `/workers/${worker.id}/drain`, 'manager', { reason: 'New driver.' });
    worker = await RemoteWorker.register(studio.atelier, key.secret);
    expect(await fleet()).toMatchObject({ state: 'draining', reason: 'New driver.' });
    await studio.ask('POST', `/workers/${worker.id}/resume`, 'manager', {});
    expect(await fleet()).toMatchObject({ state: 'active', reason: null });
  });
});

test('every standing check of generation and ledger returns no rows', async () => {
  expect(await violations(studio.atelier, 'generation-')).toEqual({});
  expect(await violations(studio.atelier, 'ledger-')).toEqual({});
});
