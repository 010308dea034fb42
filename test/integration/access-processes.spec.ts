import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { boot, type RunningApp } from '../../src/boot';
import { readSettings } from '../../src/platform/config/env';
import { Settings } from '../../src/platform/config/settings';
import { PASSWORD, startTestApp, type TestApp } from '../support/app';

const PUBLIC = 'https://atelier.example';
const SHARED = { ATELIER_SECRET: 'one secret for every process of this test', PUBLIC_URL: PUBLIC };

let atelier: TestApp;
let other: RunningApp;
let folder: string;
/** The same API, answered by two processes. */
let urls: readonly [string, string];

const startOther = () =>
  boot(
    readSettings(Settings, {
      DATABASE_URL: atelier.databaseUrl,
      ATELIER_ROLES: 'api',
      ATELIER_DATA_DIR: folder,
      PORT: '0',
      LOG_LEVEL: 'fatal',
      ...SHARED,
    }),
  );

beforeAll(async () => {
  atelier = await startTestApp('access_processes', { env: SHARED });
  folder = await mkdtemp(path.join(os.tmpdir(), 'atelier-other-'));
  other = await startOther();
  urls = [atelier.url, other.url];
}, 60_000);
afterAll(async () => {
  await other?.stop();
  await atelier?.stop();
  await rm(folder, { recursive: true, force: true });
});

type Said = { status: number; code: string | undefined };
const post = async (url: string, route: string, body: object): Promise<Said> => {
  const response = await fetch(`${url}/api/v1${route}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return {
    status: response.status,
    code: text === '' ? undefined : (JSON.parse(text) as { code?: string }).code,
  };
};
const signIn = (url: string, email: string, password: string) => post(url, '/session', { email, password });
const later = (seconds: number) =>
  atelier.db.tx((tx) =>
    tx.run(
      `UPDATE access_tries SET last_at = last_at - make_interval(secs => $1), ends_at = ends_at - make_interval(secs => $1),
         times = ARRAY(SELECT x - make_interval(secs => $1) FROM unnest(times) x)`,
      [seconds],
    ),
  );

describe('guessing, over two processes', () => {
  const email = 'artist@example.org';

  test('is counted together, and no restart and no other sign-in takes it back', async () => {
    for (const [n, url] of [0, 1, 0, 1, 0].entries())
      expect(await signIn(urls[url] as string, email, `a wrong password ${n}`)).toMatchObject({
        status: 401,
      });
    for (const url of urls)
      expect(await signIn(url, email, PASSWORD)).toEqual({ status: 429, code: 'access.too_many_attempts' });
    expect((await signIn(urls[1], 'artist2@example.org', PASSWORD)).status).toBe(200);
    await other.stop();
    other = await startOther();
    urls = [atelier.url, other.url];
    for (const url of urls) expect((await signIn(url, email, PASSWORD)).status).toBe(429);
  });

  test('waits a minute, then two, then four; knocking meanwhile does not make it longer', async () => {
    for (const seconds of [60, 120, 240]) {
      await later(seconds - 5);
      expect((await signIn(urls[0], email, 'still a wrong password')).status).toBe(429);
      await later(6);
      expect((await signIn(urls[1], email, 'still a wrong password')).status).toBe(401);
    }
    await later(1_000);
    expect((await signIn(urls[0], email, PASSWORD)).status).toBe(200);
    expect((await signIn(urls[1], email, 'one wrong password after it')).status).toBe(401);
    expect((await signIn(urls[0], email, PASSWORD)).status).toBe(200);
  });

  test('from one network is twenty a minute, whoever is guessed at', async () => {
    await later(3_600);
    const answers = [];
    for (let n = 0; n < 22; n += 1)
      answers.push(
        (await signIn(urls[n % 2] as string, `nobody${n}@example.org`, 'a wrong password')).status,
      );
    expect(answers).toEqual([...Array<number>(20).fill(401), 429, 429]);
    await later(61);
    expect((await signIn(urls[0], email, PASSWORD)).status).toBe(200);
  });

  test('of many at once lets through what it may, not one more', async () => {
    await later(3_600);
    const guesses = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        signIn(urls[n % 2] as string, 'artist3@example.org', `wrong ${n} word`),
      ),
    );
    expect(guesses.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(7);
  });

  test('leaves neither an address nor a network in the table', async () => {
    const [row] = await atelier.db.read<{ text: string }>(
      `SELECT string_agg(t::text, ' ') AS text FROM access_tries t`,
    );
    expect(row?.text).not.toMatch(/example\.org|127\.0/);
  });
});

test('reports of leaks are ten a minute from one network, over both', async () => {
  const token = 'atl_live_000000000000000000000000000000000000';
  const answers = [];
  for (let n = 0; n < 12; n += 1)
    answers.push((await post(urls[n % 2] as string, '/leaks', { token })).status);
  expect(answers).toEqual([...Array<number>(10).fill(202), 429, 429]);
});

test('a proof of possession counts once, in whichever process; a nonce of one is good in the other', async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(publicKey);
  const made = await atelier.request<{ secret: string }>('POST', '/api/v1/keys', {
    as: 'artist2',
    body: { name: 'bound', scopes: ['generations:read'], publicJwk: jwk },
  });
  const { secret } = made.body;
  const prove = (nonce?: string) =>
    new SignJWT({
      htm: 'GET',
      htu: `${PUBLIC}/api/v1/generations`,
      ath: createHash('sha256').update(secret).digest('base64url'),
      jti: randomUUID(),
      iat: Math.floor(Date.now() / 1_000),
      ...(nonce !== undefined && { nonce }),
    })
      .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk })
      .sign(privateKey);
  const look = async (url: string, dpop: string) =>
    fetch(`${url}/api/v1/generations`, { headers: { authorization: `DPoP ${secret}`, dpop } });
  const asked = await look(urls[0], await prove());
  expect(asked.status).toBe(401);
  const proof = await prove(asked.headers.get('dpop-nonce') ?? '');
  expect((await look(urls[1], proof)).status).toBe(200);
  for (const url of urls) {
    const again = await look(url, proof);
    expect(again.status).toBe(401);
    expect(await again.json()).toMatchObject({ code: 'access.proof_invalid' });
  }
  const many = await prove(asked.headers.get('dpop-nonce') ?? '');
  const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => look(urls[n % 2] as string, many)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});
