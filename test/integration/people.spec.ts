import { PASSWORD, startTestApp, type TestApp } from '../support/app';
import { freshCode } from '../../scripts/lib/codes.mjs';
import { outsideOf } from '../support/people';

const NEW_PASSWORD = 'a tall ship and a star';

describe('people', () => {
  let atelier: TestApp;
  beforeAll(async () => {
    atelier = await startTestApp('people');
  }, 60_000);
  afterAll(() => atelier?.stop());

  const { ask, signIn, within, mailed, signUp, textOfEverything, acts } = outsideOf(() => atelier);

  describe('who forgot their password', () => {
    it('set a new one by mail, which ends their sessions and the link, and hear of it', async () => {
      const { email, id, cookie } = atelier.people.artist;
      expect((await ask('POST', '/account/reset', { body: { email } })).status).toBe(202);
      const token = await mailed(email, '/reset');
      expect(await textOfEverything()).not.toContain(token);
      const confirm = (password: string) =>
        ask('POST', '/account/reset/confirm', { body: { token, password } });
      expect((await confirm('password1234')).status).toBe(422);
      expect((await confirm(NEW_PASSWORD)).status).toBe(204);
      expect((await confirm('another fine phrase')).status).toBe(410);
      expect((await ask('GET', '/session', { headers: { cookie } })).status).toBe(401);
      expect((await signIn(email, PASSWORD)).status).toBe(401);
      const opened = await signIn(email, NEW_PASSWORD);
      expect(opened.status).toBe(200);
      await atelier.settle();
      const { items } = (await ask<{ items: { kind: string }[] }>('GET', '/notices', within(opened))).body;
      expect(items.map(({ kind }) => kind)).toContain('security.password_reset');
      expect(await acts(id)).toEqual(expect.arrayContaining(['access.send_reset', 'access.change_security']));
    });

    it('are answered alike whether there is such an account', async () => {
      const known = await ask('POST', '/account/reset', { body: { email: 'artist2@example.org' } });
      const unknown = await ask('POST', '/account/reset', { body: { email: 'nobody@example.org' } });
      expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
      await atelier.settle();
      const mails = await atelier.db.read(
        `SELECT 1 FROM notice_mails WHERE to_address = 'nobody@example.org'`,
      );
      expect(mails).toEqual([]);
    });

    it('cannot use a link that is an hour old', async () => {
      const { email, id } = atelier.people.artist3;
      await ask('POST', '/account/reset', { body: { email } });
      const token = await mailed(email, '/reset');
      await atelier.db.tx((tx) =>
        tx.run(`UPDATE access_proofs SET expires_at = now() - interval '1 second' WHERE person_id = $1`, [
          id,
        ]),
      );
      const body = { token, password: NEW_PASSWORD };
      expect((await ask('POST', '/account/reset/confirm', { body })).status).toBe(410);
    });

    it('cannot have an address flooded with mails', async () => {
      const body = { email: 'reviewer2@example.org' };
      const answers: number[] = [];
      for (let n = 0; n < 5; n += 1) answers.push((await ask('POST', '/account/reset', { body })).status);
      expect(answers).toEqual([202, 202, 202, 429, 429]);
    });
  });

  it('change their password knowing the old one; other sessions end, this one goes on', async () => {
    const { email } = atelier.people.artist2;
    const [here, there] = [await signIn(email, PASSWORD), await signIn(email, PASSWORD)];
    const change = (current: string, next: string) =>
      ask('POST', '/account/password', { body: { current, next }, ...within(here) });
    expect(await change('not the password', NEW_PASSWORD)).toMatchObject({
      status: 403,
      body: { code: 'access.proof_wrong' },
    });
    expect((await change(PASSWORD, NEW_PASSWORD)).status).toBe(204);
    expect((await ask('GET', '/session', within(here))).status).toBe(200);
    expect((await ask('GET', '/session', within(there))).status).toBe(401);
    expect((await signIn(email, NEW_PASSWORD)).status).toBe(200);
  });

  describe('of the staff', () => {
    const invite = (as: 'manager' | 'admin' | 'reviewer2', email: string, roles: string[]) =>
      ask<{ id: string; code: string }>('POST', '/invitations', {
        as,
        body: { name: 'Ines Roca', email, roles },
      });

    it('are invited by mail, choose their password, and then only a second factor lets them work', async () => {
      expect((await invite('reviewer2', 'rev@example.org', ['reviewer'])).status).toBe(403);
      const { status, body } = await invite('manager', 'rev@example.org', ['reviewer']);
      expect(status).toBe(201);
      expect((await signIn('rev@example.org', PASSWORD)).status).toBe(401);
      const token = await mailed('rev@example.org', '/join');
      expect((await ask('POST', '/invitations/look', { body: { token } })).body).toMatchObject({
        email: 'rev@example.org',
        roles: ['reviewer'],
      });
      const answer = { token, name: 'Inés Roca', password: NEW_PASSWORD };
      expect((await ask('POST', '/invitations/join', { body: answer })).status).toBe(200);
      expect((await ask('POST', '/invitations/join', { body: answer })).status).toBe(410);
      const opened = await signIn('rev@example.org', NEW_PASSWORD);
      expect(opened.body).toMatchObject({
        gate: 'second_factor_missing',
        person: { id: body.id, name: 'Inés Roca', roles: ['reviewer'] },
      });
      expect(opened.body.permissions).not.toContain('submission.review');
      expect(await ask('GET', '/notices', within(opened))).toMatchObject({
        status: 403,
        body: { code: 'access.second_factor_missing' },
      });
    });

    it('are not given more than the inviter may give, and nobody becomes administrator so', async () => {
      expect((await invite('manager', 'fin@example.org', ['finance'])).body.code).toBe(
        'access.role_not_yours',
      );
      expect((await invite('admin', 'adm@example.org', ['admin'])).body.code).toBe('access.admin_needs_two');
      expect((await invite('manager', 'artist@example.org', ['reviewer'])).body.code).toBe(
        'access.email_taken',
      );
    });

    it('are invited again with a new link, until they have joined', async () => {
      const { body } = await invite('manager', 'twice@example.org', ['reviewer']);
      const first = await mailed('twice@example.org', '/join');
      expect((await ask('POST', `/people/${body.id}/invitation`, { as: 'manager' })).status).toBe(202);
      await atelier.settle();
      const second = await mailed('twice@example.org', '/join');
      expect((await ask('POST', '/invitations/look', { body: { token: first } })).status).toBe(410);
      const answer = { token: second, name: 'Ines', password: NEW_PASSWORD };
      expect((await ask('POST', '/invitations/join', { body: answer })).status).toBe(200);
      expect((await ask('POST', `/people/${body.id}/invitation`, { as: 'manager' })).body.code).toBe(
        'access.already_joined',
      );
    });

    it('change roles at once, by an administrator and with a reason', async () => {
      const { id } = atelier.people.reviewer;
      const change = (as: 'manager' | 'admin', roles: string[]) =>
        ask<{ proposalId: string | null }>('PUT', `/people/${id}/roles`, {
          as,
          body: { roles, reason: 'Moves to finance.' },
        });
      expect((await change('manager', ['finance'])).status).toBe(403);
      expect((await change('admin', ['finance'])).body).toEqual({ proposalId: null });
      const session = await ask<{ permissions: string[] }>('GET', '/session', { as: 'reviewer' });
      expect(session.body.permissions).toContain('payout.approve');
      expect(session.body.permissions).not.toContain('submission.review');
      expect(await acts(id)).toContain('access.change_roles');
      expect((await change('admin', ['reviewer'])).status).toBe(200);
    });

    it('become administrators only when a second person confirms', async () => {
      const { id } = atelier.people.manager2;
      const propose = () =>
        ask<{ proposalId: string; code: string }>('PUT', `/people/${id}/roles`, {
          as: 'admin',
          body: { roles: ['manager', 'admin'], reason: 'Deputy of Ada.' },
        });
      const act = (as: 'admin' | 'manager' | 'manager2', change: string, verb: string) =>
        ask('POST', `/role-changes/${change}/${verb}`, { as });
      const { proposalId } = (await propose()).body;
      expect((await propose()).body.code).toBe('access.change_open');
      expect((await act('admin', proposalId, 'confirm')).body.code).toBe('access.second_person');
      expect((await act('manager2', proposalId, 'confirm')).body.code).toBe('access.second_person');
      const open = await ask<{ items: { available: string[] }[] }>('GET', '/role-changes', { as: 'manager' });
      expect(open.body.items).toMatchObject([
        { name: 'manager2 of the test', available: ['confirm', 'withdraw'] },
      ]);
      expect((await act('manager', proposalId, 'confirm')).status).toBe(204);
      const session = await ask<{ person: { roles: string[] } }>('GET', '/session', { as: 'manager2' });
      expect(session.body.person.roles).toEqual(['manager', 'admin']);
      expect(await acts(proposalId)).toEqual(['access.propose_roles', 'access.confirm_roles']);
      const down = await ask('PUT', `/people/${id}/roles`, {
        as: 'admin',
        body: { roles: ['manager'], reason: 'Ada is back.' },
      });
      expect(down.body).toEqual({ proposalId: null });
    });

    it('always leave an administrator, and nobody acts on their own account', async () => {
      const { id } = atelier.people.admin;
      const own = { as: 'admin', body: { roles: ['manager'], reason: 'Enough.' } } as const;
      expect((await ask('PUT', `/people/${id}/roles`, own)).body.code).toBe('access.not_yourself');
      const close = { as: 'admin', body: { reason: 'Enough.' } } as const;
      expect((await ask('POST', `/people/${id}/close`, close)).body.code).toBe('access.not_yourself');
    });
  });

  it('whose account is closed are out at once, with their keys, and back when it is opened', async () => {
    const { id, email } = atelier.people.artist3;
    const opened = await signIn(email, PASSWORD);
    const key = await ask<{ secret: string }>('POST', '/keys', {
      body: { name: 'mine', scopes: ['generations:read'] },
      ...within(opened),
    });
    const bearer = { key: key.body.secret };
    expect((await ask('GET', '/quota', bearer)).status).not.toBe(401);
    const close = { as: 'admin', body: { reason: 'Sold the account.' } } as const;
    expect((await ask('POST', `/people/${id}/close`, close)).status).toBe(204);
    expect((await ask('GET', '/session', within(opened))).status).toBe(401);
    expect(await signIn(email, PASSWORD)).toMatchObject({
      status: 401,
      body: { code: 'access.bad_credentials' },
    });
    const isRefused = async () => (await ask('GET', '/quota', bearer)).status === 401;
    const end = Date.now() + 5_000;
    while (!(await isRefused()) && Date.now() < end) await new Promise((wake) => setTimeout(wake, 50));
    expect(await isRefused()).toBe(true);
    expect(await acts(id)).toContain('access.close_account');
    expect((await ask('POST', `/people/${id}/reopen`, close)).status).toBe(204);
    expect((await signIn(email, PASSWORD)).status).toBe(200);
  });

  it('are signed out everywhere by an administrator, at once, and can sign in again', async () => {
    const { id, email } = atelier.people.artist3;
    const opened = await Promise.all([signIn(email, PASSWORD), signIn(email, PASSWORD)]);
    const end = (as: 'admin' | 'manager') =>
      ask<{ ended: number }>('POST', `/people/${id}/end-sessions`, { as });
    expect((await end('manager')).status).toBe(403);
    for (const one of opened) expect((await ask('GET', '/session', within(one))).status).toBe(200);
    expect((await end('admin')).body.ended).toBeGreaterThanOrEqual(2);
    for (const one of opened) expect((await ask('GET', '/session', within(one))).status).toBe(401);
    expect((await ask('GET', '/session', { as: 'manager' })).status).toBe(200);
    expect(await acts(id)).toContain('access.change_security');
    expect((await signIn(email, PASSWORD)).status).toBe(200);
  });

  it('who lost their phone are let in by an administrator, to set up a new one', async () => {
    const { id, email } = atelier.people.finance3;
    const cleared = await ask('POST', `/people/${id}/clear-second-factor`, { as: 'admin' });
    expect(cleared.status).toBe(204);
    expect((await ask('GET', '/session', { as: 'finance3' })).status).toBe(401);
    const opened = await signIn(email, PASSWORD);
    expect(opened.body.gate).toBe('second_factor_missing');
    expect((await signIn(email, PASSWORD, { code: await freshCode(email) })).status).toBe(403);
  });

  it('are found by name, state and role', async () => {
    const list = async (query: string) =>
      (await ask<{ items: { email: string; state: string }[] }>('GET', `/people?${query}`, { as: 'manager' }))
        .body.items;
    await signUp('percent%sign@example.org');
    expect((await list('text=MANAGER2')).map(({ email }) => email)).toEqual(['manager2@example.org']);
    expect((await list('text=%25')).map(({ email }) => email)).toEqual(['percent%sign@example.org']);
    const waiting = await list('state=unverified&limit=100');
    expect(waiting.length).toBeGreaterThan(0);
    expect(waiting.every(({ state }) => state === 'unverified')).toBe(true);
  });
});
