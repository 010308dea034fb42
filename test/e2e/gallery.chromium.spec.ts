import type { Browser, Page } from 'playwright-core';
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
    await page.goto('/');
    await page.getByRole('heading', { name: TITLE }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: TITLE }).click();
    await page.getByRole('heading', { name: TITLE, level: 1 }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goto('/showcase');
    await page.getByText('No slot is filled now').waitFor();
    expect(await violations(page)).toEqual([]);
  }, 90_000);

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
});
