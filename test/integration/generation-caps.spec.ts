import { enrollArtist } from '../support/artist';
import { violations } from '../support/invariants';
import { quotaPlan } from '../support/program';
import { Studio, type Batch, type Clip } from '../support/studio';

const plan = { ...quotaPlan, credits: 20, concurrency: 2, queued: 3 };

let studio: Studio;

beforeAll(async () => {
  studio = await Studio.start('generation_caps');
  const published = await studio.ask('POST', `/programs/${studio.program}/quota-plans`, 'manager', plan);
  if (published.status !== 201) throw new Error(JSON.stringify(published.body));
  await enrollArtist(studio.atelier, studio.program, 'artist3');
}, 60_000);
afterAll(() => studio?.stop());

describe('caps', () => {
  beforeEach(() => studio.fake.close());

  test('what exceeds one’s own concurrency is accepted as throttled, and follows', async () => {
    const { status, body } = await studio.submit('artist3', {
      prompt: 'hang all',
      variations: 4,
      seed: 4_294_967_295,
    });
    expect(status).toBe(201);
    expect(body.generations.map((clip) => clip.state)).toEqual([
      'queued',
      'queued',
      'throttled',
      'throttled',
    ]);
    expect(body.generations.map((clip) => clip.seed)).toEqual([4_294_967_295, 0, 1, 2]);
    const [, , third] = body.generations;
    const wait = await studio.ask<{ position: number; p50Seconds: number; p90Seconds: number }>(
      'GET',
      `/generations/${third?.id}/wait`,
      'artist3',
    );
    expect(wait.body).toMatchObject({ state: 'throttled', aheadOthers: 0, places: 1 });
    await studio.until('artist3', body.generations[0]?.id ?? '', ['processing']);
    await studio.until('artist3', body.generations[1]?.id ?? '', ['starting']);
    const pools = await studio.ask<{ items: object[] }>('GET', '/pools', 'manager');
    expect(pools.body.items).toMatchObject([{ id: 'cpu', places: 1, underWay: 2, queued: 0, throttled: 2 }]);
    expect(wait.body.p90Seconds).toBeGreaterThan(wait.body.p50Seconds);
    const full = await studio.submit('artist3', { variations: 2 });
    expect(full).toMatchObject({
      status: 409,
      body: { code: 'generation.queue_full', open: 4, asked: 2, limit: 5, concurrency: 2, queued: 3 },
    });
    studio.fake.open();
    for (const clip of body.generations)
      expect((await studio.until('artist3', clip.id)).state).toBe('succeeded');
    expect(await studio.quota('artist3')).toMatchObject({ balance: 12, held: 0 });
  });

  test('more than there are credits for is refused as a whole', async () => {
    const before = await studio.quota('artist3');
    const { status, body } = await studio.submit('artist3', { variations: 2, seconds: 4 });
    expect(status).toBe(402);
    expect(body).toMatchObject({ code: 'ledger.insufficient', available: 12, needed: 16 });
    expect(await studio.quota('artist3')).toEqual(before);
    expect(
      (await studio.ask<{ items: Clip[] }>('GET', '/generations?state=queued', 'artist3')).body.items,
    ).toEqual([]);
  });

  test('a key spends from its own budget as well, and no further', async () => {
    const made = await studio.ask<{ secret: string }>('POST', '/keys', 'artist3', {
      name: 'script', scopes: ['generations:write'], budget: 3,
    }); // prettier-ignore
    const by = (more: object = {}) =>
      studio.atelier.request<Batch>('POST', '/api/v1/generations', {
        key: made.body.secret,
        body: studio.request(more),
      });
    studio.fake.open();
    const first = await by();
    expect(first.status).toBe(201);
    expect((await studio.until('artist3', first.body.generations[0]?.id ?? '')).state).toBe('succeeded');
    const second = await by();
    expect(second).toMatchObject({
      status: 402,
      body: { code: 'ledger.insufficient', available: 1, needed: 2 },
    });
    expect(await studio.quota('artist3')).toMatchObject({ balance: 10, held: 0 });
  });

  test('who is not in the programme cannot ask', async () => {
    const { status, body } = await studio.submit('manager');
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'access.role_missing' });
  });

  test('and every standing check of generation and ledger returns no rows', async () => {
    expect(await violations(studio.atelier, 'generation-')).toEqual({});
    expect(await violations(studio.atelier, 'ledger-')).toEqual({});
  });
});
