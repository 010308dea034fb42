import { createHash, randomUUID, type webcrypto } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';
import { KeyClockService } from '../../src/modules/access/keys/key-clock.service';
import { NONCE_LASTS, Nonces } from '../../src/modules/access/keys/nonces.service';
import { KeySecrets } from '../../src/modules/access/keys/key-secrets.service';
import type { Settings } from '../../src/platform/config/settings';
import { enrollArtist } from '../support/artist';
import { violations } from '../support/invariants';
import { byKey, keyOf, newKey } from '../support/keys';
import { quotaPlan } from '../support/program';
import { PRICE, Studio } from '../support/studio';

const SECRET = 'the secret of this installation as it is today';
const OLD_SECRET = 'the secret of this installation as it was last year';
/** A week of it is 70 credits; a month 300, of which a key may ask for 30 in an hour. */
const CREDITS = 70;

let studio: Studio;

beforeAll(async () => {
  studio = await Studio.start('keys-limits', {
    ATELIER_SECRET: SECRET,
    ATELIER_PREVIOUS_SECRETS: OLD_SECRET,
  });
  const plan = { ...quotaPlan, credits: CREDITS, concurrency: 40, queued: 400 };
  const published = await studio.ask('POST', `/programs/${studio.program}/quota-plans`, 'manager', plan);
  if (published.status !== 201) throw new Error(JSON.stringify(published.body));
  await enrollArtist(studio.atelier, studio.program, 'artist');
  await enrollArtist(studio.atelier, studio.program, 'artist2');
  studio.fake.close();
}, 60_000);
afterAll(() => studio?.stop());

const db = () => studio.atelier.db;
const statuses = (answers: readonly { status: number }[]): number[] =>
  answers.map(({ status }) => status).toSorted();

