import { deflateSync } from 'node:zlib';
import { enrollArtist } from '../support/artist';
import { Studio } from '../support/studio';

jest.setTimeout(60_000);

interface Clip {
  readonly id: string;
  readonly batchId: string;
  readonly style: string;
  readonly styleVersion: number | null;
  readonly referenceId: string | null;
  readonly parentId: string | null;
  readonly promotedFrom: string | null;
  readonly unhonoured: { field: string; says: string }[];
}
interface Version {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly available: string[];
  readonly code?: string;
  readonly fields?: { field: string; faults: string[] }[];
}

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  let crc = 0xffffffff;
  for (const byte of body) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE((crc ^ 0xffffffff) >>> 0, 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** A grey PNG. */
function png(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.alloc((width + 1) * height, 128));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('styles, pictures and lineage', () => {
  let studio: Studio;

  beforeAll(async () => {
    studio = await Studio.start('styles');
    for (const name of ['artist', 'artist2'] as const)
      await enrollArtist(studio.atelier, studio.program, name);
  });
  afterAll(() => studio.stop());

  const manage = async (method: string, path: string, body?: object) =>
    studio.ask<Version>(method, `/styles${path}`, 'manager', body);
  const upload = async (content: Buffer, type = 'image/png', as: 'artist' | 'artist2' = 'artist') => {
    const response = await fetch(`${studio.atelier.url}/api/v1/references`, {
      method: 'POST',
      headers: { 'content-type': type, cookie: studio.atelier.people[as].cookie },
      body: new Uint8Array(content),
    });
    return {
      status: response.status,
      body: (await response.json()) as { id: string; width: number; code: string },
    };
  };
  const made = async (more: object = {}): Promise<Clip> =>
    (await studio.submitted('artist', more)) as unknown as Clip;

  const dusk = (words: string) => ({
    name: 'Dusk',
    description: 'Long shadows.',
    looks: {
      any: { prompt: `{prompt}, ${words}`, negativePrompt: 'noon' },
      procedural: { prompt: `{prompt}, ${words}`, look: 'film35' },
    },
  });

  test('everybody reads the gallery; the built-in styles are in it', async () => {
    const { body } = await studio.ask<{ items: { key: string; version: number; providers: unknown[] }[] }>(
      'GET',
      '/styles',
      'artist',
    );
    expect(body.items.map(({ key }) => key)).toEqual(expect.arrayContaining(['anime', 'cinematic', 'noir']));
    const visitor = await studio.atelier.request('GET', '/api/v1/styles');
    expect(visitor.status).toBe(200);
  });

  test('a style is drafted, published for good, used by its newest version, and retired', async () => {
    const draft = await manage('POST', '', { key: 'dusk', ...dusk('at dusk') });
    expect(draft).toMatchObject({
      status: 201,
      body: { version: 1, state: 'draft', available: ['change', 'publish', 'retire'] },
    });
    expect((await studio.submit('artist', { style: 'dusk' })).body.code).toBe('generation.no_style');
    expect((await manage('POST', '', { key: 'dusk', ...dusk('again') })).body.code).toBe(
      'generation.style_draft_exists',
    );
    expect((await manage('POST', `/${draft.body.id}/publish`)).body.state).toBe('published');
    expect((await manage('PUT', `/${draft.body.id}`, dusk('changed'))).body.code).toBe(
      'generation.style_published',
    );
    const first = await made({ style: 'dusk' });
    expect(first).toMatchObject({ style: 'dusk', styleVersion: 1 });
    await studio.until('artist', first.id);
    expect(studio.fake.submitted.at(-1)).toMatchObject({
      prompt: 'a quiet harbour, at dusk',
      style: 'film35',
    });
    const second = await manage('POST', '', { key: 'dusk', ...dusk('at blue hour') });
    await manage('POST', `/${second.body.id}/publish`);
    expect(await made({ style: 'dusk' })).toMatchObject({ styleVersion: 2 });
    expect(await made({ style: 'dusk', styleVersion: 1 })).toMatchObject({ styleVersion: 1 });
    await manage('POST', `/${second.body.id}/retire`);
    expect(await made({ style: 'dusk' })).toMatchObject({ styleVersion: 1 });
    expect((await studio.ask('POST', '/styles', 'artist', { key: 'mine', ...dusk('x') })).status).toBe(403);
  });

  test('a style with faults is refused with all of them', async () => {
    const { status, body } = await manage('POST', '', {
      key: 'bad',
      name: 'Bad',
      description: 'Bad',
      looks: { sora: {}, any: { prompt: 'x' } },
    });
    expect(status).toBe(422);
    expect(body.fields?.[0]?.faults).toHaveLength(2);
  });

  test('the database holds that a published style does not change', async () => {
    const change = studio.atelier.db.tx((tx) =>
      tx.run(`UPDATE generation_styles SET name = 'Other' WHERE key = 'noir'`),
    );
    await expect(change).rejects.toThrow('a published style does not change');
  });

  test('a picture is what its bytes say; anything else is refused in words', async () => {
    const good = await upload(png(128, 96));
    expect(good).toMatchObject({ status: 201, body: { width: 128, contentType: 'image/png' } });
    const seen = await fetch(`${studio.atelier.url}/api/v1/references/${good.body.id}`, {
      headers: { cookie: studio.atelier.people.artist.cookie },
    });
    expect(Buffer.from(await seen.arrayBuffer())).toEqual(png(128, 96));
    for (const [content, type] of [
      [png(32, 32), 'image/png'],
      [Buffer.from('#EXTM3U\nhttp://10.0.0.1/'), 'image/png'],
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/jpeg'],
      [png(5_000, 64), 'image/webp'],
    ] as const)
      expect(await upload(content, type)).toMatchObject({
        status: 422,
        body: { code: 'generation.bad_picture' },
      });
    expect((await upload(png(128, 96), 'image/svg+xml')).status).toBe(415);
    expect((await upload(Buffer.alloc(10 * 1024 * 1024))).status).toBe(413);
    const foreign = await studio.submit('artist2', { referenceId: good.body.id });
    expect(foreign).toMatchObject({ status: 422, body: { code: 'generation.no_reference' } });
  });

  test('what the renderer cannot grant is said at the quote, with the clip, and kept', async () => {
    const { body } = await upload(png(128, 96));
    const wishes = { referenceId: body.id, negativePrompt: 'people' };
    const quote = await studio.ask<Clip>('POST', '/generations/quote', 'artist', studio.request(wishes));
    expect(quote.body.unhonoured.map(({ field }) => field)).toEqual(['reference']);
    const clip = await made(wishes);
    expect(clip).toMatchObject({ referenceId: body.id, unhonoured: quote.body.unhonoured });
    await studio.until('artist', clip.id);
    expect(await studio.clip('artist', clip.id)).toMatchObject({ unhonoured: quote.body.unhonoured });
    const sent = studio.fake.submitted.flatMap(({ reference }) => reference?.content.length ?? []);
    expect(sent).toEqual([png(128, 96).length]);
  });

  test('the same answer to the same key, wishes included', async () => {
    const key = { 'Idempotency-Key': 'styles-once' };
    const first = await studio.submit('artist', { style: 'noir', seed: 9 }, key);
    const second = await studio.submit('artist', { style: 'noir', seed: 9 }, key);
    expect(second.body).toEqual(first.body);
    const [count] = await studio.atelier.db.read<{ count: number }>(
      `SELECT count(*)::int AS count FROM generation_briefs WHERE batch_id = $1`,
      [first.body.batchId],
    );
    expect(count?.count).toBe(1);
  });

  test('a draft, its final and remixes of both are one tree, and only their artist’s', async () => {
    const draft = await made({ draft: true, style: 'noir' });
    await studio.until('artist', draft.id);
    const promoted = await studio.ask<{ generations: Clip[] }>(
      'POST',
      `/generations/${draft.id}/promote`,
      'artist',
      {},
    );
    const final = promoted.body.generations[0] as Clip;
    expect(final).toMatchObject({ promotedFrom: draft.id, style: 'noir', styleVersion: 1 });
    const remix = await made({ parentId: draft.id });
    const again = await made({ parentId: remix.id, variations: 2 });
    const { body } = await studio.ask<{
      items: { generation: Clip; parentId: string | null; kind: string }[];
    }>('GET', `/generations/${again.id}/lineage`, 'artist');
    expect(body.items.map(({ generation, parentId, kind }) => [generation.id, parentId, kind])).toEqual(
      expect.arrayContaining([
        [draft.id, null, 'origin'],
        [final.id, draft.id, 'final'],
        [remix.id, draft.id, 'remix'],
        [again.id, remix.id, 'remix'],
      ]),
    );
    expect(body.items).toHaveLength(5);
    expect((await studio.ask('GET', `/generations/${draft.id}/lineage`, 'artist2')).status).toBe(404);
    expect((await studio.submit('artist2', { parentId: draft.id })).body.code).toBe('generation.no_parent');
  });
});
