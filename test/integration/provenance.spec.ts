import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { ProviderCheck, VideoProvider } from '../../src/modules/generation/domain/provider';
import { StorageService } from '../../src/modules/generation/storage/storage.service';
import { Settings } from '../../src/platform/config/settings';
import { FileCheckService } from '../../src/modules/generation/provenance/file-check.service';
import { ProviderRegistry } from '../../src/modules/generation/providers/registry.provider';
import { ProvenanceSigner } from '../../src/platform/provenance/provenance-signer';
import { BlobStore } from '../../src/platform/storage/blob-store';
import { enrollArtist } from '../support/artist';
import { violations } from '../support/invariants';
import { markPolicy } from '../support/program';
import { secondOpinion, VALID } from '../support/provenance';
import { PRICE, Studio } from '../support/studio';

jest.setTimeout(120_000);

interface Provenance {
  readonly madeWith: string;
  readonly sha256: string;
  readonly mark: { text: string } | null;
  readonly label: string | null;
  readonly manifest: { label: string; signedWith: string; isTrusted: boolean; credit: string | null; trainingUse: string; hasSource: boolean } | null; // prettier-ignore
  readonly verifiedAt: string | null;
}
interface Verdict {
  readonly outcome: string;
  readonly program: { name: string; slug: string } | null;
  readonly manifest: { isValid: boolean } | null;
  readonly isSigned: boolean;
}

let studio: Studio;
let folder: string;