describe('what a key may ask for', () => {
  test('is 8 open clips, however many ask at once; each that ends makes room', async () => {
    const { key, secret } = await newKey(studio, 'artist');
    const answers = await Promise.all(Array.from({ length: 12 }, () => byKey(studio, secret)));
    expect(statuses(answers)).toEqual([...Array<number>(8).fill(201), ...Array<number>(4).fill(429)]);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.body).toMatchObject({ code: 'access.key_open_cap', available: 0, needed: 1 });
    const clip = answers.find(({ status }) => status === 201)?.body.generations[0]?.id ?? '';
    expect((await studio.ask('POST', `/generations/${clip}/cancel`, 'artist', {})).status).toBe(200);
    expect(await keyOf(studio, 'artist', key.id)).toMatchObject({ openClips: 7, spentThisHour: 7 * PRICE });
    expect((await byKey(studio, secret)).status).toBe(201);
    expect((await byKey(studio, secret)).status).toBe(429);
    // The portal is not bound by any of this.
    expect((await studio.submit('artist')).status).toBe(201);
  });

  test('is a tenth of a month’s grant in an hour, exactly, over all processes and requests', async () => {
    const { secret } = await newKey(studio, 'artist2', { openCap: 100 });
    const answers = await Promise.all(Array.from({ length: 20 }, () => byKey(studio, secret)));
    const month = Math.floor((CREDITS * 30) / 7);
    const most = Math.floor(month / 10 / PRICE);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(most);
    for (const { status, body } of answers) if (status !== 201) expect(body.code).toBe('access.key_hour_cap');
  });

  test('repeats its answer to a repeated request when the cap is reached', async () => {
    const { secret } = await newKey(studio, 'artist', { hourlyCap: PRICE });
    const first = await byKey(studio, secret, { 'idempotency-key': 'capped' });
    expect(first.status).toBe(201);
    expect((await byKey(studio, secret)).body.code).toBe('access.key_hour_cap');
    expect((await byKey(studio, secret, { 'idempotency-key': 'capped' })).body).toEqual(first.body);
  });

  test('begins anew with the hour, but not with the day', async () => {
    const { key, secret } = await newKey(studio, 'artist', { hourlyCap: PRICE, dailyCap: 2 * PRICE });
    const anHourLater = () =>
      db().tx((tx) =>
        tx.run(
          `UPDATE access_key_spend SET hour = greatest(hour - interval '1 hour', date_trunc('day', now(), 'UTC')) WHERE key_id = $1`,
          [key.id],
        ),
      );
    expect((await byKey(studio, secret)).status).toBe(201);
    expect((await byKey(studio, secret)).body.code).toBe('access.key_hour_cap');
    await anHourLater();
    const [{ at }] = (await db().read<{ at: number }>(`SELECT extract(hour FROM now() AT TIME ZONE 'UTC')::int AS at`)) as [{ at: number }]; // prettier-ignore
    if (at === 0) return; // in the first hour of a day there is no earlier hour of the same day
    expect((await byKey(studio, secret)).status).toBe(201);
    await anHourLater();
    expect((await byKey(studio, secret)).body.code).toBe('access.key_day_cap');
  });

  test('is one budget for its family: a rotation goes on with what is left', async () => {
    const old = await newKey(studio, 'artist', { budget: 3 * PRICE });
    expect((await byKey(studio, old.secret)).status).toBe(201);
    const { body } = await studio.ask<{ secret: string }>('POST', `/keys/${old.key.id}/rotate`, 'artist', {});
    await studio.atelier.settle();
    expect((await byKey(studio, body.secret)).status).toBe(201);
    expect((await byKey(studio, old.secret)).status).toBe(201);
    for (const secret of [old.secret, body.secret])
      expect(await byKey(studio, secret)).toMatchObject({
        status: 402,
        body: { code: 'ledger.insufficient', available: 0 },
      });
  });

  test('is nothing for a test key, which looks and does not spend', async () => {
    const { secret } = await newKey(studio, 'artist', { kind: 'test' });
    expect(secret).toMatch(/^atl_test_/);
    const looking = { key: secret };
    expect((await studio.atelier.request('GET', '/api/v1/generations', looking)).status).toBe(200);
    expect(await byKey(studio, secret)).toMatchObject({
      status: 403,
      body: { code: 'access.scope_missing' },
    });
  });

  test('is sixty spending calls a minute, and the answer says how long to wait', async () => {
    const { secret } = await newKey(studio, 'artist', { hourlyCap: PRICE });
    const answers = [];
    for (let turn = 0; turn < 61; turn += 1) answers.push(await byKey(studio, secret));
    const last = answers.at(-1);
    expect(last?.body.code).toBe('access.key_rate');
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
    // Until then it was its cap of the hour that refused; asking on and on may have made it suspect as well.
    expect(answers[5]?.body.code).toBe('access.key_hour_cap');
  });

  test('comes only from the networks and web pages that its owner named', async () => {
    const { key, secret } = await newKey(studio, 'artist', {
      networks: ['192.0.2.0/24'],
      origins: ['https://studio.example'],
    });
    expect(await byKey(studio, secret)).toMatchObject({
      status: 403,
      body: { code: 'access.network_not_allowed' },
    });
    const places = { networks: ['127.0.0.0/8', '::1'], origins: ['https://studio.example'] };
    expect((await studio.ask('PUT', `/keys/${key.id}/places`, 'artist', places)).status).toBe(200);
    expect((await studio.ask('PUT', `/keys/${key.id}/places`, 'artist2', places)).status).toBe(404);
    expect(
      await studio.ask('PUT', `/keys/${key.id}/places`, 'artist', { ...places, networks: ['nowhere'] }),
    ).toMatchObject({ status: 422, body: { code: 'access.not_a_network' } });
    expect(await byKey(studio, secret, { origin: 'https://elsewhere.example' })).toMatchObject({
      status: 403,
      body: { code: 'access.origin_not_allowed' },
    });
    expect((await byKey(studio, secret, { origin: 'https://studio.example' })).status).toBe(201);
  });

  test('is known by when, from where, by what and for what it was last used', async () => {
    const { key, secret } = await newKey(studio, 'artist');
    await studio.atelier.request('GET', '/api/v1/generations', {
      key: secret,
      headers: { 'user-agent': 'python-requests/2.31.0' },
    });
    const view = await keyOf(studio, 'artist', key.id);
    expect(view).toMatchObject({
      lastUsedFrom: '127.0.0.0/24',
      lastUsedBy: 'python-requests',
      lastUsedFor: 'GET /api/v1/generations',
    });
    expect(view.usage.at(-1)).toBe(1);
  });
});

