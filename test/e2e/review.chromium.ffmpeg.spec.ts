import fs from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { ClocksService } from '../../src/modules/approval';
import type { CastName } from '../support/app';
import { arrive, launch, violations, type Visitor } from '../support/browser';
import { storeMovie } from '../support/pictures';
import { prices } from '../support/program';
import { Sharing } from '../support/sharing';

/** Where the screens are kept to be looked at, when somebody asks for them. */
const SHOTS = process.env['ATELIER_SCREENS'];

describe('review in the portal', () => {
  let sharing: Sharing;
  let browser: Browser;
  const visitors = new Map<CastName, Visitor>();

  async function as(name: CastName): Promise<Visitor> {
    const known = visitors.get(name);
    if (known !== undefined) return known;
    const { atelier } = sharing;
    const visitor = await arrive(browser, atelier.url);
    await visitor.page.setViewportSize({ width: 1440, height: 900 });
    const [cookie = '', ...value] = atelier.people[name].cookie.split('=');
    await visitor.context.addCookies([{ name: cookie, value: value.join('='), url: atelier.url }]);
    visitors.set(name, visitor);
    return visitor;
  }
  const shot = async (name: string, { page }: Visitor): Promise<void> => {
    if (SHOTS === undefined) return;
    fs.mkdirSync(SHOTS, { recursive: true });
    await page.screenshot({ path: path.join(SHOTS, `${name}.png`), fullPage: false });
  };
  const submitted = async (title: string, change: object = {}): Promise<string> => {
    const { id, generationId } = (await sharing.submit({ title, ...change })).body;
    await storeMovie(sharing.atelier, generationId);
    return id;
  };
  const stateOf = async (id: string): Promise<string> => (await sharing.get('artist', id)).state;

  beforeAll(async () => {
    sharing = await Sharing.start('review_journey', { ATELIER_UNDO_SECONDS: '10' }, [
      'api',
      'worker',
      'relay',
    ]);
    const items = { ...prices(), 'licence.marketing': 30_000 };
    const card = await sharing.atelier.request('POST', `/api/v1/programs/${sharing.programId}/rate-cards`, {
      as: 'manager',
      body: { items },
    });
    expect(card.status).toBe(201);
    browser = await launch(sharing.atelier);
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await sharing?.stop();
  });

  it('is done without a mouse: taken, looked at frame by frame, decided, taken back, decided again', async () => {
    const first = await submitted('Herons at dawn');
    const second = await submitted('Herons at dusk', { labels: ['violence'] });
    const reviewer = await as('reviewer');
    const { page } = reviewer;
    await page.goto('/review');
    await page.getByRole('heading', { name: 'Herons at dawn', level: 2 }).waitFor();
    expect(await violations(page)).toEqual([]);
    await shot('queue', reviewer);
    // the length of the clip stands beside its place once it is loaded
    await page.waitForFunction('document.querySelector("video").readyState > 0');
    await page.keyboard.press('ArrowRight');
    await page.getByText(/frame 1 of/).waitFor();
    await page.keyboard.press('Shift+ArrowRight');
    await page.getByText(/frame 11 of/).waitFor();
    await page.keyboard.press('1');
    await page.getByRole('button', { name: 'Undo (Z)' }).waitFor();
    expect(await stateOf(first)).toBe('in_review');
    await page.keyboard.press('z');
    await page.getByText(/taken back. Nobody was told/).waitFor();
    await page.getByRole('heading', { name: 'Herons at dawn', level: 2 }).waitFor();
    await page.keyboard.press('3');
    await page.getByRole('form', { name: 'Decline' }).waitFor();
    expect(await violations(page)).toEqual([]);
    // a number is a clause now, and no verdict
    await page.keyboard.press('2');
    await page.getByRole('form', { name: 'Decline' }).getByRole('blockquote').waitFor();
    expect((await sharing.get('reviewer', first)).staged).toBe(null);
    await shot('reasons', reviewer);
    await page.getByRole('radio', { name: 'safety' }).press('Space');
    await page.getByLabel('Facts').fill('At eight seconds a recognisable person is hit.');
    await page.getByLabel('Remedy').fill('Cut the blow, or blur the face.');
    await page.getByLabel('Remedy').press('Tab');
    await page.getByRole('button', { name: 'Decline with these reasons' }).press('Enter');
    await page.getByRole('button', { name: 'Undo (Z)' }).waitFor();
    await page.getByRole('heading', { name: 'Herons at dusk', level: 2 }).waitFor();
    expect(await sharing.get('reviewer', first)).toMatchObject({ staged: { verb: 'decline' } });
    expect(await stateOf(second)).toBe('submitted');
    expect(reviewer.faults).toEqual([]);
  }, 120_000);

  it('eases what is hard to look at: blurred until pointed at, grey, sound as one wants', async () => {
    const { page } = await as('reviewer');
    await page.getByRole('button', { name: 'My desk' }).click();
    await page.getByLabel('Blur pictures until I point at them').click();
    await page.getByLabel('Pictures in grey').click();
    await page.keyboard.press('Escape');
    const filter = (): Promise<string> =>
      page.evaluate<string>(`getComputedStyle(document.querySelector('video')).filter`);
    await page.mouse.move(5, 5);
    expect(await filter()).toBe('blur(24px) grayscale(1)');
    await page.locator('video').hover();
    expect(await filter()).toBe('grayscale(1)');
    await page.getByRole('button', { name: 'My desk' }).click();
    await page.getByLabel('Blur pictures until I point at them').click();
    await page.getByLabel('Pictures in grey').click();
    await page.keyboard.press('Escape');
  }, 60_000);

  it('gives one verdict over several, after showing what comes of each, and takes it back', async () => {
    const titles = ['Tide one', 'Tide two', 'Tide three'];
    const ids = await Promise.all(titles.map((title) => submitted(title)));
    await sharing.act('reviewer2', ids[2] as string, 'claim');
    const reviewer = await as('reviewer');
    const { page } = reviewer;
    await page.goto('/review');
    for (const title of titles) await page.getByLabel(`Choose ${title}`).check();
    await page.getByRole('region', { name: 'Chosen submissions' }).getByText('3 chosen').waitFor();
    await page.getByRole('button', { name: 'Approve all' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('2 of 3 can be decided now').waitFor();
    await dialog.getByText('Another reviewer has claimed this').waitFor();
    expect(await violations(page)).toEqual([]);
    await shot('bulk', reviewer);
    expect(await stateOf(ids[0] as string)).toBe('submitted');
    await dialog.getByRole('button', { name: 'Approve 2' }).click();
    await dialog.getByText('2 done.').waitFor();
    await dialog.getByRole('button', { name: 'Take all back' }).click();
    await dialog.getByText('0 done.').waitFor();
    for (const id of ids.slice(0, 2)) expect(await stateOf(id)).toBe('submitted');
  }, 90_000);

  it('keeps the filter in the address and under a name', async () => {
    const { page } = await as('reviewer');
    await page.goto('/review?risk=medium');
    await page.getByRole('heading', { name: 'Herons at dusk', level: 2 }).waitFor();
    expect(await page.getByLabel('Choose Tide one').count()).toBe(0);
    await page.getByRole('button', { name: 'Save this filter' }).click();
    await page.getByLabel('Name').fill('Blood');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.goto('/review');
    await page.getByRole('button', { name: 'Blood', exact: true }).click();
    await page.waitForURL(/risk=medium/);
  }, 60_000);

  it('asks a second person who does not know the first verdict, and then tells', async () => {
    await sharing.sql(
      `INSERT INTO approval_sample_seeds (day, seed, commitment, share) VALUES ((now() AT TIME ZONE 'utc')::date, 's', 'c', 1)
       ON CONFLICT (day) DO UPDATE SET share = 1`,
    );
    const id = await submitted('Only once');
    await sharing.act('reviewer2', id, 'claim');
    await sharing.act('reviewer2', id, 'approve');
    await sharing.sql(
      `UPDATE approval_submissions SET staged_until = now() - interval '1 s' WHERE staged IS NOT NULL`,
    );
    await sharing.atelier.app.get(ClocksService).leave();
    expect(await stateOf(id)).toBe('published');
    const reviewer = await as('reviewer');
    const { page } = reviewer;
    await page.goto('/review/opinions');
    await page.getByRole('button', { name: 'Take one' }).click();
    await page.getByRole('heading', { name: 'Only once', level: 2 }).waitFor();
    expect(await page.getByText('approved').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await shot('opinion', reviewer);
    await page.getByRole('radio', { name: 'Approve' }).check();
    await page.getByRole('button', { name: 'Give it' }).click();
    await page.getByText('The same verdict').waitFor();
    expect(await violations(page)).toEqual([]);
  }, 90_000);
});
