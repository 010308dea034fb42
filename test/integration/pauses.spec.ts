import { PauseService } from '../../src/modules/program/pauses/pause.service';
import { enrollArtist } from '../support/artist';
import { violations } from '../support/invariants';
import { Studio } from '../support/studio';

interface Pause {
  readonly id: string;
  readonly state: string;
  readonly isInForce: boolean;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly people: number;
  readonly available: string[];
  readonly code?: string;
}

const REASON = 'The renderer signs with a wrong certificate.';
let studio: Studio;

beforeAll(async () => {
  studio = await Studio.start('pauses');
  await enrollArtist(studio.atelier, studio.program, 'artist');
  await enrollArtist(studio.atelier, studio.program, 'artist2');
}, 60_000);
afterAll(() => studio?.stop());

const propose = (as: 'manager' | 'manager2' | 'artist', minutes = 60) =>
  studio.ask<Pause>('POST', `/programs/${studio.program}/pauses`, as, { reason: REASON, minutes });
const act = (id: string, verb: string, as: 'manager' | 'manager2') =>
  studio.ask<Pause>('POST', `/pauses/${id}/${verb}`, as);
const log = async (as?: 'manager'): Promise<Pause[]> => {
  const path = `/api/v1/pauses?programId=${studio.program}`;
  return (await studio.atelier.request<{ items: Pause[] }>('GET', path, as === undefined ? {} : { as })).body
    .items;
};
const shift = (id: string, minutes: number) =>
  studio.atelier.db.tx((tx) =>
    tx.run(
      `UPDATE program_pauses SET starts_at = starts_at - make_interval(mins => $2), ends_at = ends_at - make_interval(mins => $2) WHERE id = $1`,
      [id, minutes],
    ),
  );

describe('a pause of a whole programme', () => {
  test('takes two managers and a reason; alone it is a proposal that nobody sees', async () => {
    expect((await propose('artist')).status).toBe(403);
    expect((await propose('manager', 241)).status).toBe(422);
    const { status, body } = await propose('manager');
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { state: 'proposed', available: ['withdraw'] },
    });
    expect((await propose('manager2')).body).toMatchObject({ code: 'program.pause_proposed' });
    expect((await act(body.id, 'confirm', 'manager')).body).toMatchObject({ code: 'program.own_pause' });
    expect(await log()).toEqual([]);
    expect((await studio.submit('artist')).status).toBe(201);
    expect((await act(body.id, 'withdraw', 'manager2')).body.state).toBe('withdrawn');
  });

  test('stops new clips, says until when, and nothing else', async () => {
    studio.fake.close();
    const waiting = await studio.submitted('artist', { prompt: 'hang' });
    const { body } = await propose('manager');
    expect((await act(body.id, 'confirm', 'manager2')).body).toMatchObject({
      state: 'active',
      isInForce: true,
      people: 2,
    });
    await studio.atelier.settle();
    const refused = await studio.submit('artist');
    expect(refused).toMatchObject({ status: 503, body: { code: 'program.paused', reason: REASON } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3_000);
    for (const path of ['/session', '/quota', '/generations', '/keys'])
      expect({ path, status: (await studio.ask('GET', path, 'artist')).status }).toEqual({
        path,
        status: 200,
      });
    expect(await log()).toEqual([expect.objectContaining({ isInForce: true, reason: REASON })]);
    studio.fake.open();
    expect((await studio.until('artist', waiting.id)).state).toBe('succeeded');

    // Going on is another pause by two, from the end of this one.
    const more = (await propose('manager2', 240)).body;
    const renewed = (await act(more.id, 'confirm', 'manager')).body;
    expect(renewed).toMatchObject({ state: 'active', isInForce: false });
    expect(renewed.startsAt).toBe((await log())[1]?.endsAt);
    expect((await act(more.id, 'end', 'manager')).body).toMatchObject({ state: 'ended', isInForce: false });
  });

  test('ends by itself, is made good once, and does not count as waiting', async () => {
    const [pause] = (await log()).filter(({ state }) => state === 'active');
    const id = pause?.id ?? '';
    const before = await studio.quota('artist');
    await shift(id, 61);
    const pauses = studio.atelier.app.get(PauseService);
    expect(await pauses.tend()).toBe(1);
    expect(await pauses.tend()).toBe(0);
    await studio.atelier.settle();
    const after = await studio.quota('artist');
    // One hour of a week of 5,000 credits, rounded up.
    expect(after.balance - before.balance).toBe(Math.ceil(5_000 / (7 * 24)));
    expect((await studio.submit('artist')).status).toBe(201);
    expect((await log()).every(({ state }) => state === 'ended')).toBe(true);
    const report = await studio.atelier.request<{ incidents: number; incidentsForAll: number }>(
      'GET',
      '/api/v1/reports/public',
    );
    expect(report.body).toMatchObject({ incidents: 0, incidentsForAll: 1 });
  });

  test('that nobody confirms in half an hour is over', async () => {
    const { body } = await propose('manager');
    await studio.atelier.db.tx((tx) =>
      tx.run(`UPDATE program_pauses SET proposed_at = now() - interval '31 minutes' WHERE id = $1`, [
        body.id,
      ]),
    );
    expect(await studio.atelier.app.get(PauseService).tend()).toBe(1);
    expect((await log('manager')).find(({ id }) => id === body.id)?.state).toBe('withdrawn');
  });

  test('leaves the standing checks without a row', async () => {
    for (const module of ['program-', 'generation-', 'ledger-', 'quota-'])
      expect(await violations(studio.atelier, module)).toEqual({});
  });
});
