import type { Browser, Page } from 'playwright-core';
import type { FeedbackView } from '../../src/modules/feedback/feedback.dto';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { arrive, launch, violations } from '../support/browser';
import { createClip, createProgram } from '../support/clips';

const EARLIER = 'The fingers of the pianist melt into the keys when the camera turns.';
const WORDS = 'Her fingers melt into the piano keys as soon as the camera turns.';
const FACTS = 'Word for word the text that another artist sent two days earlier.';

describe('feedback in the portal, from the frame to the board', () => {
  let atelier: TestApp;
  let browser: Browser;
  let programId: string;
  let generationId: string;
  const pages = new Map<CastName, Page>();

  async function as(name: CastName): Promise<Page> {
    const known = pages.get(name);
    if (known !== undefined) return known;
    const { context, page } = await arrive(browser, atelier.url);
    const [cookie = '', ...value] = atelier.people[name].cookie.split('=');
    await context.addCookies([{ name: cookie, value: value.join('='), url: atelier.url }]);
    pages.set(name, page);
    return page;
  }
  const sent = async () =>
    (await atelier.request<{ items: FeedbackView[] }>('GET', '/api/v1/feedback', { as: 'artist' })).body
      .items;
  /** Neither scheme hides anything from anybody. */
  async function isReadable(page: Page): Promise<void> {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect([colorScheme, await violations(page)]).toEqual([colorScheme, []]);
    }
    await page.emulateMedia({ colorScheme: 'light' });
  }

  beforeAll(async () => {
    atelier = await startTestApp('feedback_journey');
    programId = await createProgram(atelier, ['artist', 'artist2']);
    generationId = await createClip(atelier, { programId, artist: 'artist' });
    await atelier.request('POST', '/api/v1/feedback', {
      as: 'artist2',
      body: { programId, type: 'issue', title: 'Melting fingers', text: EARLIER },
    });
    browser = await launch(atelier);
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await atelier?.stop();
  });

  it('takes a range drawn on the timeline and a region drawn on the frame, and shows what was said before', async () => {
    const page = await as('artist');
    await page.goto(`/studio/feedback?clip=${generationId}`);
    const rail = await page.getByTestId('marker-rail').boundingBox();
    if (rail === null) throw new Error('no rail');
    const middle = rail.y + rail.height / 2;
    await page.mouse.move(rail.x + rail.width * 0.2, middle);
    await page.mouse.down();
    await page.mouse.move(rail.x + rail.width * 0.3, middle, { steps: 4 });
    await page.mouse.up();
    await page.getByLabel('What is to be seen at marker 1').fill('The keys take her fingers.');
    await page.getByRole('button', { name: 'Draw a region' }).click();
    const frame = await page.locator('[data-overlay]').boundingBox();
    if (frame === null) throw new Error('no frame');
    await page.mouse.move(frame.x + frame.width * 0.25, frame.y + frame.height * 0.25);
    await page.mouse.down();
    await page.mouse.move(frame.x + frame.width * 0.5, frame.y + frame.height * 0.75, { steps: 4 });
    await page.mouse.up();
    const region = page.getByRole('button', { name: /^Region of marker 1/ });
    await region.focus();
    await region.press('ArrowRight');
    await region.press('Shift+ArrowUp');
    await page.getByLabel('In your own words').fill(WORDS);
    await page.getByRole('button', { name: 'Mine is the same as “Melting fingers”' }).click();
    await page.getByText('I cannot work with it').click();
    await page.locator('input[type=file]').setInputFiles({
      name: 'seen.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Seen on three clips.'),
    });
    await page.getByText('seen.txt').waitFor();
    await isReadable(page);
    await page.screenshot({ path: '/tmp/feedback-intake.png', fullPage: true });
    await page.getByRole('button', { name: 'Send feedback' }).click();
    await page
      .getByText(/^Counts as accepted/)
      .first()
      .waitFor();
    const [item] = await sent();
    const [marker] = item?.markers ?? [];
    expect(item).toMatchObject({ severity: 'blocking', files: [{ name: 'seen.txt' }] });
    expect(marker?.at).toBeCloseTo(2, 1);
    expect(marker?.until).toBeCloseTo(3, 1);
    expect(marker?.region?.x).toBeCloseTo(0.27, 1);
    expect(marker?.region?.h).toBeCloseTo(0.48, 1);
  }, 90_000);

  it('shows the board by state with filters in its address, joins, tags, and hides the label', async () => {
    const page = await as('manager');
    await page.goto('/manage/feedback-board?severity=blocking');
    await page.getByRole('region', { name: 'new' }).getByText(WORDS).waitFor();
    expect(await page.getByText('Melting fingers').count()).toBe(0);
    await isReadable(page);
    await page.screenshot({ path: '/tmp/feedback-board.png', fullPage: true });
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByRole('region', { name: 'new' }).getByText('Melting fingers').waitFor();
    expect(page.url()).not.toContain('severity');
    await page.getByRole('link', { name: WORDS }).click();
    const tags = page.getByRole('textbox', { name: 'Tags' });
    await tags.fill('hands');
    await tags.press('Enter');
    await page.getByRole('link', { name: 'seen.txt' }).waitFor();
    await isReadable(page);
    await page.getByRole('button', { name: 'Accept', exact: true }).click();
    await page.getByRole('button', { name: 'Accept and pay' }).click();
    await page.getByText('Feedback: Accept.').waitFor();
    expect((await sent())[0]?.state).toBe('accepted');
  }, 90_000);

  it('takes pay back only by two people, and the artist reads why on the item', async () => {
    const [item] = await sent();
    const at = `/manage/feedback?state=all&item=${item?.id}`;
    const page = await as('manager');
    await page.goto(at);
    await page.getByRole('button', { name: 'Take back its pay…' }).click();
    await page.getByRole('combobox', { name: 'Reason' }).click();
    await page.getByRole('option', { name: /^Copied/ }).click();
    await page.getByRole('textbox', { name: 'What was found' }).fill(FACTS);
    await page.getByRole('button', { name: 'Propose' }).click();
    await page.getByText('Another person confirms.').waitFor();
    expect(await page.getByRole('button', { name: 'Confirm as the second person' }).count()).toBe(0);
    await isReadable(page);
    const admin = await as('admin');
    await admin.goto(at);
    await admin.getByRole('button', { name: 'Confirm as the second person' }).click();
    await admin.getByText('Pay taken back').waitFor();
    const artist = await as('artist');
    await artist.goto(`/studio/feedback/${item?.id}`);
    await artist.getByText('Its pay was taken back by two people').waitFor();
    await artist.getByText(FACTS).waitFor();
    await isReadable(artist);
    await artist.screenshot({ path: '/tmp/feedback-item.png', fullPage: true });
  }, 90_000);
});