describe('a key bound to its holder', () => {
  const makeProof = async (
    pair: { privateKey: webcrypto.CryptoKey; jwk: JWK },
    secret: string,
    claims: object = {},
    header: object = {},
  ): Promise<string> =>
    new SignJWT({
      htm: 'GET',
      htu: `${studio.atelier.url}/api/v1/generations`,
      ath: createHash('sha256').update(secret).digest('base64url'),
      jti: randomUUID(),
      iat: Math.floor(Date.now() / 1_000),
      nonce: studio.atelier.app.get(Nonces).now(),
      ...claims,
    })
      .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk: pair.jwk, ...header })
      .sign(pair.privateKey);
  const newPair = async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    return { privateKey, jwk: await exportJWK(publicKey) };
  };
  const look = (secret: string, proof: string | null, scheme = 'DPoP') =>
    studio.atelier.request('GET', '/api/v1/generations?limit=1', {
      headers: { authorization: `${scheme} ${secret}`, ...(proof === null ? {} : { dpop: proof }) },
    });

  test('opens with a proof for this very call, once, and with nothing else', async () => {
    const pair = await newPair();
    const { key, secret } = await newKey(studio, 'artist', { publicJwk: pair.jwk });
    expect(key).toMatchObject({ isBound: true, openCap: 64 });
    const [row] = await db().read<{ bound_to: string }>('SELECT bound_to FROM access_keys WHERE id = $1', [key.id]); // prettier-ignore
    expect(row?.bound_to).toBe(await calculateJwkThumbprint(pair.jwk));
    const proof = await makeProof(pair, secret);
    expect((await look(secret, proof)).status).toBe(200);
    expect(await look(secret, proof)).toMatchObject({
      status: 401,
      body: { code: 'access.proof_invalid', title: expect.stringContaining('used before') },
    });
    expect((await look(secret, null, 'Bearer')).body).toMatchObject({ code: 'access.key_is_bound' });
    expect((await look(secret, null)).body).toMatchObject({ code: 'access.proof_invalid' });
    const strangers = await newPair();
    const wrong: [string, Promise<string>][] = [
      ['another key pair', makeProof(strangers, secret)],
      ['htm', makeProof(pair, secret, { htm: 'POST' })],
      ['htu', makeProof(pair, secret, { htu: `${studio.atelier.url}/api/v1/keys` })],
      ['ath', makeProof(pair, `${secret}x`)],
      ['iat', makeProof(pair, secret, { iat: Math.floor(Date.now() / 1_000) - 400 })],
      ['jti', makeProof(pair, secret, { jti: 'short' })],
      ['cannot be verified', makeProof(pair, secret, {}, { typ: 'jwt' })],
      ['cannot be verified', makeProof(pair, secret, {}, { jwk: strangers.jwk })],
    ];
    for (const [says, made] of wrong) {
      const { status, body } = await look(secret, await made);
      expect({ status, body }).toMatchObject({ status: 401, body: { code: 'access.proof_invalid' } });
      expect(body.title).toContain(says);
    }
    const bearer = await newKey(studio, 'artist');
    expect((await look(bearer.secret, await makeProof(pair, bearer.secret))).body).toMatchObject({
      code: 'access.key_not_bound',
    });
  });

  test('asks for a nonce of its own, tells it in a header, and the next one with each answer', async () => {
    const pair = await newPair();
    const { secret } = await newKey(studio, 'artist', { publicJwk: pair.jwk });
    const old = studio.atelier.app.get(Nonces).now(Date.now() - 3 * NONCE_LASTS);
    for (const nonce of [undefined, 'made up by whoever asks', old]) {
      const refused = await look(secret, await makeProof(pair, secret, { nonce }));
      expect(refused).toMatchObject({ status: 401, body: { code: 'access.use_dpop_nonce' } });
      expect(refused.headers.get('www-authenticate')).toMatch(/^DPoP error="use_dpop_nonce", algs="ES256 /);
      const told = refused.headers.get('dpop-nonce');
      const taken = await look(secret, await makeProof(pair, secret, { nonce: told }));
      expect(taken.status).toBe(200);
      expect(taken.headers.get('dpop-nonce')).toBe(studio.atelier.app.get(Nonces).now());
    }
    const isSlow = await makeProof(pair, secret, { iat: Math.floor(Date.now() / 1_000) - 240 });
    expect((await look(secret, isSlow)).status).toBe(200);
    const wrong = await look(secret, await makeProof(pair, secret, { htm: 'POST' }));
    expect(wrong.headers.get('www-authenticate')).toContain('error="invalid_dpop_proof"');
    const bearer = await look(secret, null, 'Bearer');
    expect(bearer.headers.get('www-authenticate')).toContain('DPoP error="invalid_token"');
  });

  test('is made with a public key only', async () => {
    const { privateKey } = await newPair();
    const { status } = await studio.ask('POST', '/keys', 'artist', {
      name: 'private by mistake',
      scopes: ['generations:read'],
      publicJwk: await exportJWK(privateKey),
    });
    expect(status).toBe(422);
  });
});

