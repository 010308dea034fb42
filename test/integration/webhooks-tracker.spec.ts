import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import type { FeedbackView } from '../../src/modules/feedback/feedback.dto';
import { WEBHOOK_EVENTS, type WebhookEventName } from '../../src/modules/notice/domain/webhook-events';
import { WebhookSender } from '../../src/modules/notice/webhooks/webhook-sender.service';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { createProgram } from '../support/clips';
import { until } from '../support/payouts';

type Verify = (secret: string, headers: http.IncomingHttpHeaders, body: string, now?: number) => boolean;
interface Message {
  readonly id: string;
  readonly type: WebhookEventName;
  readonly timestamp: string;
  readonly data: Readonly<Record<string, string | null>>;
}
interface Delivery {
  readonly id: string;
  readonly event: string;
  readonly state: string;
  readonly nextTryAt: string | null;
  readonly tries: { at: string; status: number | null; fault: string | null }[];
}

/** The recipe that the docs give to whoever receives, as it stands there. */
function recipe(): Verify {
  const page = readFileSync(path.resolve(__dirname, '../../docs/webhooks.md'), 'utf8');
  const code = /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const given = { createHmac, timingSafeEqual, Buffer, Date };
  return runInNewContext(
    `(${code
      .replace(/^import .*$/m, '')
      .replace('export function', 'function')
      .trim()})`,
    given,
  ) as Verify;
}

/**
 * An issue tracker as the docs ask for: it believes what is signed, takes each message once, and never goes back to an
 * older step. `answers` says what it answers next, by the type of a message; 204 else.
 */
class Tracker {
  readonly issues = new Map<string, { state: string; at: string; data: Message['data'] }>();
  readonly taken: Message[] = [];
  readonly calls: { id: string; headers: http.IncomingHttpHeaders; body: string }[] = [];
  readonly answers = new Map<string, number>();
  forged = 0;
  secret = '';
  private readonly verify = recipe();
  private readonly known = new Set<string>();
  readonly server = http.createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      response.writeHead(this.take(request.headers, body), { location: 'https://10.0.0.1/' }).end();
    });
  });

  take(headers: http.IncomingHttpHeaders, body: string): number {
    if (!this.verify(this.secret, headers, body)) {
      this.forged += 1;
      return 400;
    }
    const id = String(headers['webhook-id']);
    this.calls.push({ id, headers, body });
    const message = { ...(JSON.parse(body) as Message), id };
    const status = this.answers.get(message.type) ?? 204;
    if (status < 300 && !this.known.has(id)) this.apply(message);
    return status;
  }

  private apply(message: Message): void {
    this.known.add(message.id);
    this.taken.push(message);
    const { data, timestamp: at } = message;
    const issue = this.issues.get(String(data.feedbackId));
    if (issue === undefined || issue.at < at)
      this.issues.set(String(data.feedbackId), { state: String(data.to), at, data });
  }
}

const EVENTS = ['feedback.created', 'feedback.answered', 'feedback.merged', 'feedback.shipped'] as const;
const answer = 'Thank you: seen, and on its way.';

