import { BlobStore } from '../../src/platform/storage/blob-store';
import { enrollArtist } from '../support/artist';
import { violations } from '../support/invariants';
import { movie, RemoteWorker, say, workerKey } from '../support/remote-worker';
import { Studio } from '../support/studio';

let studio: Studio;
let key: { id: string; secret: string };
let worker: RemoteWorker;

beforeAll(async () => {
  studio = await Studio.start('uploads', { ATELIER_POOL_SLOTS: '0' });
  await enrollArtist(studio.atelier, studio.program, 'artist');
  await enrollArtist(studio.atelier, studio.program, 'artist2');
  key = await workerKey(studio.atelier, 'render farm');
  worker = await RemoteWorker.register(studio.atelier, key.secret);
}, 60_000);
afterAll(() => studio?.stop());

describe('what a worker uploads', () => {
  test('must be there, and be what was declared; the lease goes on until it is', async () => {
    await studio.submitted('artist');
    const job = await worker.one();
    const content = await movie(job.spec);
    expect(await worker.complete(job, content)).toMatchObject({
      status: 422,
      body: { code: 'generation.upload_missing' },
    });
    await worker.upload(job, content);
    expect(await worker.complete(job, content.subarray(1))).toMatchObject({
      status: 422,
      body: { code: 'generation.upload_differs' },
    });
    const other = Buffer.from(content);
    other[100] = (other[100] ?? 0) ^ 1;
    expect(await worker.complete(job, other)).toMatchObject({
      status: 422,
      body: { code: 'generation.upload_differs' },
    });
    expect((await worker.complete(job, content)).status).toBe(200);
  });

  test.each([
    ['noise', async () => Buffer.alloc(20_000, 7)],
    [
      'a playlist that calls itself a video',
      async () => Buffer.from('#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n'),
    ],
    ['HTML', async () => Buffer.from('<html><script>alert(1)</script></html>')],
    ['half of the file', async () => (await movie(SPEC)).subarray(0, 9_000)],
    ['another size', async () => movie({ ...SPEC, width: 1280, height: 720 })],
    ['another length', async () => movie({ ...SPEC, seconds: 3 })],
    ['another frame rate', async () => movie({ ...SPEC, fps: 30 })],
  ])('is refused when it is %s, and costs nothing', async (_name, make) => {
    const before = await studio.quota('artist2');
    const clip = await studio.submitted('artist2');
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      const job = await worker.one();
      const content = await make();
      await worker.upload(job, content);
      expect(await worker.complete(job, content)).toMatchObject({
        status: 422,
        body: { code: 'generation.media_unfit', reason: expect.any(String) },
      });
    }
    expect(await studio.clip('artist2', clip.id)).toMatchObject({ state: 'failed', files: null });
    expect(await studio.quota('artist2')).toMatchObject({ balance: before.balance, held: 0 });
  });

  test('leaves nothing below the place of uploads', async () => {
    const left: string[] = [];
    for await (const { key: name } of studio.atelier.app.get(BlobStore).list('ingest/')) left.push(name);
    expect(left).toEqual([]);
  });
});

const SPEC = { width: 640, height: 360, fps: 24, seconds: 1 };

describe('the doors', () => {
  test('a key signs in and does nothing else; a token works and opens nothing else', async () => {
    const { atelier } = studio;
    const headers = { 'atelier-worker-protocol': '1' };
    expect((await say(atelier, key.secret, 'claim', {})).status).toBe(403);
    expect((await say(atelier, worker.token, 'register', { name: 'x', version: '1' })).status).toBe(403);
    for (const route of ['/api/v1/generations', '/api/v1/workers', '/api/v1/people', '/api/v1/session'])
      expect((await atelier.request('GET', route, { key: worker.token, headers })).status).toBe(403);
  });

  test('artists, reviewers and nobody reach neither protocol nor fleet', async () => {
    for (const as of ['artist', 'reviewer', 'finance'] as const) {
      expect((await studio.ask('GET', '/workers', as)).status).toBe(403);
      expect((await studio.ask('GET', '/worker-keys', as)).status).toBe(403);
      expect((await studio.ask('POST', '/worker-keys', as, { name: 'mine', pool: 'cpu' })).status).toBe(403);
      const claim = await studio.atelier.request('POST', '/api/worker/v1/claim', {
        as,
        body: {},
        headers: { 'atelier-worker-protocol': '1' },
      });
      expect(claim.status).toBe(403);
    }
    expect((await studio.atelier.request('POST', '/api/worker/v1/claim', { body: {} })).status).toBe(401);
  });

  test('another protocol, an unknown pool and malformed words are refused with a code', async () => {
    const { atelier } = studio;
    const old = await say(atelier, worker.token, 'claim', {}, {});
    expect(old).toMatchObject({
      status: 400,
      body: { code: 'generation.worker_protocol', supported: ['1'] },
    });
    expect(old.headers.get('atelier-worker-protocol')).toBe('1');
    const lost = await workerKey(atelier, 'nowhere', 'gpu-none');
    expect(await say(atelier, lost.secret, 'register', { name: 'x', version: '1' })).toMatchObject({
      status: 422,
      body: { code: 'generation.pool_unknown' },
    });
    for (const body of [{ waitMs: 25_001 }, { max: 17 }, { max: 0 }, { claimId: 'has space' }])
      expect((await worker.say('claim', body)).status).toBe(422);
    for (const body of [{ fence: 0 }, { fence: 1.5 }, { fence: 'one' }, { fence: 1, progress: 2 }])
      expect((await worker.say('jobs/gen_a/heartbeat', body)).status).toBe(422);
  });

  test('a token can be renewed, and ends at once with its key', async () => {
    const mine = await workerKey(studio.atelier, 'short lived');
    const box = await RemoteWorker.register(studio.atelier, mine.secret);
    const renewed = await box.say<{ token: string }>('token');
    expect(renewed.body.token).toMatch(/^atl_wrt_/);
    expect((await say(studio.atelier, renewed.body.token, 'claim', {})).status).toBe(200);
    await studio.ask('POST', `/worker-keys/${mine.id}/stop`, 'manager', {});
    for (const bearer of [mine.secret, box.token, renewed.body.token])
      expect((await say(studio.atelier, bearer, 'claim', {})).status).toBe(401);
    expect((await say(studio.atelier, 'atl_wrk_nonsense', 'claim', {})).status).toBe(401);
  });

  test('what was claimed for a worker that has hung up goes to the next one, as nobody’s fault', async () => {
    const hangUp = new AbortController();
    const waiting = fetch(`${studio.atelier.url}/api/worker/v1/claim`, {
      method: 'POST',
      signal: hangUp.signal,
      headers: {
        authorization: `Bearer ${worker.token}`,
        'content-type': 'application/json',
        'atelier-worker-protocol': '1',
      },
      body: JSON.stringify({ waitMs: 25_000 }),
    }).catch(() => null);
    hangUp.abort();
    await waiting;
    const clip = await studio.submitted('artist');
    const job = await worker.one();
    expect(job.id).toBe(clip.id);
    await worker.deliver(job);
    expect(await studio.clip('artist', clip.id)).toMatchObject({ state: 'succeeded', faults: 0 });
  });
});

test('every standing check of generation and ledger returns no rows', async () => {
  expect(await violations(studio.atelier, 'generation-')).toEqual({});
  expect(await violations(studio.atelier, 'ledger-')).toEqual({});
});
