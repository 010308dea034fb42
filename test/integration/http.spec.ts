import { startTestApp, type TestApp } from '../support/app';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp('http');
});
afterAll(() => app.stop());

describe('the HTTP surface', () => {
  test('says that it is live and ready, part by part', async () => {
    expect((await app.request('GET', '/health/live')).status).toBe(200);
    const ready = await app.request<{ status: string; parts: { part: string; isReady: boolean }[] }>(
      'GET',
      '/health/ready',
    );
    expect(ready.body.status).toBe('ready');
    expect(ready.body.parts).toContainEqual(expect.objectContaining({ part: 'database', isReady: true }));
  });

  test('answers an unknown API address with a problem document that carries the request id', async () => {
    const answer = await app.request('GET', '/api/v1/nothing');
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ status: 404, instance: answer.headers.get('x-request-id') });
  });

  test('names every bad field of a body at once, and refuses members it does not know', async () => {
    const answer = await app.request<{ fields: { field: string }[] }>('POST', '/api/v1/session', {
      body: { email: 7, extra: true },
    });
    expect(answer.status).toBe(422);
    expect(answer.body.fields.map(({ field }) => field).toSorted()).toEqual(['email', 'extra', 'password']);
  });

  test('refuses a body that is no JSON with 400 and one that is too large with 413', async () => {
    const send = (body: string) =>
      fetch(`${app.url}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
    expect((await send('{"email":')).status).toBe(400);
    expect((await send(JSON.stringify({ email: 'x'.repeat(300_000) }))).status).toBe(413);
  });

  test.each([
    ['nested beyond any use', `{"email":${'['.repeat(4_000)}${']'.repeat(4_000)},"password":"x"}`],
    ['nested in a member nobody knows', `{"z":${'{"a":'.repeat(4_000)}1${'}'.repeat(4_000)}}`],
    ['a list nested in lists', '['.repeat(4_000) + ']'.repeat(4_000)],
    ['NUL in a text', '{"email":"a\\u0000@b.c","password":"x"}'],
    ['half a surrogate pair', '{"email":"a\\ud83c@b.c","password":"x"}'],
  ])('refuses a body that would break what reads it with 422: %s', async (_, body) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${app.url}/api/v1/session`, { method: 'POST', headers, body });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: 'input.invalid' });
  });

  test.each([
    ['/api/v1/programs/%00', 422],
    ['/api/v1/works/a%00b/video', 422],
    ['/api/v1/works?cursor=WyJcdTAwMDAiXQ', 422],
    ['/api/v1/works?cursor=%00', 422],
    ['/api/v1/programs/%ff', 400],
  ])(
    'refuses an address that would break what reads it with a problem document: %s',
    async (path, status) => {
      const answer = await app.request('GET', path);
      expect(answer.status).toBe(status);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(answer.body).toMatchObject({ status, instance: answer.headers.get('x-request-id') });
    },
  );

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'refuses a body of the type %s: every body is JSON',
    async (type) => {
      const answer = await fetch(`${app.url}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: 'email=a',
      });
      expect(answer.status).toBe(415);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
    },
  );

  test('counts requests by route template for the operator', async () => {
    await app.request('GET', '/health/live');
    const metrics = await app.request<string>('GET', '/metrics');
    expect(metrics.body).toMatch(
      /atelier_http_request_seconds_count\{method="GET",route="\/health\/live",status="200"\} \d+/,
    );
  });

  test('sends a content policy that allows no inline script', async () => {
    const policy = (await app.request('GET', '/health/live')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
  });
});
