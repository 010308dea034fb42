import type { Browser, Page } from 'playwright-core';
import { WatchService } from '../../src/modules/access/watch/watch.service';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { arrive, launch, violations, type Visitor } from '../support/browser';
import { openProgram } from '../support/program';

/** Networks of two carriers and one that nobody announces. */
const PLACES = ['1.1.1.7', '8.8.8.7', '9.9.9.7', '203.0.113.7', '198.51.100.7', '192.0.2.7', '45.33.32.7'];

describe('keys and incidents in the portal', () => {
  let atelier: TestApp;
  let browser: Browser;
  const visitors = new Map<CastName, Visitor>();
  let secret = '';

  async function as(name: CastName): Promise<Page> {
    const known = visitors.get(name);
    if (known !== undefined) return known.page;
    const visitor = await arrive(browser, atelier.url);
    const [cookie = '', ...value] = atelier.people[name].cookie.split('=');
    await visitor.context.addCookies([{ name: cookie, value: value.join('='), url: atelier.url }]);
    visitors.set(name, visitor);
    return visitor.page;
  }
  /** What the key answers to a program now. */
  const answer = async (key: string): Promise<number> =>
    (await atelier.request('GET', '/api/v1/generations', { key })).status;
  const rowOf = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });
  /** Reads the secret that is shown this once, and puts it away. */
  const store = async (page: Page): Promise<string> => {
    await page.getByText('Shown only now').waitFor();
    const text = (await page.getByTestId('secret').textContent()) ?? '';
    await page.getByLabel('I stored it').check();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByText('Shown only now').waitFor({ state: 'hidden' });
    return text;
  };

  beforeAll(async () => {
    atelier = await startTestApp('keys_portal', { env: { TRUSTED_PROXIES: '127.0.0.1,::1' } });
    await openProgram(atelier);
    browser = await launch(atelier);
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await atelier?.stop();
  });

  it('an artist makes a key, whose secret is shown once', async () => {
    const page = await as('artist');
    await page.goto('/studio/keys');
    await page.getByText('No keys yet').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Name').fill('Workstation');
    await page.getByLabel('Ask for clips and spend my credits').check();
    await page.getByRole('button', { name: 'Create key' }).click();
    await page.getByText('Shown only now').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.getByRole('button', { name: 'Done' }).isDisabled()).toBe(true);
    secret = await store(page);
    expect(secret).toMatch(/^atl_live_[0-9A-Za-z]{36}$/);
    expect(await answer(secret)).toBe(200);
    await page.reload();
    await rowOf(page, 'Workstation').getByText('Last used').waitFor();
    expect(await page.content()).not.toContain(secret);
    expect(await rowOf(page, 'Workstation').textContent()).toContain('127.0.0.0/24');
    expect(await violations(page)).toEqual([]);
  }, 60_000);

  it('replaces it with an overlap: both work, and the page says until when', async () => {
    const page = await as('artist');
    await rowOf(page, 'Workstation').getByRole('button', { name: 'Replace' }).click();
    await page.getByText('The old one works for 24 hours more').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Replace it' }).click();
    const next = await store(page);
    expect([await answer(secret), await answer(next)]).toEqual([200, 200]);
    await page.getByText('Replaced; it stops').waitFor();
    expect(await violations(page)).toEqual([]);
    secret = next;
  }, 60_000);

  it('says that it leaked: the old one stops at once, and the new one is there', async () => {
    const page = await as('artist');
    await page.getByRole('button', { name: 'It leaked' }).first().click();
    await page.getByRole('button', { name: 'Stop it and make a new one' }).click();
    const next = await store(page);
    expect([await answer(secret), await answer(next)]).toEqual([401, 200]);
    secret = next;
  }, 60_000);

  it('a key that others use is stopped; its owner goes on after three clicks and not a minute', async () => {
    for (const address of PLACES)
      await atelier.request('GET', '/api/v1/generations', {
        key: secret,
        headers: { 'x-forwarded-for': address },
      });
    await atelier.app.get(WatchService).flush();
    await atelier.settle();
    expect(await answer(secret)).toBe(401);
    const begun = Date.now();
    const page = await as('artist');
    await page.goto('/studio/keys');
    let clicks = 0;
    const click = async (name: string) => {
      clicks += 1;
      await page.getByRole('button', { name, exact: true }).first().click();
    };
    await page.getByText('quarantined').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await click('Replace');
    await page.getByText('Shown only now').waitFor();
    const next = (await page.getByTestId('secret').textContent()) ?? '';
    clicks += 1;
    await page.getByLabel('I stored it').check();
    await click('Done');
    expect(await answer(next)).toBe(200);
    expect(clicks).toBeLessThanOrEqual(3);
    expect(Date.now() - begun).toBeLessThan(60_000);
    await page.goto('/studio');
    await page.getByRole('heading', { name: 'Studio', level: 1 }).waitFor();
  }, 90_000);

  it('a manager sees one of three touched, what happened, who used it, and closes it', async () => {
    const page = await as('manager');
    await page.goto('/manage/incidents');
    await page.getByText('1 of 3').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page
      .getByRole('link', { name: /artist of the test’s Workstation/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Timeline' }).waitFor();
    await page.getByText('The key was stopped').waitFor();
    await page.getByText('AS13335').waitFor();
    expect(await page.content()).toContain('Used from many networks at once');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'It was its owner: release' }).click();
    await page.getByLabel('Why').fill('They tried a new VPN; nobody else had it.');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Release', exact: true }).click();
    await page.getByText('Closed: a false alarm').waitFor();
    expect(await violations(page)).toEqual([]);
  }, 90_000);

  it('looks at the signals, whose data have their source beside them', async () => {
    const page = await as('manager');
    await page.goto('/manage/incidents?tab=signals');
    await page.getByText('Used through several carriers at once').waitFor();
    await page.getByText('It stays silent: there is no table of where networks are.').waitFor();
    await page.getByRole('link', { name: 'DB-IP' }).waitFor();
    expect(await violations(page)).toEqual([]);
  }, 60_000);

  it('a pause needs two: one proposes, another confirms, either ends it', async () => {
    const page = await as('manager');
    await page.goto('/manage/incidents?tab=pause');
    await page.getByLabel('Why').fill('The model makes faces of real people; we look into it.');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Propose' }).click();
    await page.getByText('Another manager has to confirm it').waitFor();
    expect(await page.getByRole('button', { name: 'Confirm' }).count()).toBe(0);
    const second = await as('manager2');
    await second.goto('/manage/incidents?tab=pause');
    await second.getByRole('button', { name: 'Confirm' }).click();
    await second.getByRole('dialog').getByRole('button', { name: 'Pause', exact: true }).click();
    await second.getByText('is paused').first().waitFor();
    await second.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await violations(second)).toEqual([]);
    await second.getByRole('button', { name: 'End it now' }).click();
    await second.getByText('is paused').first().waitFor({ state: 'hidden' });
  }, 90_000);

  it('the audit log is searched for what was done to the key, and its chain is whole', async () => {
    const page = await as('manager');
    await page.goto('/manage/audit?act=access.quarantine_key');
    await page.getByRole('cell', { name: 'access.quarantine_key' }).first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page
      .getByRole('button', { name: /^Open entry/ })
      .first()
      .click();
    await page.getByRole('dialog').getByText('access.quarantine_key').waitFor();
    expect(await violations(page)).toEqual([]);
  }, 60_000);

  it('never broke its content policy, threw, or asked another site', () => {
    expect([...visitors.values()].flatMap(({ faults }) => faults)).toEqual([]);
  });
});
