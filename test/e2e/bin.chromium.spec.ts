import type { Browser, Page } from 'playwright-core';
import { freshCode } from '../../scripts/lib/codes.mjs';
import { PASSWORD, startTestApp, type TestApp } from '../support/app';
import { live, openFlows, stateOf } from '../support/bin';
import { arrive, enter, launch, violations, type Visitor } from '../support/browser';
import { createClip, createProgram } from '../support/clips';

/** Where pictures of the pages are left for somebody to look at; nowhere unless asked. */
const SCREENS = process.env.ATELIER_SCREENS;
const look = async (page: Page, name: string): Promise<void> => {
  if (SCREENS !== undefined) await page.screenshot({ path: `${SCREENS}/${name}.png`, fullPage: true });
};

/** Going, coming back and gone, as the artist sees it; the rule, as the manager publishes it. */
describe('the bin in the portal', () => {
  let atelier: TestApp;
  let browser: Browser;
  let artist: Visitor;
  let manager: Visitor;
  let programId: string;
  let clip: string;

  beforeAll(async () => {
    atelier = await startTestApp('bin_portal');
    programId = await createProgram(atelier, ['artist']);
    await openFlows(atelier);
    await createClip(atelier, { programId, artist: 'artist' });
    clip = await createClip(atelier, { programId, artist: 'artist', isKeeper: false });
    browser = await launch(atelier);
    [artist, manager] = await Promise.all([arrive(browser, atelier.url), arrive(browser, atelier.url)]);
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await atelier?.stop();
  });

  it('says what everything takes, by which rule it goes, and that nothing has gone yet', async () => {
    const { page } = artist;
    await enter(page, atelier.people.artist.email, PASSWORD);
    await page.getByRole('link', { name: 'Bin', exact: true }).click();
    await page.getByRole('heading', { name: 'Bin', level: 1 }).waitFor();
    await page.getByText('The bin is empty').waitFor();
    await page.getByText(/Keepers: .*1 clip/).waitFor();
    await page.getByText(/90 days after it was made/).waitFor();
    await look(page, 'bin-empty');
    expect(await violations(page)).toEqual([]);
  }, 60_000);

  it('puts a clip away from its page, takes it back with one click, and undoes that', async () => {
    const { page } = artist;
    await page.goto(`${atelier.url}/studio/clips/${clip}`);
    await page.getByRole('button', { name: 'Put into the bin' }).click();
    await page.getByText(/In the bin. Its files go for good/).waitFor();
    await look(page, 'bin-clip');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Everything in the bin' }).click();
    await page.getByText(/Goes for good/).waitFor();
    await look(page, 'bin-one');
    await page.getByRole('button', { name: 'Restore' }).click();
    await page.getByText('The bin is empty').waitFor();
    expect(await stateOf(atelier, clip)).toBe('stored');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText(/Goes for good/).waitFor();
    expect(await stateOf(atelier, clip)).toBe('binned');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Restore' }).click();
    await page.getByText('The bin is empty').waitFor();
  }, 60_000);

  it('is told before, sees what goes soon, lets it stay; what is removed for good is only history', async () => {
    const { page } = artist;
    await live(atelier, 72);
    await atelier.settle();
    await page.goto(`${atelier.url}/studio/bin?show=warned`);
    await page.getByText(/Goes into the bin/).waitFor();
    await look(page, 'bin-warned');
    await page.getByRole('button', { name: 'Let it stay' }).click();
    await page.getByText('Nothing goes soon').waitFor();
    await page.goto(`${atelier.url}/studio/clips/${clip}`);
    await page.getByRole('button', { name: 'Put into the bin' }).click();
    await page.getByText(/In the bin. Its files go for good/).waitFor();
    await page.goto(`${atelier.url}/studio/bin`);
    await page.getByRole('button', { name: 'Remove for good' }).click();
    await page.getByText('Nobody can bring them back.', { exact: false }).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove for good' }).click();
    await page.getByText('The bin is empty').waitFor();
    await page.goto(`${atelier.url}/studio/bin?show=emptied`);
    await page.getByText(/Its files were removed/).waitFor();
    await page.goto(`${atelier.url}/studio/clips/${clip}`);
    await page.getByText('Its files are gone').waitFor();
    await look(page, 'bin-gone');
    expect(await violations(page)).toEqual([]);
  }, 60_000);

  it('goes by the rule that a manager publishes, which the programme’s page says', async () => {
    const { page } = manager;
    await enter(page, atelier.people.manager.email, PASSWORD);
    await page.getByLabel('Code').fill(await freshCode(atelier.people.manager.email));
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { name: 'Programmes', level: 1 }).waitFor();
    await page.goto(`${atelier.url}/manage/programs/${programId}`);
    const step = page.getByRole('listitem').filter({ hasText: 'How long clips stay' });
    await step.getByRole('button').first().click();
    await page.getByLabel('Days that a final stays that nobody keeps').fill('120');
    await look(page, 'bin-rule');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Publish version 1' }).click();
    await page.getByText('Version 1 is published.').waitFor();
    await page.goto(`${atelier.url}/programs/${programId}`);
    await page.getByText(/120 days after it was made/).waitFor();
    await page.goto(`${atelier.url}/manage/files`);
    await page.getByText(/1 clip gone for good/).waitFor();
    await look(page, 'bin-operator');
  }, 60_000);
});
