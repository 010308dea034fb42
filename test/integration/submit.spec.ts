import { Database } from '../../src/platform/db/database';
import { enrollArtist } from '../support/artist';
import { violations } from '../support/invariants';
import { quotaPlan } from '../support/program';
import { PRICE, Studio, type Batch } from '../support/studio';

const CREDITS = 200;
const BUDGET = 24;

let studio: Studio;
let enrollmentId: string;

beforeAll(async () => {
  studio = await Studio.start('submit');
  const plan = { ...quotaPlan, credits: CREDITS, concurrency: 4, queued: 496 };
  const published = await studio.ask('POST', `/programs/${studio.program}/quota-plans`, 'manager', plan);
  if (published.status !== 201) throw new Error(JSON.stringify(published.body));
  enrollmentId = await enrollArtist(studio.atelier, studio.program, 'artist');
  await enrollArtist(studio.atelier, studio.program, 'artist2');
  studio.fake.close();
}, 60_000);
afterAll(() => studio?.stop());

const count = async (statuses: readonly number[]): Promise<Record<number, number>> => {
  const counts: Record<number, number> = {};
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};
const clips = (person: string): Promise<{ id: string }[]> =>
  studio.atelier.db.read('SELECT id FROM generation_generations WHERE person_id = $1', [person]);
const newKey = async (
  as: 'artist' | 'artist2',
  more: object = {},
): Promise<{ id: string; secret: string }> => {
  const { body } = await studio.ask<{ key: { id: string }; secret: string }>('POST', '/keys', as, {
    name: `key ${Math.random()}`,
    scopes: ['generations:write'],
    ...more,
  });
  return { id: body.key.id, secret: body.secret };
};
const byKey = (secret: string, more: object = {}) =>
  studio.atelier.request<Batch>('POST', '/api/v1/generations', { key: secret, body: studio.request(more) });

describe('submitting at the same time', () => {
  test('one Idempotency-Key a hundred times makes one clip, charged once, and nobody gets an error of ours', async () => {
    const before = (await clips(studio.atelier.people.artist.id)).length;
    const answers = await Promise.all(
      Array.from({ length: 100 }, () =>
        studio.submit('artist', { seed: 5 }, { 'idempotency-key': 'hundred' }),
      ),
    );
    const made = answers.filter(({ status }) => status === 201);
    const others = answers.filter(({ status }) => status !== 201);
    expect(made.length).toBeGreaterThan(0);
    for (const { body } of made) expect(body).toEqual(made[0]?.body);
    expect(others.every(({ status, body }) => status === 409 && body.code === 'idempotency.in_flight')).toBe(
      true,
    );
    expect(await clips(studio.atelier.people.artist.id)).toHaveLength(before + 1);
    expect(await studio.quota('artist')).toMatchObject({ held: PRICE });
    const late = await studio.submit('artist', { seed: 5 }, { 'idempotency-key': 'hundred' });
    expect(late.body).toEqual(made[0]?.body);
  }, 60_000);

  test('two requests under one key with different bodies: one is made, the other is told', async () => {
    const answers = await Promise.all(
      [1, 2, 3, 4].map((seed) => studio.submit('artist', { seed }, { 'idempotency-key': 'torn' })),
    );
    const codes = answers.map(({ status, body }) => (status === 201 ? 'made' : `${status} ${body.code}`));
    expect(codes.filter((code) => code === 'made')).toHaveLength(1);
    expect(
      codes.every((code) =>
        ['made', '422 idempotency.key_reused', '409 idempotency.in_flight'].includes(code),
      ),
    ).toBe(true);
  });

  test('more than there are credits for: exactly what they pay is made, the rest is refused, nothing is overspent', async () => {
    const { available } = await studio.quota('artist');
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) => studio.submit('artist', { variations: 1 + (index % 2) })),
    );
    const statuses = await count(answers.map(({ status }) => status));
    const made = answers
      .filter(({ status }) => status === 201)
      .reduce((sum, { body }) => sum + body.generations.length, 0);
    expect(Object.keys(statuses)).toEqual(['201', '402']);
    expect(made * PRICE).toBe(available);
    const after = await studio.quota('artist');
    expect(after).toMatchObject({ held: after.balance, available: 0 });
  });

  test('a key spends its budget and no more, while the same artist submits without it', async () => {
    const { secret } = await newKey('artist2', {
      budget: BUDGET,
      openCap: 1_000,
      hourlyCap: CREDITS,
      dailyCap: CREDITS,
    });
    const [withKey, without] = await Promise.all([
      Promise.all(Array.from({ length: 30 }, () => byKey(secret))),
      Promise.all(Array.from({ length: 30 }, () => studio.submit('artist2'))),
    ]);
    expect(await count(withKey.map(({ status }) => status))).toEqual({
      201: BUDGET / PRICE,
      402: 30 - BUDGET / PRICE,
    });
    expect(await count(without.map(({ status }) => status))).toEqual({ 201: 30 });
    const refused = withKey.find(({ status }) => status === 402);
    expect(refused?.body).toMatchObject({ code: 'ledger.insufficient', available: 0, needed: PRICE });
  });

  test('a flow that somebody else holds delays only its own artist', async () => {
    const db = studio.atelier.app.get(Database);
    let free: () => void = () => undefined;
    const freed = new Promise<void>((resolve) => (free = resolve));
    const holding = db.tx(async (tx) => {
      await tx.run('SELECT 1 FROM generation_flows WHERE enrollment_id = $1 FOR NO KEY UPDATE', [
        enrollmentId,
      ]);
      await freed;
    });
    const blocked = Promise.all([studio.submit('artist'), studio.submit('artist')]);
    const others = await Promise.all(Array.from({ length: 4 }, () => studio.submit('artist2')));
    expect(others.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    free();
    await holding;
    expect((await blocked).map(({ status }) => status)).toEqual([402, 402]);
  });

  test('and every standing check of quota, generation and ledger returns no rows', async () => {
    expect(await violations(studio.atelier, 'generation-')).toEqual({});
    expect(await violations(studio.atelier, 'ledger-')).toEqual({});
  });
});

