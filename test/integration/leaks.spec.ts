import { createHash, generateKeyPairSync, randomInt, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BASE62, formatKey } from '../../src/modules/access/domain/key-format';
import { KeySecrets } from '../../src/modules/access/keys/key-secrets.service';
import { enrollArtist } from '../support/artist';
import { byKey, keyOf, newKey } from '../support/keys';
import { say } from '../support/remote-worker';
import { Studio } from '../support/studio';

const GITLAB = 'what GitLab sends us';
const SCAN = '/api/v1/integrations/github/secret-scanning';

/** GitHub as far as it concerns partners: publishes keys, can be made to fail, remembers what it was asked. */
class FakeGithub {
  private readonly pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private readonly server: Server;
  id = 'key-1';
  isDown = false;
  asked = 0;

  constructor() {
    this.server = createServer((request, response) => {
      this.asked += 1;
      const etag = `"${this.id}"`;
      if (this.isDown) response.writeHead(503).end();
      else if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
      else
        response.writeHead(200, { 'content-type': 'application/json', etag }).end(
          JSON.stringify({
            public_keys: [
              {
                key_identifier: this.id,
                key: this.pair.publicKey.export({ type: 'spki', format: 'pem' }),
                is_current: true,
              },
            ],
          }),
        );
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/keys`;
  }

  sign(body: string): string {
    return sign('sha256', Buffer.from(body), this.pair.privateKey).toString('base64');
  }

  close(): void {
    this.server.close();
  }
}

const github = new FakeGithub();
let studio: Studio;

beforeAll(async () => {
  studio = await Studio.start('leaks', {
    ATELIER_GITHUB_KEYS_URL: await github.listen(),
    ATELIER_GITLAB_TOKEN: GITLAB,
  });
  await enrollArtist(studio.atelier, studio.program, 'artist');
  studio.fake.close();
}, 60_000);
afterAll(async () => {
  await studio?.stop();
  github.close();
});

const random = () =>
  formatKey('live', Array.from({ length: 30 }, () => BASE62.charAt(randomInt(62))).join(''));
const report = (body: object) => studio.atelier.request('POST', '/api/v1/leaks', { body });
const scan = async (text: string, { signature = github.sign(text), id = github.id } = {}) => {
  const response = await fetch(`${studio.atelier.url}${SCAN}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'github-public-key-identifier': id,
      'github-public-key-signature': signature,
    },
    body: text,
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown>[] };
};
const match = (token: string, url = 'https://github.com/a/b/blob/main/.env', source = 'content') => ({ token, type: 'atelier_live_key', url, source }); // prettier-ignore
const stateOf = async (id: string) => (await keyOf(studio, 'artist', id)).state;

describe('a key that is sent where others can read it', () => {
  test('in an address is refused and stopped', async () => {
    const { key, secret } = await newKey(studio, 'artist');
    const { status, body } = await studio.atelier.request('GET', `/api/v1/generations?api_key=${secret}`);
    expect({ status, body }).toMatchObject({ status: 400, body: { code: 'access.key_in_query' } });
    expect(await stateOf(key.id)).toBe('quarantined');
  });

  test('in a body is refused and stopped, whoever sends it', async () => {
    const { key, secret } = await newKey(studio, 'artist');
    const { status, body } = await studio.submit('artist', { prompt: `a harbour ${secret} at dawn` });
    expect({ status, body }).toMatchObject({ status: 400, body: { code: 'access.key_in_body' } });
    expect(await stateOf(key.id)).toBe('quarantined');
    const text = `a harbour atl_live_${'a'.repeat(36)}`;
    expect((await studio.submit('artist', { prompt: text })).status).toBe(201);
  });
});

describe('a report from anybody', () => {
  test('stops the key, and its answer tells nothing', async () => {
    const { key, secret } = await newKey(studio, 'artist');
    const answers = [];
    for (const token of [secret, secret, random(), 'nonsense'])
      answers.push(await report({ token, where: 'a forum' }));
    for (const { status, body } of answers)
      expect({ status, body }).toEqual({ status: 202, body: answers[0]?.body });
    expect(await stateOf(key.id)).toBe('quarantined');
    expect((await byKey(studio, secret)).body).toMatchObject({ code: 'access.key_quarantined' });
    await studio.atelier.settle();
    const mails = await studio.atelier.db.read(`SELECT 1 FROM notice_notices WHERE kind = 'key.quarantined' AND text LIKE '%a forum%'`); // prettier-ignore
    expect(mails).toHaveLength(1);
  });

  test('is bounded per address', async () => {
    const statuses = [];
    for (let n = 0; n < 12; n += 1) statuses.push((await report({ token: random() })).status);
    expect(statuses.at(-1)).toBe(429);
  });

  test('knows where to go and what to look for', async () => {
    const { status, body, headers } = await studio.atelier.request<string>(
      'GET',
      '/.well-known/security.txt',
    );
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/plain');
    expect(body).toMatch(/^Contact: mailto:/);
    expect(body).toMatch(/^Expires: 20\d\d-/m);
    const pattern = await studio.atelier.request<{ pattern: string }>('GET', '/api/v1/leaks/pattern');
    expect(random()).toMatch(new RegExp(pattern.body.pattern));
  });
});

describe('a report from GitHub', () => {
  test('counts with the right signature over the very bytes only', async () => {
    const { key, secret } = await newKey(studio, 'artist');
    const text = JSON.stringify([match(secret)], null, 2);
    const wrong = [
      scan(text, { signature: github.sign(`${text}\n`) }),
      scan(text, { signature: '' }),
      scan(text, { signature: 'AAAA' }),
      scan(text, { id: 'unknown' }),
    ];
    for (const answer of wrong) expect((await answer).status).toBe(401);
    expect(await stateOf(key.id)).toBe('active');
    expect(await scan(text)).toEqual({
      status: 200,
      body: [{ token_hash: createHash('sha256').update(secret).digest('hex'), token_type: 'atelier_live_key', label: 'true_positive' }], // prettier-ignore
    });
    expect(await stateOf(key.id)).toBe('quarantined');
    // Delivered twice: the same answer, no second mail, no second line.
    const rows = () => studio.atelier.db.read('SELECT 1 FROM access_incident_notes');
    const before = (await rows()).length;
    expect((await scan(text)).body).toMatchObject([{ label: 'true_positive' }]);
    expect(await rows()).toHaveLength(before);
  });

  test('asks for keys once a minute at most', async () => {
    const before = github.asked;
    for (let n = 0; n < 5; n += 1) expect((await scan('[]', { id: `forged-${n}` })).status).toBe(401);
    expect(github.asked - before).toBeLessThanOrEqual(1);
  });

  test('of a thousand matches and two hundred keys is answered in time, junk and all', async () => {
    const secrets: string[] = [];
    const people = studio.atelier.people.artist.id;
    const maker = studio.atelier.app.get(KeySecrets);
    await studio.atelier.db.tx(async (tx) => {
      for (let n = 0; n < 200; n += 1) {
        const { secret, secretHash, pepper, prefix, lastFour } = maker.mint();
        secrets.push(secret);
        await tx.run(
          `INSERT INTO access_keys (id, person_id, family_id, name, state, pepper, prefix, last_four, secret_hash, scopes, expires_at)
           VALUES ($1, $2, $1, $1, 'active', $3, $4, $5, $6, '{generations:read}', now() + interval '1 day')`,
          [`key_bulk_${n}`, people, pepper, prefix, lastFour, secretHash],
        );
      }
    });
    const matches = [
      ...secrets.map((secret) => match(secret, '', 'a source of next year')),
      ...Array.from({ length: 400 }, () => match(random())),
      ...Array.from({ length: 400 }, (_, n) => match(`atl_live_${String(n).padStart(36, 'x')}`)),
    ];
    const { status, body } = await scan(JSON.stringify(matches));
    expect(status).toBe(200);
    expect(body).toHaveLength(1_000);
    expect(body.map(({ label }) => label === 'true_positive')).toEqual(matches.map((_, n) => n < 200));
    const [left] = await studio.atelier.db.read<{ count: number }>(
      `SELECT count(*)::int AS count FROM access_keys WHERE id LIKE 'key_bulk_%' AND state = 'active'`,
    );
    expect(left?.count).toBe(0);
  });

  test('of something else than a list is refused', async () => {
    for (const text of ['{}', '[1]', '[{"type":"x"}]']) expect((await scan(text)).status).toBe(422);
  });
});

describe('a report from GitLab', () => {
  const revoke = (body: object, authorization: string) =>
    studio.atelier.request('POST', '/api/v1/integrations/gitlab/revoke_tokens', {
      body,
      headers: { authorization },
    });

  test('counts with its token only', async () => {
    const { key, secret } = await newKey(studio, 'artist2');
    const body = [{ type: 'atelier_live_key', token: secret, location: 'https://gitlab.com/x' }];
    expect((await revoke(body, 'guess')).status).toBe(401);
    expect((await keyOf(studio, 'artist2', key.id)).state).toBe('active');
    for (const turn of [1, 2])
      expect({ turn, status: (await revoke(body, GITLAB)).status }).toEqual({ turn, status: 204 });
    expect((await keyOf(studio, 'artist2', key.id)).state).toBe('quarantined');
    const types = await studio.atelier.request<{ types: string[] }>(
      'GET',
      '/api/v1/integrations/gitlab/revocable_token_types',
    );
    expect(types.body.types).toContain('atelier_live_key');
  });
});

describe('a report of something that is no API key', () => {
  // Reports are ten a minute from one address; these are others.
  beforeEach(() => studio.atelier.db.tx((tx) => tx.run('DELETE FROM access_tries')));

  const report = (token: string, where = '') =>
    studio.atelier.request('POST', '/api/v1/leaks', { body: { token, where } });
  const told = async (as: 'artist' | 'manager', kind: string) => {
    await studio.atelier.settle();
    const { body } = await studio.ask<{ items: { kind: string; text: string }[] }>('GET', '/notices?limit=100', as); // prettier-ignore
    return body.items.filter((item) => item.kind === kind);
  };
  const acts = async (subject: string) => {
    const rows = await studio.atelier.db.read<{ act: string }>('SELECT act FROM audit_entries WHERE subject = $1 ORDER BY id', [subject]); // prettier-ignore
    return rows.map(({ act }) => act);
  };

  test('stops a worker’s key and its tokens, whichever of the two was found, and tells staff where', async () => {
    for (const which of ['key', 'token'] as const) {
      const { body } = await studio.ask<{ key: { id: string }; secret: string }>('POST', '/worker-keys', 'manager', { name: `box ${which}`, pool: 'cpu' }); // prettier-ignore
      const work = (bearer: string) =>
        say<{ token: string; code?: string }>(studio.atelier, bearer, 'register', {
          name: 'box',
          version: '1',
        });
      const registered = await work(body.secret);
      expect(registered.status).toBeLessThan(300);
      const found = which === 'key' ? body.secret : registered.body.token;
      expect((await report(found, 'https://paste.example/7')).status).toBe(202);
      expect(await work(body.secret)).toMatchObject({ status: 401, body: { code: 'access.worker_stopped' } });
      expect((await report(found, 'https://paste.example/7')).status).toBe(202);
      const notices = (await told('manager', 'worker.key_leaked')).filter(({ text }) => text.includes('paste.example/7')); // prettier-ignore
      expect(notices).toHaveLength(which === 'key' ? 1 : 2);
      expect(await acts(body.key.id)).toContain('access.stop_worker_key');
    }
  });

  test('ends a webhook’s secret: nobody can sign with it, and its owner takes a new one', async () => {
    type Hook = {
      id: string;
      secret: string;
      state: string;
      isSecretLeaked: boolean;
      previousUntil: string | null;
    };
    const made = await studio.ask<Hook>('POST', '/webhooks', 'artist', {
      url: 'https://hooks.example/in',
      events: ['key.stopped'],
    });
    const { id, secret } = made.body;
    const shown = async () =>
      (await studio.ask<{ items: Hook[] }>('GET', '/webhooks', 'artist')).body.items.find(
        (hook) => hook.id === id,
      );
    expect((await report(secret, 'https://gist.example/1')).status).toBe(202);
    await studio.atelier.settle();
    expect(await shown()).toMatchObject({ state: 'disabled', isSecretLeaked: true, previousUntil: null });
    expect(await told('artist', 'webhook.secret_leaked')).toHaveLength(1);
    expect(await acts(id)).toContain('webhook.end_leaked_secret');
    const fresh = await studio.ask<Hook>('POST', `/webhooks/${id}/rotate`, 'artist');
    expect(fresh.body).toMatchObject({ isSecretLeaked: false, previousUntil: null });
    expect((await studio.ask('POST', `/webhooks/${id}/resume`, 'artist')).status).toBe(200);
    const next = await studio.ask<Hook>('POST', `/webhooks/${id}/rotate`, 'artist');
    expect(next.body.previousUntil).not.toBeNull();
    expect((await report(fresh.body.secret)).status).toBe(202);
    await studio.atelier.settle();
    expect(await shown()).toMatchObject({ state: 'active', isSecretLeaked: false, previousUntil: null });
    expect(await told('artist', 'webhook.old_secret_leaked')).toHaveLength(1);
    const unknown = `whsec_${Buffer.from(formatKey('whs', 'q'.repeat(30))).toString('base64')}`;
    expect((await report(unknown)).status).toBe(202);
  });

  test('quarantines a test key like a live one', async () => {
    const { key, secret } = await newKey(studio, 'artist2', { kind: 'test' });
    expect(secret).toMatch(/^atl_test_/);
    expect((await report(secret)).status).toBe(202);
    expect((await keyOf(studio, 'artist2', key.id)).state).toBe('quarantined');
    expect(await studio.atelier.request('GET', '/api/v1/generations', { key: secret })).toMatchObject({
      status: 401,
      body: { code: 'access.key_quarantined' },
    });
  });
});

describe('a bait', () => {
  test('looks like any unknown key to who uses it, and alerts who laid it out', async () => {
    const { body } = await studio.ask<{ id: string; secret: string }>('POST', '/traps', 'manager', {
      place: 'the private example folder',
    });
    for (const turn of [1, 2])
      expect({ turn, ...(await byKey(studio, body.secret)) }).toMatchObject({ turn, status: 401, body: { code: 'access.key_unknown' } }); // prettier-ignore
    await studio.atelier.settle();
    const { body: list } = await studio.ask<{ items: { cause: string; reason: string }[] }>(
      'GET',
      '/incidents?cause=trap',
      'manager',
    );
    expect(list.items).toEqual([
      expect.objectContaining({ reason: expect.stringContaining('private example folder'), affected: 0 }),
    ]);
    const traps = await studio.ask<{ items: { sprungAt: string | null }[] }>('GET', '/traps', 'manager');
    expect(traps.body.items[0]?.sprungAt).not.toBeNull();
  });

  test('is laid by managers only', async () => {
    expect((await studio.ask('POST', '/traps', 'artist', { place: 'mine' })).status).toBe(403);
  });
});
