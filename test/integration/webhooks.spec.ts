import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { WebhookSender } from '../../src/modules/notice/webhooks/webhook-sender.service';
import { startTestApp, type Answer, type CastName, type TestApp } from '../support/app';
import { earn, fundedProgram, until } from '../support/payouts';

interface Received {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}
interface Hook {
  readonly id: string;
  readonly secret: string;
  readonly state: string;
  readonly failures: number;
  readonly skipped: number;
  readonly available: string[];
  readonly code?: string;
}
interface Delivery {
  readonly id: string;
  readonly event: string;
  readonly state: string;
  readonly data: Record<string, unknown>;
  readonly tries: { status: number | null; fault: string | null }[];
}

let atelier: TestApp;
let program: string;
let receiver: http.Server;
let base: string;
let received: Received[] = [];
/** What the endpoint answers next, by path. */
const answers = new Map<string, number>();

beforeAll(async () => {
  receiver = http.createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers as Record<string, string>, body });
      response.writeHead(answers.get(request.url ?? '') ?? 204, { location: 'https://10.0.0.1/' }).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  atelier = await startTestApp('webhooks', { env: { ATELIER_OUTGOING_HOSTS: '127.0.0.1' } });
  program = await fundedProgram(atelier);
}, 60_000);
afterAll(async () => {
  await atelier?.stop();
  await new Promise((resolve) => receiver.close(resolve));
});
beforeEach(() => {
  received = [];
});

const ask = <T = Hook>(as: CastName, method: string, path: string, body?: object): Promise<Answer<T>> =>
  atelier.request<T>(method, `/api/v1/webhooks${path}`, { as, ...(body && { body }) });

async function create(as: CastName, path: string, events = ['earning.created']): Promise<Hook> {
  const answer = await ask(as, 'POST', '', { url: `${base}${path}`, events });
  expect(answer.status).toBe(201);
  return answer.body;
}
const log = async (as: CastName, id: string): Promise<Delivery[]> =>
  (await ask<{ items: Delivery[] }>(as, 'GET', `/${id}/deliveries`)).body.items;
const at = (path: string): Received[] => received.filter((one) => one.path === path);
const arrival = (path: string, count = 1): Promise<Received[]> =>
  until(`${count} at ${path}`, async () => at(path).length >= count && at(path));
const delivered = (as: CastName, id: string, state: string): Promise<Delivery> =>
  until(`a delivery in ${state}`, async () => (await log(as, id)).find((one) => one.state === state));
/** Lets the time until the next try pass. */
const due = async (id: string): Promise<void> => {
  await atelier.db.tx((tx) =>
    tx.run('UPDATE notice_webhook_deliveries SET next_try_at = now() WHERE id = $1', [id]),
  );
  await atelier.app.get(WebhookSender).deliver(id);
};

