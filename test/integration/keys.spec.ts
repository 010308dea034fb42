import { setTimeout as pause } from 'node:timers/promises';
import { KeysService } from '../../src/modules/access';
import { KeyClockService } from '../../src/modules/access/keys/key-clock.service';
import { startTestApp, type TestApp } from '../support/app';

interface KeyAnswer {
  readonly key: {
    readonly id: string;
    readonly state: string;
    readonly familyId: string;
    readonly stopsAt: string | null;
    readonly available: string[];
  };
  readonly secret: string;
  readonly code: string;
}

describe('API keys', () => {
  let atelier: TestApp;
  beforeAll(async () => {
    atelier = await startTestApp('keys');
  }, 60_000);
  afterAll(() => atelier?.stop());

  const ask: TestApp['request'] = (method, path, options) =>
    atelier.request(method, `/api/v1${path}`, options);
  const newKey = (body: object) =>
    ask<KeyAnswer>('POST', '/keys', { as: 'artist2', body: { scopes: ['generations:write'], ...body } });
  const made = (name: string) =>
    ask<KeyAnswer>('POST', '/keys', { as: 'artist', body: { name, scopes: ['generations:read'] } });
  const events = (name: string) =>
    atelier.db.read<{ payload: Record<string, unknown> }>(
      'SELECT payload FROM platform_events WHERE name = $1 ORDER BY id',
      [name],
    );

  it('open what their scopes say, and nothing of the portal', async () => {
    const { status, body } = await newKey({ name: 'studio', budget: 40 });
    expect(status).toBe(201);
    expect(body.secret).toMatch(/^atl_live_[0-9A-Za-z]{36}$/);
    expect(body.key).toMatchObject({ budget: 40, state: 'active', available: ['rotate', 'leak', 'revoke'] });
    expect(await ask('GET', '/session', { key: body.secret })).toMatchObject({
      status: 403,
      body: { code: 'access.scope_missing' },
    });
    expect((await ask('GET', '/keys', { key: body.secret })).status).toBe(403);
    expect(
      (await ask('POST', '/keys', { key: body.secret, body: { name: 'x', scopes: ['generations:read'] } }))
        .status,
    ).toBe(403);
    expect(await atelier.app.get(KeysService).card(body.key.id)).toMatchObject({
      personId: atelier.people.artist2.id,
      budget: 40n,
    });
    const told = (await events('access.key_created')).filter(({ payload }) => payload.keyId === body.key.id);
    expect(told).toEqual([
      {
        payload: expect.objectContaining({
          personId: atelier.people.artist2.id,
          budget: 40,
          rotatedFrom: null,
        }),
      },
    ]);
  });

  it('are shown once and stored as a hash', async () => {
    const { body } = await newKey({ name: 'hashed' });
    const list = await ask('GET', '/keys', { as: 'artist2' });
    expect(list.status).toBe(200);
    expect(JSON.stringify(list.body)).not.toContain(body.secret);
    const tables = ['access_keys', 'access_keys_history', 'platform_events', 'platform_idempotency'];
    for (const table of tables) {
      const rows = await atelier.db.read<{ text: string }>(`SELECT t::text AS text FROM ${table} t`);
      expect(
        rows.some(
          ({ text }) => text.includes(body.secret) || text.includes(Buffer.from(body.secret).toString('hex')),
        ),
      ).toBe(false);
    }
  });

  it('that nobody made, or that lie in the address, are refused', async () => {
    const { body } = await newKey({ name: 'address' });
    const wrong = body.secret.slice(0, -1) + (body.secret.endsWith('a') ? 'b' : 'a');
    expect(await ask('GET', '/session', { key: wrong })).toMatchObject({
      status: 401,
      body: { code: 'access.key_unknown' },
    });
    expect((await ask('GET', '/session', { key: 'anything' })).status).toBe(401);
    expect(await ask('GET', `/session?key=${body.secret}`)).toMatchObject({
      status: 400,
      body: { code: 'access.key_in_query' },
    });
  });

  it('beat the cookie: a bad key is refused whoever is signed in', async () => {
    expect((await ask('GET', '/session', { as: 'artist2', key: 'atl_live_bad' })).status).toBe(401);
  });

  it('stop for ever when revoked, and are told of once', async () => {
    const { body } = await newKey({ name: 'revoked' });
    for (let turn = 0; turn < 2; turn += 1) {
      expect(await ask('POST', `/keys/${body.key.id}/revoke`, { as: 'artist2', body: {} })).toMatchObject({
        status: 200,
        body: { state: 'revoked', available: [] },
      });
    }
    expect(await ask('GET', '/session', { key: body.secret })).toMatchObject({
      status: 401,
      body: { code: 'access.key_stopped' },
    });
    const told = (await events('access.key_stopped')).filter(({ payload }) => payload.keyId === body.key.id);
    expect(told).toEqual([
      { payload: expect.objectContaining({ reason: 'revoked', by: atelier.people.artist2.id }) },
    ]);
  });

  it('are not seen by other artists, and stopped by managers with a reason', async () => {
    const { body } = await newKey({ name: 'other' });
    expect((await ask('POST', `/keys/${body.key.id}/revoke`, { as: 'artist', body: {} })).status).toBe(404);
    expect((await ask('POST', `/keys/${body.key.id}/rotate`, { as: 'artist', body: {} })).status).toBe(404);
    expect(
      (await ask('POST', `/keys/${body.key.id}/stop`, { as: 'artist2', body: { reason: 'because' } })).status,
    ).toBe(403);
    expect((await ask('POST', `/keys/${body.key.id}/stop`, { as: 'manager', body: {} })).status).toBe(422);
    expect(
      await ask('POST', `/keys/${body.key.id}/stop`, {
        as: 'manager',
        body: { reason: 'Seen on a public page' },
      }),
    ).toMatchObject({ status: 200, body: { state: 'revoked' } });
    const list = await ask<{ items: { id: string }[] }>('GET', `/people/${atelier.people.artist2.id}/keys`, {
      as: 'manager',
    });
    expect(list.body.items.map(({ id }) => id)).toContain(body.key.id);
  });

  it('rotate with an overlap, once, and the clock ends it', async () => {
    const old = (await newKey({ name: 'rotated' })).body;
    const { status, body } = await ask<KeyAnswer>('POST', `/keys/${old.key.id}/rotate`, {
      as: 'artist2',
      body: {},
    });
    expect(status).toBe(201);
    expect(body.key).toMatchObject({ familyId: old.key.familyId, name: 'rotated', stopsAt: null });
    for (const { secret } of [old, body])
      expect((await ask('GET', '/session', { key: secret })).status).toBe(403);
    expect(await ask('POST', `/keys/${old.key.id}/rotate`, { as: 'artist2', body: {} })).toMatchObject({
      status: 409,
      body: { code: 'access.key_rotated' },
    });
    await atelier.db.tx((tx) =>
      tx.run(`UPDATE access_keys SET stops_at = now() - interval '1 second' WHERE id = $1`, [old.key.id]),
    );
    // What another hand wrote is seen within a second.
    await pause(1_050);
    expect(await ask('GET', '/session', { key: old.secret })).toMatchObject({
      status: 401,
      body: { code: 'access.key_stopped' },
    });
    await atelier.app.get(KeyClockService).retire();
    expect(await atelier.app.get(KeyClockService).retire()).toBe(0);
    expect(await atelier.app.get(KeysService).card(old.key.id)).toMatchObject({ state: 'revoked' });
    const told = (await events('access.key_stopped')).filter(({ payload }) => payload.keyId === old.key.id);
    expect(told).toEqual([{ payload: expect.objectContaining({ reason: 'rotated', by: 'system' }) }]);
  });

  it('that leaked stop in the same moment as their successor begins', async () => {
    const old = (await newKey({ name: 'leaked' })).body;
    const { body } = await ask<KeyAnswer>('POST', `/keys/${old.key.id}/rotate`, {
      as: 'artist2',
      body: { isLeaked: true },
    });
    expect((await ask('GET', '/session', { key: old.secret })).status).toBe(401);
    expect((await ask('GET', '/session', { key: body.secret })).status).toBe(403);
  });

  it('rotate once when two clicks arrive together', async () => {
    const old = (await newKey({ name: 'raced' })).body;
    const answers = await Promise.all(
      [1, 2, 3].map(() => ask('POST', `/keys/${old.key.id}/rotate`, { as: 'artist2', body: {} })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
  });

  it('expire', async () => {
    const { body } = await newKey({ name: 'short', expiresInDays: 1 });
    await atelier.db.tx((tx) =>
      tx.run('UPDATE access_keys SET expires_at = now() WHERE id = $1', [body.key.id]),
    );
    expect(await ask('GET', '/session', { key: body.secret })).toMatchObject({
      status: 401,
      body: { code: 'access.key_expired' },
    });
  });

  it.each([
    [{ name: 'x', expiresInDays: 366 }, 422],
    [{ name: 'x', scopes: [] }, 422],
    [{ name: 'x', scopes: ['everything'] }, 422],
    [{ name: 'x', budget: 0 }, 422],
    [{ name: '' }, 422],
  ])('cannot be made with %j', async (body, status) => {
    expect((await newKey(body)).status).toBe(status);
  });

  it('have one name each, and are 20 at most, however many are asked for at once', async () => {
    const twins = await Promise.all([made('same'), made('same')]);
    expect(twins.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const answers = await Promise.all(Array.from({ length: 24 }, (_, n) => made(`many ${n}`)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(19);
    expect(answers.filter(({ body }) => body.code === 'access.too_many_keys')).toHaveLength(5);
  });

  it('note their last use', async () => {
    const { body } = await newKey({ name: 'used' });
    await ask('GET', '/session', { key: body.secret });
    const { body: list } = await ask<{ items: { id: string; lastUsedAt: string | null }[] }>('GET', '/keys', {
      as: 'artist2',
    });
    expect(list.items.find(({ id }) => id === body.key.id)?.lastUsedAt).not.toBeNull();
  });
});
