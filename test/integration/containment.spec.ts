import { readFile } from 'node:fs/promises';
import { KeyClockService } from '../../src/modules/access/keys/key-clock.service';
import { WatchService } from '../../src/modules/access/watch/watch.service';
import { enrollArtist } from '../support/artist';
import { violations } from '../support/invariants';
import { byKey, keyOf, newKey } from '../support/keys';
import { quotaPlan } from '../support/program';
import { Studio, type Clip } from '../support/studio';

interface Incident {
  readonly id: string;
  readonly state: string;
  readonly cause: string;
  readonly keyId: string | null;
  readonly affected: number;
  readonly population: number;
  readonly available: string[];
  readonly timeline: { kind: string; actor: string; details: Record<string, unknown> }[];
  readonly sources: { network: string; calls: number }[];
  readonly evidence: Record<string, unknown>;
  readonly refusedSince: number;
}

let studio: Studio;

beforeAll(async () => {
  studio = await Studio.start('containment', { TRUSTED_PROXIES: '127.0.0.1,::1' });
  const plan = { ...quotaPlan, credits: 100_000, concurrency: 4, queued: 100 };
  const published = await studio.ask('POST', `/programs/${studio.program}/quota-plans`, 'manager', plan);
  if (published.status !== 201) throw new Error(JSON.stringify(published.body));
  await enrollArtist(studio.atelier, studio.program, 'artist');
  await enrollArtist(studio.atelier, studio.program, 'artist2');
  studio.fake.close();
}, 60_000);
afterAll(() => studio?.stop());

const watch = () => studio.atelier.app.get(WatchService);
const from = (secret: string, address: string, headers: Record<string, string> = {}) =>
  byKey(studio, secret, { 'x-forwarded-for': address, ...headers }, { prompt: 'hang' });
const incidentOf = async (keyId: string): Promise<Incident> => {
  const { body } = await studio.ask<{ items: Incident[] }>('GET', '/incidents?limit=100', 'manager');
  const found = body.items.find((item) => item.keyId === keyId);
  if (found === undefined) throw new Error(`no incident of ${keyId}`);
  return (await studio.ask<Incident>('GET', `/incidents/${found.id}`, 'manager')).body;
};
const signal = (name: string, mode: string) =>
  studio.ask('PUT', `/signals/${name}`, 'manager', { mode, reason: 'a test' });
const notices = async (
  as: 'artist' | 'artist2' | 'manager' | 'manager2',
): Promise<{ kind: string; text: string }[]> => {
  const { body } = await studio.ask<{ items: { kind: string; text: string }[] }>(
    'GET',
    '/notices?limit=100',
    as,
  );
  return body.items;
};

describe('a key that is used from everywhere', () => {
  test('is stopped, and only this key: its work is cancelled, everything else of its owner goes on', async () => {
    const leaked = await newKey(studio, 'artist');
    const other = await newKey(studio, 'artist');
    const own = await studio.submitted('artist', { prompt: 'hang' });
    const before = await studio.quota('artist');
    for (let n = 1; n <= 7; n += 1) await from(leaked.secret, `203.0.${n}.9`);
    await watch().flush();

    const refused = await from(leaked.secret, '203.0.113.9');
    expect(refused).toMatchObject({ status: 401, body: { code: 'access.key_quarantined' } });
    await studio.atelier.settle();
    expect((await studio.quota('artist')).held).toBe(before.held);
    expect((await studio.clip('artist', own.id)).state).not.toBe('canceled');
    expect((await studio.ask('GET', '/session', 'artist')).status).toBe(200);
    expect((await byKey(studio, other.secret)).status).toBe(201);

    const incident = await incidentOf(leaked.key.id);
    expect(incident).toMatchObject({ state: 'open', cause: 'signals', affected: 1, population: 3 });
    expect(refused.body).toMatchObject({ incident: incident.id });
    expect(incident.sources.length).toBeGreaterThanOrEqual(6);
    expect(incident.evidence).toMatchObject({ signals: expect.arrayContaining(['spread']) });
    expect(incident.timeline.map(({ kind }) => kind)).toEqual(['opened', 'generation.cancelled']);
    const { cancelled, creditsBack } = incident.timeline[1]?.details ?? {};
    expect(Number(cancelled)).toBeGreaterThanOrEqual(6);
    expect(creditsBack).toBe(2 * Number(cancelled));

    const told = (await notices('artist')).find(({ kind }) => kind === 'key.quarantined');
    for (const words of ['What still works', 'many networks', 'Replace']) expect(told?.text).toContain(words);
    expect((await notices('manager')).map(({ kind }) => kind)).toContain('incident.opened');
    expect((await notices('manager2')).map(({ kind }) => kind)).toContain('incident.opened');
    const acts = await studio.ask<{ items: { act: string; subject: string }[] }>(
      'GET',
      '/audit?limit=100',
      'manager',
    );
    expect(acts.body.items).toContainEqual(
      expect.objectContaining({ act: 'access.quarantine_key', subject: leaked.key.id }),
    );
  });

  test('has a successor by one click, and lies in quarantine all the same', async () => {
    const leaked = await newKey(studio, 'artist', { budget: 100 });
    for (let n = 1; n <= 7; n += 1) await from(leaked.secret, `198.51.${n}.9`);
    await watch().flush();
    expect((await keyOf(studio, 'artist', leaked.key.id)).available).toEqual(['replace']);
    const { status, body } = await studio.ask<{ secret: string }>(
      'POST',
      `/keys/${leaked.key.id}/rotate`,
      'artist',
      {},
    );
    expect(status).toBe(201);
    await studio.atelier.settle();
    expect((await byKey(studio, body.secret)).status).toBe(201);
    expect((await byKey(studio, leaked.secret)).status).toBe(401);
    expect(await keyOf(studio, 'artist', leaked.key.id)).toMatchObject({
      state: 'quarantined',
      available: [],
    });
    expect(await studio.ask('POST', `/keys/${leaked.key.id}/rotate`, 'artist', {})).toMatchObject({
      status: 409,
      body: { code: 'access.key_rotated' },
    });
  });
});

