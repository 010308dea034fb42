import { Client } from 'pg';
import { LeaseService } from '../../src/modules/generation/pool/lease.service';
import { OutcomeService } from '../../src/modules/generation/pool/outcome.service';
import { RenderProcessor } from '../../src/modules/generation/pool/render.processor';
import { SweepProcessor } from '../../src/modules/generation/pool/sweep.processor';
import { enrollArtist } from '../support/artist';
import { originOf } from '../support/clips';
import { violations } from '../support/invariants';
import { PRICE, Studio, type Clip } from '../support/studio';

let studio: Studio;

beforeAll(async () => {
  studio = await Studio.start('generation_faults');
  await enrollArtist(studio.atelier, studio.program, 'artist2');
}, 60_000);
afterAll(() => studio?.stop());

describe('what goes wrong', () => {
  beforeEach(() => studio.fake.close());

  test('a passing fault is tried again and charged once', async () => {
    const before = await studio.quota('artist2');
    const done = await studio.until(
      'artist2',
      (await studio.submitted('artist2', { prompt: 'flaky weather' })).id,
    );
    expect(done).toMatchObject({ state: 'succeeded', faults: 1, failure: null });
    expect(await studio.quota('artist2')).toMatchObject({ balance: before.balance - PRICE, held: 0 });
  });

  const seedsOf = (id: string) =>
    studio.fake.submitted.flatMap(({ requestId, seed }) => (requestId.startsWith(id) ? [seed] : []));

  test('an unusable result is tried again with another seed, and the clip says which one made it', async () => {
    const { id, seed } = await studio.submitted('artist2', { prompt: 'unlucky number', seconds: 4 });
    const done = await studio.until('artist2', id);
    const [first, second] = seedsOf(id);
    expect(first).toBe(seed);
    expect(second).not.toBe(seed);
    expect(done).toMatchObject({ state: 'succeeded', faults: 1, seed: second, seedOrigin: 'drawn_again' });
  });

  test('a seed that was chosen stays, whatever came of it; so does the seed of a draft in its final', async () => {
    const { id } = await studio.submitted('artist2', { prompt: 'unlucky number', seconds: 4, seed: 77 });
    expect(await studio.until('artist2', id)).toMatchObject({ seed: 77, seedOrigin: 'chosen', faults: 1 });
    expect(seedsOf(id)).toEqual([77, 77]);
    const draft = await studio.submitted('artist2', { prompt: 'a lucky number', seconds: 4, draft: true });
    expect(draft).toMatchObject({ seedOrigin: 'drawn' });
    await studio.until('artist2', draft.id);
    const { body } = await studio.ask('POST', `/generations/${draft.id}/promote`, 'artist2', {});
    expect(body.generations[0]).toMatchObject({ seed: draft.seed, seedOrigin: 'chosen' });
    await studio.until('artist2', body.generations[0]?.id ?? '');
  });

  test.each([
    ['a policy violation is refused', 'policy violation', 'refused', 'CONTENT_POLICY'],
    ['an unreadable request fails', 'unreadable scribble', 'failed', 'INVALID_INPUT'],
    ['a broken renderer is given up at the third attempt', 'broken lamp', 'failed', 'TRANSIENT'],
    ['a clip of the wrong length is not delivered', 'short story', 'failed', 'BAD_OUTPUT'],
  ])('%s, and costs nothing', async (_name, prompt, state, code) => {
    const before = await studio.quota('artist2');
    const end = await studio.until('artist2', (await studio.submitted('artist2', { prompt, seconds: 4 })).id);
    expect(end).toMatchObject({ state, failure: { code }, files: null, available: [] });
    expect(await studio.quota('artist2')).toMatchObject({ balance: before.balance, held: 0 });
  });

  test('a clip that a renderer refuses leaves its artist the whole reasons, which a person hears an appeal against', async () => {
    const clip = await studio.submitted('artist2', { prompt: 'policy violation', seconds: 4 });
    await studio.until('artist2', clip.id, ['refused']);
    const reasons = async () =>
      (
        await studio.ask<{ items: { id: string; kind: string; canAppeal: boolean }[] }>(
          'GET',
          `/reasons?subjectId=${clip.id}`,
          'artist2',
        )
      ).body.items;
    const [statement] = await reasons();
    expect(statement).toMatchObject({
      kind: 'generation_refused',
      state: 'in_force',
      ground: 'model',
      automation: 'fully',
      facts: expect.stringContaining('It wrote: “'),
      canAppeal: true,
    });
    const grounds = { grounds: 'It is about the policy of a museum.' };
    const appeal = await studio.ask<{ id: string }>(
      'POST',
      `/reasons/${statement?.id}/appeals`,
      'artist2',
      grounds,
    );
    await studio.ask('POST', `/hearings/${appeal.body.id}/take`, 'reviewer', {});
    const said = { reasons: 'The prompt is in order; the renderer took a word for another.' };
    expect((await studio.ask('POST', `/hearings/${appeal.body.id}/overturn`, 'reviewer', said)).status).toBe(
      200,
    );
    expect(await reasons()).toMatchObject([{ state: 'annulled' }]);
  });

  test('a clip canceled while it renders stops and gives its credits back at once', async () => {
    const before = await studio.quota('artist2');
    const clip = await studio.submitted('artist2', { prompt: 'hang on' });
    await studio.until('artist2', clip.id, ['processing']);
    expect((await studio.quota('artist2')).held).toBe(PRICE);
    const canceled = await studio.ask<Clip>('POST', `/generations/${clip.id}/cancel`, 'artist2', {});
    expect(canceled).toMatchObject({ status: 200, body: { state: 'canceled', available: [] } });
    expect(await studio.quota('artist2')).toMatchObject({ balance: before.balance, held: 0 });
    expect((await studio.ask('POST', `/generations/${clip.id}/cancel`, 'artist2', {})).status).toBe(200);
    const stopped = Date.now() + 5_000;
    while (!studio.fake.canceled.includes(`fake-${clip.id}.1`) && Date.now() < stopped)
      await new Promise((r) => setTimeout(r, 50));
    expect(studio.fake.canceled).toContain(`fake-${clip.id}.1`);
    const late = await studio.ask<Clip>(
      'POST',
      `/generations/${(await studio.until('artist2', (await studio.submitted('artist2')).id)).id}/cancel`,
      'artist2',
      {},
    );
    expect(late).toMatchObject({ status: 409, body: { code: 'generation.wrong_state' } });
  });

  test('a silent worker loses its clip, the next one finishes it, and the late result is refused', async () => {
    const busy = await studio.submitted('artist2', { prompt: 'hang first' });
    await studio.until('artist2', busy.id, ['processing']);
    // The only place is taken, so the next clip is released but nobody takes it: the test plays the workers.
    const clip = await studio.submitted('artist2', { prompt: 'taken over' });
    await studio.until('artist2', clip.id, ['starting']);
    const leases = studio.atelier.app.get(LeaseService);
    const outcomes = studio.atelier.app.get(OutcomeService);
    const first = await leases.take({ generationId: clip.id, attempt: 1 });
    if (first === null) throw new Error('not taken');
    first.close();
    expect(await leases.take({ generationId: clip.id, attempt: 1 })).toBeNull();
    await studio.atelier.app.get(SweepProcessor).endOverdue();
    expect((await studio.clip('artist2', clip.id)).state).toBe('processing');
    await studio.atelier.db.tx((tx) =>
      tx.run(
        `UPDATE generation_leases SET expires_at = now() - interval '1 second' WHERE generation_id = $1`,
        [clip.id],
      ),
    );
    await studio.atelier.app.get(SweepProcessor).endOverdue();
    const old = { generationId: clip.id, fence: first.fence };
    expect(await outcomes.finish(old)).toBe(false);
    await studio.until('artist2', clip.id, ['starting']);
    const second = await leases.take({ generationId: clip.id, attempt: 2 });
    expect(second?.fence).toBe(first.fence + 1n);
    second?.close();
    const files = (['video', 'poster', 'sheet'] as const).map((kind) => ({
      generationId: clip.id, kind, key: `generations/${clip.id}/a2/${kind}`, sha256: '0'.repeat(64), bytes: 1n, contentType: 'x',
    })); // prettier-ignore
    const provenance = originOf(clip.id, studio.program, '0'.repeat(64));
    const delivered = { files, provenance };
    expect(await outcomes.succeed(old, delivered, 'late')).toBe(false);
    expect(await outcomes.fault(old, 'TRANSIENT', 'late')).toBe(false);
    const current = { generationId: clip.id, fence: second?.fence ?? 0n };
    expect(await outcomes.finish(current)).toBe(true);
    expect(await outcomes.succeed(current, delivered, 'fake-1')).toBe(true);
    expect(await outcomes.succeed(current, delivered, 'fake-1')).toBe(false);
    expect(await studio.clip('artist2', clip.id)).toMatchObject({ state: 'succeeded', faults: 1 });
    studio.fake.open();
    await studio.until('artist2', busy.id);
  });

  test('a clip past its deadline is stopped uncharged', async () => {
    const before = await studio.quota('artist2');
    const clip = await studio.submitted('artist2', { prompt: 'hang for ever' });
    await studio.until('artist2', clip.id, ['processing']);
    await studio.atelier.db.tx((tx) =>
      tx.run(`UPDATE generation_leases SET deadline_at = now() WHERE generation_id = $1`, [clip.id]),
    );
    await studio.atelier.app.get(SweepProcessor).endOverdue();
    expect(await studio.clip('artist2', clip.id)).toMatchObject({
      state: 'aborted',
      failure: { code: 'DEADLINE' },
    });
    expect(await studio.quota('artist2')).toMatchObject({ balance: before.balance, held: 0 });
  });

  test('a released clip whose job the queue has lost is enqueued again', async () => {
    const busy = await studio.submitted('artist2', { prompt: 'hang first' });
    await studio.until('artist2', busy.id, ['processing']);
    const clip = await studio.submitted('artist2');
    await studio.until('artist2', clip.id, ['starting']);
    const owner = new Client({ connectionString: studio.atelier.databaseUrl });
    await owner.connect();
    const lost = await owner.query('DELETE FROM bullmq.job WHERE id = $1', [`${clip.id}.1`]);
    await owner.end();
    expect(lost.rowCount).toBe(1);
    await studio.ask('POST', `/generations/${busy.id}/cancel`, 'artist2', {});
    await studio.atelier.app.get(SweepProcessor).enqueueUntaken(0);
    await studio.atelier.app.get(SweepProcessor).enqueueUntaken(0);
    expect(await studio.until('artist2', clip.id)).toMatchObject({ state: 'succeeded', faults: 0 });
  });
});

describe('in the end', () => {
  test('a process that stops hands its clip back, and that counts as nobody’s fault', async () => {
    studio.fake.close();
    const clip = await studio.submitted('artist2', { prompt: 'hang until the end' });
    await studio.until('artist2', clip.id, ['processing']);
    await studio.atelier.app.get(RenderProcessor).beforeApplicationShutdown();
    expect(await studio.until('artist2', clip.id, ['queued', 'starting'])).toMatchObject({
      faults: 0,
      progress: 0,
    });
    expect((await studio.ask('POST', `/generations/${clip.id}/cancel`, 'artist2', {})).status).toBe(200);
  });

  test('every standing check of generation and ledger returns no rows', async () => {
    expect(await violations(studio.atelier, 'generation-')).toEqual({});
    expect(await violations(studio.atelier, 'ledger-')).toEqual({});
  });
});