describe('what is remembered between requests', () => {
  test('a revoked key is refused at once in its process', async () => {
    const { id, secret } = await newKey('artist2');
    expect((await byKey(secret)).status).toBe(201);
    expect((await studio.ask('POST', `/keys/${id}/revoke`, 'artist2', {})).status).toBe(200);
    expect(await byKey(secret)).toMatchObject({ status: 401, body: { code: 'access.key_stopped' } });
  });

  test('a key revoked by another process is refused within two seconds, however busy it is', async () => {
    const { id, secret } = await newKey('artist2');
    expect((await byKey(secret)).status).toBe(201);
    await studio.atelier.db.tx((tx) =>
      tx.run(`UPDATE access_keys SET state = 'revoked' WHERE id = $1`, [id]),
    );
    const revoked = Date.now();
    let last = await byKey(secret, { seconds: 60 });
    while (last.body.code !== 'access.key_stopped' && Date.now() - revoked < 5_000)
      last = await byKey(secret, { seconds: 60 });
    expect(last.status).toBe(401);
    expect(Date.now() - revoked).toBeLessThan(2_000);
  });

  /** Looking, however often, never stops a key; asking for clips on and on does. */
  const look = (secret: string) =>
    studio.atelier.request<Batch>('GET', '/api/v1/generations?limit=1', { key: secret });
  const untilRefused = async (secret: string): Promise<{ code: string; afterMs: number }> => {
    const begun = Date.now();
    let last = await look(secret);
    while (last.status !== 401 && Date.now() - begun < 10_000) last = await look(secret);
    return { code: last.body.code ?? '', afterMs: Date.now() - begun };
  };

  test('a change that was under way when somebody looked for changes is noticed when it commits', async () => {
    const { id, secret } = await newKey('artist2');
    expect((await byKey(secret)).status).toBe(201);
    let commit: () => void = () => undefined;
    const decided = new Promise<void>((resolve) => (commit = resolve));
    const revoking = studio.atelier.db.tx(async (tx) => {
      await tx.run(`UPDATE access_keys SET state = 'revoked' WHERE id = $1`, [id]);
      await decided;
    });
    // Longer than the time between two looks: the change has its number before them and its commit after.
    const until = Date.now() + 1_500;
    while (Date.now() < until) expect((await look(secret)).status).not.toBe(401);
    commit();
    await revoking;
    const { code, afterMs } = await untilRefused(secret);
    expect(code).toBe('access.key_stopped');
    expect(afterMs).toBeLessThan(2_000);
  }, 30_000);

  test('a key whose time runs out is refused from then on, although nobody changes its row', async () => {
    const { id, secret } = await newKey('artist2');
    await studio.atelier.db.tx((tx) =>
      tx.run(`UPDATE access_keys SET expires_at = now() + interval '2 seconds' WHERE id = $1`, [id]),
    );
    const { code, afterMs } = await untilRefused(secret);
    expect(code).toBe('access.key_expired');
    expect(afterMs).toBeGreaterThan(1_000);
    expect(afterMs).toBeLessThan(4_000);
  }, 30_000);

  test('a paused artist cannot submit, and a new plan counts, from the next request on', async () => {
    const body = { ...quotaPlan, credits: CREDITS, concurrency: 1, queued: 1 };
    const published = await studio.ask('POST', `/programs/${studio.program}/quota-plans`, 'manager', body);
    expect(published.status).toBe(201);
    expect(await studio.submit('artist2')).toMatchObject({
      status: 409,
      body: { code: 'generation.queue_full', limit: 2 },
    });
    const mine = await studio.ask<{ items: { id: string }[] }>('GET', '/enrollments', 'artist2');
    await studio.ask('POST', `/enrollments/${mine.body.items[0]?.id}/pause`, 'artist2', {});
    expect(await studio.submit('artist2')).toMatchObject({
      status: 403,
      body: { code: 'enrollment.enrollment_paused' },
    });
  });
});