describe('webhooks', () => {
  test('what an artist earned arrives signed, and only theirs', async () => {
    const mine = await create('artist', '/mine');
    await create('artist2', '/theirs');
    expect(mine.secret).toMatch(/^whsec_YXRsX3doc1[A-Za-z0-9+/]{49}=$/);
    await earn(atelier, 'artist', program);
    const [message] = await arrival('/mine');
    const body = new Webhook(mine.secret).verify(message?.body ?? '', message?.headers ?? {}) as {
      type: string;
      data: Record<string, unknown>;
    };
    expect(body).toMatchObject({
      type: 'earning.created',
      data: { personId: atelier.people.artist.id, currency: 'EUR' },
    });
    const row = await delivered('artist', mine.id, 'delivered');
    expect(row).toMatchObject({ id: message?.headers['webhook-id'], tries: [{ status: 204, fault: null }] });
    await atelier.settle();
    expect(at('/theirs')).toEqual([]);
    expect(at('/mine')).toHaveLength(1);
  });

  test('the secret is shown once, and lies sealed', async () => {
    const hook = await create('artist3', '/sealed');
    const shown = await ask<{ items: object[] }>('artist3', 'GET', '');
    expect(JSON.stringify(shown.body)).not.toContain('whsec_');
    const [row] = await atelier.db.read<{ secret: Buffer }>(
      'SELECT secret FROM notice_webhooks WHERE id = $1',
      [hook.id],
    );
    expect(String(row?.secret)).not.toContain(hook.secret.slice(6, 20));
    await ask('artist3', 'DELETE', `/${hook.id}`);
    const [gone] = await atelier.db.read<{ secret: Buffer | null }>(
      'SELECT secret FROM notice_webhooks WHERE id = $1',
      [hook.id],
    );
    expect(gone?.secret).toBeNull();
    expect((await ask('artist3', 'POST', `/${hook.id}/test`)).status).toBe(404);
  });

  test('after a rotation both secrets verify; a message altered on its way does not', async () => {
    const hook = await create('artist', '/rotated');
    const { body: fresh } = await ask('artist', 'POST', `/${hook.id}/rotate`);
    expect(fresh.secret).not.toBe(hook.secret);
    expect((await ask<Delivery>('artist', 'POST', `/${hook.id}/test`)).body.state).toBe('delivered');
    const [message] = at('/rotated');
    for (const secret of [hook.secret, fresh.secret])
      expect(new Webhook(secret).verify(message?.body ?? '', message?.headers ?? {})).toMatchObject({
        type: 'webhook.test',
      });
    expect(() => new Webhook(fresh.secret).verify(`${message?.body} `, message?.headers ?? {})).toThrow(
      /signature/,
    );
    await atelier.db.tx((tx) =>
      tx.run(`UPDATE notice_webhooks SET previous_until = now() - interval '1 second' WHERE id = $1`, [
        hook.id,
      ]),
    );
    await ask('artist', 'POST', `/${hook.id}/test`);
    const later = at('/rotated').at(-1);
    expect(() => new Webhook(hook.secret).verify(later?.body ?? '', later?.headers ?? {})).toThrow(
      /signature/,
    );
  });

  test('a failing endpoint is tried again under the same id; a redirect is a failure and is not followed', async () => {
    const hook = await create('artist2', '/flaky');
    answers.set('/flaky', 302);
    await earn(atelier, 'artist2', program);
    await arrival('/flaky');
    const first = await until('the try', async () =>
      (await log('artist2', hook.id)).find(({ tries }) => tries.length === 1),
    );
    expect(first).toMatchObject({ state: 'queued', tries: [{ status: 302 }] });
    answers.set('/flaky', 500);
    await due(first.id);
    answers.set('/flaky', 200);
    await due(first.id);
    const [row] = await log('artist2', hook.id);
    expect(row).toMatchObject({
      state: 'delivered',
      tries: [{ status: 302 }, { status: 500 }, { status: 200 }],
    });
    expect(new Set(at('/flaky').map(({ headers }) => headers['webhook-id']))).toEqual(new Set([first.id]));
    await due(first.id);
    expect(at('/flaky')).toHaveLength(3);
    const again = await ask<Delivery>('artist2', 'POST', `/${hook.id}/deliveries/${first.id}/resend`);
    expect(again.status).toBe(200);
    await arrival('/flaky', 4);
  });

  test('an endpoint that says it is gone is disabled, its owner is told, and can resume it', async () => {
    const hook = await create('artist3', '/gone');
    answers.set('/gone', 410);
    await earn(atelier, 'artist3', program);
    await delivered('artist3', hook.id, 'failed');
    await atelier.settle();
    const { body } = await ask<{ items: Hook[] }>('artist3', 'GET', '');
    expect(body.items.find(({ id }) => id === hook.id)).toMatchObject({
      state: 'disabled',
      available: ['resume', 'remove'],
    });
    const notices = await atelier.request<{ items: { kind: string; title: string }[] }>(
      'GET',
      '/api/v1/notices',
      { as: 'artist3' },
    );
    expect(notices.body.items.map(({ kind }) => kind)).toContain('webhook.disabled');
    answers.set('/gone', 204);
    const resumed = await ask('artist3', 'POST', `/${hook.id}/resume`);
    expect(resumed.body).toMatchObject({ state: 'active', failures: 0 });
    await earn(atelier, 'artist3', program);
    await arrival('/gone', 2);
  });

  test('managers hear of everybody, of what the table gives to staff, and only as long as they manage', async () => {
    const hook = await create('manager2', '/staff', ['feedback.moved']);
    const refused = await ask('manager2', 'POST', '', { url: `${base}/pay`, events: ['payout.moved'] });
    expect(refused.body.code).toBe('notice.event_not_yours');
    await earn(atelier, 'artist', program);
    const [message] = await arrival('/staff');
    expect(JSON.parse(message?.body ?? '')).toMatchObject({
      type: 'feedback.moved',
      data: { verb: 'accept' },
    });
    await atelier.db.tx((tx) =>
      tx.run(`UPDATE access_people SET roles = '{reviewer}' WHERE id = $1`, [atelier.people.manager2.id]),
    );
    await earn(atelier, 'artist', program);
    await until('the end', async () => {
      const [row] = await atelier.db.read<{ state: string }>(
        'SELECT state FROM notice_webhooks WHERE id = $1',
        [hook.id],
      );
      return row?.state === 'disabled';
    });
    expect(at('/staff')).toHaveLength(1);
  });

  test('a paused endpoint hears nothing but tests; what it missed is written down and sent when its owner says so', async () => {
    const hook = await create('admin', '/paused', ['feedback.moved']);
    expect((await ask('admin', 'POST', `/${hook.id}/pause`)).body.state).toBe('paused');
    expect((await ask('admin', 'POST', `/${hook.id}/pause`)).status).toBe(200);
    for (let count = 0; count < 3; count += 1) await earn(atelier, 'artist', program);
    expect(at('/paused')).toEqual([]);
    expect((await ask<Delivery>('admin', 'POST', `/${hook.id}/test`)).body.tries).toMatchObject([
      { status: 204 },
    ]);
    await atelier.settle();
    const shown = async () =>
      (await ask<{ items: Hook[] }>('admin', 'GET', '')).body.items.find(({ id }) => id === hook.id);
    const missed = (await log('admin', hook.id)).filter(({ state }) => state === 'skipped');
    expect(missed.map(({ event, tries }) => [event, tries])).toEqual(
      missed.map(() => ['feedback.moved', []]),
    );
    expect(missed.length).toBeGreaterThanOrEqual(3);
    expect(await shown()).toMatchObject({ state: 'paused', skipped: missed.length });
    const one = missed.at(-1) as Delivery;
    await ask('admin', 'POST', `/${hook.id}/deliveries/${one.id}/resend`);
    expect(at('/paused')).toHaveLength(1); // the test alone: it is still paused
    await ask('admin', 'POST', `/${hook.id}/resume`);
    await due(one.id);
    const sent = await ask<{ resent: number }>('admin', 'POST', `/${hook.id}/resend-skipped`);
    expect(sent.body.resent).toBe(missed.length - 1);
    const ids = (await arrival('/paused', 1 + missed.length)).map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids.slice(1))).toEqual(new Set(missed.map(({ id }) => id)));
    expect(await shown()).toMatchObject({ state: 'active', skipped: 0 });
    await ask('admin', 'DELETE', `/${hook.id}`);
  });

  test('nothing is written down for a paused endpoint whose owner no longer manages, nor after thirty days', async () => {
    const hook = await create('admin', '/left', ['feedback.moved']);
    await ask('admin', 'POST', `/${hook.id}/pause`);
    const roles = (list: string) =>
      atelier.db.tx((tx) =>
        tx.run('UPDATE access_people SET roles = $2::text[] WHERE id = $1', [atelier.people.admin.id, list]),
      );
    const missed = async () =>
      atelier.db.read('SELECT id FROM notice_webhook_deliveries WHERE webhook_id = $1', [hook.id]);
    await roles('{reviewer}');
    await earn(atelier, 'artist', program);
    await atelier.settle();
    expect(await missed()).toEqual([]);
    await roles('{admin}');
    await atelier.db.tx((tx) =>
      tx.run(`UPDATE notice_webhooks SET updated_at = now() - interval '31 days' WHERE id = $1`, [hook.id]),
    );
    await earn(atelier, 'artist', program);
    await atelier.settle();
    expect(await missed()).toEqual([]);
    await ask('admin', 'DELETE', `/${hook.id}`);
  });

  test.each([
    ['http://example.org/hook', 'not_https'],
    ['https://169.254.169.254/latest', 'forbidden_address'],
    ['https://[::ffff:10.0.0.1]/', 'forbidden_address'],
    ['https://user:pass@example.org/', 'has_credentials'],
    ['https://example.org:6379/', 'forbidden_port'],
    ['javascript:alert(1)', 'bad_address'],
  ])('cannot be pointed at %s', async (url, fault) => {
    const answer = await ask<{ code: string; fault: string }>('artist', 'POST', '', {
      url,
      events: ['key.stopped'],
    });
    expect([answer.status, answer.body.code, answer.body.fault]).toEqual([
      422,
      'notice.address_refused',
      fault,
    ]);
  });

  test('a programme that does not exist is refused, not broken', async () => {
    const body = { url: `${base}/nowhere`, events: ['key.stopped'], programId: 'prg_none' };
    expect((await ask('artist', 'POST', '', body)).status).toBe(404);
  });

  test('an address once, ten endpoints at most, and every act in the audit log', async () => {
    await create('artist', '/once');
    const twice = await ask('artist', 'POST', '', { url: `${base}/once`, events: ['key.stopped'] });
    expect([twice.status, twice.body.code]).toEqual([409, 'notice.webhook_exists']);
    const acts = await atelier.db.read<{ act: string }>(
      `SELECT DISTINCT act FROM audit_entries WHERE act LIKE 'webhook.%' ORDER BY act`,
    );
    expect(acts.map(({ act }) => act)).toEqual([
      'webhook.create', 'webhook.pause', 'webhook.remove', 'webhook.resend', 'webhook.resend_skipped', 'webhook.resume', 'webhook.rotate', 'webhook.test',
    ]); // prettier-ignore
    for (let count = 0; count < 10; count += 1)
      await ask('artist', 'POST', '', { url: `${base}/many-${count}`, events: ['key.stopped'] });
    const more = await ask('artist', 'POST', '', { url: `${base}/more`, events: ['key.stopped'] });
    expect(more.body.code).toBe('notice.too_many_webhooks');
  });
});
