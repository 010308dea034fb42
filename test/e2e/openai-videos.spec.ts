import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import OpenAI, { APIError } from 'openai';
import { ProviderRegistry } from '../../src/modules/generation/providers/registry.provider';
import { startTestApp, type TestApp } from '../support/app';
import { enrollArtist } from '../support/artist';
import { FakeProvider } from '../support/fake-provider';
import { openProgram, quotaPlan } from '../support/program';

jest.setTimeout(120_000);

let atelier: TestApp;
let fake: FakeProvider;
let client: OpenAI;
let key: string;
let programId: string;
let named = 0;

async function keyFor(
  as: 'artist' | 'artist2' | 'artist3',
  scopes: string[],
  more: object = {},
): Promise<string> {
  const { status, body } = await atelier.request<{ secret: string }>('POST', '/api/v1/keys', {
    as,
    body: { name: `SDK of ${scopes.join()} ${(named += 1)}`, scopes, ...more },
  });
  if (status >= 300) throw new Error(JSON.stringify(body));
  return body.secret;
}

const clientWith = (apiKey: string): OpenAI =>
  new OpenAI({ apiKey, baseURL: `${atelier.url}/v1`, maxRetries: 0 });

beforeAll(async () => {
  atelier = await startTestApp('openai_videos');
  fake = new FakeProvider();
  atelier.app.get(ProviderRegistry).register(fake, 'cpu');
  const program = await openProgram(atelier);
  programId = program.id;
  await enrollArtist(atelier, program.id, 'artist');
  await enrollArtist(atelier, program.id, 'artist2');
  key = await keyFor('artist', ['generations:write']);
  client = clientWith(key);
}, 60_000);
afterAll(async () => {
  fake?.open();
  await atelier?.stop();
  fake?.remove();
});

/** The published description of that API, of which only the shapes of its answers are used. */
const contract = JSON.parse(
  readFileSync(path.join(__dirname, '../contract/openai-videos.openapi.json'), 'utf8'),
) as object;
const ajv = new Ajv({ strict: false, validateFormats: false });
ajv.addSchema(contract, 'contract');

function agrees(schema: string, value: unknown): void {
  const validate = ajv.compile({ $ref: `contract#/components/schemas/${schema}` });
  expect({ ok: validate(value), errors: validate.errors }).toEqual({ ok: true, errors: null });
}

const ended = (id: string): Promise<OpenAI.Videos.Video> => endedOf(client, id);

async function endedOf(client: OpenAI, id: string): Promise<OpenAI.Videos.Video> {
  for (let turn = 0; turn < 400; turn += 1) {
    const video = await client.videos.retrieve(id);
    if (video.status === 'completed' || video.status === 'failed') return video;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not end');
}

const refused = async (
  act: Promise<unknown>,
): Promise<{
  status: number | undefined;
  code: unknown;
  type: unknown;
  param: unknown;
  message: string;
  retryAfter: string | null;
}> => {
  const error = await act.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof APIError)) throw new Error(`not refused: ${String(error)}`);
  const { status, code, type, param, message, headers } = error as APIError<number, Headers>;
  return { status, code, type, param, message, retryAfter: headers.get('retry-after') };
};

