import { generateSync } from 'otplib';
import { DEMO_CODE_SECRET, freshCode } from '../../scripts/lib/codes.mjs';
import { cookieOf, PASSWORD, startTestApp, type Answer, type TestApp } from '../support/app';

interface Session {
  readonly code: string;
  readonly gate: string | null;
  readonly proofWays: string[];
}

/** A code of `steps` half minutes from now. */
const codeIn = (secret: string, steps: number): string =>
  generateSync({ secret, epoch: Math.floor(Date.now() / 1_000) + steps * 30 });

describe('a second factor', () => {
  let atelier: TestApp;
  beforeAll(async () => {
    atelier = await startTestApp('second_factor');
  }, 60_000);
  afterAll(() => atelier?.stop());

  const ask: TestApp['request'] = (method, path, options) =>
    atelier.request(method, `/api/v1${path}`, options);
  const signIn = (email: string, more: object = {}) =>
    ask<Session>('POST', '/session', { body: { email, password: PASSWORD, ...more } });
  const within = (opened: Answer<unknown>) => ({ headers: { cookie: cookieOf(opened.headers) } });
  const stepUp = (body: object, opened: Answer<unknown>) =>
    ask<Session>('POST', '/session/step-up', { body, ...within(opened) });
  const older = (personId: string) =>
    atelier.db.tx((tx) =>
      tx.run(`UPDATE access_sessions SET proved_at = now() - interval '11 minutes' WHERE person_id = $1`, [
        personId,
      ]),
    );

  it('is what staff do first: nothing else is open to them before', async () => {
    const { id, email } = atelier.people.finance;
    await atelier.db.tx((tx) => tx.run('DELETE FROM access_totps WHERE person_id = $1', [id]));
    const opened = await signIn(email);
    expect(opened.body).toMatchObject({ gate: 'second_factor_missing', proofWays: ['password'] });
    expect(await ask('GET', '/payout-batches', within(opened))).toMatchObject({
      status: 403,
      body: { code: 'access.second_factor_missing' },
    });
    expect(await ask('GET', '/payout-batches', { as: 'finance' })).toMatchObject({ status: 403 });
    const { body } = await ask<{ secret: string; uri: string }>('POST', '/account/code-app', within(opened));
    expect(body.uri).toContain(`secret=${body.secret}`);
    const confirm = (code: string) =>
      ask('POST', '/account/code-app/confirm', { body: { code }, ...within(opened) });
    expect((await confirm('000000')).body.code).toBe('access.proof_wrong');
    expect((await confirm(codeIn(body.secret, 0))).status).toBe(204);
    expect((await ask('GET', '/payout-batches', within(opened))).status).toBe(200);
    expect((await ask('POST', '/account/code-app', within(opened))).body.code).toBe('access.code_app_there');
    const stored = await atelier.db.read<{ text: string }>('SELECT t::text AS text FROM access_totps t');
    expect(stored.map(({ text }) => text).join()).not.toContain(body.secret);
    expect(stored.map(({ text }) => text).join()).not.toContain(Buffer.from(body.secret).toString('hex'));
  });

  it('is asked for after the password, which alone opens nothing; the token changes with it', async () => {
    const opened = await signIn(atelier.people.finance2.email);
    expect(opened.body).toMatchObject({ gate: 'second_factor_required', proofWays: ['code'] });
    for (const [method, path] of [
      ['GET', '/payout-batches'],
      ['GET', '/account/security'],
      ['DELETE', '/account/code-app'],
      ['POST', '/account/recovery-codes'],
    ] as const) {
      expect(await ask(method, path, within(opened))).toMatchObject({
        status: 403,
        body: { code: 'access.second_factor_required' },
      });
    }
    expect((await stepUp({ password: PASSWORD }, opened)).body.code).toBe('access.proof_wrong');
    const code = await freshCode(atelier.people.finance2.email);
    const proved = await stepUp({ code }, opened);
    expect(proved.body.gate).toBeNull();
    expect((await ask('GET', '/session', within(opened))).status).toBe(401);
    expect((await ask('GET', '/payout-batches', within(proved))).status).toBe(200);
    expect((await stepUp({ code }, proved)).body.code).toBe('access.proof_wrong');
  });

  it('takes one code once, however many try it at once', async () => {
    const { email, id } = atelier.people.manager2;
    await atelier.db.tx((tx) => tx.run('UPDATE access_totps SET last_step = 0 WHERE person_id = $1', [id]));
    const code = codeIn(DEMO_CODE_SECRET, 0);
    const answers = await Promise.all([1, 2, 3, 4].map(() => signIn(email, { code })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 403, 403, 403]);
  });

  it('is guessed ever slower, and its owner is not locked out of the session that is open', async () => {
    const { email } = atelier.people.reviewer2;
    const opened = await signIn(email);
    const guesses: string[] = [];
    for (let n = 0; n < 7; n += 1)
      guesses.push((await stepUp({ code: String(n).padStart(6, '0') }, opened)).body.code);
    expect(guesses.slice(0, 5)).toEqual(Array(5).fill('access.proof_wrong'));
    expect(guesses.slice(5)).toEqual(Array(2).fill('access.too_many_attempts'));
    expect((await ask('GET', '/session', { as: 'reviewer2' })).status).toBe(200);
  });

  it('has codes on paper: shown once, each used once, all replaced by new ones', async () => {
    const { id, email } = atelier.people.reviewer;
    const { body } = await ask<{ codes: string[] }>('POST', '/account/recovery-codes', { as: 'reviewer' });
    expect(new Set(body.codes).size).toBe(10);
    const [code = '', spare = ''] = body.codes;
    const stored = await atelier.db.read<{ text: string }>(
      'SELECT r::text AS text FROM access_recovery_codes r',
    );
    expect(stored.map(({ text }) => text).join()).not.toContain(Buffer.from(code).toString('hex'));
    const opened = await signIn(email);
    expect(opened.body.proofWays).toEqual(['code', 'recovery_code']);
    const proved = await stepUp({ recoveryCode: ` ${code.toUpperCase().replace('-', ' ')}` }, opened);
    expect([proved.status, proved.body.gate]).toEqual([200, null]);
    expect((await stepUp({ recoveryCode: code }, proved)).body.code).toBe('access.proof_wrong');
    expect((await ask('POST', '/account/recovery-codes', within(proved))).status).toBe(201);
    expect((await stepUp({ recoveryCode: spare }, proved)).body.code).toBe('access.proof_wrong');
    await atelier.settle();
    const told = await atelier.db.read<{ kind: string }>(
      `SELECT kind FROM notice_notices WHERE person_id = $1 AND kind LIKE 'security.%' ORDER BY id`,
      [id],
    );
    expect(told.map(({ kind }) => kind)).toEqual([
      'security.recovery_codes_made',
      'security.recovery_code_used',
      'security.recovery_codes_made',
    ]);
  });

  it('stays with staff: the last one cannot be removed; artists may', async () => {
    expect((await ask('DELETE', '/account/code-app', { as: 'manager' })).body.code).toBe(
      'access.last_factor',
    );
    const made = await ask<{ secret: string }>('POST', '/account/code-app', { as: 'artist' });
    const confirm = { as: 'artist', body: { code: codeIn(made.body.secret, 0) } } as const;
    expect((await ask('POST', '/account/code-app/confirm', confirm)).status).toBe(204);
    expect((await signIn(atelier.people.artist.email)).body.gate).toBe('second_factor_required');
    expect((await ask('DELETE', '/account/code-app', { as: 'artist' })).status).toBe(204);
    expect((await signIn(atelier.people.artist.email)).body.gate).toBeNull();
  });

  describe('proved lately', () => {
    it('is asked for by whatever is in the table, and lasts ten minutes', async () => {
      const { id, email } = atelier.people.admin;
      const body = { roles: ['artist', 'reviewer'], reason: 'Helps with the queue.' };
      await older(id);
      const change = (more: object) =>
        ask('PUT', `/people/${atelier.people.artist3.id}/roles`, { body, ...more });
      expect(await change({ as: 'admin' })).toMatchObject({
        status: 403,
        body: { code: 'access.step_up_required' },
      });
      expect((await ask('GET', '/people', { as: 'admin' })).status).toBe(200);
      const opened = await signIn(email, { code: await freshCode(email) });
      expect((await change(within(opened))).status).toBe(200);
    });

    it('is asked for before a batch is approved', async () => {
      const opened = await signIn(atelier.people.finance3.email, {
        code: await freshCode(atelier.people.finance3.email),
      });
      await older(atelier.people.finance3.id);
      const approve = (more: object) =>
        ask('POST', '/payout-batches/pbt_none/approve', { body: { hash: 'x'.repeat(64) }, ...more });
      expect((await approve(within(opened))).body.code).toBe('access.step_up_required');
    });

    it('is a password for artists without one, once more and rightly', async () => {
      const { id, email } = atelier.people.artist2;
      const opened = await signIn(email);
      await older(id);
      const begin = (more: Answer<unknown>) => ask('POST', '/account/code-app', within(more));
      expect((await begin(opened)).body.code).toBe('access.step_up_required');
      expect((await stepUp({ password: 'not the password' }, opened)).body.code).toBe(
        'access.bad_credentials',
      );
      expect((await stepUp({ password: PASSWORD, code: '123456' }, opened)).status).toBe(422);
      expect((await stepUp({}, opened)).status).toBe(422);
      const proved = await stepUp({ password: PASSWORD }, opened);
      expect((await begin(proved)).status).toBe(201);
    });
  });
});