describe('a suspicion', () => {
  test('slows a key down, and passes by itself', async () => {
    const { key, secret } = await newKey(studio, 'artist2');
    expect((await from(secret, '192.0.2.1', { origin: 'https://elsewhere.example' })).status).toBe(201);
    await watch().flush();
    expect((await keyOf(studio, 'artist2', key.id)).state).toBe('throttled');
    await studio.atelier.settle();
    expect((await notices('artist2')).map(({ kind }) => kind)).toContain('key.throttled');
    // One clip is open, and one is what it may have.
    expect((await from(secret, '192.0.2.1')).body).toMatchObject({ code: 'access.key_open_cap' });
    await studio.atelier.db.tx((tx) =>
      tx.run(`UPDATE access_keys SET suspected_at = now() - interval '16 minutes' WHERE id = $1`, [key.id]),
    );
    await studio.atelier.db.tx((tx) => tx.run('DELETE FROM access_key_minutes WHERE key_id = $1', [key.id]));
    expect(await studio.atelier.app.get(KeyClockService).calm()).toBe(1);
    expect((await keyOf(studio, 'artist2', key.id)).state).toBe('active');
  });

  test('is only written down while its signal is observed, with what it would have led to', async () => {
    expect((await signal('spread', 'observe')).status).toBe(200);
    const { key, secret } = await newKey(studio, 'artist2');
    for (let n = 1; n <= 7; n += 1) await from(secret, `198.18.${n}.9`);
    await watch().flush();
    expect((await keyOf(studio, 'artist2', key.id)).state).toBe('active');
    const { body } = await studio.ask<{ items: { name: string; wouldHaveStopped: number }[] }>(
      'GET',
      '/signals',
      'manager',
    );
    expect(body.items.find(({ name }) => name === 'spread')).toMatchObject({
      mode: 'observe',
      wouldHaveStopped: 1,
    });
    expect((await signal('spread', 'enforce')).status).toBe(200);
    expect(
      (await studio.ask('PUT', '/signals/spread', 'artist', { mode: 'off', reason: 'mine' })).status,
    ).toBe(403);
    expect((await signal('no_such', 'off')).status).toBe(404);
  });

  test('of reading too often never stops a key', async () => {
    const { key, secret } = await newKey(studio, 'artist2');
    const looks = await Promise.all(
      Array.from({ length: 420 }, () =>
        studio.atelier.request('GET', '/api/v1/generations?limit=1', { key: secret }),
      ),
    );
    expect(looks.filter(({ status }) => status === 429).length).toBeGreaterThan(100);
    await watch().flush();
    expect((await keyOf(studio, 'artist2', key.id)).state).toBe('throttled');
  });

  test('of refused demand stops a key: that is a page which passes everybody’s requests on', async () => {
    const { key, secret } = await newKey(studio, 'artist2');
    await Promise.all(Array.from({ length: 200 }, () => byKey(studio, secret)));
    await watch().flush();
    expect((await keyOf(studio, 'artist2', key.id)).state).toBe('quarantined');
  });

  test('of a new network tells the owner once', async () => {
    const { secret, key } = await newKey(studio, 'artist2');
    await from(secret, '100.64.1.1');
    await watch().flush();
    await studio.atelier.db.tx((tx) =>
      tx.run(`UPDATE access_key_known SET first_at = now() - interval '1 day' WHERE family_id = $1`, [
        key.id,
      ]),
    );
    for (const address of ['100.65.1.1', '100.66.1.1']) {
      await from(secret, address);
      await watch().flush();
    }
    await studio.atelier.settle();
    expect((await notices('artist2')).filter(({ kind }) => kind === 'key.new_network')).toHaveLength(1);
  });
});

