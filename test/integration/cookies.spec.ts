import { PASSWORD, startTestApp, type TestApp } from '../support/app';

const PUBLIC = 'https://atelier.example';

let atelier: TestApp;
beforeAll(async () => {
  atelier = await startTestApp('cookies', {
    // of the cookies nothing is said: that the address is https is enough
    env: { PUBLIC_URL: PUBLIC, TRUSTED_PROXIES: '127.0.0.1,::1' },
  });
}, 60_000);
afterAll(() => atelier?.stop());

/** As the proxy in front hands on what came over TLS. */
const FORWARDED = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'atelier.example', origin: PUBLIC };
const attributes = (headers: Headers): string[] =>
  (headers.getSetCookie()[0] ?? '').split(';').map((part) => part.trim());
const open = () =>
  atelier.request('POST', '/api/v1/session', {
    body: { email: 'artist@example.org', password: PASSWORD },
    headers: FORWARDED,
  });

describe('the session’s cookie behind a proxy that speaks TLS', () => {
  test('is what browsers take from this host alone, over TLS alone, and show no script', async () => {
    const { status, headers } = await open();
    expect(status).toBe(200);
    const [cookie = '', ...rest] = attributes(headers);
    expect(headers.getSetCookie()).toHaveLength(1);
    expect(cookie).toMatch(/^__Host-sid=[\w-]{43}$/);
    expect(rest.map((part) => part.toLowerCase()).toSorted()).toEqual(
      ['httponly', `max-age=${7 * 86_400}`, 'path=/', 'samesite=lax', 'secure'].toSorted(),
    );
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{7,}/);
  });

  test('opens under its full name only', async () => {
    const { headers } = await open();
    const token = attributes(headers)[0]?.split('=')[1] ?? '';
    const who = async (cookie: string) =>
      (await atelier.request('GET', '/api/v1/session', { headers: { ...FORWARDED, cookie } })).status;
    expect(await who(`__Host-sid=${token}`)).toBe(200);
    expect(await who(`sid=${token}`)).toBe(401);
  });

  test('ends with the same attributes, or browsers would keep it', async () => {
    const opened = await open();
    const { status, headers } = await atelier.request('DELETE', '/api/v1/session', {
      headers: { ...FORWARDED, cookie: attributes(opened.headers)[0] ?? '' },
    });
    expect(status).toBe(204);
    const [cookie, ...rest] = attributes(headers);
    expect(cookie).toBe('__Host-sid=');
    expect(rest.map((part) => part.toLowerCase())).toEqual(
      expect.arrayContaining(['secure', 'httponly', 'path=/', 'max-age=0']),
    );
    expect(rest.join(';').toLowerCase()).not.toContain('domain');
  });

  test('a write from another site is refused although the cookie comes along', async () => {
    const opened = await open();
    const { status, body } = await atelier.request('DELETE', '/api/v1/session', {
      headers: {
        ...FORWARDED,
        origin: 'https://elsewhere.example',
        cookie: attributes(opened.headers)[0] ?? '',
      },
    });
    expect([status, body.code]).toEqual([403, 'access.cross_site']);
  });
});
