import { cookieOf, PASSWORD, startTestApp, type TestApp } from '../support/app';

describe('access', () => {
  let atelier: TestApp;
  beforeAll(async () => {
    atelier = await startTestApp('access');
  }, 60_000);
  afterAll(() => atelier?.stop());

  const ask: TestApp['request'] = (method, path, options) =>
    atelier.request(method, `/api/v1${path}`, options);
  const signIn = (email: string, password: string, headers: Record<string, string> = {}) =>
    ask<{ code: string; person: object }>('POST', '/session', { body: { email, password }, headers });
  /** Seconds since the last request that is noted, after a request that finds `change` there. */
  const seen = async (change: string) => {
    await atelier.db.tx((tx) =>
      tx.run(`UPDATE access_sessions SET last_seen_at = ${change} WHERE person_id = $1`, [
        atelier.people.reviewer.id,
      ]),
    );
    await ask('GET', '/session', { as: 'reviewer' });
    const [row] = await atelier.db.read<{ age: number }>(
      'SELECT extract(epoch FROM now() - last_seen_at)::int AS age FROM access_sessions WHERE person_id = $1',
      [atelier.people.reviewer.id],
    );
    return row?.age;
  };
  const events = (name: string) =>
    atelier.db.read<{ payload: Record<string, unknown> }>(
      'SELECT payload FROM platform_events WHERE name = $1 ORDER BY id',
      [name],
    );

  describe('sessions', () => {
    it('open by password and are a cookie that scripts cannot read', async () => {
      const { status, body, headers } = await signIn('ARTIST@example.org', PASSWORD);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        person: { id: atelier.people.artist.id, email: 'artist@example.org', roles: ['artist'] },
      });
      expect(headers.getSetCookie()).toEqual([
        expect.stringMatching(/^sid=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/),
      ]);
    });

    it('are kept as a hash: the token is nowhere in the database', async () => {
      const token = cookieOf((await signIn('artist@example.org', PASSWORD)).headers).slice('sid='.length);
      const rows = await atelier.db.read<{ text: string }>('SELECT s::text AS text FROM access_sessions s');
      expect(rows.length).toBeGreaterThan(0);
      expect(
        rows.some(({ text }) => text.includes(token) || text.includes(Buffer.from(token).toString('hex'))),
      ).toBe(false);
    });

    it('answer alike to a wrong password and to an unknown address', async () => {
      const wrong = await signIn('artist3@example.org', 'not the password');
      const unknown = await signIn('nobody@example.org', 'not the password');
      expect([wrong.status, unknown.status]).toEqual([401, 401]);
      expect({ ...wrong.body, instance: '' }).toEqual({ ...unknown.body, instance: '' });
      expect(wrong.body.code).toBe('access.bad_credentials');
    });

    it('end by signing out, at once', async () => {
      const cookie = cookieOf((await signIn('artist@example.org', PASSWORD)).headers);
      expect((await ask('GET', '/session', { headers: { cookie } })).status).toBe(200);
      const out = await ask('DELETE', '/session', { headers: { cookie } });
      expect(out.status).toBe(204);
      expect(out.headers.getSetCookie()[0]).toMatch(/^sid=; Max-Age=0/);
      expect(await ask('GET', '/session', { headers: { cookie } })).toMatchObject({
        status: 401,
        body: { code: 'access.sign_in_required' },
      });
    });

    it.each([
      ['twelve idle hours', `last_seen_at = now() - interval '12 hours 1 second'`],
      ['seven days', `expires_at = now() - interval '1 second'`],
    ])('end after %s', async (_, change) => {
      const cookie = cookieOf((await signIn('artist@example.org', PASSWORD)).headers);
      await atelier.db.tx((tx) =>
        tx.run(`UPDATE access_sessions SET ${change} WHERE id = (SELECT max(id) FROM access_sessions)`),
      );
      expect((await ask('GET', '/session', { headers: { cookie } })).status).toBe(401);
    });

    it('are listed to their owner, who ends one or all others; nobody ends a stranger’s', async () => {
      const one = cookieOf((await signIn('finance@example.org', PASSWORD)).headers);
      const two = cookieOf((await signIn('finance@example.org', PASSWORD)).headers);
      const list = await ask<{ items: { id: string; isCurrent: boolean }[] }>('GET', '/sessions', {
        headers: { cookie: one },
      });
      expect(list.body.items).toHaveLength(3);
      expect(list.body.items.map(({ isCurrent }) => isCurrent)).toEqual([false, true, false]);
      const newest = list.body.items[0]?.id ?? '';
      expect((await ask('DELETE', `/sessions/${newest}`, { as: 'manager' })).status).toBe(404);
      expect((await ask('GET', '/session', { headers: { cookie: two } })).status).toBe(200);
      expect((await ask('DELETE', `/sessions/${newest}`, { headers: { cookie: one } })).status).toBe(204);
      expect((await ask('GET', '/session', { headers: { cookie: two } })).status).toBe(401);
      const others = await ask('DELETE', '/session/others', { as: 'finance' });
      expect(others.body).toEqual({ ended: 1 });
      expect((await ask('GET', '/session', { headers: { cookie: one } })).status).toBe(401);
      expect((await ask('GET', '/session', { as: 'finance' })).status).toBe(200);
    });

    it('that are made up are nobody', async () => {
      expect((await ask('GET', '/session', { headers: { cookie: `sid=${'A'.repeat(43)}` } })).status).toBe(
        401,
      );
    });

    it('note the last request at most once a minute', async () => {
      expect(await seen(`now() - interval '50 seconds'`)).toBeGreaterThanOrEqual(50);
      expect(await seen(`now() - interval '2 minutes'`)).toBeLessThan(2);
    });
  });

  describe('writes from other sites', () => {
    it.each([
      [{ 'sec-fetch-site': 'cross-site' }, 403, 'access.cross_site'],
      [{ origin: 'http://evil.example' }, 403, 'access.cross_site'],
      [{ 'sec-fetch-site': 'same-origin' }, 201, undefined],
    ])('with %j and a cookie are answered %i', async (headers, status, code) => {
      const name = `csrf ${JSON.stringify(headers)}`.replaceAll('"', '');
      const answer = await ask('POST', '/keys', {
        as: 'artist3',
        body: { name, scopes: ['generations:write'] },
        headers,
      });
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    });

    it('cannot sign a browser in as somebody else', async () => {
      expect((await signIn('artist@example.org', PASSWORD, { 'sec-fetch-site': 'cross-site' })).status).toBe(
        403,
      );
    });
  });

  describe('people', () => {
    const draft = { name: 'Noor Haddad', email: 'Noor@Example.org', password: 'a long enough phrase' };

    it('sign up as artists, once per address', async () => {
      for (const email of [draft.email, 'NOOR@example.org'])
        expect((await ask('POST', '/people', { body: { ...draft, email } })).status).toBe(202);
      const told = (await events('access.person_created')).filter(
        ({ payload }) => payload.email === 'noor@example.org',
      );
      expect(told).toEqual([
        {
          payload: {
            personId: expect.stringMatching(/^per_/),
            email: 'noor@example.org',
            name: 'Noor Haddad',
            roles: ['artist'],
            by: 'public',
          },
        },
      ]);
    });

    it('sign up once when both clicks of a double click arrive', async () => {
      const twin = { ...draft, email: 'twin@example.org' };
      const answers = await Promise.all([1, 2, 3, 4].map(() => ask('POST', '/people', { body: twin })));
      expect(answers.map(({ status }) => status).toSorted()).toEqual([202, 202, 202, 429]);
      const made = (await events('access.person_created')).filter(
        ({ payload }) => payload.email === 'twin@example.org',
      );
      expect(made).toHaveLength(1);
    });

    it.each([
      [{ password: 'short' }, 'access.weak_password'],
      [{ email: 'not an address' }, 'input.invalid'],
      [{ name: 'nul\u0000byte' }, 'input.invalid'],
      [{ roles: ['admin'] }, 'input.invalid'],
      [{ password: { $ne: '' } }, 'input.invalid'],
    ])('cannot sign up with %j', async (wrong, code) => {
      const answer = await ask('POST', '/people', {
        body: { ...draft, email: 'other@example.org', ...wrong },
      });
      expect(answer).toMatchObject({ status: 422, body: { code } });
    });

    it('are listed to managers page by page, without their secrets', async () => {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const query: string = cursor === null ? '' : `&cursor=${cursor}`;
        const page = await ask<{ items: { id: string }[]; next: string | null }>(
          'GET',
          `/people?limit=4${query}`,
          { as: 'manager' },
        );
        expect(page.status).toBe(200);
        expect(JSON.stringify(page.body)).not.toMatch(/argon|password/);
        seen.push(...page.body.items.map(({ id }) => id));
        cursor = page.body.next;
      } while (cursor !== null);
      expect(seen).toEqual([...seen].toSorted().toReversed());
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.length).toBeGreaterThanOrEqual(11);
      const artists = await ask<{ items: { roles: string[] }[] }>('GET', '/people?role=artist', {
        as: 'manager',
      });
      expect(artists.body.items.every(({ roles }) => roles.includes('artist'))).toBe(true);
      expect((await ask('GET', '/people?cursor=nonsense', { as: 'manager' })).status).toBe(422);
    });
  });

  describe('guessing', () => {
    it('is stopped after five tries, and does not lock the owner out elsewhere', async () => {
      const email = 'manager2@example.org';
      const guesses = await Promise.all(
        Array.from({ length: 12 }, (_, n) => signIn(email, `a wrong password ${n}`)),
      );
      expect(guesses.filter(({ status }) => status === 401)).toHaveLength(5);
      expect(guesses.filter(({ body }) => body.code === 'access.too_many_attempts')).toHaveLength(7);
      expect((await signIn(email, PASSWORD)).status).toBe(429);
      expect((await signIn('reviewer2@example.org', PASSWORD)).status).toBe(200);
      expect((await ask('GET', '/session', { as: 'manager2' })).status).toBe(200);
    });
  });

  it('asks the public to sign in on every route that is not public', async () => {
    for (const [method, path] of [
      ['GET', '/people'],
      ['POST', '/invitations'],
      ['GET', '/keys'],
      ['GET', '/sessions'],
      ['DELETE', '/session'],
    ] as const) {
      expect((await ask(method, path, method === 'POST' ? { body: {} } : {})).status).toBe(401);
    }
  });
});
