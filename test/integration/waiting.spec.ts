import { ForecastService } from '../../src/modules/generation/waiting/forecast.service';
import { enrollArtist } from '../support/artist';
import { Studio } from '../support/studio';

interface Wait {
  readonly state: string;
  readonly position: number | null;
  readonly aheadOwn: number;
  readonly aheadOthers: number;
  readonly aheadArtists: number;
  readonly ahead: { artist: string; clips: number }[];
  readonly caps: { underWay: number; concurrency: number; throttled: number };
  readonly places: number;
  readonly startP50Seconds: number | null;
  readonly startP90Seconds: number | null;
  readonly p90Seconds: number | null;
  readonly isPossible: boolean;
  readonly obstacle: string | null;
  readonly reason: string;
}

let studio: Studio;

beforeAll(async () => {
  studio = await Studio.start('waiting');
  for (const who of ['artist', 'artist2', 'artist3'] as const)
    await enrollArtist(studio.atelier, studio.program, who);
}, 60_000);
afterAll(() => studio?.stop());

const wait = async (as: 'artist' | 'artist2' | 'artist3', id: string): Promise<Wait> =>
  (await studio.ask<Wait>('GET', `/generations/${id}/wait`, as)).body;

const predictions = async (id: string): Promise<Record<string, unknown>[]> =>
  studio.atelier.db.read(
    'SELECT cause, start_p90, finish_p90, started_at, finished_at, is_missed, evidence FROM generation_predictions WHERE generation_id = $1 ORDER BY id',
    [id],
  );

describe('waiting', () => {
  test('is told in numbers: position, who is ahead without a name, caps, places and a band', async () => {
    studio.fake.close();
    for (let i = 0; i < 6; i += 1) await studio.submit('artist', { prompt: `hang ${i}` });
    await studio.submit('artist2', { prompt: 'hang too' });
    const mine = await studio.submitted('artist3', { prompt: 'hang last' });
    const told = await wait('artist3', mine.id);
    expect(told).toMatchObject({ isPossible: true, obstacle: null, aheadOwn: 0, caps: { throttled: 0 } });
    if (told.position !== null) expect(told.position).toBe(told.aheadOthers + told.aheadOwn + 1);
    expect(told.ahead.reduce((sum, { clips }) => sum + clips, 0)).toBe(told.aheadOthers);
    expect(JSON.stringify(told.ahead)).not.toContain('enr_');
    expect(told.places).toBeGreaterThan(0);
    expect(told.p90Seconds).toBeGreaterThan(0);
    expect((await studio.ask('GET', `/generations/${mine.id}/wait`, 'artist2')).status).toBe(404);
    studio.fake.open();
    await studio.until('artist3', mine.id);
  }, 30_000);

  test('a request is predicted once at submit and at each asking, and held against what happened', async () => {
    studio.fake.close();
    const clip = await studio.submitted('artist', { prompt: 'hang and see' });
    const forecasts = studio.atelier.app.get(ForecastService);
    await Promise.all([forecasts.round(), forecasts.round()]);
    await wait('artist', clip.id);
    await wait('artist', clip.id);
    expect((await predictions(clip.id)).map(({ cause }) => cause)).toEqual(['submit', 'request']);
    // As if everything had been promised for the second in which it was said.
    await studio.atelier.db.tx((tx) =>
      tx.run(
        `UPDATE generation_predictions SET at = at - interval '10 seconds', finish_p50 = 1, finish_p90 = 1 WHERE generation_id = $1 AND cause = 'submit'`,
        [clip.id],
      ),
    );
    studio.fake.open();
    await studio.until('artist', clip.id);
    const [first, second] = await predictions(clip.id);
    expect(first).toMatchObject({ is_missed: true, evidence: { promisedSeconds: 1, faults: 0 } });
    expect(first?.started_at).toBeInstanceOf(Date);
    expect(second?.finished_at).toBeInstanceOf(Date);
    const evidence = first?.evidence as { actualSeconds: number; lateSeconds: number };
    expect(evidence.lateSeconds).toBeCloseTo(evidence.actualSeconds - 1, 6);
  }, 30_000);

  test('durations are learned by provider, model, resolution and seconds', async () => {
    const paces = await studio.atelier.db.read<{ samples: number; variance: number }>(
      `SELECT samples, variance FROM generation_paces WHERE provider = 'procedural' AND model = 'fake-1' AND resolution = '360p' AND seconds = 1`,
    );
    expect(paces).toHaveLength(1);
    expect(paces[0]?.samples).toBeGreaterThan(1);
  });

  test('a clip that nobody can make is told so, with the reason, and gets no promise', async () => {
    studio.fake.close();
    const clip = await studio.submitted('artist2', { prompt: 'hang in vain' });
    await studio.until('artist2', clip.id, ['processing', 'starting']);
    const set = (provider: string) =>
      studio.atelier.db.tx((tx) =>
        tx.run('UPDATE generation_generations SET provider = $2 WHERE id = $1', [clip.id, provider]),
      );
    await set('vanished');
    expect(await wait('artist2', clip.id)).toMatchObject({
      isPossible: false,
      obstacle: 'provider_gone',
      p90Seconds: null,
    });
    await set('procedural');
    studio.fake.open();
    const done = await studio.until('artist2', clip.id);
    expect(await wait('artist2', done.id)).toMatchObject({
      isPossible: true,
      position: null,
      reason: 'It has ended.',
    });
  }, 30_000);

  test('how well it held is public, by day, without single clips', async () => {
    const path = '/api/v1/generations/eta-accuracy';
    const { status, body } = await studio.atelier.request<{
      total: { predictions: number; finishes: { count: number; withinP90: number | null } } | null;
      byDay: { day: string }[];
    }>('GET', `${path}?days=7`);
    expect(status).toBe(200);
    expect(body.total?.predictions).toBeGreaterThan(0);
    expect(body.byDay.map(({ day }) => day)[0]).toMatch(/^\d{4}-\d\d-\d\d$/);
    if ((body.total?.finishes.count ?? 0) < 5) expect(body.total?.finishes.withinP90).toBeNull();
    expect((await studio.atelier.request('GET', `${path}?days=0`)).status).toBe(422);
    expect((await studio.atelier.request('GET', `${path}?days=1.5`)).status).toBe(422);
  });
});
