import fc from 'fast-check';
import { StorageService } from '../../src/modules/generation/storage/storage.service';
import { BinRepository } from '../../src/modules/generation/bin/bin.repository';
import { BlobStore } from '../../src/platform/storage/blob-store';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { filesOf, live, openFlows, pass, stateOf, sweep } from '../support/bin';
import { createClip, createProgram } from '../support/clips';
import { violations } from '../support/invariants';
import { startS3Server, type S3Server } from '../support/s3-server';

const PLACES: Readonly<
  Record<string, () => Promise<{ server: S3Server | null; env: Record<string, string> }>>
> = {
  disk: async () => ({ server: null, env: {} }),
  S3: async () => {
    const server = await startS3Server();
    const { endpoint, bucket, credentials } = server;
    const env = {
      S3_BUCKET: bucket,
      S3_ENDPOINT: endpoint,
      S3_ACCESS_KEY_ID: credentials.accessKeyId,
      S3_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    };
    return { server, env };
  },
};

describe.each(Object.keys(PLACES))('clips that nobody keeps, with files on %s', (place) => {
  let atelier: TestApp;
  let server: S3Server | null;
  let programId: string;
  beforeAll(async () => {
    const opened = await (PLACES[place] as (typeof PLACES)[string])();
    server = opened.server;
    atelier = await startTestApp(`bin_${place}`, { env: opened.env });
    programId = await createProgram(atelier, ['artist', 'artist2']);
    await openFlows(atelier);
  }, 60_000);
  afterAll(async () => {
    await atelier?.stop();
    await server?.stop();
  });

  const ask = <T = Record<string, unknown>>(
    method: string,
    path: string,
    as: CastName = 'artist',
    body?: object,
  ) => atelier.request<T>(method, `/api/v1/${path}`, { as, ...(body === undefined ? {} : { body }) });
  const clip = (isKeeper = false, artist: CastName = 'artist') =>
    createClip(atelier, { programId, artist, isKeeper });
  type Bin = { items: { id: string; state: string; goesAt: string; bytes: number; available: string[] }[] };
  const bin = async (state: string, as: CastName = 'artist') =>
    (await ask<Bin>('GET', `bin?state=${state}&limit=100`, as)).body.items;
  const notices = async (as: CastName = 'artist') => {
    await atelier.settle();
    const { body } = await ask<{ items: { kind: string; title: string; text: string; link: string }[] }>(
      'GET', 'notices?limit=100', as,
    ); // prettier-ignore
    return body.items.filter(({ kind }) => kind === 'clips.going');
  };

  test('are told of in one list, go into the bin two weeks later, and out of the store after thirty days more', async () => {
    const [kept, first, second] = [await clip(true), await clip(), await clip()];
    await live(atelier, 60);
    expect(await stateOf(atelier, first)).toBe('stored');
    await live(atelier, 6, 6);
    const told = await notices();
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      title: '2 clips of yours go into the bin',
      link: '/studio/bin?show=warned',
    });
    expect(told[0]?.text.match(/a calm tide/g)).toHaveLength(2);
    expect((await bin('warned')).map(({ id }) => id).toSorted()).toEqual([first, second].toSorted());
    await live(atelier, 8, 8);
    expect(await stateOf(atelier, first)).toBe('warned');
    await live(atelier, 3);
    expect(await stateOf(atelier, first)).toBe('binned');
    expect((await ask('GET', `generations/${first}/video`)).status).toBe(200);
    await live(atelier, 14, 14);
    expect(await filesOf(atelier, first)).toEqual({ stored: 3, booked: 3 });
    await live(atelier, 4);
    for (const gone of [first, second]) {
      expect(await stateOf(atelier, gone)).toBe('emptied');
      expect(await filesOf(atelier, gone)).toEqual({ stored: 0, booked: 0 });
    }
    expect(await filesOf(atelier, kept)).toEqual({ stored: 3, booked: 3 });
    expect(await notices()).toHaveLength(1);
    // What it was, what it cost and what it hashed to stay on record.
    const { body } = await ask('GET', `generations/${first}`);
    expect(body).toMatchObject({
      id: first,
      state: 'succeeded',
      credits: 10,
      files: null,
      bin: { state: 'emptied' },
    });
    const [origin] = await atelier.db.read(
      'SELECT sha256 FROM generation_provenance WHERE generation_id = $1',
      [first],
    );
    expect(origin).toEqual({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect((await ask('GET', `generations/${first}/video`)).body).toMatchObject({
      code: 'generation.no_file',
    });
    expect((await ask('POST', `generations/${first}/restore`)).body).toMatchObject({
      code: 'generation.no_file',
    });
    expect(
      (await ask('POST', `generations/${first}/keeper`, 'artist', { isKeeper: true })).body,
    ).toMatchObject({
      code: 'generation.no_file',
    });
    const acts = await atelier.db.read<{ act: string; details: { clips: number } }>(
      `SELECT act, details FROM audit_entries WHERE act IN ('generation.warn_of_bin', 'generation.empty_bin') AND subject = $1 ORDER BY id`,
      [atelier.people.artist.id],
    );
    expect(acts.map(({ act, details }) => [act, details.clips])).toEqual([
      ['generation.warn_of_bin', 2],
      ['generation.empty_bin', 2],
    ]);
  });

  test('come back out of the bin with one click, and their days are counted anew', async () => {
    const id = await clip();
    await live(atelier, 76, 15);
    expect(await stateOf(atelier, id)).toBe('binned');
    expect((await bin('binned'))[0]).toMatchObject({ id, available: ['restore', 'empty'] });
    expect((await ask('POST', `generations/${id}/restore`)).body).toEqual({ state: 'stored', goesAt: null });
    expect((await ask('POST', `generations/${id}/restore`)).status).toBe(200);
    await live(atelier, 40, 15);
    expect(await stateOf(atelier, id)).toBe('stored');
    expect(await filesOf(atelier, id)).toEqual({ stored: 3, booked: 3 });
    await live(atelier, 20, 16);
    expect(await stateOf(atelier, id)).toBe('binned');
  });

  test('are put away and taken back by their artist, and gone for good when they say so', async () => {
    const [id, other] = [await clip(), await clip()];
    const put = await ask<{ state: string; goesAt: string }>('POST', `generations/${id}/bin`);
    expect(put).toMatchObject({ status: 200, body: { state: 'binned' } });
    expect(Date.parse(put.body.goesAt) - Date.now()).toBeGreaterThan(29.9 * 86_400_000);
    const listed = async () =>
      (await ask<{ items: { id: string }[] }>('GET', 'generations?limit=100')).body.items.map(
        (one) => one.id,
      );
    expect(await listed()).not.toContain(id);
    expect((await ask('GET', `generations/${id}`)).body).toMatchObject({
      bin: put.body,
      available: ['keep', 'mark_unusable', 'restore'],
    });
    await ask('POST', `generations/${id}/restore`);
    expect(await listed()).toContain(id);
    expect((await ask('POST', `generations/${other}/empty`)).body).toMatchObject({
      code: 'generation.wrong_state',
    });
    await ask('POST', `generations/${id}/bin`);
    expect((await ask('POST', `generations/${id}/empty`)).status).toBe(204);
    expect(await filesOf(atelier, id)).toEqual({ stored: 0, booked: 0 });
    expect((await ask('POST', `generations/${id}/restore`)).body).toMatchObject({
      code: 'generation.no_file',
    });
    expect(await listed()).not.toContain(id);
    const told = await atelier.db.read<{ act: string }>(
      `SELECT act FROM audit_entries WHERE subject = $1 ORDER BY id`, [id],
    ); // prettier-ignore
    expect(told.map(({ act }) => act)).toEqual([
      'generation.put_in_bin', 'generation.restore', 'generation.put_in_bin', 'generation.empty_bin',
    ]); // prettier-ignore
  });

  test('are nobody else’s to touch', async () => {
    const id = await clip();
    for (const verb of ['bin', 'restore', 'empty']) {
      expect((await ask('POST', `generations/${id}/${verb}`, 'artist2')).status).toBe(404);
      expect((await ask('POST', `generations/${id}/${verb}`, 'manager')).status).toBe(403);
    }
    await ask('POST', `generations/${id}/bin`);
    expect(await bin('binned', 'artist2')).toEqual([]);
    expect(await stateOf(atelier, id)).toBe('binned');
  });

  test('that are kept after all are out of the bin; a keeper is not put in', async () => {
    const id = await clip();
    await ask('POST', `generations/${id}/bin`);
    await ask('POST', `generations/${id}/keeper`, 'artist', { isKeeper: true });
    expect(await stateOf(atelier, id)).toBe('stored');
    expect((await ask('POST', `generations/${id}/bin`)).body).toMatchObject({ code: 'generation.is_kept' });
    await live(atelier, 80, 15, 31, 31);
    expect(await filesOf(atelier, id)).toEqual({ stored: 3, booked: 3 });
    await ask('POST', `generations/${id}/keeper`, 'artist', { isKeeper: false });
    await live(atelier, 60);
    expect(await stateOf(atelier, id)).toBe('stored');
  });

  test('are not fought over by the sweeper of orphans, and what a kill left behind it takes away', async () => {
    const [waiting, left] = [await clip(), await clip()];
    await ask('POST', `generations/${waiting}/bin`);
    await ask('POST', `generations/${left}/bin`);
    // Killed after the books were written and before the files were removed.
    const repository = atelier.app.get(BinRepository);
    await atelier.db.tx(async (tx) => {
      await repository.lock(tx, [left]);
      await repository.empty(tx, [left], {
        verb: 'empty',
        from: ['binned'],
        actorId: atelier.people.artist.id,
      });
    });
    expect(await filesOf(atelier, left)).toEqual({ stored: 3, booked: 0 });
    await atelier.app.get(StorageService).sweep(0);
    expect(await filesOf(atelier, left)).toEqual({ stored: 0, booked: 0 });
    expect(await filesOf(atelier, waiting)).toEqual({ stored: 3, booked: 3 });
    const { body } = await ask<{ lastSweep: { missing: string[] } }>('GET', 'storage', 'manager');
    expect(body.lastSweep.missing).toEqual([]);
  });

  test('are shown with what they take, to their artist and to the operator', async () => {
    await createProgramFor('artist3');
    const made = [
      await clipOf('artist3', true),
      await clipOf('artist3', false),
      await clipOf('artist3', false),
    ];
    await ask('POST', `generations/${made[2]}/bin`, 'artist3');
    const { body } = await ask<{ bytes: number; kinds: { kind: string; count: number; bytes: number }[]; rules: object[] }>(
      'GET', 'bin/usage', 'artist3',
    ); // prettier-ignore
    expect(body.kinds.map(({ kind, count }) => [kind, count])).toEqual([['keepers', 1], ['finals', 1], ['bin', 1]]); // prettier-ignore
    const sizes = await Promise.all(
      made.flatMap((id) =>
        ['video', 'poster', 'sheet'].map(async (kind) => (await atelier.app.get(BlobStore).head(`generations/${id}/${kind}`))?.bytes ?? 0),
      ),
    ); // prettier-ignore
    expect(body.bytes).toBe(sizes.reduce((sum, size) => sum + size, 0));
    expect(body.rules).toMatchObject([
      { version: null, finalDays: 90, draftDays: 90, warningDays: 14, binDays: 30 },
    ]);
    const operator = await ask<{ bin: { state: string; clips: number; bytes: number }[] }>(
      'GET',
      'storage',
      'manager',
    );
    expect(operator.body.bin.find(({ state }) => state === 'binned')?.clips).toBeGreaterThan(0);
    expect(operator.body.bin.find(({ state }) => state === 'emptied')?.bytes).toBeGreaterThan(0);
  });

  let second: string;
  const createProgramFor = async (artist: CastName) => {
    second = await createProgram(atelier, [artist]);
  };
  const clipOf = (artist: CastName, isKeeper: boolean) =>
    createClip(atelier, { programId: second, artist, isKeeper });

  test('go by the rule that their programme has published, with the warning all the same', async () => {
    const own = await createProgram(atelier, ['artist2']);
    const id = await createClip(atelier, { programId: own, artist: 'artist2', isKeeper: false });
    await live(atelier, 40);
    expect(await stateOf(atelier, id)).toBe('stored');
    const publish = (days: object) => ask('POST', `programs/${own}/retention-policies`, 'manager', days);
    expect((await publish({ finalDays: 30, draftDays: 14, warningDays: 3, binDays: 30 })).status).toBe(422);
    expect((await ask('POST', `programs/${own}/retention-policies`, 'artist', {})).status).toBe(403);
    expect((await publish({ finalDays: 30, draftDays: 14, warningDays: 20, binDays: 40 })).body).toMatchObject({
      version: 1, finalDays: 30, binDays: 40,
    }); // prettier-ignore
    expect((await ask('GET', `programs/${own}`)).body).toMatchObject({
      retentionPolicy: { version: 1, warningDays: 20 },
    });
    await live(atelier, 1);
    expect(await stateOf(atelier, id)).toBe('warned');
    await live(atelier, 9, 9);
    expect(await stateOf(atelier, id)).toBe('warned');
    await live(atelier, 3);
    expect(await stateOf(atelier, id)).toBe('binned');
    await live(atelier, 38);
    expect(await stateOf(atelier, id)).toBe('binned');
    await live(atelier, 3);
    expect(await stateOf(atelier, id)).toBe('emptied');
  });

  test('are swept by several at once without a second notice or a second removal', async () => {
    await Promise.all([clip(), clip(), clip()]);
    const told = (await notices()).length;
    await pass(atelier, 80);
    await Promise.all([sweep(atelier), sweep(atelier), sweep(atelier)]);
    expect(await notices()).toHaveLength(told + 1);
    await pass(atelier, 15);
    await Promise.all([sweep(atelier), sweep(atelier), sweep(atelier)]);
    await pass(atelier, 31);
    const runs = await Promise.all([sweep(atelier), sweep(atelier), sweep(atelier)]);
    expect(runs.reduce((sum, { emptied }) => sum + emptied, 0)).toBeGreaterThanOrEqual(3);
    const twice = await atelier.db.read(
      `SELECT subject_id FROM generation_bin_history WHERE to_state = 'emptied' GROUP BY subject_id HAVING count(*) > 1`,
    );
    expect(twice).toEqual([]);
  });

  test('whatever happens to it, a clip that is kept has its files, and none goes without warning or thirty days in the bin', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constantFrom('keep', 'unkeep', 'bin', 'restore') , of: fc.nat(3) }),
      fc.record({ do: fc.constant('pass' as const), of: fc.integer({ min: 1, max: 60 }) }),
    ); // prettier-ignore
    const seed = 20_261_127;
    const histories = fc.sample(fc.array(step, { minLength: 10, maxLength: 24 }), { numRuns: 8, seed });
    for (const history of histories) {
      const ids = await Promise.all([clip(true), clip(), clip(), clip()]);
      for (const { do: what, of } of history) {
        if (what === 'pass') {
          await pass(atelier, of);
          await Promise.all([sweep(atelier), sweep(atelier)]);
        } else {
          const id = ids[of] as string;
          const isKeeper = what === 'keep';
          await (what === 'keep' || what === 'unkeep'
            ? ask('POST', `generations/${id}/keeper`, 'artist', { isKeeper })
            : ask('POST', `generations/${id}/${what}`));
        }
        const rows = await atelier.db.read<{ id: string; kept: boolean }>(
          'SELECT id, is_keeper AS kept FROM generation_generations WHERE id = ANY ($1::text[])', [ids],
        ); // prettier-ignore
        for (const { id, kept } of rows)
          if (kept) expect([seed, await filesOf(atelier, id)]).toEqual([seed, { stored: 3, booked: 3 }]);
      }
    }
    // The time is over when the step before was taken so many days ago.
    const early = await atelier.db.read(
      `SELECT subject_id, verb, was, at - earlier AS lag FROM (
         SELECT subject_id, verb, at, actor_id, lag(verb) OVER w AS was, lag(at) OVER w AS earlier
         FROM generation_bin_history WINDOW w AS (PARTITION BY subject_id ORDER BY id)) h
       WHERE actor_id = 'system' AND (verb = 'expire' AND (was <> 'warn' OR at - earlier < interval '14 days')
         OR verb = 'empty' AND (was NOT IN ('expire', 'put') OR at - earlier < interval '30 days'))`,
    );
    expect(early).toEqual([]);
    expect(await violations(atelier, 'generation-succeeded-has')).toEqual({});
  }, 120_000);
});