describe('the official client against Atelier', () => {
  test('creates, polls, downloads, lists and deletes', async () => {
    const models = await client.models.list();
    expect(models.data.map(({ id }) => id)).toEqual(['fake-1']);
    expect(await client.models.retrieve('fake-1')).toMatchObject({ object: 'model', owned_by: 'atelier' });

    const created = await client.videos.create({
      prompt: 'a quiet harbour',
      seconds: '4',
      size: '1280x720',
      model: 'fake-1',
    });
    agrees('VideoResource', created);
    expect(created).toMatchObject({
      object: 'video',
      status: 'queued',
      seconds: '4',
      size: '1280x720',
      error: null,
    });

    const done = await ended(created.id);
    agrees('VideoResource', done);
    expect(done).toMatchObject({ status: 'completed', progress: 100, model: 'fake-1' });
    expect(done.completed_at).toBeGreaterThanOrEqual(done.created_at);

    const mp4 = Buffer.from(await (await client.videos.downloadContent(created.id)).arrayBuffer());
    expect(mp4.subarray(4, 8).toString()).toBe('ftyp');
    const sheet = await client.videos.downloadContent(created.id, { variant: 'spritesheet' });
    expect(sheet.headers.get('content-type')).toBe('image/jpeg');

    const second = await client.videos.create({ prompt: 'another harbour', seconds: '4', size: '1280x720' });
    await ended(second.id);
    const page = await client.videos.list({ limit: 1 });
    const raw = await fetch(`${atelier.url}/v1/videos?limit=1`, {
      headers: { authorization: `Bearer ${key}` },
    });
    agrees('VideoListResource', await raw.json());
    expect(page.data).toHaveLength(1);
    const all: string[] = [];
    for await (const video of client.videos.list({ limit: 1 })) all.push(video.id);
    expect(all).toEqual([second.id, created.id]);
    const oldest = await client.videos.list({ order: 'asc' });
    expect(oldest.data.map(({ id }) => id)).toEqual([created.id, second.id]);

    const deleted = await client.videos.delete(created.id);
    agrees('DeletedVideoResource', deleted);
    expect(deleted).toEqual({ id: created.id, object: 'video.deleted', deleted: true });
    expect(await refused(client.videos.retrieve(created.id))).toMatchObject({ status: 404 });
    expect((await client.videos.list()).data.map(({ id }) => id)).toEqual([second.id]);
    const file = await fetch(`${atelier.url}/api/v1/generations/${created.id}/video`, {
      headers: { authorization: `Bearer ${key}` },
    });
    expect(file.status).toBe(404);
  });

  test('reads why a video failed, and a deleted one that had not ended is stopped', async () => {
    const failed = await ended(
      (await client.videos.create({ prompt: 'against policy', seconds: '4', size: '1280x720' })).id,
    );
    expect(failed).toMatchObject({
      status: 'failed',
      error: { code: 'CONTENT_POLICY', message: 'Weapons are not drawn here.' },
    });
    agrees('VideoResource', failed);
    const { id } = await client.videos.create({ prompt: 'hang on', seconds: '4', size: '1280x720' });
    await client.videos.delete(id);
    const { body } = await atelier.request<{ state: string }>('GET', `/api/v1/generations/${id}`, {
      as: 'artist',
    });
    expect(body.state).toBe('canceled');
  });

  test('is told precisely what cannot be', async () => {
    const create = (body: object) => refused(client.videos.create(body as OpenAI.Videos.VideoCreateParams));
    const base = { prompt: 'a quiet harbour' };
    expect(await create({})).toMatchObject({ status: 400, param: 'prompt' });
    expect(await create({ ...base, seconds: '61' })).toMatchObject({ status: 400, param: 'seconds' });
    expect(await create({ ...base, size: '1792x1024' })).toMatchObject({ status: 400, param: 'size' });
    const model = await create({ ...base, model: 'sora-2' });
    expect(model).toMatchObject({ status: 400, param: 'model' });
    expect(model.message).toContain('there are: fake-1');
    expect(
      await create({ ...base, input_reference: new File(['x'], 'a.png', { type: 'image/png' }) }),
    ).toMatchObject({ status: 400, param: 'input_reference' });
    expect(await refused(client.videos.retrieve('gen_nothing'))).toMatchObject({ status: 404 });
    expect(await refused(client.videos.list({ limit: 1_000 }))).toMatchObject({
      status: 400,
      param: 'limit',
    });
  });

  test('is kept to keys, scopes, owners, credits and idempotency', async () => {
    const params = { prompt: 'a quiet harbour', seconds: '4', size: '1280x720' } as const;
    expect(await refused(clientWith('atl_live_nothing').videos.list())).toMatchObject({
      status: 401,
      code: 'invalid_api_key',
    });
    const reader = clientWith(await keyFor('artist', ['generations:read']));
    expect(await refused(reader.videos.create(params))).toMatchObject({ status: 403 });
    const mine = await client.videos.create(params);
    const other = clientWith(await keyFor('artist2', ['generations:write']));
    expect(await refused(other.videos.retrieve(mine.id))).toMatchObject({ status: 404 });
    expect(await refused(other.videos.delete(mine.id))).toMatchObject({ status: 404 });
    const headers = { 'Idempotency-Key': 'the-same-wish' };
    const [one, again] = [
      await client.videos.create(params, { headers }),
      await client.videos.create(params, { headers }),
    ];
    expect(again.id).toBe(one.id);
    const dear = {
      prompt: 'a very long take',
      seconds: '60',
      size: '1920x1080',
    } as unknown as OpenAI.Videos.VideoCreateParams;
    expect((await refused(client.videos.create(dear))).status).toBe(400);
    for (const id of [mine.id, one.id]) await ended(id);
  });

  test('says that credits are exhausted, which no waiting changes', async () => {
    const { id } = await openProgram(atelier, { slug: 'a-small-one' });
    const plan = { ...quotaPlan, credits: 40 };
    await atelier.request('POST', `/api/v1/programs/${id}/quota-plans`, { as: 'manager', body: plan });
    await enrollArtist(atelier, id, 'artist3');
    const caps = { hourlyCap: 1_000, dailyCap: 1_000 };
    const poor = clientWith(await keyFor('artist3', ['generations:write'], caps));
    const params = { prompt: 'a quiet harbour', seconds: '4', size: '1280x720' } as const;
    const { id: first } = await poor.videos.create(params);
    expect(await refused(poor.videos.create(params))).toMatchObject({
      status: 402, code: 'insufficient_quota', type: 'insufficient_quota', retryAfter: null,
    }); // prettier-ignore
    // Given back with what is stopped.
    await poor.videos.delete(first);
    await poor.videos.delete((await poor.videos.create(params)).id);
  });

  test('says when to ask again where a cap is reached, in seconds that the client reads', async () => {
    const params = { prompt: 'hang on', seconds: '4', size: '1280x720' } as const;
    const hourly = clientWith(await keyFor('artist2', ['generations:write'], { hourlyCap: 1 }));
    const capped = await refused(hourly.videos.create(params));
    expect(capped).toMatchObject({ status: 429, code: 'rate_limit_exceeded', type: 'rate_limit_error' });
    expect(Number(capped.retryAfter)).toBeGreaterThan(0);
    expect(Number(capped.retryAfter)).toBeLessThanOrEqual(3_600);
    const daily = clientWith(await keyFor('artist2', ['generations:write'], { dailyCap: 1 }));
    expect(Number((await refused(daily.videos.create(params))).retryAfter)).toBeLessThanOrEqual(86_400);
    const single = clientWith(await keyFor('artist2', ['generations:write'], { openCap: 1 }));
    const { id } = await single.videos.create(params);
    expect(await refused(single.videos.create(params))).toMatchObject({
      status: 429, code: 'rate_limit_exceeded', retryAfter: '15',
    }); // prettier-ignore
    await single.videos.delete(id);
    // Room again; and a patient client gets through by itself.
    const other = await single.videos.create(params);
    await single.videos.delete(other.id);
  });

  test('a model names who makes it: by model, by provider, by both; a stranger is refused with the names', async () => {
    const second = new FakeProvider('studio-b', 'fake-2');
    atelier.app.get(ProviderRegistry).register(second, 'cpu');
    try {
      expect((await client.models.list()).data.map(({ id }) => id).toSorted()).toEqual(['fake-1', 'fake-2']);
      const params = { prompt: 'a quiet harbour', seconds: '4', size: '1280x720' } as const;
      const makers = {
        'fake-1': fake,
        'fake-2': second,
        'studio-b': second,
        'studio-b/fake-2': second,
        procedural: fake,
      };
      for (const [model, maker] of Object.entries(makers)) {
        const { id } = await client.videos.create({ ...params, model });
        expect(await ended(id)).toMatchObject({ status: 'completed', model: maker.model });
        expect(maker.submitted.some(({ requestId }) => requestId.startsWith(id))).toBe(true);
      }
      const stranger = await refused(client.videos.create({ ...params, model: 'sora-2' }));
      expect(stranger).toMatchObject({ status: 400, param: 'model' });
      expect(stranger.message).toContain('fake-2');
      const native = await atelier.request('POST', '/api/v1/generations', {
        as: 'artist',
        body: { prompt: 'a quiet harbour', seconds: 2, resolution: '360p', model: 'fake-3' },
      });
      expect(native).toMatchObject({
        status: 422,
        body: { code: 'input.invalid', fields: [{ field: 'model' }] },
      });
      expect(JSON.stringify(native.body.fields)).toContain('nearest: fake-');
      // Named, but not among those that the programme uses.
      const allowed = { providers: ['procedural'], models: [] };
      await atelier.request('POST', `/api/v1/programs/${programId}/model-policies`, {
        as: 'manager',
        body: allowed,
      });
      const other = await refused(client.videos.create({ ...params, model: 'fake-2' }));
      expect(other).toMatchObject({ status: 400, param: 'model', code: 'program.model_not_allowed' });
    } finally {
      second.remove();
    }
  });

  test('keeps what its artist keeps', async () => {
    const { id } = await client.videos.create({ prompt: 'a keeper', seconds: '4', size: '1280x720' });
    await ended(id);
    await atelier.request('POST', `/api/v1/generations/${id}/keeper`, {
      as: 'artist',
      body: { isKeeper: true },
    });
    expect(await refused(client.videos.delete(id))).toMatchObject({
      status: 409,
      code: 'generation.is_kept',
    });
    expect((await client.videos.retrieve(id)).status).toBe('completed');
  });
});