let atelier: TestApp;
let programId: string;
let tracker: Tracker;
let hookId: string;
let base: string;
beforeAll(async () => {
  tracker = new Tracker();
  await new Promise<void>((resolve) => tracker.server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(tracker.server.address() as AddressInfo).port}`;
  atelier = await startTestApp('webhooks_tracker', { env: { ATELIER_OUTGOING_HOSTS: '127.0.0.1' } });
  programId = await createProgram(atelier, ['artist', 'artist2', 'artist3']);
  const body = { url: `${base}/issues`, events: EVENTS, programId, description: 'Issue tracker' };
  const made = await atelier.request<{ id: string; secret: string }>('POST', '/api/v1/webhooks', {
    as: 'manager',
    body,
  });
  expect(made.status).toBe(201);
  tracker.secret = made.body.secret;
  hookId = made.body.id;
}, 60_000);
afterAll(async () => {
  await atelier?.stop();
  await new Promise((resolve) => tracker.server.close(resolve));
});

const post = <T = FeedbackView>(as: CastName, to: string, body: object = {}) =>
  atelier.request<T>('POST', `/api/v1/${to}`, { as, body });
const file = async (text: string, as: CastName, more: object = {}): Promise<string> =>
  (await post(as, 'feedback', { programId, type: 'issue', text, ...more })).body.id;
const act = (id: string, verb: string, body: object = {}) => post('manager', `feedback/${id}/${verb}`, body);
const log = async (): Promise<Delivery[]> => {
  const to = `/api/v1/webhooks/${hookId}/deliveries?limit=100`;
  return (await atelier.request<{ items: Delivery[] }>('GET', to, { as: 'manager' })).body.items;
};
const about = (id: string): Message[] => tracker.taken.filter(({ data }) => data.feedbackId === id);
const arrived = (id: string, count: number) =>
  until(`${count} messages about ${id}`, async () => about(id).length >= count && about(id));
/** Lets the pause before the next try pass. */
const due = async (id: string): Promise<void> => {
  await atelier.db.tx((tx) =>
    tx.run('UPDATE notice_webhook_deliveries SET next_try_at = now() WHERE id = $1', [id]),
  );
  await atelier.app.get(WebhookSender).deliver(id);
};

describe('an issue tracker', () => {
  test('hears that feedback was created, answered, merged and shipped, with the members that the list names', async () => {
    const original = await file('The kite loses its tail in the second half.', 'artist');
    const second = await file('Halfway through the tail of the kite is gone.', 'artist2');
    await act(second, 'markDuplicate', { of: original, answer });
    await act(original, 'accept');
    await act(original, 'plan');
    await act(original, 'ship', { answer, version: '2.1' });
    const wrong = await file('The colour of the boat is not my favourite.', 'artist3');
    await act(wrong, 'decline', { reason: 'known_limit', answer });
    await arrived(original, 3);
    expect(
      about(original)
        .map(({ type }) => type)
        .toSorted(),
    ).toEqual(
      ['feedback.answered', 'feedback.created', 'feedback.shipped'], // that it was planned is no message of these four
    );
    const by = (id: string, type: string) => about(id).find((message) => message.type === type)?.data;
    const personId = atelier.people.artist.id;
    expect(by(original, 'feedback.created')).toMatchObject({ personId, programId, type: 'issue', to: 'new' });
    expect(by(original, 'feedback.shipped')).toMatchObject({ to: 'shipped', version: '2.1' });
    await arrived(second, 2);
    expect(by(second, 'feedback.merged')).toMatchObject({ to: 'duplicate', originalId: original });
    await arrived(wrong, 2);
    expect(by(wrong, 'feedback.answered')).toMatchObject({ to: 'declined', reason: 'known_limit' });
    for (const { type, data } of tracker.taken)
      expect(Object.keys(data).toSorted()).toEqual([...WEBHOOK_EVENTS[type].members].toSorted());
    const words = tracker.calls.map(({ body }) => body).join('\n');
    for (const text of ['kite', 'boat', 'Thank you']) expect(words).not.toContain(text);
    expect(tracker.forged).toBe(0);
  });

  test('does not learn who filed without a name', async () => {
    const id = await file('I was told not to speak about the queue.', 'artist3', { isPrivate: true });
    const [created] = await arrived(id, 1);
    expect(created?.data).toMatchObject({ feedbackId: id, personId: null });
    const { body } = tracker.calls.find((call) => call.id === created?.id) ?? { body: '' };
    expect(body).not.toContain(atelier.people.artist3.id);
  });

  test('that was away gets the message later under the same id, takes it once, and is not set back by it', async () => {
    tracker.answers.set('feedback.created', 503);
    const id = await file('The clouds stand still while the sea moves.', 'artist2');
    const failed = await until('a failed try', async () =>
      (await log()).find(({ event, tries }) => event === 'feedback.created' && tries.at(-1)?.status === 503),
    );
    const pause = Date.parse(failed.nextTryAt ?? '') - Date.parse(failed.tries[0]?.at ?? '');
    expect(pause).toBeGreaterThanOrEqual(4_000);
    expect(pause).toBeLessThanOrEqual(6_000);
    await due(failed.id);
    const again = (await log()).find((one) => one.id === failed.id);
    const longer = Date.parse(again?.nextTryAt ?? '') - Date.parse(again?.tries.at(-1)?.at ?? '');
    expect(longer).toBeGreaterThan(250_000); // five minutes
    await act(id, 'accept', { answer });
    await arrived(id, 1); // the younger one overtakes
    expect(tracker.issues.get(id)?.state).toBe('accepted');
    tracker.answers.delete('feedback.created');
    await due(failed.id);
    await arrived(id, 2);
    expect(tracker.issues.get(id)?.state).toBe('accepted');
    const resent = await atelier.request(
      'POST',
      `/api/v1/webhooks/${hookId}/deliveries/${failed.id}/resend`,
      {
        as: 'manager',
      },
    );
    expect(resent.status).toBe(200);
    await until(
      'the repetition',
      async () => tracker.calls.filter((one) => one.id === failed.id).length === 4,
    );
    expect(about(id)).toHaveLength(2);
    const done = await until('its receipt', async () =>
      (await log()).find((one) => one.id === failed.id && one.state === 'delivered'),
    );
    expect(done.tries.map(({ status }) => status)).toEqual([503, 503, 204, 204]);
  });

  test('believes neither an altered message, nor an old one, nor another secret', async () => {
    const call = tracker.calls.at(-1);
    const verify = recipe();
    const { headers = {}, body = '' } = call ?? {};
    expect(verify(tracker.secret, headers, body)).toBe(true);
    expect(verify(tracker.secret, headers, body.replace('issue', 'idea'))).toBe(false);
    expect(verify(tracker.secret, headers, body, Date.now() + 301_000)).toBe(false);
    expect(verify(`whsec_${Buffer.alloc(32, 7).toString('base64')}`, headers, body)).toBe(false);
    expect(verify(tracker.secret, { ...headers, 'webhook-id': 'whd_other' }, body)).toBe(false);
  });

  test('verifies with either secret after a rotation, then with the new one alone', async () => {
    const old = tracker.secret;
    const rotated = await post<{ secret: string }>('manager', `webhooks/${hookId}/rotate`);
    await file('The lamp flickers whenever the door opens.', 'artist').then((id) => arrived(id, 1));
    const { headers = {}, body = '' } = tracker.calls.at(-1) ?? {};
    const verify = recipe();
    expect([old, rotated.body.secret].map((secret) => verify(secret, headers, body))).toEqual([true, true]);
    tracker.secret = rotated.body.secret;
    await atelier.db.tx((tx) =>
      tx.run(`UPDATE notice_webhooks SET previous_until = now() - interval '1 second' WHERE id = $1`, [
        hookId,
      ]),
    );
    await file('The mirror shows another room than the one it hangs in.', 'artist').then((id) =>
      arrived(id, 1),
    );
    const later = tracker.calls.at(-1);
    expect(verify(old, later?.headers ?? {}, later?.body ?? '')).toBe(false);
  });

  test('whose address leads inside by now is not called, and a redirect inside is not followed', async () => {
    tracker.answers.set('feedback.created', 302);
    const id = await file('The train passes through the platform.', 'artist');
    const redirected = await until('the redirect', async () =>
      (await log()).find(({ tries }) => tries.at(-1)?.status === 302),
    );
    expect(redirected.state).toBe('queued');
    const inside = 'https://169.254.169.254/latest';
    const setUrl = (url: string) =>
      atelier.db.tx((tx) => tx.run('UPDATE notice_webhooks SET url = $2 WHERE id = $1', [hookId, url]));
    await setUrl(inside);
    await due(redirected.id);
    expect((await log()).find((one) => one.id === redirected.id)?.tries.at(-1)).toMatchObject({
      status: null,
      fault: 'forbidden_address',
    });
    await setUrl(`${base}/issues`);
    tracker.answers.delete('feedback.created');
    await due(redirected.id);
    await arrived(id, 1);
  });

  test('that says it is gone hears nothing more until its owner, who is told, resumes it and sends what it missed', async () => {
    tracker.answers.set('feedback.created', 410);
    await file('The stairs end in the sky.', 'artist2');
    const hook = async () =>
      (
        await atelier.request<{ items: { id: string; state: string }[] }>('GET', '/api/v1/webhooks', {
          as: 'manager',
        })
      ).body.items.find(({ id }) => id === hookId);
    await until('the end', async () => (await hook())?.state === 'disabled');
    const lost = await file('The stairs end in the sea.', 'artist2');
    await atelier.settle();
    expect(about(lost)).toEqual([]);
    const notices = await atelier.request<{ items: { kind: string; text: string }[] }>(
      'GET',
      '/api/v1/notices',
      { as: 'manager' },
    );
    expect(notices.body.items.filter(({ kind }) => kind === 'webhook.disabled')).toHaveLength(1);
    tracker.answers.delete('feedback.created');
    expect((await post('manager', `webhooks/${hookId}/resume`)).body).toMatchObject({
      state: 'active',
      skipped: 1,
    });
    await file('The stairs begin in the sea.', 'artist2').then((id) => arrived(id, 1));
    expect(about(lost)).toEqual([]);
    const [skipped] = (await log()).filter(({ state }) => state === 'skipped');
    expect(skipped).toMatchObject({ event: 'feedback.created', data: { feedbackId: lost }, tries: [] });
    const sent = await post<{ resent: number }>('manager', `webhooks/${hookId}/resend-skipped`);
    expect(sent).toMatchObject({ status: 200, body: { resent: 1 } });
    const [late] = await arrived(lost, 1);
    expect(late).toMatchObject({ id: skipped?.id, data: { feedbackId: lost, to: 'new' } });
    expect((await post('manager', `webhooks/${hookId}/resend-skipped`)).body).toEqual({ resent: 0 });
  });
});
