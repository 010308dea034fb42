import { QuotaService } from '../../src/modules/quota';
import { enrollArtist } from '../support/artist';
import { violations } from '../support/invariants';
import { quotaPlan } from '../support/program';
import { PRICE, Studio, type Clip } from '../support/studio';

const plan = { ...quotaPlan, credits: 12, pooledCredits: 6, goodwill: { perShot: 1, perWeek: 2 } };

interface Quota {
  readonly balance: number;
  readonly held: number;
  readonly pool: number;
  readonly goodwill: { usedThisWeek: number };
  readonly items: { kind: string; credits: number; generationId: string | null; reason: string | null }[];
}
type Marked = Clip & { unusableReason: string | null; available: string[]; code?: string };

let studio: Studio;

beforeAll(async () => {
  studio = await Studio.start('quota_goodwill');
  const published = await studio.ask('POST', `/programs/${studio.program}/quota-plans`, 'manager', plan);
  if (published.status !== 201) throw new Error(JSON.stringify(published.body));
  await enrollArtist(studio.atelier, studio.program, 'artist');
  await enrollArtist(studio.atelier, studio.program, 'artist2');
  studio.fake.open();
}, 60_000);
afterAll(() => studio?.stop());

const quota = async (as: 'artist' | 'artist2'): Promise<Quota> =>
  (await studio.ask<Quota>('GET', `/quota?programId=${studio.program}`, as)).body;

const done = async (as: 'artist' | 'artist2', prompt: string, seed: number): Promise<Clip> => {
  const { id } = await studio.submitted(as, { prompt, seed });
  return studio.until(as, id);
};

const mark = (as: 'artist' | 'artist2', id: string, body: object = {}, headers?: Record<string, string>) =>
  studio.ask<Marked>('POST', `/generations/${id}/unusable`, as, { reason: 'artifacts', ...body }, headers);

describe('a clip marked unusable', () => {
  let first: Clip;

  test('gives its credits back once, with the reason in the history, and can be no keeper any more', async () => {
    first = await done('artist', 'a quiet harbour', 1);
    const before = await quota('artist');
    expect((await mark('artist2', first.id)).status).toBe(404);
    expect((await mark('artist', first.id, { reason: 'ugly' })).status).toBe(422);
    const headers = { 'idempotency-key': 'give-back' };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => mark('artist', first.id, { note: 'It flickers.' }, headers)),
    );
    expect(answers.some(({ status }) => status === 200)).toBe(true);
    const again = await mark('artist', first.id, { note: 'It flickers.' }, headers);
    expect(again).toMatchObject({ status: 200, body: { unusableReason: 'artifacts', available: ['bin'] } });
    const after = await quota('artist');
    expect(after).toMatchObject({ balance: before.balance + PRICE, goodwill: { usedThisWeek: 1 } });
    expect(after.items[0]).toMatchObject({
      kind: 'quota.goodwill_given',
      credits: PRICE,
      generationId: first.id,
      reason: 'artifacts',
    });
    expect(await mark('artist', first.id)).toMatchObject({
      status: 409,
      body: { code: 'quota.already_given_back' },
    });
    const keep = await studio.ask('POST', `/generations/${first.id}/keeper`, 'artist', { isKeeper: true });
    expect(keep).toMatchObject({ status: 409, body: { code: 'generation.marked_unusable' } });
  });

  test('gives nothing back while it is a keeper, or not finished', async () => {
    const kept = await done('artist', 'a lighthouse at noon', 3);
    await studio.ask('POST', `/generations/${kept.id}/keeper`, 'artist', { isKeeper: true });
    expect(await mark('artist', kept.id)).toMatchObject({
      status: 409,
      body: { code: 'generation.is_keeper' },
    });
    studio.fake.close();
    const open = await studio.submitted('artist', { prompt: 'hang on' });
    expect(await mark('artist', open.id)).toMatchObject({
      status: 409,
      body: { code: 'generation.not_finished' },
    });
    await studio.ask('POST', `/generations/${open.id}/cancel`, 'artist', {});
    studio.fake.open();
  });

  test('gives back as often as the plan allows for one prompt, and in one week, also when asked for at once', async () => {
    const sameShot = await done('artist', 'A quiet   HARBOUR', 2);
    expect(await mark('artist', sameShot.id)).toMatchObject({
      status: 409,
      body: { code: 'quota.shot_allowance_used', used: 1, allowance: 1 },
    });
    const [left, right] = [await done('artist', 'a red boat', 1), await done('artist', 'a blue boat', 1)];
    const answers = await Promise.all([mark('artist', left.id), mark('artist', right.id)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('quota.week_allowance_used');
    expect((await quota('artist')).goodwill.usedThisWeek).toBe(2);
    expect(await violations(studio.atelier, 'quota')).toEqual({});
  });
});

