import { enrollArtist } from '../support/artist';
import { violations } from '../support/invariants';
import { PRICE, Studio } from '../support/studio';

/** Beside the table of single values in generation.spec.ts: what is wrong in other ways, and what must not charge twice. */
let studio: Studio;

interface Problem {
  readonly code: string;
  readonly fields?: { field: string; faults: string[] }[];
}

beforeAll(async () => {
  studio = await Studio.start('bad_requests');
  await enrollArtist(studio.atelier, studio.program);
}, 60_000);
afterAll(() => {
  jest.useRealTimers();
  return studio?.stop();
});

const both = ['/generations', '/generations/quote'] as const;
const faultsOf = ({ fields = [] }: Problem) =>
  Object.fromEntries(fields.map(({ field, faults }) => [field, faults[0]]));

async function refused(more: object): Promise<Record<string, string | undefined>> {
  const before = await studio.quota('artist');
  const answers = await Promise.all(
    both.map((path) => studio.ask<Problem>('POST', path, 'artist', studio.request(more))),
  );
  for (const { status, body } of answers)
    expect({ status, more, code: body.code }).toMatchObject({ status: 422 });
  expect(faultsOf(answers[0]?.body as Problem)).toEqual(faultsOf(answers[1]?.body as Problem));
  expect(await studio.quota('artist')).toEqual(before);
  return faultsOf(answers[0]?.body as Problem);
}

describe('a request', () => {
  test('with a word where a number belongs is told the field, the limit and the nearest number', async () => {
    for (const word of ['NaN', 'Infinity', '', 'ten', [], {}, true]) {
      const faults = await refused({ seconds: word });
      expect(Object.keys(faults)).toEqual(['seconds']);
      expect(faults.seconds).toMatch(/from 1 to 60; nearest allowed: (1|60)$/);
    }
  });

  test('that is no JSON, as NaN is none, is refused as a whole', async () => {
    const before = await studio.quota('artist');
    const text = JSON.stringify(studio.request({ seconds: 7 }));
    for (const number of ['NaN', '-Infinity', '0x10', '1_000']) {
      const answer = await fetch(`${studio.atelier.url}/api/v1/generations`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: studio.atelier.people.artist.cookie },
        body: text.replace('"seconds":7', `"seconds":${number}`),
      });
      expect(answer.status).toBe(400);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
    }
    expect(await studio.quota('artist')).toEqual(before);
  });

  test('whose values are each allowed and together impossible names one that would do', async () => {
    const { limits } = studio.fake;
    const smaller = jest.replaceProperty(studio.fake, 'limits', { ...limits, maxHeight: 1080 });
    // Upright, 1080p is 1,920 points high: each of the two is allowed, and no renderer makes both.
    expect((await refused({ resolution: '1080p', aspect: '9:16' })).resolution).toBe(
      "1080×1920 exceeds this provider's 1920×1080; nearest allowed: 480p",
    );
    smaller.restore();
    // 31 seconds are within what may be asked for, and beyond what any renderer makes.
    const long = await refused({ seconds: 31, fps: 30 });
    expect(long.seconds).toMatch(/nearest allowed: 30$/);
  });

  test('for a style or a renderer that nobody has is told so, with the nearest that there is', async () => {
    const before = await studio.quota('artist');
    expect((await studio.submit('artist', { style: 'cinematik' })).body).toMatchObject({
      code: 'generation.no_style',
      field: 'style',
      nearest: 'cinematic',
    });
    expect(await refused({ provider: 'procedurall' })).toEqual({ provider: expect.any(String) as string });
    expect(await studio.quota('artist')).toEqual(before);
  });

  test('under a key that was used before is made once and charged once, however the clock of the process jumps', async () => {
    const before = await studio.quota('artist');
    const headers = { 'idempotency-key': 'over-the-hours' };
    const now = Date.now();
    const at = (hours: number): void => {
      const keep = ['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const; // prettier-ignore
      jest.useFakeTimers({ doNotFake: [...keep], now: now + hours * 3_600_000 });
    };
    const ids = new Set<string>();
    for (const hours of [0, 3, -3, 6]) {
      at(hours);
      const { status, body } = await studio.submit('artist', { prompt: 'across the clocks' }, headers);
      expect(status).toBe(201);
      for (const { id } of body.generations) ids.add(id);
    }
    expect(ids.size).toBe(1);
    at(-6);
    const clip = await studio.until('artist', [...ids][0] ?? '');
    at(6);
    await studio.submit('artist', { prompt: 'across the clocks' }, headers);
    jest.useRealTimers();
    expect(clip.state).toBe('succeeded');
    const after = await studio.quota('artist');
    expect(after).toMatchObject({ balance: before.balance - PRICE, held: 0 });
    expect(
      after.items.filter(({ kind, generationId }) => kind === 'quota.charged' && generationId === clip.id),
    ).toHaveLength(1);
    expect(await violations(studio.atelier, 'ledger-')).toEqual({});
  }, 60_000);
});
