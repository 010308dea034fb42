import { PASSWORD, startTestApp, type TestApp } from '../support/app';
import { outsideOf } from '../support/people';

describe('people who sign up', () => {
  let atelier: TestApp;
  beforeAll(async () => {
    atelier = await startTestApp('sign_up');
  }, 60_000);
  afterAll(() => atelier?.stop());

  const { ask, signIn, within, mailed, signUp, textOfEverything, acts, mailsTo } = outsideOf(() => atelier);

  it('cannot sign in before they proved their address, and can everything afterwards; the link works once', async () => {
    await signUp('new@example.org');
    expect(await signIn('new@example.org', PASSWORD)).toMatchObject({
      status: 401,
      body: { code: 'access.bad_credentials' },
    });
    const token = await mailed('new@example.org', '/verify');
    expect(await textOfEverything()).not.toContain(token);
    expect((await ask('POST', '/account/verification', { body: { token } })).body).toEqual({
      email: 'new@example.org',
    });
    expect(await ask('POST', '/account/verification', { body: { token } })).toMatchObject({
      status: 410,
      body: { code: 'access.link_dead' },
    });
    const opened = await signIn('new@example.org', PASSWORD);
    expect(opened.body.gate).toBeNull();
    expect((await ask('GET', '/notices', within(opened))).status).toBe(200);
  });

  it('get another link when they ask, and the first stops working', async () => {
    await signUp('again@example.org');
    const first = await mailed('again@example.org', '/verify');
    const resend = (email: string) => ask('POST', '/account/verification/resend', { body: { email } });
    expect((await resend('again@example.org')).status).toBe(202);
    await atelier.settle();
    const second = await mailed('again@example.org', '/verify');
    expect(second).not.toBe(first);
    const verify = (token: string) => ask('POST', '/account/verification', { body: { token } });
    expect((await verify(first)).status).toBe(410);
    expect((await verify(second)).status).toBe(200);
    await atelier.settle();
    const before = await mailsTo('again@example.org');
    for (const email of ['again@example.org', 'never@example.org'])
      expect(await resend(email)).toMatchObject({ status: 202 });
    await atelier.settle();
    expect(await mailsTo('again@example.org')).toEqual(before);
    expect(await mailsTo('never@example.org')).toEqual([]);
  });

  it('learn nothing about who has an account; its owner hears that somebody tried, and nothing changes', async () => {
    const { email, id } = atelier.people.manager2;
    const name = 'Somebody Else';
    const password = 'a phrase of somebody else';
    const taken = await ask('POST', '/people', { body: { name, email: email.toUpperCase(), password } });
    const free = await ask('POST', '/people', { body: { name, email: 'free@example.org', password } });
    expect([taken.status, taken.body]).toEqual([202, free.body]);
    expect([free.status, Object.keys(free.body)]).toEqual([202, ['message']]);
    // Nor by what they typed: neither opens anything before the mail was read.
    for (const address of [email, 'free@example.org'])
      expect(await signIn(address, password)).toMatchObject({
        status: 401,
        body: { code: 'access.bad_credentials' },
      });
    await atelier.settle();
    expect(await mailsTo(email)).toContain('Somebody tried to sign up with your address');
    expect(await acts(id)).toContain('access.repeat_sign_up');
    const person = await atelier.db.read('SELECT name FROM access_people WHERE id = $1', [id]);
    expect(person).toEqual([{ name: 'manager2 of the test' }]);
    expect((await signIn(email, PASSWORD)).status).toBe(200);
  });

  it('who sign up twice before the mail was read have what they typed last', async () => {
    await signUp('twice@example.org');
    const first = await mailed('twice@example.org', '/verify');
    const body = { name: 'Noor H.', email: 'twice@example.org', password: 'another phrase altogether' };
    expect((await ask('POST', '/people', { body })).status).toBe(202);
    await atelier.settle();
    const token = await mailed('twice@example.org', '/verify');
    expect(token).not.toBe(first);
    expect((await ask('POST', '/account/verification', { body: { token } })).status).toBe(200);
    expect((await signIn('twice@example.org', PASSWORD)).status).toBe(401);
    expect((await signIn('twice@example.org', body.password)).body.person).toMatchObject({
      name: 'Noor H.',
    });
  });

  it.each(['password1234', 'Summer-Winter-2026', '123456789012'])('cannot choose %s', async (password) => {
    const body = { name: 'Noor', email: 'weak@example.org', password };
    expect(await ask('POST', '/people', { body })).toMatchObject({
      status: 422,
      body: { code: 'access.weak_password' },
    });
  });
});
