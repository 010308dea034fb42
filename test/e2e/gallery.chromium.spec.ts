import type { Browser, Page, Request } from 'playwright-core';
import type { CastName } from '../support/app';
import { arrive, launch, violations } from '../support/browser';
import { prices } from '../support/program';
import { Sharing } from '../support/sharing';

const TITLE = 'Herons at dawn';

describe('a published work in the portal, and what its artist lets be done with it', () => {
  let sharing: Sharing;
  let browser: Browser;
  const pages = new Map<CastName | 'guest', Page>();

  async function as(name: CastName | 'guest'): Promise<Page> {
    const known = pages.get(name);
    if (known !== undefined) return known;
    const { atelier } = sharing;
    const { context, page } = await arrive(browser, atelier.url);
    if (name !== 'guest') {
      const [cookie = '', ...value] = atelier.people[name].cookie.split('=');
      await context.addCookies([{ name: cookie, value: value.join('='), url: atelier.url }]);
    }
    pages.set(name, page);
    return page;
  }

  beforeAll(async () => {
    sharing = await Sharing.start('gallery_journey');
    const items = { ...prices(), 'licence.marketing': 30_000 };
    const card = await sharing.atelier.request('POST', `/api/v1/programs/${sharing.programId}/rate-cards`, {
      as: 'manager',
      body: { items },
    });
    expect(card.status).toBe(201);
    const { id } = (await sharing.submit({ title: TITLE })).body;
    await sharing.act('reviewer', id, 'claim');
    expect((await sharing.act('reviewer', id, 'approve')).status).toBe(200);
    browser = await launch(sharing.atelier);
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await sharing?.stop();
  });

  it('is found by anybody, and its page is read in light and dark', async () => {
    const page = await as('guest');
    const refused: string[] = [];
    page.on('response', (answer) => {
      if (answer.status() >= 400) refused.push(answer.url());
    });
    await page.goto('/');
    await page.getByRole('heading', { name: TITLE }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: TITLE }).click();
    await page.getByRole('heading', { name: TITLE, level: 1 }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goto('/showcase');
    await page.getByText('No slot is filled now').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(refused).toEqual([]);
    const robots = await page.request.get('/robots.txt');
    expect([robots.headers()['content-type'], await robots.text()]).toEqual([
      expect.stringMatching(/^text\/plain/),
      expect.stringContaining('Disallow: /studio'),
    ]);
  }, 90_000);

  it('says what the gallery is before any script has run, in few bytes', async () => {
    const { url } = sharing.atelier;
    const context = await browser.newContext({ baseURL: url, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/');
    // scheme.js, which is a script, shows it: the words are there all the same
    expect(await page.locator('h1').textContent()).toBe('Gallery');
    expect(await page.locator('main p').textContent()).toMatch(/^Short films by .*\.$/);
    await context.close();
    const { page: guest } = await arrive(browser, url);
    const asked: Request[] = [];
    guest.on('requestfinished', (request) => asked.push(request));
    await guest.goto('/');
    await guest.getByRole('heading', { name: TITLE }).waitFor();
    const bytesOf = async (kind: string): Promise<number> => {
      const sizes = await Promise.all(
        asked.filter((request) => request.url().endsWith(kind)).map((request) => request.sizes()),
      );
      return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
    };
    const bytes = { js: await bytesOf('.js'), css: await bytesOf('.css') };
    await guest.context().close();
    expect(bytes.js).toBeGreaterThan(50_000);
    expect(bytes.js).toBeLessThan(200_000);
    expect(bytes.css).toBeLessThan(40_000);
    const [script] = /\/assets\/index-[\w-]+\.js/.exec(await (await fetch(url)).text()) ?? [];
    const answer = await fetch(`${url}${script}`, { headers: { 'accept-encoding': 'br' } });
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-encoding': 'br',
      'content-type': expect.stringMatching(/javascript/),
      vary: expect.stringMatching(/accept-encoding/),
    });
    expect(await answer.text()).toContain('no root element');
  }, 60_000);

  it('is narrowed by what stands behind one button, and the address keeps it', async () => {
    const page = await as('guest');
    await page.goto('/');
    await page.getByRole('button', { name: 'Filters', exact: true }).click();
    await page.getByRole('combobox', { name: 'Made with' }).click();
    await page.getByRole('option', { name: 'a generative model' }).click();
    await page.getByText('No work matches').waitFor();
    expect(new URL(page.url()).searchParams.get('madeWith')).toBe('model');
    await page.reload();
    await page.getByRole('button', { name: 'Filters (1)' }).waitFor();
    await page.getByRole('combobox', { name: 'Made with' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Show everything' }).click();
    await page.getByRole('heading', { name: TITLE }).waitFor();
  }, 60_000);

  it('is used for nothing until its artist agrees at the price on the screen, and not after they take it back', async () => {
    const page = await as('artist');
    await page.goto('/studio/consents');
    const work = page.getByRole('article', { name: TITLE });
    const marketing = work.getByRole('group', { name: 'Marketing' });
    await marketing.getByText('€300.00 for each use').waitFor();
    await work.getByRole('group', { name: 'Training' }).getByText('has no price for it').waitFor();
    expect(await violations(page)).toEqual([]);
    await marketing.getByRole('button', { name: 'Agree to marketing' }).click();
    await marketing.getByText('You agreed to €300.00 or more').waitFor();
    expect(await violations(page)).toEqual([]);
    await marketing.getByRole('button', { name: 'Take marketing back' }).click();
    await marketing.getByRole('button', { name: 'Agree to marketing' }).waitFor();
    await page.goto('/studio/works');
    await page.getByRole('heading', { name: TITLE }).waitFor();
    expect(await violations(page)).toEqual([]);
  }, 90_000);

  it('has a slot of the showcase that a manager plans, closes and fills, and anybody sees', async () => {
    const { atelier, programId } = sharing;
    const works = await atelier.request<{ items: { id: string }[] }>('GET', '/api/v1/own-works', {
      as: 'artist',
    });
    const agreed = await atelier.request(
      'PUT',
      `/api/v1/works/${works.body.items[0]?.id}/consents/showcase`,
      {
        as: 'artist',
        body: { price: 20_000 },
      },
    );
    expect(agreed.status).toBe(200);
    const page = await as('manager');
    await page.goto(`/manage/showcase?program=${programId}`);
    await page.getByText('No round yet').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Plan a round' }).first().click();
    await page.getByLabel('Title').fill('Winter');
    await page.getByLabel('Slots', { exact: true }).fill('1');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Publish its rules' }).click();
    await page.getByRole('heading', { name: 'Winter' }).waitFor();
    await sharing.sql(`UPDATE approval_showcase_rounds SET starts_at = now() - interval '1 second'`);
    await page.reload();
    await page.getByRole('button', { name: 'Close the list' }).click();
    await page.getByRole('button', { name: 'Fill the slots' }).click();
    await page.getByRole('button', { name: 'Fill and pay them' }).click();
    await page.getByRole('table', { name: 'Licences' }).getByText('showcase').first().waitFor();
    await page.getByRole('button', { name: 'The list' }).click();
    await page.getByRole('table', { name: 'The list in its order' }).getByText('has a slot').waitFor();
    expect(await violations(page)).toEqual([]);
    const guest = await as('guest');
    await guest.goto('/showcase');
    await guest.getByRole('link', { name: TITLE }).waitFor();
    expect(await violations(guest)).toEqual([]);
    if (process.env['ATELIER_SCREENS'] !== undefined) {
      await page.screenshot({ path: `${process.env['ATELIER_SCREENS']}/curate.png` });
      await guest.screenshot({ path: `${process.env['ATELIER_SCREENS']}/showcase.png` });
    }
  }, 120_000);
});
