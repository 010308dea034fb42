import { SweepProcessor } from '../../src/modules/generation/pool/sweep.processor';
import { DispatchService } from '../../src/modules/generation/pool/dispatch.service';
import { RoundService } from '../../src/modules/generation/hosted/round.service';
import { startTestApp, type TestApp } from '../support/app';
import { violations } from '../support/invariants';
import { openProgram } from '../support/program';
import type { Clip, Quota } from '../support/studio';
import { FalServer } from '../support/vendors/fal';
import { OpenAiServer } from '../support/vendors/openai';
import { ReplicateServer } from '../support/vendors/replicate';

jest.setTimeout(120_000);

const ENDS = ['succeeded', 'failed', 'canceled', 'aborted', 'expired', 'refused'];

interface Provider {
  readonly state: string;
  readonly advice: string | null;
  readonly doubtful: number;
  readonly lastError: { code: string; message: string } | null;
  readonly available: string[];
  readonly ailment: string | null;
}

describe('clips that are made elsewhere', () => {
  const openai = new OpenAiServer();
  const fal = new FalServer();
  const replicate = new ReplicateServer();
  const vendors = { openai, fal, replicate };
  let atelier: TestApp;
  let programId: string;

  beforeAll(async () => {
    for (const vendor of Object.values(vendors)) await vendor.start();
    const env = Object.assign({}, ...Object.values(vendors).map((vendor) => vendor.env())) as Record<
      string,
      string
    >;
    atelier = await startTestApp('hosted_providers', { env: { ...env, ATELIER_OLD_FFMPEG: 'allow' } });
    programId = (await openProgram(atelier)).id;
  });
  beforeEach(async () => {
    for (const vendor of Object.values(vendors)) {
      vendor.calm();
      vendor.close();
    }
    await atelier.db.tx((tx) =>
      tx.run(`UPDATE generation_providers SET state = 'closed', failures = 0, trips = 0, hold_until = NULL`),
    );
    await pin('openai');
  });
  afterAll(async () => {
    await atelier.stop();
    for (const vendor of Object.values(vendors)) await vendor.stop();
  });

  async function pin(key: string): Promise<void> {
    for (const one of ['procedural', 'openai', 'fal', 'replicate']) {
      const { status } = await atelier.request('PUT', `/api/v1/providers/${one}`, {
        as: 'manager',
        body: { isPinned: one === key },
      });
      expect(status).toBe(200);
    }
  }

  async function submit(prompt: string, more: object = {}): Promise<Clip & { provider: string }> {
    const body = {
      programId,
      prompt,
      seconds: 1,
      resolution: '360p',
      fps: 24,
      aspect: '16:9',
      draft: false,
      ...more,
    };
    const answer = await atelier.request<{ generations: (Clip & { provider: string })[] }>(
      'POST',
      '/api/v1/generations',
      { as: 'artist', body },
    );
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return answer.body.generations[0] as Clip & { provider: string };
  }

  async function until(
    id: string,
    states: readonly string[] = ENDS,
  ): Promise<Clip & Record<string, unknown>> {
    for (let turn = 0; turn < 900; turn += 1) {
      const { body } = await atelier.request<Clip & Record<string, unknown>>(
        'GET',
        `/api/v1/generations/${id}`,
        { as: 'artist' },
      );
      if (states.includes(body.state)) return body;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`${id} never came to ${states.join(', ')}`);
  }

  const quota = async (): Promise<Quota> =>
    (await atelier.request<Quota>('GET', `/api/v1/quota?programId=${programId}`, { as: 'artist' })).body;

  async function provider(key: string): Promise<Provider> {
    const { body } = await atelier.request<{ items: (Provider & { key: string })[] }>(
      'GET',
      '/api/v1/providers',
      { as: 'manager' },
    );
    return body.items.find((item) => item.key === key) as Provider;
  }

  const round = async (): Promise<void> => {
    await atelier.app.get(DispatchService).round();
    await atelier.app.get(RoundService).round();
  };

  test('a clip is submitted, looked after, fetched, finished and charged once', async () => {
    const before = (await quota()).available;
    const { id, credits, provider: maker } = await submit('a quiet harbour');
    expect(maker).toBe('openai');
    const clip = await until(id);
    expect(clip).toMatchObject({ state: 'succeeded', model: 'wan-2.2', faults: 0 });
    expect(clip.files?.bytes).toBeGreaterThan(1_000);
    expect((await quota()).available).toBe(before - credits);
    expect(openai.submits.filter(({ prompt }) => prompt === 'a quiet harbour')).toHaveLength(1);
    const video = await atelier.request('GET', `/api/v1/generations/${id}/poster`, { as: 'artist' });
    expect(video.status).toBe(200);
  });

  test('why this provider is kept with the clip, one line for each', async () => {
    const { id } = await submit('reasons');
    const { route } = (await until(id)) as unknown as {
      route: { provider: string; verdict: string; says: string }[];
    };
    expect(Object.fromEntries(route.map((line) => [line.provider, line.verdict]))).toMatchObject({
      openai: 'chosen',
      fal: 'not_pinned',
    });
    expect(route.find((line) => line.verdict === 'chosen')?.says).toContain('pinned');
  });

  test('a refusal by policy ends it as refused, gives the credits back and tells the artist', async () => {
    const before = (await quota()).available;
    const { id } = await submit('against the policy');
    const clip = (await until(id)) as unknown as {
      state: string;
      failure: { code: string; message: string };
    };
    expect(clip.state).toBe('refused');
    expect(clip.failure).toEqual({
      code: 'CONTENT_POLICY',
      message: 'The prompt shows what may not be shown.',
    });
    expect((await quota()).available).toBe(before);
    await atelier.settle();
    const notices = await atelier.request<{ items: { title: string }[] }>('GET', '/api/v1/notices', {
      as: 'artist',
    });
    expect(JSON.stringify(notices.body)).toContain('refused by the model');
    expect((await provider('openai')).state).toBe('closed');
  });

  test('a submit whose answer is lost is found again, not sent again', async () => {
    openai.meet('submit', 'lost');
    const { id } = await submit('answer lost on its way');
    expect(await until(id)).toMatchObject({ state: 'succeeded', faults: 0 });
    expect(openai.submits.filter(({ prompt }) => prompt === 'answer lost on its way')).toHaveLength(1);
  });

  test('a submit whose fate nobody can tell fails uncharged and is never sent again', async () => {
    await pin('fal');
    const before = (await quota()).available;
    fal.meet('submit', 'lost');
    const { id } = await submit('nobody can tell');
    await until(id, ['processing']);
    for (
      let turn = 0;
      turn < 400 && !ENDS.includes((await until(id, ['processing', ...ENDS])).state);
      turn += 1
    ) {
      await atelier.db.tx((tx) =>
        tx.run(`UPDATE generation_tickets SET next_look_at = now() WHERE state = 'doubtful'`),
      );
      await round();
    }
    const clip = (await until(id)) as unknown as {
      state: string;
      failure: { code: string; message: string };
    };
    expect(clip).toMatchObject({ state: 'failed', failure: { code: 'LOST_SUBMIT' } });
    expect(clip.failure.message).toContain('Nothing was charged');
    expect((await quota()).available).toBe(before);
    expect(fal.submits.filter(({ prompt }) => prompt === 'nobody can tell')).toHaveLength(1);
  });

  test('a crash between submit and answer is reconciled by whoever comes next', async () => {
    const { id } = await submit('hang for a crash');
    await until(id, ['processing']);
    for (let turn = 0; turn < 200 && openai.submits.at(-1)?.prompt !== 'hang for a crash'; turn += 1)
      await round();
    // As a process leaves it that dies before the answer: written down as about to leave, no ticket.
    await atelier.db.tx((tx) =>
      tx.run(
        `UPDATE generation_tickets SET state = 'sending', ticket = NULL, next_look_at = now() WHERE generation_id = $1`,
        [id],
      ),
    );
    openai.open();
    expect((await until(id)).state).toBe('succeeded');
    expect(openai.submits.filter(({ prompt }) => prompt === 'hang for a crash')).toHaveLength(1);
  });

  test('a used up account pauses the provider and says what to do; its clips wait and go on when it is resumed', async () => {
    openai.meet('submit', 'used_up');
    const { id } = await submit('no money there');
    for (let turn = 0; turn < 200 && (await provider('openai')).state !== 'paused'; turn += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    const paused = await provider('openai');
    expect(paused).toMatchObject({ state: 'paused', available: ['resume'], lastError: { code: 'QUOTA' } });
    expect(paused.advice).toContain('Add credit');
    expect(await until(id, ['queued'])).toMatchObject({ state: 'queued', faults: 0 });
    const wait = await atelier.request<{ obstacle: string; reason: string }>(
      'GET',
      `/api/v1/generations/${id}/wait`,
      { as: 'artist' },
    );
    expect(wait.body).toMatchObject({ obstacle: 'provider_paused' });
    // The next request goes to somebody else.
    expect((await submit('hang elsewhere')).provider).not.toBe('openai');
    expect((await atelier.request('POST', '/api/v1/providers/openai/resume', { as: 'artist' })).status).toBe(
      403,
    );
    const { body } = await atelier.request<Provider>('POST', '/api/v1/providers/openai/resume', {
      as: 'manager',
    });
    expect(body).toMatchObject({ state: 'closed', advice: null });
    expect((await until(id)).state).toBe('succeeded');
    const history = await atelier.request<{ items: { verb: string }[] }>(
      'GET',
      '/api/v1/providers/openai/history',
      { as: 'manager' },
    );
    expect(history.body.items.slice(0, 2).map(({ verb }) => verb)).toEqual(['resume', 'pause']);
  });

  test('too many requests: it is left alone as long as it asks, and no attempt counts', async () => {
    openai.meet('submit', 'busy');
    const { id } = await submit('one too many');
    expect(await until(id)).toMatchObject({ state: 'succeeded', faults: 0 });
    expect((await provider('openai')).lastError?.code).toBe('RATE_LIMITED');
  });

  test('five failures in a row open the circuit for all processes, and a probe closes it', async () => {
    openai.meet('submit', ...Array.from({ length: 5 }, () => 'error' as const));
    const ids = [(await submit('first of two')).id, (await submit('second of two')).id];
    for (let turn = 0; turn < 400 && (await provider('openai')).state !== 'open'; turn += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await provider('openai')).state).toBe('open');
    await atelier.db.tx((tx) =>
      tx.run(`UPDATE generation_providers SET retry_at = now() WHERE id = 'openai'`),
    );
    await round();
    const states = await Promise.all(ids.map(async (id) => (await until(id)).state));
    expect(states).toContain('succeeded');
    expect((await provider('openai')).state).toBe('closed');
  });

  test('a bad file is tried again and given up at the third, uncharged', async () => {
    const before = (await quota()).available;
    const { id } = await submit('garbage');
    const clip = (await until(id)) as unknown as { state: string; faults: number; failure: { code: string } };
    expect(clip).toMatchObject({ state: 'failed', faults: 3, failure: { code: 'BAD_OUTPUT' } });
    expect((await quota()).available).toBe(before);
  });

  test('a clip that is canceled is stopped there too', async () => {
    const { id } = await submit('hang until canceled');
    await until(id, ['processing']);
    const job = (): unknown =>
      [...openai.jobs.values()].find(({ prompt }) => prompt === 'hang until canceled');
    for (let turn = 0; turn < 200 && job() === undefined; turn += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    await atelier.request('POST', `/api/v1/generations/${id}/cancel`, { as: 'artist' });
    for (let turn = 0; turn < 400 && job() !== undefined; turn += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(job()).toBeUndefined();
  });

  test.each(['fal', 'replicate'] as const)(
    'a signed webhook of %s brings the next look forward; nothing else does',
    async (key) => {
      await pin(key);
      const vendor = vendors[key];
      const { id } = await submit('hang for a webhook');
      const ticketOf = async (): Promise<string | null> => {
        const rows = await atelier.db.read<{ ticket: string | null }>(
          `SELECT ticket FROM generation_tickets WHERE generation_id = $1 AND state = 'submitted'`,
          [id],
        );
        return rows[0]?.ticket ?? null;
      };
      for (let turn = 0; turn < 400 && (await ticketOf()) === null; turn += 1)
        await new Promise((resolve) => setTimeout(resolve, 25));
      const ticket = (await ticketOf()) ?? '';
      const later = (): Promise<number> =>
        atelier.db.tx((tx) =>
          tx.run(`UPDATE generation_tickets SET next_look_at = now() + interval '1 hour' WHERE ticket = $1`, [
            ticket,
          ]),
        );
      // A look that began before this line writes the next one anew: only a calm ticket can be held back.
      await later();
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await later();
      vendor.open();
      const body = JSON.stringify({ id: ticket, request_id: ticket, status: 'OK' });
      const hook = (headers: Record<string, string>, content: string): Promise<Response> =>
        fetch(`${atelier.url}/api/v1/vendor-hooks/${key}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: content,
        });
      const signed = vendor.webhookHeaders(ticket, body);
      expect((await hook(signed, body.replace('OK', 'NO'))).status).toBe(204);
      expect((await hook({}, body)).status).toBe(204);
      const stranger = JSON.stringify({ id: 'nobody', request_id: 'nobody' });
      expect((await hook(vendor.webhookHeaders('nobody', stranger), stranger)).status).toBe(204);
      await round();
      expect((await until(id, ['processing', ...ENDS])).state).toBe('processing');
      expect((await hook(signed, body)).status).toBe(204);
      expect((await until(id)).state).toBe('succeeded');
    },
  );

  test('a provider of nobody’s is not found, and a self-test is shown', async () => {
    expect((await atelier.request('POST', '/api/v1/providers/nobody/pause', { as: 'manager' })).status).toBe(
      404,
    );
    expect((await atelier.request('GET', '/api/v1/providers', { as: 'artist' })).status).toBe(403);
    openai.meet('look', 'forbidden');
    const ill = await atelier.request<Provider>('POST', '/api/v1/providers/openai/self-test', {
      as: 'manager',
    });
    expect(ill.body.ailment).toBe('It broke.');
    const well = await atelier.request<Provider>('POST', '/api/v1/providers/openai/self-test', {
      as: 'manager',
    });
    expect(well.body.ailment).toBeNull();
  });

  test('afterwards every book balances', async () => {
    await atelier.app.get(SweepProcessor).sweep();
    expect(await violations(atelier, '')).toEqual({});
  });
});
