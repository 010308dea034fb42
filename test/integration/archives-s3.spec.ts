import { createHash } from 'node:crypto';
import { ArchivingService } from '../../src/modules/reports/archives/archiving.service';
import { BlobStore } from '../../src/platform/storage/blob-store';
import { S3Store } from '../../src/platform/storage/s3.store';
import { startTestApp, type TestApp } from '../support/app';
import { createClip } from '../support/clips';
import { entrance } from '../support/enrollment';
import { earn, fundedProgram, until } from '../support/payouts';
import { s3Env, startS3Server, type S3Server } from '../support/s3-server';
import { unzip } from '../support/zip';

interface Archive {
  readonly id: string;
  readonly state: string;
  readonly bytes: number;
  readonly sha256: string;
}

let server: S3Server;
let atelier: TestApp;
let keeper: string;
let archive: Archive;
let whole: Buffer;
const { enrolled } = entrance(() => atelier);

const get = (id: string) => atelier.request<Archive>('GET', `/api/v1/archives/${id}`, { as: 'artist' });
const download = (headers: Record<string, string> = {}) =>
  fetch(`${atelier.url}/api/v1/archives/${archive.id}/file`, {
    headers: { cookie: atelier.people.artist.cookie, ...headers },
  });
const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());
const inBucket = async (): Promise<string[]> => {
  const keys: string[] = [];
  for await (const { key } of atelier.app.get(BlobStore).list('archives/')) keys.push(key);
  return keys;
};

beforeAll(async () => {
  server = await startS3Server();
  atelier = await startTestApp('archives_s3', { env: s3Env(server) });
  const program = await fundedProgram(atelier);
  await enrolled(program);
  keeper = await createClip(atelier, { programId: program, artist: 'artist' });
  await earn(atelier, 'artist', program, 1);
  await atelier.settle();
  const { body } = await atelier.request<Archive>('POST', '/api/v1/archives', { as: 'artist', body: {} });
  archive = await until(`archive ${body.id}`, async () => {
    const found = (await get(body.id)).body;
    return found.state === 'ready' && found;
  });
  whole = await bytesOf(await download());
}, 120_000);
afterAll(async () => {
  await atelier?.stop();
  await server?.stop();
});

describe('an archive whose files lie in a bucket', () => {
  test('is made there by the queue, and comes down whole', async () => {
    expect(atelier.app.get(BlobStore)).toBeInstanceOf(S3Store);
    expect(await inBucket()).toEqual([`archives/${archive.id}/archive.zip`]);
    expect(whole).toHaveLength(archive.bytes);
    expect(createHash('sha256').update(whole).digest('hex')).toBe(archive.sha256);
    expect(unzip(whole).get(`clips/${keeper}.mp4`)?.toString()).toBe(`video of ${keeper}`);
  });

  test('goes on where a download broke off, as long as it is the same file', async () => {
    const half = Math.floor(whole.length / 2);
    const first = await download({ range: `bytes=0-${half - 1}` });
    expect([first.status, first.headers.get('content-range')]).toEqual([
      206,
      `bytes 0-${half - 1}/${whole.length}`,
    ]);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toBe(`"${archive.sha256}"`);
    const rest = await download({ range: `bytes=${half}-`, 'if-range': etag });
    expect(rest.status).toBe(206);
    expect(Buffer.concat([await bytesOf(first), await bytesOf(rest)]).equals(whole)).toBe(true);
    const last = await download({ range: 'bytes=-22' });
    expect((await bytesOf(last)).equals(whole.subarray(-22))).toBe(true);
    const other = await download({ range: `bytes=${half}-`, 'if-range': '"of another archive"' });
    expect([other.status, (await bytesOf(other)).length]).toEqual([200, whole.length]);
    expect((await download({ range: `bytes=${whole.length}-` })).status).toBe(416);
    expect((await download({ 'if-none-match': etag })).status).toBe(304);
  });

  test('leaves the bucket when its days are over', async () => {
    await atelier.db.tx((tx) =>
      tx.run('UPDATE reports_archives SET expires_at = now() WHERE id = $1', [archive.id]),
    );
    await atelier.app.get(ArchivingService).expire();
    expect((await get(archive.id)).body.state).toBe('expired');
    expect(await inBucket()).toEqual([]);
    expect((await download()).status).toBe(409);
  });
});
