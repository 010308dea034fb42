import { violations } from '../support/invariants';
import { ENDS, eventually, HostedRig } from '../support/hosted';

jest.setTimeout(120_000);

describe('clips that are made elsewhere', () => {
  const rig = new HostedRig();

  beforeAll(() => rig.start('hosted_clips'));
  beforeEach(() => rig.calm());
  afterAll(() => rig.stop());

  test('a clip is submitted, looked after, fetched, finished and charged once', async () => {
    const before = (await rig.quota()).available;
    const { id, credits, provider: maker } = await rig.submit('a quiet harbour');
    expect(maker).toBe('openai');
    const clip = await rig.until(id);
    expect(clip).toMatchObject({ state: 'succeeded', model: 'wan-2.2', faults: 0 });
    expect(clip.files?.bytes).toBeGreaterThan(1_000);
    expect((await rig.quota()).available).toBe(before - credits);
    expect(rig.openai.submits.filter(({ prompt }) => prompt === 'a quiet harbour')).toHaveLength(1);
    const video = await rig.atelier.request('GET', `/api/v1/generations/${id}/poster`, { as: 'artist' });
    expect(video.status).toBe(200);
  });

  test('why this provider is kept with the clip, one line for each', async () => {
    const { id } = await rig.submit('reasons');
    const { route } = (await rig.until(id)) as unknown as {
      route: { provider: string; verdict: string; says: string }[];
    };
    expect(Object.fromEntries(route.map((line) => [line.provider, line.verdict]))).toMatchObject({
      openai: 'chosen',
      fal: 'not_pinned',
    });
    expect(route.find((line) => line.verdict === 'chosen')?.says).toContain('pinned');
  });

  test('a refusal by policy ends it as refused, gives the credits back and tells the artist', async () => {
    const before = (await rig.quota()).available;
    const { id } = await rig.submit('against the policy');
    const clip = (await rig.until(id)) as unknown as {
      state: string;
      failure: { code: string; message: string };
    };
    expect(clip.state).toBe('refused');
    expect(clip.failure).toEqual({
      code: 'CONTENT_POLICY',
      message: 'The prompt shows what may not be shown.',
    });
    expect((await rig.quota()).available).toBe(before);
    await rig.atelier.settle();
    const notices = await rig.atelier.request<{ items: { title: string }[] }>('GET', '/api/v1/notices', {
      as: 'artist',
    });
    expect(JSON.stringify(notices.body)).toContain('refused by the model');
    expect((await rig.provider('openai')).state).toBe('closed');
  });

  test('a submit whose answer is lost is found again, not sent again', async () => {
    rig.openai.meet('submit', 'lost');
    const { id } = await rig.submit('answer lost on its way');
    expect(await rig.until(id)).toMatchObject({ state: 'succeeded', faults: 0 });
    expect(rig.openai.submits.filter(({ prompt }) => prompt === 'answer lost on its way')).toHaveLength(1);
  });

  test('a submit whose fate nobody can tell fails uncharged and is never sent again', async () => {
    await rig.pin('fal');
    const before = (await rig.quota()).available;
    rig.fal.meet('submit', 'lost');
    const { id } = await rig.submit('nobody can tell');
    await rig.until(id, ['processing']);
    await eventually(async () => {
      await rig.atelier.db.tx((tx) =>
        tx.run(`UPDATE generation_tickets SET next_look_at = now() WHERE state = 'doubtful'`),
      );
      await rig.round();
      return ENDS.includes((await rig.clip(id)).state);
    });
    const clip = (await rig.until(id)) as unknown as {
      state: string;
      failure: { code: string; message: string };
    };
    expect(clip).toMatchObject({ state: 'failed', failure: { code: 'LOST_SUBMIT' } });
    expect(clip.failure.message).toContain('Nothing was charged');
    expect((await rig.quota()).available).toBe(before);
    expect(rig.fal.submits.filter(({ prompt }) => prompt === 'nobody can tell')).toHaveLength(1);
  });

  test('a crash between submit and answer is reconciled by whoever comes next', async () => {
    const { id } = await rig.submit('hang for a power cut');
    await rig.until(id, ['processing']);
    await eventually(() => rig.openai.submits.at(-1)?.prompt === 'hang for a power cut');
    // As a process leaves it that dies before the answer: written down as about to leave, no ticket.
    await rig.atelier.db.tx((tx) =>
      tx.run(
        `UPDATE generation_tickets SET state = 'sending', ticket = NULL, next_look_at = now() WHERE generation_id = $1`,
        [id],
      ),
    );
    rig.openai.open();
    expect(await rig.until(id)).toMatchObject({ state: 'succeeded', failure: null });
    expect(rig.openai.submits.filter(({ prompt }) => prompt === 'hang for a power cut')).toHaveLength(1);
  });

  test('a bad file is tried again and given up at the third, uncharged', async () => {
    const before = (await rig.quota()).available;
    const { id } = await rig.submit('garbage');
    const clip = (await rig.until(id)) as unknown as {
      state: string;
      faults: number;
      failure: { code: string };
    };
    expect(clip).toMatchObject({ state: 'failed', faults: 3, failure: { code: 'BAD_OUTPUT' } });
    expect((await rig.quota()).available).toBe(before);
  });

  test('a clip that is canceled is stopped there too', async () => {
    const { id } = await rig.submit('hang until canceled');
    await rig.until(id, ['processing']);
    const job = (): unknown =>
      [...rig.openai.jobs.values()].find(({ prompt }) => prompt === 'hang until canceled');
    await eventually(async () => job() !== undefined);
    await rig.atelier.request('POST', `/api/v1/generations/${id}/cancel`, { as: 'artist' });
    await eventually(async () => job() === undefined);
    expect(job()).toBeUndefined();
  });

  test('afterwards every book balances', async () => {
    expect(await violations(rig.atelier, '')).toEqual({});
  });
});
