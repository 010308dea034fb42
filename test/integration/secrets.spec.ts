import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateSync } from 'otplib';
import { Client } from 'pg';
import { tokenOfMail } from '../../scripts/lib/client.mjs';
import { startTestApp, PASSWORD, type TestApp } from '../support/app';

let atelier: TestApp;
let owner: Client;
let receiver: http.Server;
let base: string;
let log = '';
const answers: string[] = [];
const secrets = new Map<string, string>();
const write = process.stdout.write.bind(process.stdout);

beforeAll(async () => {
  process.stdout.write = (chunk: string | Uint8Array, ...rest: never[]) => {
    log += String(chunk);
    return write(chunk, ...rest);
  };
  receiver = http.createServer((_request, response) => response.end());
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  atelier = await startTestApp('secrets', {
    env: { LOG_LEVEL: 'trace', ATELIER_OUTGOING_HOSTS: '127.0.0.1' },
  });
  owner = new Client({ connectionString: atelier.databaseUrl });
  await owner.connect();
}, 60_000);
afterAll(async () => {
  process.stdout.write = write;
  await owner?.end();
  await atelier?.stop();
  await new Promise((resolve) => receiver.close(resolve));
});

const ask = async (
  method: string,
  path: string,
  ask: Parameters<TestApp['request']>[2],
): Promise<Record<string, unknown>> => {
  const answer = await atelier.request(method, `/api/v1${path}`, ask);
  answers.push(JSON.stringify(answer.body));
  return answer.body;
};

/** Ways back in, second factors and reports: what is sent here may be nowhere afterwards. */
async function recover(): Promise<void> {
  const outbox = {
    get: async (path: string) => (await atelier.request('GET', path, { as: 'manager' })).body,
  };
  const { email } = atelier.people.artist2;
  await ask('POST', '/account/reset', { body: { email } });
  await atelier.settle();
  const token = await tokenOfMail(outbox, email, '/reset');
  secrets.set('link of a reset', token);
  secrets.set('password of a reset', 'a phrase that came by mail 23');
  await ask('POST', '/account/reset/confirm', {
    body: { token, password: secrets.get('password of a reset') },
  });
  await ask('POST', '/account/reset/confirm', { body: { token, password: 'once more with the same link' } });
  const app = await ask('POST', '/account/code-app', { as: 'artist3' });
  const secret = String(app.secret);
  secrets.set('secret of a code app', secret);
  await ask('POST', '/account/code-app/confirm', { as: 'artist3', body: { code: generateSync({ secret }) } });
  const { codes } = await ask('POST', '/account/recovery-codes', { as: 'artist3' });
  for (const [n, code] of (codes as string[]).entries()) secrets.set(`recovery code ${n}`, code);
  const found = await ask('POST', '/keys', {
    as: 'artist3',
    body: { name: 'found', scopes: ['generations:read'] },
  });
  secrets.set('reported key', String(found.secret));
  await ask('POST', '/leaks', { body: { token: found.secret, where: 'https://paste.example/1' } });
  const box = await ask('POST', '/worker-keys', { as: 'manager', body: { name: 'box', pool: 'cpu' } });
  secrets.set('reported worker key', String(box.secret));
  await ask('POST', '/leaks', { body: { token: box.secret } });
  secrets.set('reported webhook', secrets.get('next webhook') ?? '');
  await ask('POST', '/leaks', { body: { token: secrets.get('next webhook') } });
  await atelier.settle();
}

/** Everything the database holds, as text, except mails: a mail is the way by which a link reaches its person. */
async function everyRow(): Promise<{ table: string; text: string }[]> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname IN ('public', 'bullmq') AND tablename <> 'notice_mails'`,
  );
  const tables: { table: string; text: string }[] = [];
  for (const { name } of rows) {
    const found = await owner.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
    tables.push({ table: name, text: found.rows.map(({ row }) => row).join('\n') });
  }
  return tables;
}

describe('secrets', () => {
  test('a run with every kind of secret', async () => {
    secrets.set('password', PASSWORD);
    secrets.set('session', atelier.people.artist.cookie.split('=')[1] ?? '');
    const person = { name: 'Ines', email: 'ines@example.org', password: 'a very own passphrase 4711' };
    secrets.set('new password', person.password);
    await ask('POST', '/people', { body: person });
    await ask('POST', '/session', { body: { email: person.email, password: 'a wrong passphrase 0815' } });
    secrets.set('mistyped password', 'a wrong passphrase 0815');
    const key = await ask('POST', '/keys', {
      as: 'artist',
      body: { name: 'one', scopes: ['generations:read'] },
    });
    secrets.set('key', String(key.secret));
    const { id } = key.key as { id: string };
    const next = await ask('POST', `/keys/${id}/rotate`, { as: 'artist', body: { isLeaked: true } });
    secrets.set('next key', String(next.secret));
    await ask('GET', '/quota', { key: String(next.secret) });
    await ask('GET', '/quota', { key: String(key.secret) });
    const hook = await ask('POST', '/webhooks', {
      as: 'artist',
      body: { url: `${base}/x`, events: ['key.stopped'] },
    });
    secrets.set('webhook', String(hook.secret));
    await ask('POST', `/webhooks/${String(hook.id)}/test`, { as: 'artist' });
    const fresh = await ask('POST', `/webhooks/${String(hook.id)}/rotate`, { as: 'artist' });
    secrets.set('next webhook', String(fresh.secret));
    await atelier.settle();
    await recover();
    for (const [name, value] of secrets) expect(`${name} ${value.length}`).toMatch(/ \d{2,}$/);
    answers.splice(0, answers.length, ...answers.filter((text) => !/"(?:secret|codes)":/.test(text)));
  });

  test('none is told in an error: not in a refusal, not in a fault of the input, not in an address', async () => {
    const key = secrets.get('next key') ?? '';
    const odd = { email: { deep: secrets.get('new password') }, password: [secrets.get('password')] };
    await ask('POST', '/session', { body: odd });
    await ask('POST', '/people', { body: { ...odd, extra: key, password: secrets.get('new password') } });
    await ask('GET', `/quota?key=${key}`, {});
    await ask('GET', `/works/${key}`, { key: `${key}x` });
    await ask('POST', '/keys', { as: 'artist', body: { name: 'one', scopes: [key] } });
    const raw = await fetch(`${atelier.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: `{"password": "${secrets.get('new password')}", broken`,
    });
    answers.push(await raw.text());
    const told = [...secrets].flatMap(([name, value]) =>
      answers.filter((text) => text.includes(value)).map((text) => `${name}: ${text}`),
    );
    expect(told).toEqual([]);
  });

  test('none lies in the database in clear, in no table, no event, no job, no entry of the log', async () => {
    await atelier.settle();
    const tables = await everyRow();
    expect(tables.length).toBeGreaterThan(40);
    expect(tables.find(({ table }) => table === 'public.audit_entries')?.text).toContain('access.create_key');
    for (const { table, text } of tables)
      for (const [name, value] of secrets)
        expect({ table, name, holds: text.includes(value) }).toEqual({ table, name, holds: false });
  });

  test('none is in the log, written at its most talkative', () => {
    expect(log.length).toBeGreaterThan(1_000);
    for (const [name, value] of secrets)
      expect({ name, holds: log.includes(value) }).toEqual({ name, holds: false });
  });
});
