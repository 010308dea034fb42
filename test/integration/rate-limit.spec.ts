import { startTestApp, type TestApp } from '../support/app';

/** Two hundred a minute for an address: 100 writes, 40 sensitive ones, 10 exports. */
let first: TestApp;

beforeAll(async () => {
  first = await startTestApp('rates', { roles: ['api'], env: { ATELIER_REQUESTS_PER_MINUTE: '200' } });
}, 60_000);
afterAll(() => first?.stop());

const ask = (path: string, init: RequestInit = {}): Promise<Response> => fetch(`${first.url}${path}`, init);
const signIn = (): Promise<Response> =>
  ask('/api/v1/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'nobody@example.org', password: 'not the password' }),
  });

describe('every answer', () => {
  test.each(['/api/v1/programs', '/api/v1/nothing', '/api/v1/session', '/docs-json', '/health/live'])(
    '%s carries the headers that protect a browser, and a request id',
    async (path) => {
      const { headers } = await ask(path);
      expect(Object.fromEntries(headers)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'SAMEORIGIN',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'strict-transport-security': expect.stringContaining('max-age='),
        'x-request-id': expect.stringMatching(/^req_/),
      });
      const policy = headers.get('content-security-policy') ?? '';
      for (const rule of [
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ])
        expect(policy).toContain(rule);
      const scripts = /script-src ([^;]+)/.exec(policy)?.[1] ?? '';
      expect(scripts).not.toMatch(/unsafe-inline|unsafe-eval|\*|http/);
    },
  );
});

describe('rates', () => {
  test('every answer of the API says what is left, in the standard fields', async () => {
    const { headers } = await ask('/api/v1/programs');
    expect(headers.get('ratelimit-policy')).toBe('"address";q=200;w=60, "read";q=200;w=60');
    expect(headers.get('ratelimit')).toMatch(/^"(address|read)";r=\d+;t=\d+$/);
    expect(headers.get('retry-after')).toBeNull();
  });

  test('an export is one of ten a minute; the next is refused with the time to wait, and nobody else notices', async () => {
    const download = (cookie: string): Promise<Response> => ask('/api/v1/audit.csv', { headers: { cookie } });
    const statuses: number[] = [];
    for (let turn = 0; turn < 11; turn += 1) {
      const answer = await download(first.people.manager.cookie);
      statuses.push(answer.status);
      await answer.arrayBuffer();
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429]);
    const refused = await download(first.people.manager.cookie);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.headers.get('ratelimit')).toMatch(/^"export";r=0;t=\d+$/);
    expect(await refused.json()).toMatchObject({
      code: 'rate.too_many_requests',
      policy: 'export',
      status: 429,
    });
    expect((await download(first.people.admin.cookie)).status).toBe(200);
    expect((await ask('/api/v1/audit', { headers: { cookie: first.people.manager.cookie } })).status).toBe(
      200,
    );
  });

  test('what is sensitive is counted in the database, for all processes, and no credential lies there', async () => {
    const before = await first.db.read<{ hits: number }>(
      'SELECT coalesce(sum(hits), 0)::int AS hits FROM platform_rate_windows',
    );
    await signIn();
    const rows = await first.db.read<{ key: Buffer; hits: number }>(
      'SELECT key, hits FROM platform_rate_windows',
    );
    expect(rows.reduce((sum, { hits }) => sum + hits, 0)).toBe((before[0]?.hits ?? 0) + 1);
    for (const { key } of rows) expect(key).toHaveLength(32);
    // As if another process had used up the window of everybody.
    await first.db.tx((tx) => tx.run('UPDATE platform_rate_windows SET hits = 1000000'));
    const refused = await signIn();
    expect([refused.status, refused.headers.get('ratelimit')?.split(';')[0]]).toEqual([429, '"sensitive"']);
    await first.db.tx((tx) =>
      tx.run(`UPDATE platform_rate_windows SET ends_at = now() - interval '1 second'`),
    );
    expect((await signIn()).status).toBe(401);
  });

  test('an address that asks too much is stopped before any route, and health stays reachable to it until then', async () => {
    let last = await ask('/api/v1/programs');
    // Whatever address it names for itself: only a proxy that the installation trusts is believed.
    for (let turn = 0; turn < 220 && last.status !== 429; turn += 1)
      last = await ask('/api/v1/programs', { headers: { 'x-forwarded-for': `198.51.100.${turn}` } });
    expect(last.status).toBe(429);
    expect(last.headers.get('retry-after')).toMatch(/^\d+$/);
  });
});

describe('the numbers of a process', () => {
  test('are told beside it, never through a proxy on the same machine', async () => {
    const fresh = await startTestApp('rates_metrics', { roles: ['api'] });
    try {
      expect((await fetch(`${fresh.url}/metrics`)).status).toBe(200);
      for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])
        expect((await fetch(`${fresh.url}/metrics`, { headers: { [name]: '198.51.100.7' } })).status).toBe(
          404,
        );
    } finally {
      await fresh.stop();
    }
  }, 60_000);
});
