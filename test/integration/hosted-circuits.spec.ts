import { violations } from '../support/invariants';
import { ENDS, eventually, HostedRig, pause, type ProviderCard } from '../support/hosted';

jest.setTimeout(120_000);

describe('providers that are unwell', () => {
  const rig = new HostedRig();

  beforeAll(() => rig.start('hosted_circuits'));
  beforeEach(() => rig.calm());
  afterAll(() => rig.stop());

  test('a used up account pauses the provider and says what to do; its clips wait and go on when it is resumed', async () => {
    rig.openai.meet('submit', 'used_up');
    const { id } = await rig.submit('no money there');
    await eventually(async () => (await rig.provider('openai')).state === 'paused');
    const paused = await rig.provider('openai');
    expect(paused).toMatchObject({ state: 'paused', available: ['resume'], lastError: { code: 'QUOTA' } });
    expect(paused.advice).toContain('Add credit');
    expect(await rig.until(id, ['queued'])).toMatchObject({ state: 'queued', faults: 0 });
    const wait = await rig.atelier.request<{ obstacle: string; reason: string }>(
      'GET',
      `/api/v1/generations/${id}/wait`,
      { as: 'artist' },
    );
    expect(wait.body).toMatchObject({ obstacle: 'provider_paused' });
    // The next request goes to somebody else.
    expect((await rig.submit('hang elsewhere')).provider).not.toBe('openai');
    expect(
      (await rig.atelier.request('POST', '/api/v1/providers/openai/resume', { as: 'artist' })).status,
    ).toBe(403);
    const { body } = await rig.atelier.request<ProviderCard>('POST', '/api/v1/providers/openai/resume', {
      as: 'manager',
    });
    expect(body).toMatchObject({ state: 'closed', advice: null });
    expect((await rig.until(id)).state).toBe('succeeded');
    const history = await rig.atelier.request<{ items: { verb: string }[] }>(
      'GET',
      '/api/v1/providers/openai/history',
      { as: 'manager' },
    );
    expect(history.body.items.slice(0, 2).map(({ verb }) => verb)).toEqual(['resume', 'pause']);
  });

  test('too many requests: it is left alone as long as it asks, and no attempt counts', async () => {
    rig.openai.meet('submit', 'busy');
    const { id } = await rig.submit('one too many');
    expect(await rig.until(id)).toMatchObject({ state: 'succeeded', faults: 0 });
    expect((await rig.provider('openai')).lastError?.code).toBe('RATE_LIMITED');
  });

  test('five failures in a row open the circuit for all processes, and a probe closes it', async () => {
    rig.openai.meet('submit', ...Array.from({ length: 20 }, () => 'error' as const));
    const ids: string[] = [];
    for (const prompt of ['first', 'second', 'third']) ids.push((await rig.submit(prompt)).id);
    await eventually(async () => (await rig.provider('openai')).state === 'open');
    expect((await rig.provider('openai')).state).toBe('open');
    rig.openai.calm();
    await rig.atelier.db.tx((tx) =>
      tx.run(`UPDATE generation_providers SET retry_at = now() WHERE id = 'openai'`),
    );
    await rig.round();
    const states = await Promise.all(ids.map(async (id) => (await rig.until(id)).state));
    expect(states).toContain('succeeded');
    expect((await rig.provider('openai')).state).toBe('closed');
  });

  test.each(['fal', 'replicate'] as const)(
    'a signed webhook of %s brings the next look forward; nothing else does',
    async (key) => {
      await rig.pin(key);
      const vendor = rig.vendors[key];
      const { id } = await rig.submit('hang for a webhook');
      const ticketOf = async (): Promise<string | null> => {
        const rows = await rig.atelier.db.read<{ ticket: string | null }>(
          `SELECT ticket FROM generation_tickets WHERE generation_id = $1 AND state = 'submitted'`,
          [id],
        );
        return rows[0]?.ticket ?? null;
      };
      await eventually(async () => (await ticketOf()) !== null);
      const ticket = (await ticketOf()) ?? '';
      const later = (): Promise<number> =>
        rig.atelier.db.tx((tx) =>
          tx.run(`UPDATE generation_tickets SET next_look_at = now() + interval '1 hour' WHERE ticket = $1`, [
            ticket,
          ]),
        );
      // A look that began before this line writes the next one anew: only a calm ticket can be held back.
      await later();
      await pause(1_500);
      await later();
      vendor.open();
      const body = JSON.stringify({ id: ticket, request_id: ticket, status: 'OK' });
      const hook = (headers: Record<string, string>, content: string): Promise<Response> =>
        fetch(`${rig.atelier.url}/api/v1/vendor-hooks/${key}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: content,
        });
      const signed = vendor.webhookHeaders(ticket, body);
      expect((await hook(signed, body.replace('OK', 'NO'))).status).toBe(204);
      expect((await hook({}, body)).status).toBe(204);
      const stranger = JSON.stringify({ id: 'nobody', request_id: 'nobody' });
      expect((await hook(vendor.webhookHeaders('nobody', stranger), stranger)).status).toBe(204);
      await rig.round();
      expect((await rig.until(id, ['processing', ...ENDS])).state).toBe('processing');
      expect((await hook(signed, body)).status).toBe(204);
      expect((await rig.until(id)).state).toBe('succeeded');
    },
  );

  test('a provider of nobody’s is not found, and a self-test is shown', async () => {
    expect(
      (await rig.atelier.request('POST', '/api/v1/providers/nobody/pause', { as: 'manager' })).status,
    ).toBe(404);
    expect((await rig.atelier.request('GET', '/api/v1/providers', { as: 'artist' })).status).toBe(403);
    rig.openai.meet('look', 'forbidden');
    const ill = await rig.atelier.request<ProviderCard>('POST', '/api/v1/providers/openai/self-test', {
      as: 'manager',
    });
    expect(ill.body.ailment).toBe('It broke.');
    const well = await rig.atelier.request<ProviderCard>('POST', '/api/v1/providers/openai/self-test', {
      as: 'manager',
    });
    expect(well.body.ailment).toBeNull();
  });

  test('afterwards every book balances', async () => {
    expect(await violations(rig.atelier, '')).toEqual({});
  });
});
