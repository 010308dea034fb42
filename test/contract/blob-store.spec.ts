import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { startTestApp, type TestApp } from '../support/app';
import { s3Env, startS3Server } from '../support/s3-server';
import { BlobMismatch, BlobStore, type UploadLink } from '../../src/platform/storage/blob-store';

const KEY = 'generations/gen_a/a1/video.mp4';
const content = randomBytes(300_000);
const sha256 = createHash('sha256').update(content).digest('hex');
const offer = { bytes: content.length, sha256, contentType: 'video/mp4', seconds: 60 };

interface Place {
  readonly atelier: TestApp;
  readonly store: BlobStore;
  stop(): Promise<void>;
}

/** The store as a whole Atelier opens it, so that its addresses are answered by whoever answers them in earnest. */
const PLACES: Readonly<Record<string, () => Promise<Place>>> = {
  disk: async () => {
    const atelier = await startTestApp('blobs_disk', { roles: ['api'] });
    return { atelier, store: atelier.app.get(BlobStore), stop: () => atelier.stop() };
  },
  S3: async () => {
    const server = await startS3Server();
    const atelier = await startTestApp('blobs_s3', { roles: ['api'], env: s3Env(server) });
    const stop = async (): Promise<void> => {
      await atelier.stop();
      await server.stop();
    };
    return { atelier, store: atelier.app.get(BlobStore), stop };
  },
};

describe.each(Object.keys(PLACES))('files on %s', (name) => {
  let place: Place;
  let store: BlobStore;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'blobs-'));
    place = await (PLACES[name] as () => Promise<Place>)();
    store = place.store;
  }, 60_000);
  afterAll(async () => {
    await place?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const absolute = (url: string): string => new URL(url, place.atelier.url).href;
  const send = (link: UploadLink, body: Buffer, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(absolute(link.url), { method: link.method, body, headers: { ...link.headers, ...headers } });
  const bytesOf = async (key: string, range?: { start: number; end: number }): Promise<Buffer> =>
    buffer(await store.read(key, range));
  const keys = async (prefix: string): Promise<string[]> => {
    const found: string[] = [];
    for await (const { key } of store.list(prefix)) found.push(key);
    return found.toSorted();
  };

  test('a local file is taken in with its checksum, and is there afterwards', async () => {
    const source = path.join(folder, 'source');
    await writeFile(source, content);
    const head = await store.put(KEY, source, 'video/mp4');
    expect(head).toEqual({ key: KEY, bytes: content.length, contentType: 'video/mp4', sha256 });
    expect(await store.head(KEY)).toEqual(head);
    expect(await bytesOf(KEY)).toEqual(content);
    expect(await bytesOf(KEY, { start: 10, end: 19 })).toEqual(content.subarray(10, 20));
  });

  test('a stream is taken in when it is what was declared, and leaves nothing when it is not', async () => {
    const key = 'ingest/gen_a/a1/video.mp4';
    const other = { bytes: content.length, sha256: '0'.repeat(64) };
    await expect(store.write(key, Readable.from([content]), 'video/mp4', other)).rejects.toThrow(
      BlobMismatch,
    );
    const shorter = { bytes: 100, sha256 };
    await expect(store.write(key, Readable.from([content]), 'video/mp4', shorter)).rejects.toThrow(
      BlobMismatch,
    );
    const broken = Readable.from(
      (function* () {
        yield content.subarray(0, 10);
        throw new Error('the sender is gone');
      })(),
    );
    await expect(store.write(key, broken, 'video/mp4', offer)).rejects.toThrow('the sender is gone');
    expect(await store.head(key)).toBeNull();
    expect(await keys('ingest/')).toEqual([]);
    expect(await store.write(key, Readable.from([content]), 'video/mp4', offer)).toMatchObject({ sha256 });
    expect(await bytesOf(key)).toEqual(content);
  });

  test('a file that is replaced is the new one, one that is removed is gone, twice', async () => {
    const key = 'generations/gen_b/a1/video.mp4';
    await store.write(key, Readable.from(['first']), 'video/mp4');
    await store.write(key, Readable.from(['second']), 'video/mp4');
    expect((await bytesOf(key)).toString()).toBe('second');
    await store.remove(key);
    await store.remove(key);
    expect(await store.head(key)).toBeNull();
  });

  test('a listing has every file below its prefix, with size and age', async () => {
    await store.write('generations/gen_c/a1/poster.jpg', Readable.from(['poster']), 'image/jpeg');
    const found = [];
    for await (const entry of store.list('generations/gen_c/')) found.push(entry);
    expect(found).toMatchObject([{ key: 'generations/gen_c/a1/poster.jpg', bytes: 6 }]);
    expect(Math.abs(Date.now() - (found[0]?.changedAt.getTime() ?? 0))).toBeLessThan(600_000);
    expect(await keys('nowhere/')).toEqual([]);
  });

  test('an address gives the file by range to whoever has it, and to nobody who changes it', async () => {
    const url = absolute(await store.link(KEY, { seconds: 60, fileName: 'clip.mp4', isDownload: true }));
    const part = await fetch(url, { headers: { range: 'bytes=100-199' } });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 100-199/${content.length}`);
    expect(part.headers.get('content-disposition')).toContain('clip.mp4');
    expect(Buffer.from(await part.arrayBuffer())).toEqual(content.subarray(100, 200));
    expect((await fetch(url.replace('gen_a', 'gen_c'))).status).toBe(403);
    expect((await fetch(url.slice(0, -2))).status).toBe(403);
    await expect(store.link(KEY, { seconds: 601, fileName: 'x', isDownload: false })).rejects.toThrow(
      '1 to 600 seconds',
    );
  });

  test('an address ends by itself', async () => {
    const url = absolute(await store.link(KEY, { seconds: 1, fileName: 'clip.mp4', isDownload: true }));
    const deadline = Date.now() + 20_000;
    let status = 200;
    while (status === 200 && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      const answer = await fetch(url);
      await answer.arrayBuffer();
      ({ status } = answer);
    }
    expect(status).toBe(403);
  });

  test('an upload address takes the announced file', async () => {
    const key = 'ingest/gen_d/a1/video.mp4';
    const link = await store.uploadLink(key, offer);
    const sent = await send(link, content);
    expect(sent.status).toBeLessThan(300);
    expect(await store.head(key)).toMatchObject({ bytes: content.length, contentType: 'video/mp4', sha256 });
    expect(await bytesOf(key)).toEqual(content);
  });

  test('an upload address takes nothing else and no other place', async () => {
    const key = 'ingest/gen_e/a1/video.mp4';
    const link = await store.uploadLink(key, offer);
    const longer = Buffer.concat([content, Buffer.from('!')]);
    const refused = [
      await send(link, longer, { 'content-length': String(longer.length) }),
      await send(link, content, { 'content-type': 'text/html' }),
      await send({ ...link, url: link.url.replace('gen_e', 'gen_f') }, content),
    ];
    expect(refused.map(({ status }) => status >= 400 && status < 500)).toEqual([true, true, true]);
    expect(await keys('ingest/gen_e/')).toEqual([]);
    expect(await keys('ingest/gen_f/')).toEqual([]);
  });

  test('no key leads out of the store', async () => {
    for (const key of ['../secret', 'generations/../../secret', '/etc/passwd', 'video.mp4', 'a/b c'])
      await expect(store.write(key, Readable.from(['x']), 'text/plain')).rejects.toThrow('not a blob key');
    expect(await readdir(folder)).toEqual(['source']);
  });
});