describe('an incident', () => {
  test('withholds what the key has made since, until somebody has looked', async () => {
    studio.fake.open();
    const { key, secret } = await newKey(studio, 'artist');
    const { body } = await byKey(studio, secret);
    const id = (body.generations[0] as Clip).id;
    expect((await studio.until('artist', id)).files).not.toBeNull();
    studio.fake.close();
    for (let n = 1; n <= 7; n += 1) await from(secret, `203.1.${n}.9`);
    await watch().flush();
    await studio.atelier.settle();
    expect(await studio.clip('artist', id)).toMatchObject({ isWithheld: true, files: null });
    const video = (as: 'artist' | 'manager') => studio.ask('GET', `/generations/${id}/video`, as);
    expect(await video('artist')).toMatchObject({ status: 403, body: { code: 'generation.withheld' } });
    expect((await video('manager')).status).toBe(200);
    expect((await studio.ask('POST', `/generations/${id}/keeper`, 'artist', { isKeeper: true })).status).toBe(
      403,
    );
    const incident = await incidentOf(key.id);
    expect(incident.timeline.at(-1)?.details).toMatchObject({ withheld: 1 });
    expect(incident.available).toEqual(['confirm', 'dismiss']);

    const closed = await studio.ask<Incident>('POST', `/incidents/${incident.id}/dismiss`, 'manager2', {
      reason: 'They were on tour with a VPN.',
    });
    expect(closed).toMatchObject({ status: 200, body: { state: 'dismissed', available: [] } });
    await studio.atelier.settle();
    expect((await video('artist')).status).toBe(200);
    // The key itself is never revived.
    expect((await byKey(studio, secret)).body).toMatchObject({ code: 'access.key_stopped' });
    expect((await notices('artist')).map(({ kind }) => kind)).toContain('incident.dismissed');
  });

  test('is opened by hand with a reason, by one manager for ten keys an hour at most', async () => {
    const keys = [];
    for (let n = 0; n < 11; n += 1)
      keys.push(await newKey(studio, 'artist2', { scopes: ['generations:read'] }));
    const stop = (id: string, as: 'manager' | 'manager2') =>
      studio.ask('POST', `/keys/${id}/quarantine`, as, { reason: 'Seen on a public page' });
    for (const { key } of keys.slice(0, 10)) expect((await stop(key.id, 'manager')).status).toBe(200);
    const last = keys.at(-1)?.key.id ?? '';
    expect(await stop(last, 'manager')).toMatchObject({
      status: 403,
      body: { code: 'access.second_person_needed' },
    });
    expect((await stop(last, 'manager2')).status).toBe(200);
    // Once more is the same incident.
    expect((await stop(last, 'manager2')).status).toBe(200);
    expect((await studio.ask('POST', `/keys/${last}/quarantine`, 'artist', { reason: 'mine' })).status).toBe(
      403,
    );
  });

  test('starts nothing of a submit that was being written when its key was stopped', async () => {
    const { key, secret } = await newKey(studio, 'artist', { openCap: 1 });
    const { body } = await byKey(studio, secret);
    const id = (body.generations[0] as Clip).id;
    // As if the event had been heard before the submit was committed.
    await studio.ask('POST', `/keys/${key.id}/quarantine`, 'manager2', { reason: 'a test' });
    await studio.atelier.settle();
    await studio.atelier.db.tx(async (tx) => {
      await tx.run(`UPDATE generation_generations SET key_id = $2 WHERE id = $1`, [id, key.id]);
    });
    const fresh = await studio.submitted('artist');
    await studio.atelier.db.tx((tx) =>
      tx.run('UPDATE generation_generations SET key_id = $2 WHERE id = $1', [fresh.id, key.id]),
    );
    await studio.atelier.db.tx((tx) =>
      tx.run('UPDATE access_key_spend SET open_clips = open_clips + 1 WHERE key_id = $1', [key.id]),
    );
    studio.fake.open();
    expect((await studio.until('artist', fresh.id)).state).toBe('canceled');
    studio.fake.close();
  });

  test('leaves the standing checks without a row', async () => {
    for (const module of ['access-', 'generation-', 'ledger-', 'quota-'])
      expect(await violations(studio.atelier, module)).toEqual({});
  });

  test('has a runbook', async () => {
    expect(await readFile('docs/runbooks/leaked-key.md', 'utf8')).toContain('blast radius');
  });
});
