import { generateSync } from 'otplib';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { freshCode } from '../../scripts/lib/codes.mjs';
import { tokenOfMail } from '../../scripts/lib/client.mjs';
import { PASSWORD, startTestApp, type TestApp } from '../support/app';
import { arrive, enter, launch, violations, type Visitor } from '../support/browser';

const NEW_PASSWORD = 'a tall ship and a star';

/** A device with a fingerprint reader that always says yes, as Chromium can play it. */
async function withPasskeys(page: Page): Promise<CDPSession> {
  const device = await page.context().newCDPSession(page);
  await device.send('WebAuthn.enable');
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return device;
}

describe('signing in, and what protects an account', () => {
  let atelier: TestApp;
  let browser: Browser;
  let newcomer: Visitor;
  let staff: Visitor;
  let admin: Visitor;
  /** Passkeys are tied to a name: the browser must not come by number. */
  let url: string;

  beforeAll(async () => {
    atelier = await startTestApp('security_portal');
    url = atelier.url.replace('127.0.0.1', 'localhost');
    browser = await launch(atelier);
    [newcomer, staff, admin] = await Promise.all([
      arrive(browser, url),
      arrive(browser, url),
      arrive(browser, url),
    ]);
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await atelier?.stop();
  });

  const outbox = {
    get: async (path: string) => (await atelier.request('GET', path, { as: 'manager' })).body,
  };
  const secondFactor = async (page: Page, email: string) => {
    await page.getByLabel('Code').fill(await freshCode(email));
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  };

  it('a newcomer signs up, opens the mail, and is in', async () => {
    const { page } = newcomer;
    await page.goto('/sign-up');
    await page.getByLabel('Name').fill('Noor Haddad');
    await page.getByLabel('E-mail').fill('noor@example.org');
    await page.locator('input[type="password"]').fill(PASSWORD);
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByText('A mail is on its way').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Send it again' }).click();
    await page.getByText('it was sent again').waitFor();
    await atelier.settle();
    const token = await tokenOfMail(outbox, 'noor@example.org', '/verify');
    await page.goto(`/verify#${token}`);
    await page.reload();
    await page.goto('/');
    await page.goto(`/verify#${token}`);
    await page.getByRole('button', { name: 'Confirm my address' }).click();
    await page.getByText('noor@example.org is confirmed').waitFor();
    expect(page.url()).not.toContain(token);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Sign in' }).first().waitFor();
    await enter(page, 'noor@example.org', PASSWORD);
    await page.getByRole('heading', { name: 'Studio', level: 1 }).waitFor();
  }, 90_000);

  it('somebody who forgot their password sets a new one by mail', async () => {
    const { page } = newcomer;
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.goto('/sign-in');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Forgot the password?' }).click();
    await page.getByLabel('E-mail').fill('noor@example.org');
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await page.getByText('If there is an account').waitFor();
    expect(await violations(page)).toEqual([]);
    const token = await tokenOfMail(outbox, 'noor@example.org', '/reset');
    await page.goto('/');
    await page.goto(`/reset#${token}`);
    await page.locator('input[type="password"]').fill('password1234');
    await page.getByRole('button', { name: 'Set it and end all sessions' }).click();
    await page.getByText('guessing begins with').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.locator('input[type="password"]').fill(NEW_PASSWORD);
    await page.getByRole('button', { name: 'Set it and end all sessions' }).click();
    await page.getByText('The new password is set').waitFor();
    await enter(page, 'noor@example.org', NEW_PASSWORD);
    await page.getByRole('heading', { name: 'Studio', level: 1 }).waitFor();
  }, 90_000);

  it('an invited reviewer joins, sets up an app and a passkey, and keeps codes on paper', async () => {
    const { page } = admin;
    await enter(page, atelier.people.admin.email, PASSWORD);
    await page.getByRole('heading', { name: 'Second factor', level: 1 }).waitFor();
    expect(await violations(page)).toEqual([]);
    await secondFactor(page, atelier.people.admin.email);
    await page.getByRole('link', { name: 'People', exact: true }).click();
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Ines Roca');
    await page.getByRole('dialog').getByLabel('E-mail').fill('ines@example.org');
    await page.getByRole('dialog').getByLabel('reviewer').check();
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await page.getByText('A mail is on its way to ines@example.org').waitFor();
    expect(await violations(page)).toEqual([]);

    const guest = staff.page;
    const token = await tokenOfMail(outbox, 'ines@example.org', '/join');
    await guest.goto(`/join#${token}`);
    await guest.locator('input[type="password"]').fill(NEW_PASSWORD);
    expect(await violations(guest)).toEqual([]);
    await guest.getByRole('button', { name: 'Join' }).click();
    await guest.getByText('Your account is ready').waitFor();
    await enter(guest, 'ines@example.org', NEW_PASSWORD);
    await guest.getByText('One step before you can work').waitFor();
    await guest.goto('/review');
    await guest.getByText('One step before you can work').waitFor();
    expect(await violations(guest)).toEqual([]);

    await guest.getByRole('button', { name: 'Set it up' }).click();
    const secret = ((await guest.getByTestId('code-app-secret').textContent()) ?? '').replaceAll(' ', '');
    expect(await violations(guest)).toEqual([]);
    await guest.getByLabel('Code of the app').fill(generateSync({ secret }));
    await guest.getByRole('button', { name: 'Confirm' }).click();
    await guest.getByRole('link', { name: 'Queue' }).waitFor();

    await withPasskeys(guest);
    await guest.getByRole('button', { name: 'Add a passkey' }).click();
    await guest.getByRole('dialog').getByLabel('Name').fill('Desk');
    await guest.getByRole('button', { name: 'Go on' }).click();
    await guest.getByText('never used').waitFor();
    await guest.getByRole('button', { name: 'Rename Desk' }).click();
    await guest.getByRole('dialog').getByLabel('Name').fill('My desk');
    await guest.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
    await guest.getByText('My desk', { exact: true }).waitFor();

    await guest.getByRole('button', { name: 'Make them' }).click();
    await guest.getByText('Shown only now').waitFor();
    expect((await guest.getByTestId('recovery-codes').textContent())?.split('\n')).toHaveLength(10);
    expect(await violations(guest)).toEqual([]);
    await guest.getByLabel('I stored them').check();
    await guest.getByRole('button', { name: 'Done' }).click();
    await guest.getByText('10 of ten are left').waitFor();
    expect(await violations(guest)).toEqual([]);
  }, 150_000);

  it('a passkey alone signs in, and opens the work at once', async () => {
    const { page } = staff;
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByRole('heading', { name: 'Review queue', level: 1 }).waitFor();
    await page.goto('/account/security');
    await page.getByText('by passkey').waitFor();
    await page.getByText(/, used /).waitFor();
    expect(await violations(page)).toEqual([]);
  }, 60_000);

  it('what needs a recent proof asks for it in place and then goes on; a passkey is one', async () => {
    const { page } = staff;
    const old = `UPDATE access_sessions SET proved_at = now() - interval '11 minutes'`;
    await atelier.db.tx((tx) => tx.run(old));
    // The dialog is loaded apart: whoever is quicker than it is asked all the same.
    const isRefused = page.waitForResponse(
      (answer) => answer.status() === 403 && answer.url().endsWith('/recovery-codes'),
    );
    const isLate = /account-corner/;
    await page.route(isLate, async (route) => {
      await isRefused;
      await route.continue();
    });
    await page.reload();
    await page.getByRole('button', { name: 'Make new ones' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Make new ones' }).click();
    await isRefused;
    await page.getByRole('heading', { name: 'Is it you?' }).waitFor();
    await page.unroute(isLate);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await page.getByText('Shown only now').waitFor();
    await page.getByLabel('I stored them').check();
    await page.getByRole('button', { name: 'Done' }).click();

    const chief = admin.page;
    await chief.getByRole('button', { name: 'Change Ines Roca' }).click();
    await chief.getByRole('menuitem', { name: 'Close the account' }).click();
    await chief.getByLabel('Reason').fill('Moved to another team.');
    await chief.getByRole('button', { name: 'Close it' }).click();
    await chief.getByRole('heading', { name: 'Is it you?' }).waitFor();
    await chief.getByLabel('Code').fill(await freshCode(atelier.people.admin.email));
    await chief.getByRole('button', { name: 'Go on' }).click();
    await chief.getByRole('listitem').filter({ hasText: 'Ines Roca' }).getByText('closed').waitFor();
    await page.goto('/review');
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  }, 120_000);

  it('never broke its content policy, threw, or asked another site', () => {
    expect([...newcomer.faults, ...staff.faults, ...admin.faults]).toEqual([]);
  });
});
