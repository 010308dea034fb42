import { createHash } from 'node:crypto';
import { newId } from '../../src/kernel/id';
import { ArchivingService } from '../../src/modules/reports/archives/archiving.service';
import { BlobStore } from '../../src/platform/storage/blob-store';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { createClip } from '../support/clips';
import { entrance } from '../support/enrollment';
import { earn, fundedProgram, until } from '../support/payouts';
import { unzip } from '../support/zip';

interface Archive {
  readonly id: string;
  readonly state: string;
  readonly filesTotal: number | null;
  readonly filesDone: number;
  readonly missing: number;
  readonly bytes: number | null;
  readonly sha256: string | null;
  readonly expiresAt: string | null;
  readonly available: string[];
  readonly code?: string;
}

const BODY = '<script>alert("fog")</script> The fog slides.';

let atelier: TestApp;
let program: string;
let enrollment: string;
let keeper: string;
const { enrolled, member, passUndo, suspended, step, apply } = entrance(() => atelier);

const ask = (as: CastName = 'artist') =>
  atelier.request<Archive>('POST', '/api/v1/archives', { as, body: {} });
const get = (id: string, as: CastName = 'artist') =>
  atelier.request<Archive>('GET', `/api/v1/archives/${id}`, { as });
const download = (id: string, as: CastName = 'artist') =>
  fetch(`${atelier.url}/api/v1/archives/${id}/file`, { headers: { cookie: atelier.people[as].cookie } });

const ready = (id: string, as: CastName = 'artist'): Promise<Archive> =>
  until(`archive ${id}`, async () => {
    const { body } = await get(id, as);
    return body.state === 'ready' && body;
  });

async function whole(
  as: CastName = 'artist',
): Promise<{ row: Archive; files: Map<string, Buffer>; bytes: Buffer }> {
  const { body } = await ask(as);
  const row = await ready(body.id, as);
  const bytes = Buffer.from(await (await download(body.id, as)).arrayBuffer());
  return { row, bytes, files: unzip(bytes) };
}

const records = (files: Map<string, Buffer>, part: string): Record<string, unknown>[] =>
  JSON.parse(files.get(`data/${part}.json`)?.toString('utf8') ?? '[]') as Record<string, unknown>[];

beforeAll(async () => {
  atelier = await startTestApp('archives');
  program = await fundedProgram(atelier);
  enrollment = await enrolled(program);
  keeper = await createClip(atelier, { programId: program, artist: 'artist' });
  await createClip(atelier, { programId: program, artist: 'artist', isKeeper: false });
  await atelier.request('POST', '/api/v1/feedback', {
    as: 'artist',
    body: { generationId: keeper, type: 'issue', text: BODY },
  });
  await earn(atelier, 'artist', program, 2);
  await atelier.settle();
}, 90_000);
afterAll(() => atelier?.stop());