describe('a clip that came later than was said', () => {
  test('is found out at its delivery, and its artist has the credits back without asking', async () => {
    studio.fake.close();
    const { id } = await studio.submitted('artist', { prompt: 'hang and be late' });
    await studio.until('artist', id, ['processing']);
    const before = await quota('artist');
    await studio.atelier.db.tx((tx) =>
      tx.run(
        `INSERT INTO generation_predictions (generation_id, cause, finish_p50, finish_p90, at)
         VALUES ($1, 'submit', 1, 2, now() - interval '90 seconds')
         ON CONFLICT (generation_id) WHERE cause = 'submit' DO UPDATE SET finish_p50 = 1, finish_p90 = 2, at = excluded.at`,
        [id],
      ),
    );
    studio.fake.open();
    await studio.until('artist', id);
    await studio.atelier.settle();
    const after = await quota('artist');
    expect(after.balance).toBe(before.balance);
    expect(after.items[0]).toMatchObject({
      kind: 'quota.goodwill_given',
      generationId: id,
      reason: 'eta_missed',
    });
    const [row] = await studio.atelier.db.read<{
      evidence: { promisedSeconds: number; actualSeconds: number };
    }>('SELECT evidence FROM quota_goodwill WHERE generation_id = $1', [id]);
    expect(row?.evidence.promisedSeconds).toBe(2);
    expect(row?.evidence.actualSeconds).toBeGreaterThan(89);
  });

  test('is given back once, beside the allowance for unusable ones, with what was predicted', async () => {
    const clip = await done('artist', 'a slow train', 1);
    const before = await quota('artist');
    const claim = {
      generationId: clip.id,
      cause: 'eta_missed',
      shot: 'a slow train',
      evidence: { predictedSeconds: 40, actualSeconds: 90 },
    } as const;
    const give = (): Promise<void> =>
      studio.atelier.db.tx((tx) => studio.atelier.app.get(QuotaService).giveBack(tx, claim));
    await give();
    await expect(give()).rejects.toMatchObject({ code: 'already_given_back' });
    const after = await quota('artist');
    expect(after.balance).toBe(before.balance + PRICE);
    expect(after.items[0]).toMatchObject({ kind: 'quota.goodwill_given', reason: 'eta_missed' });
    await studio.atelier.settle();
    const told = await studio.ask<{ items: { kind: string }[] }>('GET', '/notices', 'artist');
    expect(told.body.items.filter(({ kind }) => kind === 'quota.goodwill_given')).toHaveLength(2);
  });
});

describe('the pool of a programme', () => {
  test('pays for a request that an artist’s own credits do not cover, and gets back what is canceled or of no use', async () => {
    for (let seed = 0; seed < 5; seed += 1) await done('artist2', `a field in month ${seed}`, seed);
    expect(await quota('artist2')).toMatchObject({ balance: 12 - 5 * PRICE, pool: 6 });
    studio.fake.close();
    for (const [variations, isEnough] of [
      [3, true],
      [4, false],
    ] as const) {
      const quoted = await studio.ask(
        'POST',
        '/generations/quote',
        'artist2',
        studio.request({ variations }),
      );
      expect(quoted.body).toMatchObject({ available: 2, isEnough });
    }
    const { status, body } = await studio.submit('artist2', { prompt: 'hang all', variations: 3 });
    expect(status).toBe(201);
    expect(await quota('artist2')).toMatchObject({ balance: 2, held: 0, pool: 0 });
    const holds = await studio.atelier.db.read<{ account: string }>(
      `SELECT split_part(account, ':', 1) AS account FROM ledger_holds WHERE state = 'open' ORDER BY account`,
    );
    expect(holds.map(({ account }) => account)).toEqual(['pool', 'pool', 'pool']);
    const more = await studio.submit('artist2', { prompt: 'hang more', variations: 2 });
    expect(more).toMatchObject({
      status: 402,
      body: { code: 'ledger.insufficient', available: 2, needed: 4 },
    });
    const last = body.generations.at(-1)?.id ?? '';
    expect((await studio.ask('POST', `/generations/${last}/cancel`, 'artist2', {})).status).toBe(200);
    studio.fake.open();
    for (const clip of body.generations.slice(0, 2)) await studio.until('artist2', clip.id);
    expect(await quota('artist2')).toMatchObject({ balance: 2, held: 0, pool: 2 });
    const pooled = body.generations[1]?.id ?? '';
    expect((await mark('artist2', pooled)).status).toBe(200);
    expect(await quota('artist2')).toMatchObject({ balance: 2, pool: 4 });
  });

  test('keeps all books in order', async () => {
    for (const books of ['ledger', 'quota', 'generation']) {
      expect(await violations(studio.atelier, books)).toEqual({});
    }
  });
});