describe('over time', () => {
  test('a key made under the secret before opens, and is hashed anew', async () => {
    const { key, secret } = await newKey(studio, 'artist');
    const old = new KeySecrets({
      secret: OLD_SECRET,
      dataDir: '',
      previousSecrets: [] as string[],
    } as Settings);
    await db().tx(
      (tx) =>
      tx.run('UPDATE access_keys SET secret_hash = $2, pepper = $3 WHERE id = $1', [key.id, old.hash(secret), old.pepper]), // prettier-ignore
    );
    expect((await studio.atelier.request('GET', '/api/v1/generations', { key: secret })).status).toBe(200);
    const [row] = await db().read<{ pepper: string }>('SELECT pepper FROM access_keys WHERE id = $1', [key.id]); // prettier-ignore
    expect(row?.pepper).not.toBe(old.pepper);
    expect((await studio.atelier.request('GET', '/api/v1/generations', { key: secret })).status).toBe(200);
  });

  test('owners are warned fourteen and three days before a key expires, once each', async () => {
    const { key } = await newKey(studio, 'artist', { expiresInDays: 10 });
    const clock = studio.atelier.app.get(KeyClockService);
    await clock.warn();
    expect(await clock.warn()).toBe(0);
    await db().tx((tx) => tx.run(`UPDATE access_keys SET expires_at = now() + interval '2 days' WHERE id = $1`, [key.id])); // prettier-ignore
    expect(await clock.warn()).toBe(1);
    await studio.atelier.settle();
    const told = await db().read<{ kind: string }>(
      `SELECT kind FROM notice_notices WHERE kind = 'key.expiring' AND person_id = $1 AND title LIKE '%' || (SELECT name FROM access_keys WHERE id = $2) || '%'`,
      [studio.atelier.people.artist.id, key.id],
    );
    expect(told).toHaveLength(2);
  });

  test('and the standing checks return no rows', async () => {
    for (const module of ['access-', 'generation-', 'ledger-', 'quota-'])
      expect(await violations(studio.atelier, module)).toEqual({});
  });
});
