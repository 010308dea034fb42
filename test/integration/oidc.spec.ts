import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { PASSWORD, startTestApp, type TestApp } from '../support/app';

const CLIENT = { id: 'atelier', secret: 'a secret of forty characters for one test' };
/** Registered at the issuer; the browser of this test takes the way to it itself. */
const PUBLIC_URL = 'http://localhost:4710';
const CALLBACK = '/api/v1/session/oidc/callback';

/** A browser as far as redirects and cookies go. */
class Browser {
  private readonly jars = new Map<string, Map<string, string>>();

  async get(url: string): Promise<Response> {
    const { host } = new URL(url);
    const jar = this.jars.get(host) ?? new Map<string, string>();
    this.jars.set(host, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { headers: { cookie }, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(name.length + 1);
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }

  cookie(url: string, name: string): string | undefined {
    return this.jars.get(new URL(url).host)?.get(name);
  }
}

describe('signing in through the organisation', () => {
  let issuer: ChildProcess;
  let atelier: TestApp;

  beforeAll(async () => {
    issuer = fork(path.join(__dirname, '../support/oidc-issuer.mjs'), [
      CLIENT.id,
      CLIENT.secret,
      PUBLIC_URL + CALLBACK,
    ]);
    const [started] = (await once(issuer, 'message')) as [{ issuer: string }];
    atelier = await startTestApp('oidc', {
      env: {
        PUBLIC_URL,
        OIDC_ISSUER: started.issuer,
        OIDC_CLIENT_ID: CLIENT.id,
        OIDC_CLIENT_SECRET: CLIENT.secret,
        OIDC_SECOND_FACTOR: 'mfa,hwk',
      },
    });
  }, 90_000);
  afterAll(async () => {
    await atelier?.stop();
    issuer?.disconnect();
  });

  const become = async (email: string, { verified = true, amr = ['pwd'] } = {}) => {
    issuer.send({ email, verified, amr });
    await once(issuer, 'message');
  };
  /** Follows the redirects to the callback; what Atelier says to it, and the address of the callback. */
  const through = async (browser: Browser, next = '/manage') => {
    let url = `${atelier.url}/api/v1/session/oidc?next=${encodeURIComponent(next)}`;
    for (let step = 0; step < 10; step += 1) {
      const response = await browser.get(url);
      const location = response.headers.get('location') ?? '';
      if (url.includes(CALLBACK)) return { location, callback: url, status: response.status };
      url = new URL(location, url).href.replace(PUBLIC_URL, atelier.url);
    }
    throw new Error(`no end of redirects at ${url}`);
  };
  const sessionOf = (browser: Browser) =>
    atelier.request<{ gate: string | null; person: { email: string } }>('GET', '/api/v1/session', {
      headers: { cookie: `sid=${browser.cookie(atelier.url, 'sid')}` },
    });

  it('opens the session of the staff person with that verified address, and goes on', async () => {
    await become('Manager@example.org');
    const browser = new Browser();
    expect(await through(browser)).toMatchObject({ status: 303, location: '/manage' });
    expect((await sessionOf(browser)).body).toMatchObject({
      person: { email: 'manager@example.org' },
      gate: 'second_factor_required',
    });
  });

  it('counts as a second factor only what this installation believes', async () => {
    await become('manager@example.org', { amr: ['pwd', 'mfa'] });
    const browser = new Browser();
    await through(browser);
    expect((await sessionOf(browser)).body.gate).toBeNull();
  });

  it('answers an open invitation', async () => {
    const body = { name: 'Ines Roca', email: 'ines@example.org', roles: ['reviewer'] };
    expect((await atelier.request('POST', '/api/v1/invitations', { as: 'manager', body })).status).toBe(201);
    await become('ines@example.org');
    const browser = new Browser();
    await through(browser);
    expect((await sessionOf(browser)).body).toMatchObject({
      person: { email: 'ines@example.org' },
      gate: 'second_factor_missing',
    });
  });

  it.each([
    ['a stranger', 'nobody@example.org', true, 'oidc_unknown'],
    ['an artist', 'artist@example.org', true, 'oidc_unknown'],
    ['an address that the issuer has not verified', 'manager@example.org', false, 'oidc_failed'],
  ])('does not let %s in', async (_, email, verified, problem) => {
    await become(email, { verified });
    const browser = new Browser();
    expect((await through(browser)).location).toBe(`/sign-in?problem=${problem}`);
    expect(browser.cookie(atelier.url, 'sid')).toBeUndefined();
  });

  it('takes an answer once, from the browser that asked, and to its own question', async () => {
    await become('manager@example.org');
    const browser = new Browser();
    const { callback } = await through(browser);
    const again = await browser.get(callback);
    expect(again.headers.get('location')).toBe('/sign-in?problem=oidc_failed');
    const other = new Browser();
    await other.get(`${atelier.url}/api/v1/session/oidc`);
    const stolen = await other.get(callback);
    expect(stolen.headers.get('location')).toBe('/sign-in?problem=oidc_failed');
    expect(other.cookie(atelier.url, 'sid')).toBeUndefined();
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example'])(
    'does not go on to %s',
    async (next) => {
      await become('manager@example.org');
      expect((await through(new Browser(), next)).location).toBe('/');
    },
  );

  it('leaves the password as a way in', async () => {
    const body = { email: 'artist@example.org', password: PASSWORD };
    expect((await atelier.request('POST', '/api/v1/session', { body })).status).toBe(200);
    expect((await atelier.request('GET', '/api/v1/session/ways')).body).toEqual({
      oidc: true,
      passkeys: true,
    });
  });
});