beforeAll(async () => {
  studio = await Studio.start('provenance', { ATELIER_OLD_FFMPEG: 'allow' });
  folder = await mkdtemp(path.join(os.tmpdir(), 'provenance-'));
  await enrollArtist(studio.atelier, studio.program, 'artist');
  await publish({ c2pa: true, artistCredit: true });
}, 60_000);
afterAll(async () => {
  await studio?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function publish(part: object): Promise<void> {
  const { status, body } = await studio.ask('POST', `/programs/${studio.program}/mark-policies`, 'manager', {
    ...markPolicy,
    ...part,
  });
  if (status >= 300) throw new Error(JSON.stringify(body));
}

async function delivered(more: object = {}): Promise<{ id: string; provenance: Provenance; bytes: Buffer }> {
  const { id } = await studio.submitted('artist', more);
  const clip = await studio.until('artist', id);
  if (clip.state !== 'succeeded') throw new Error(JSON.stringify(clip));
  const { body } = await studio.ask<Provenance>('GET', `/generations/${id}/provenance`, 'artist');
  const response = await fetch(`${studio.atelier.url}/api/v1/generations/${id}/video`, {
    headers: { cookie: studio.atelier.people.artist.cookie },
  });
  return { id, provenance: body, bytes: Buffer.from(await response.arrayBuffer()) };
}

async function verifyFile(
  bytes: Buffer,
  type = 'video/mp4',
): Promise<{ status: number; body: Verdict & { code?: string } }> {
  const response = await fetch(`${studio.atelier.url}/api/v1/verify`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: new Uint8Array(bytes),
  });
  return { status: response.status, body: (await response.json()) as Verdict };
}

const verifyHash = (sha256: string) =>
  studio.atelier.request<Verdict>('GET', `/api/v1/verify?sha256=${sha256}`);
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('a delivered clip', () => {
  test('is marked as the policy promises, read back, and valid to everybody', async () => {
    const { id, provenance, bytes } = await delivered();
    expect(provenance).toMatchObject({
      madeWith: 'procedural',
      sha256: sha256(bytes),
      mark: { text: markPolicy.text },
      manifest: { signedWith: 'self_made', isTrusted: false, credit: null, trainingUse: 'not_allowed' },
    });
    expect(provenance.verifiedAt).not.toBeNull();
    await writeFile(path.join(folder, 'clip.mp4'), bytes);
    expect(secondOpinion(path.join(folder, 'clip.mp4'))).toEqual(VALID);
    const manifest = await studio.ask<{ active_manifest: string }>(
      'GET',
      `/generations/${id}/manifest`,
      'artist',
    );
    expect(manifest.body.active_manifest).toBe(provenance.manifest?.label);
    expect((await studio.ask('GET', `/generations/${id}/provenance`, 'artist2')).status).toBe(404);
    expect((await studio.ask('GET', `/generations/${id}/manifest`, 'artist2')).status).toBe(404);
  });

  test('names its artist only once they ask for it', async () => {
    const asked = await studio.ask('PUT', '/provenance/credit-line', 'artist', { name: ' Zoë M. ' });
    expect(asked.body).toEqual({ name: 'Zoë M.', isOffered: true });
    expect((await delivered()).provenance.manifest?.credit).toBe('Zoë M.');
    await studio.ask('PUT', '/provenance/credit-line', 'artist', { name: null });
    expect((await delivered()).provenance.manifest?.credit).toBeNull();
  });

  test('keeps to the policy under which it was asked for', async () => {
    const { id } = await studio.submitted('artist', { prompt: 'hang on' });
    await studio.until('artist', id, ['processing']);
    await publish({ c2pa: false });
    studio.fake.open();
    await studio.until('artist', id);
    studio.fake.close();
    const { body } = await studio.ask<Provenance>('GET', `/generations/${id}/provenance`, 'artist');
    expect(body.manifest).not.toBeNull();
    expect((await delivered()).provenance).toMatchObject({ manifest: null });
    await publish({ c2pa: true, artistCredit: true });
  });

  test('is not delivered when it cannot be marked, and costs nothing', async () => {
    const signer = studio.atelier.app.get(ProvenanceSigner);
    const sign = jest.spyOn(signer, 'sign').mockRejectedValue(new Error('the key store is closed'));
    const before = await studio.quota('artist');
    const clip = await studio.until('artist', (await studio.submitted('artist')).id);
    sign.mockRestore();
    expect(clip).toMatchObject({ state: 'failed', failure: { code: 'NOT_MARKED' }, files: null });
    expect(await studio.quota('artist')).toMatchObject({ balance: before.balance, held: 0 });
  });

  test('is not delivered when the store keeps something else than was written', async () => {
    const blobs = studio.atelier.app.get(BlobStore);
    const read = jest.spyOn(blobs, 'read').mockImplementation(async () => {
      const { Readable } = await import('node:stream');
      return Readable.from([Buffer.from('half a file')]);
    });
    const clip = await studio.until('artist', (await studio.submitted('artist')).id);
    read.mockRestore();
    expect(clip).toMatchObject({ state: 'failed', failure: { code: 'NOT_MARKED' } });
  });
});

/** Delivers whatever file it is given, as a hosted model would: from outside, with nothing of ours in it. */
function hosted(video: string): VideoProvider {
  const known = studio.fake;
  return {
    key: 'procedural', kind: 'model', model: 'lumen-1', limits: known.limits,
    estimateSeconds: () => 1,
    unavailable: () => Promise.resolve(null),
    honours: [], runs: 'here',
    submit: () => Promise.resolve({ state: 'accepted', ticket: `hosted-${Math.random()}` }),
    check: () => Promise.resolve<ProviderCheck>({ state: 'done', files: { video, poster: null, sheet: null }, cpuSeconds: null }),
    cancel: () => Promise.resolve(),
    discard: () => Promise.resolve(),
  }; // prettier-ignore
}

describe('a clip of a model', () => {
  const registry = (): ProviderRegistry => studio.atelier.app.get(ProviderRegistry);
  afterEach(() => registry().register(studio.fake, 'cpu'));

  test('gets its mark here, says that it is trained, and keeps the record it came with', async () => {
    const source = await delivered();
    const file = path.join(folder, 'from-model.mp4');
    await writeFile(file, source.bytes);
    registry().register(hosted(file), 'cpu');
    const { provenance, bytes } = await delivered();
    expect(provenance).toMatchObject({
      madeWith: 'model',
      label: 'made with a generative model',
      manifest: { hasSource: true },
    });
    expect(sha256(bytes)).not.toBe(source.provenance.sha256);
    await writeFile(path.join(folder, 'child.mp4'), bytes);
    expect(secondOpinion(path.join(folder, 'child.mp4'))).toEqual(VALID);
  });

  test.each([
    ['HTML', Buffer.from('<!doctype html><title>Bad Gateway</title>')],
    ['a playlist', Buffer.from('#EXTM3U\n#EXTINF:2,\n/etc/passwd\n')],
  ])('that turns out to be %s is failed with the credits back', async (_, content) => {
    const file = path.join(folder, 'bad.mp4');
    await writeFile(file, content);
    registry().register(hosted(file), 'cpu');
    const before = await studio.quota('artist');
    const clip = await studio.until('artist', (await studio.submitted('artist')).id);
    expect(clip).toMatchObject({ state: 'failed', faults: 3, failure: { code: 'BAD_OUTPUT' } });
    expect(await studio.quota('artist')).toMatchObject({ balance: before.balance, held: 0 });
    expect(PRICE).toBeGreaterThan(0);
  });
});

describe('anybody who holds a file', () => {
  test('learns whether it is ours and whose programme it is from, and nothing of who made it', async () => {
    const { id, bytes } = await delivered();
    const byHash = await verifyHash(sha256(bytes));
    expect(byHash.body).toMatchObject({ outcome: 'ours', isSigned: true, manifest: null });
    expect(byHash.body.program?.slug).toMatch(/^programme-/);
    const byFile = await verifyFile(bytes);
    expect(byFile).toMatchObject({ status: 200, body: { outcome: 'ours', manifest: { isValid: true } } });
    const said = JSON.stringify([byHash.body, byFile.body]);
    for (const secret of [id, 'harbour', studio.atelier.people.artist.id, 'artist of the test'])
      expect(said).not.toContain(secret);
  });

  test('learns that it was altered', async () => {
    const { bytes } = await delivered();
    const at = bytes.indexOf('mdat') + 200;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    expect((await verifyHash(sha256(bytes))).body.outcome).toBe('unknown');
    expect(await verifyFile(bytes)).toMatchObject({
      status: 200,
      body: { outcome: 'altered', manifest: { isValid: false }, madeWith: 'procedural' },
    });
  });

  test('may send a form', async () => {
    const { bytes } = await delivered();
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)], { type: 'video/mp4' }), 'holiday.mp4');
    const response = await fetch(`${studio.atelier.url}/api/v1/verify`, { method: 'POST', body: form });
    expect(await response.json()).toMatchObject({ outcome: 'ours' });
  });

  test('gets a precise answer to nonsense', async () => {
    expect((await verifyHash('xyz')).status).toBe(422);
    expect((await verifyHash('0'.repeat(64))).body).toMatchObject({ outcome: 'unknown', program: null });
    expect(await verifyFile(Buffer.alloc(3_000, 9))).toMatchObject({
      status: 200,
      body: { outcome: 'unknown' },
    });
    expect((await verifyFile(Buffer.alloc(0))).status).toBeGreaterThanOrEqual(400);
    expect((await verifyFile(Buffer.from('a'), 'text/plain')).status).toBe(415);
    expect((await verifyFile(Buffer.from('{}'), 'application/json')).status).toBe(422);
  });
});

