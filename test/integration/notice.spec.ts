import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { EventKind } from '../../src/kernel/event';
import { applicationMoved } from '../../src/modules/enrollment/contract';
import { generationMoved } from '../../src/modules/generation/contract';
import { Outbox } from '../../src/platform/outbox/outbox';
import { startTestApp, type CastName, type TestApp } from '../support/app';

interface Notice {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly link: string;
  readonly readAt: string | null;
}
interface Page {
  readonly items: Notice[];
  readonly next: string | null;
  readonly unread: number;
}

const clip = (personId: string, n: number) =>
  ({
    generationId: `gen_${n}`,
    enrollmentId: 'enr_a',
    programId: 'prg_a',
    personId,
    verb: 'succeed',
    from: 'finishing',
    to: 'succeeded',
  }) as const;

const until = async (isSo: () => Promise<boolean>) => {
  for (let turn = 0; turn < 200; turn += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('not so after 10 s');
};

describe('notices', () => {
  let atelier: TestApp;
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'atelier-notice-'));
    atelier = await startTestApp('notice', { env: { ATELIER_DATA_DIR: dataDir } });
  }, 60_000);
  afterAll(async () => {
    await atelier?.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function happens<P extends object>(kind: EventKind<P>, payload: P): Promise<void> {
    await atelier.db.tx((tx) => atelier.app.get(Outbox).add(tx, kind, payload));
    await atelier.settle();
  }
  const list = async (as: CastName, query = '') =>
    (await atelier.request<Page>('GET', `/api/v1/notices${query}`, { as })).body;

  it('tell the person concerned, and nobody else', async () => {
    await happens(generationMoved, clip(atelier.people.artist.id, 1));
    const mine = await list('artist');
    expect(mine).toMatchObject({
      unread: 1,
      next: null,
      items: [{ kind: 'generation.succeeded', link: '/studio/clips/gen_1', readAt: null }],
    });
    expect(await list('artist2')).toEqual({ items: [], next: null, unread: 0 });
    expect((await atelier.request('GET', '/api/v1/notices')).status).toBe(401);
  });

  it('are told once when an event is delivered twice', async () => {
    const before = (await list('artist')).items.length;
    await atelier.db.tx((tx) => tx.run('UPDATE platform_deliveries SET received_at = NULL'));
    await atelier.db.tx((tx) => tx.run('UPDATE platform_events SET relayed_at = NULL'));
    await atelier.settle();
    expect((await list('artist')).items).toHaveLength(before);
  });

  it('are read one by one and all at once; the first time counts', async () => {
    for (const n of [2, 3, 4]) await happens(generationMoved, clip(atelier.people.artist2.id, n));
    const { items, unread } = await list('artist2');
    expect([items.length, unread]).toEqual([3, 3]);
    const id = items[1]?.id ?? '';
    const first = await atelier.request<Notice>('POST', `/api/v1/notices/${id}/read`, { as: 'artist2' });
    expect(first.status).toBe(200);
    const again = await atelier.request<Notice>('POST', `/api/v1/notices/${id}/read`, { as: 'artist2' });
    expect(again.body).toEqual(first.body);
    expect((await list('artist2')).unread).toBe(2);
    expect(await atelier.request('POST', `/api/v1/notices/${id}/read`, { as: 'artist' })).toMatchObject({
      status: 404,
      body: { code: 'notice.not_found' },
    });
    expect((await atelier.request('POST', '/api/v1/notices/read-all', { as: 'artist2' })).body).toEqual({
      read: 2,
    });
    expect((await list('artist2')).unread).toBe(0);
  });

  it('come page by page, newest first', async () => {
    const page = await list('artist2', '?limit=2');
    const rest = await list('artist2', `?limit=2&cursor=${page.next}`);
    const links = [...page.items, ...rest.items].map(({ link }) => link);
    expect(links).toEqual(['/studio/clips/gen_4', '/studio/clips/gen_3', '/studio/clips/gen_2']);
    expect(rest.next).toBeNull();
  });

  it('go out by mail to the outbox folder where there is no mail server, and staff can look', async () => {
    const { id, email } = atelier.people.artist3;
    await happens(applicationMoved, {
      applicationId: 'app_a',
      programId: 'prg_a',
      personId: id,
      verb: 'invite',
      from: 'in_review',
      to: 'invited',
    });
    const body = { name: 'studio', scopes: ['generations:write'] };
    const made = await atelier.request<{ key: { id: string } }>('POST', '/api/v1/keys', {
      as: 'artist3',
      body,
    });
    const reason = 'Seen on a public page.';
    await atelier.request('POST', `/api/v1/keys/${made.body.key.id}/stop`, {
      as: 'manager',
      body: { reason },
    });
    await atelier.settle();
    await until(async () => (await outbox()).every(({ state }) => state === 'sent'));
    const mails = (await outbox()).filter(({ to }) => to === email);
    expect(mails.map(({ subject }) => subject)).toEqual(['Your key “studio” was stopped', 'You are invited']);
    const mail = mails[1];
    const file = path.join(dataDir, 'outbox', `${mail?.id}.eml`);
    const written = await readFile(file, 'utf8');
    expect(written).toContain(`To: ${email}`);
    expect(mails[0]?.text).toContain(`The reason given: “${reason}”`);
    expect(written).toContain(`Message-ID: <${mail?.id}@atelier>`);
    expect((await atelier.request('GET', '/api/v1/outbox', { as: 'artist3' })).status).toBe(403);
  });

  it('welcome a new artist', async () => {
    const body = { name: 'Noor Haddad', email: 'noor@example.org', password: 'a long enough phrase' };
    await atelier.request('POST', '/api/v1/people', { body });
    const mailed = (subject: string) => async () =>
      (await outbox()).some(
        (mail) => mail.to === body.email && mail.subject === subject && mail.state === 'sent',
      );
    await until(mailed('Confirm your e-mail address'));
    const letter = (await outbox()).find(({ to }) => to === body.email)?.text ?? '';
    const token = /\/verify#(\S+)/.exec(letter)?.[1];
    await atelier.request('POST', '/api/v1/account/verification', { body: { token } });
    await until(mailed('Welcome to Atelier'));
    const mine = (await outbox()).filter(({ to }) => to === body.email);
    expect(mine.map(({ subject }) => subject)).toEqual(['Welcome to Atelier', 'Confirm your e-mail address']);
  });

  const outbox = async () => {
    const { body } = await atelier.request<{
      items: { id: string; to: string; subject: string; text: string; state: string }[];
    }>('GET', '/api/v1/outbox', { as: 'manager' });
    return body.items;
  };
});
