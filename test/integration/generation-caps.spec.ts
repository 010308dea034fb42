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
    const line = await studio.ask<{ total: number; items: object[] }>(
      'GET',
      '/pools/line?pool=cpu',
      'manager',
    );
    expect(line).toMatchObject({
      status: 200,
      body: {
        total: 1,
        items: [
          {
            pool: 'cpu',
            personName: 'artist3 of the test',
            programId: studio.program,
            queued: 0,
            throttled: 2,
            underWay: 2,
            waitingSeconds: 2,
            credits: 4,
            concurrency: 2,
            queueCap: 3,
            weight: 1,
            oldestAt: expect.stringMatching(/^\d{4}-/) as string,
          },
        ],
      },
    });
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

  test('who waits is told to those who answer for the pools, and to nobody else', async () => {
    expect((await studio.ask('GET', '/pools/line?pool=elsewhere', 'manager')).body).toEqual({
      total: 0,
      items: [],
      programs: [],
    });
    expect((await studio.ask('GET', '/pools/line', 'artist3')).status).toBe(403);
    expect(await studio.ask('GET', '/pools/line?limit=0', 'manager')).toMatchObject({
      status: 422,
      body: { fields: [{ field: 'limit' }] },
    });
  });

  test('a batch of which some succeed pays for these and frees the rest, clip by clip', async () => {
    studio.fake.open();
    const before = await studio.quota('artist3');
    const { status, body } = await studio.submit('artist3', {
      prompt: 'uneven luck',
      seed: 10,
      variations: 3,
    });
    expect(status).toBe(201);
    const ends = await Promise.all(body.generations.map((clip) => studio.until('artist3', clip.id)));
    expect(ends.map(({ state }) => state)).toEqual(['succeeded', 'refused', 'succeeded']);
    const after = await studio.quota('artist3');
    expect(after).toMatchObject({ balance: before.balance - 4, held: 0 });
    const charged = after.items
      .filter(({ kind }) => kind === 'quota.charged')
      .map(({ generationId }) => generationId);
    expect(charged.slice(0, 2).toSorted()).toEqual([ends[0]?.id, ends[2]?.id].toSorted());
  });

  test('the whole programme’s credits add up, and staff see them', async () => {
    interface Sums { granted: number; toppedUp: number; goodwill: number; madeGood: number; expired: number; spent: number; balance: number; held: number; available: number } // prettier-ignore
    const path = `/programs/${studio.program}/credits`;
    const { status, body } = await studio.ask<{ artists: number; own: Sums; pool: Sums | null }>(
      'GET',
      path,
      'finance',
    );
    expect(status).toBe(200);
    const { own } = body;
    expect(body).toMatchObject({
      artists: 1,
      pool: null,
      own: { granted: 20, expired: 0, goodwill: 0, held: 0 },
    });
    expect(own.granted + own.toppedUp + own.goodwill + own.madeGood - own.expired - own.spent).toBe(
      own.balance,
    );
    const quota = await studio.quota('artist3');
    expect(own).toMatchObject({
      balance: quota.balance,
      available: quota.available,
      spent: 20 - quota.balance,
    });
    expect((await studio.ask('GET', path, 'artist3')).status).toBe(403);
    expect((await studio.ask('GET', '/programs/prg_none/credits', 'manager')).status).toBe(404);
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