describe('the nightly look at stored files', () => {
  const checks = (): FileCheckService => studio.atelier.app.get(FileCheckService);

  test('finds what was damaged and what is gone, and says so to staff only', async () => {
    const [damaged, gone] = [await delivered(), await delivered()];
    const keys = await studio.atelier.db.read<{ id: string; key: string }>(
      `SELECT generation_id AS id, key FROM generation_files WHERE kind = 'video' AND generation_id = ANY ($1)`,
      [[damaged.id, gone.id]],
    );
    const keyOf = (id: string): string => keys.find((row) => row.id === id)?.key ?? '';
    const blobs = studio.atelier.app.get(BlobStore);
    const other = path.join(folder, 'other.mp4');
    await writeFile(other, Buffer.concat([damaged.bytes, Buffer.from('x')]));
    const kept = await readFile(other);
    await blobs.put(keyOf(damaged.id), other, 'video/mp4');
    await blobs.remove(keyOf(gone.id));
    const { bad, checked } = await checks().run(1_000);
    expect({ bad, isAll: checked > 5, kept: kept.length }).toEqual({
      bad: 2,
      isAll: true,
      kept: damaged.bytes.length + 1,
    });
    const told = await studio.atelier.db.read<{ payload: object }>(
      `SELECT payload FROM platform_events WHERE name = 'generation.files_bad' AND payload->>'personId' = $1`,
      [studio.atelier.people.manager.id],
    );
    expect(told.map(({ payload }) => payload)).toMatchObject([{ bad, checked }]);
    const { body } = await studio.ask<{
      items: { generationId: string; outcome: string }[];
      sums: { outcome: string }[];
    }>('GET', '/provenance/checks?bad=true', 'manager');
    expect(new Map(body.items.map(({ generationId, outcome }) => [generationId, outcome]))).toEqual(
      new Map([
        [gone.id, 'missing'],
        [damaged.id, 'altered'],
      ]),
    );
    expect(body.sums.map(({ outcome }) => outcome)).toEqual(['altered', 'missing', 'ok']);
    expect((await studio.ask('GET', '/provenance/checks', 'artist')).status).toBe(403);
    expect((await studio.ask('POST', '/provenance/checks', 'manager')).body).toMatchObject({ checked: 5 });
  });

  test('clears what a killed process left in the work folder a day ago, and nothing newer', async () => {
    const work = path.resolve(studio.atelier.app.get(Settings).dataDir, 'work');
    for (const name of ['finish-dead', 'finish-now']) await mkdir(path.join(work, name), { recursive: true });
    const longAgo = new Date(Date.now() - 25 * 3_600_000);
    await utimes(path.join(work, 'finish-dead'), longAgo, longAgo);
    await studio.atelier.app.get(StorageService).sweep();
    const left = await readdir(work);
    expect(left).not.toContain('finish-dead');
    expect(left).toContain('finish-now');
    await rm(path.join(work, 'finish-now'), { recursive: true });
  });

  test('leaves the books in order', async () => {
    expect(await violations(studio.atelier, 'generation')).toEqual({});
  });
});