describe('an archive of everything', () => {
  test('holds works, terms, statements, feedback and decisions, with checksums that fit', async () => {
    const { row, bytes, files } = await whole();
    expect(row).toMatchObject({
      filesDone: files.size,
      filesTotal: files.size,
      missing: 0,
      bytes: bytes.length,
    });
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(row.sha256);
    expect(files.get(`clips/${keeper}.mp4`)?.toString()).toBe(`video of ${keeper}`);
    expect([...files.keys()].filter((path) => path.startsWith('clips/'))).toHaveLength(1);
    expect(files.get(`terms/${program}-version-1.md`)?.toString()).toContain('RU-1');
    expect(files.get(`terms/${program}-version-1.pdf`)?.subarray(0, 5).toString()).toBe('%PDF-');
    const month = new Date().toISOString().slice(0, 7);
    expect(files.get(`statements/${month}.pdf`)?.subarray(0, 5).toString()).toBe('%PDF-');
    expect(files.get(`statements/${month}.csv`)?.toString().split('\r\n')).toHaveLength(6);
    expect(records(files, 'feedback')).toMatchObject([{ body: BODY, clip: keeper }]);
    expect(records(files, 'clips')).toHaveLength(2);
    expect(records(files, 'earnings')).toHaveLength(2);
    expect(records(files, 'consents')).toMatchObject([{ version: 1 }]);
    expect(records(files, 'account')).toMatchObject([{ email: 'artist@example.org' }]);
    const sums = files.get('SHA256SUMS')?.toString().trim().split('\n') ?? [];
    expect(sums).toHaveLength(files.size - 1);
    for (const line of sums) {
      const [sum, path = ''] = line.split('  ');
      expect([
        path,
        createHash('sha256')
          .update(files.get(path) ?? '')
          .digest('hex'),
      ]).toEqual([path, sum]);
    }
  }, 60_000);

  test('opens with a page in which nothing that was written runs', async () => {
    const { files } = await whole();
    const page = files.get('index.html')?.toString() ?? '';
    expect(page).toContain('&lt;script&gt;alert(&quot;fog&quot;)');
    expect(page).not.toContain('<script');
  }, 60_000);

  test('names nobody who decided, and holds nothing of anybody else', async () => {
    await enrolled(program, 'artist2');
    await createClip(atelier, { programId: program, artist: 'artist2' });
    const { body } = await apply(program, 'artist3');
    await step(body.id, 'startReview');
    await step(body.id, 'decline', 'manager', {
      reasons: [{ code: 'capacity', text: 'All seats are taken.' }],
    });
    const { files } = await whole('artist3');
    expect(records(files, 'applications')).toMatchObject([
      { state: 'declined', reasons: [{ code: 'capacity' }] },
    ]);
    expect(records(files, 'decisions')).toMatchObject([
      { kind: 'application_declined', decidedAs: 'manager' },
    ]);
    const all = [...files.values()].map(String).join('\n');
    for (const stranger of ['manager', 'artist', 'artist2'] as const)
      expect(all).not.toContain(atelier.people[stranger].id);
    expect(all).not.toContain('manager of the test');
    expect([...files.keys()].some((path) => path.startsWith('clips/'))).toBe(false);
  }, 60_000);

  test('belongs to one artist: nobody else sees it, and staff cannot take it', async () => {
    const { body } = await ask();
    const { id } = await ready(body.id);
    expect((await get(id, 'artist2')).status).toBe(404);
    expect((await download(id, 'artist2')).status).toBe(404);
    for (const as of ['manager', 'finance', 'admin'] as const)
      expect((await download(id, as)).status).toBe(403);
    expect(
      (await atelier.request<{ items: Archive[] }>('GET', '/api/v1/archives', { as: 'artist2' })).body.items,
    ).toEqual([]);
    const taken = await download(id);
    expect(taken.headers.get('content-type')).toBe('application/zip');
    expect(taken.headers.get('content-disposition')).toMatch(
      /attachment; filename="atelier-archive-[\d-]+\.zip"/,
    );
    await taken.arrayBuffer();
    const [noted] = await atelier.db.read(
      `SELECT count(*)::int AS count FROM audit_entries WHERE act = 'reports.download_archive' AND subject = $1`,
      [id],
    );
    expect(noted).toEqual({ count: 1 });
  }, 60_000);

  test('says what is no longer kept, and is made all the same', async () => {
    const gone = await createClip(atelier, { programId: program, artist: 'artist' });
    await atelier.app.get(BlobStore).remove(`generations/${gone}/video`);
    const { row, files } = await whole();
    expect(row.missing).toBe(1);
    expect(row.filesTotal).toBe(files.size);
    expect(files.get('index.html')?.toString()).toContain(`<li>clips/${gone}.mp4</li>`);
    await atelier.db.tx((tx) => tx.run('DELETE FROM generation_files WHERE generation_id = $1', [gone]));
  }, 60_000);

  test('is told when it is ready, expires after its days, and its file goes with it', async () => {
    const { row } = await whole();
    await atelier.settle();
    const { body } = await atelier.request<{ items: { kind: string }[] }>('GET', '/api/v1/notices?limit=5', {
      as: 'artist',
    });
    expect(body.items.map(({ kind }) => kind)).toContain('archive.ready');
    const days = (Date.parse(row.expiresAt ?? '') - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(6.9);
    await atelier.db.tx((tx) =>
      tx.run('UPDATE reports_archives SET expires_at = now() WHERE id = $1', [row.id]),
    );
    await atelier.app.get(ArchivingService).expire();
    expect((await get(row.id)).body.state).toBe('expired');
    expect((await download(row.id)).status).toBe(409);
    expect(await atelier.app.get(BlobStore).head(`archives/${row.id}/archive.zip`)).toBeNull();
  }, 60_000);
});

describe('asking for one', () => {
  /** An Atelier in which nobody works yet would be another process: here the row is put back by hand. */
  const waiting = async (as: CastName): Promise<string> => {
    const id = newId('arc');
    await atelier.db.tx((tx) =>
      tx.run(
        `INSERT INTO reports_archives (id, person_id, state, beat_at) VALUES ($1, $2, 'queued', now() + interval '1 hour')`,
        [id, atelier.people[as].id],
      ),
    );
    return id;
  };

  test('twice is one archive, and it can be called off', async () => {
    const id = await waiting('artist2');
    expect((await ask('artist2')).body).toMatchObject({ id, state: 'queued', available: ['cancel'] });
    const stop = (as: CastName) =>
      atelier.request<Archive>('POST', `/api/v1/archives/${id}/cancel`, { as, body: {} });
    expect((await stop('artist')).status).toBe(404);
    expect((await stop('artist2')).body).toMatchObject({ state: 'canceled', available: [] });
    expect((await stop('artist2')).status).toBe(200);
    await atelier.app.get(ArchivingService).write(id);
    expect((await get(id, 'artist2')).body.state).toBe('canceled');
  });

  test('one whose writer died is made after all', async () => {
    const id = await waiting('artist2');
    await atelier.db.tx((tx) =>
      tx.run(
        `UPDATE reports_archives SET state = 'running', beat_at = now() - interval '2 minutes' WHERE id = $1`,
        [id],
      ),
    );
    const archiving = atelier.app.get(ArchivingService);
    expect(await archiving.listToQueue()).toContain(id);
    await archiving.write(id);
    expect((await get(id, 'artist2')).body.state).toBe('ready');
  });

  test('is open in a suspension, while leaving, and long after', async () => {
    await suspended(enrollment);
    expect((await whole()).row.state).toBe('ready');
    expect((await member(enrollment, 'leave', 'artist')).status).toBe(200);
    await passUndo(enrollment);
    await atelier.db.tx((tx) =>
      tx.run(`UPDATE enrollment_enrollments SET state = 'alumni' WHERE id = $1`, [enrollment]),
    );
    const { files } = await whole();
    expect(files.has(`clips/${keeper}.mp4`)).toBe(true);
    expect(records(files, 'earnings')).toHaveLength(2);
    expect(records(files, 'enrollments')).toMatchObject([{ state: 'alumni' }]);
  }, 60_000);
});
