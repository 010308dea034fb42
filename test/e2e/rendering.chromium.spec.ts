import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { freshCode } from '../../scripts/lib/codes.mjs';
import { ProviderRegistry } from '../../src/modules/generation/providers/registry.provider';
import { PASSWORD, startTestApp, type TestApp } from '../support/app';
import { enrollArtist } from '../support/artist';
import { arrive, enter, launch, violations, type Visitor } from '../support/browser';
import { FakeProvider } from '../support/fake-provider';
import { openProgram } from '../support/program';

const PROMPT = 'A kite that will hang over the bay';

/** Waiting, choosing and verifying, as the artist and the operator see it. */
describe('rendering in the portal', () => {
  let atelier: TestApp;
  let fake: FakeProvider;
  let browser: Browser;
  let artist: Visitor;
  let manager: Visitor;
  let film: Buffer;
  let programId: string;

  const ready = async (page: Page, name: string | RegExp): Promise<void> => {
    await page.getByRole('heading', { name, level: 1 }).waitFor();
  };

  beforeAll(async () => {
    atelier = await startTestApp('rendering');
    fake = new FakeProvider();
    atelier.app.get(ProviderRegistry).register(fake, 'cpu');
    programId = (await openProgram(atelier)).id;
    await enrollArtist(atelier, programId, 'artist');
    await enrollArtist(atelier, programId, 'artist2');
    browser = await launch(atelier);
    [artist, manager] = await Promise.all([arrive(browser, atelier.url), arrive(browser, atelier.url)]);
  }, 90_000);

  afterAll(async () => {
    fake?.open();
    await browser?.close();
    await atelier?.stop();
    fake?.remove();
  });

  it('says the price of four variations before they are asked for, and what they hold after', async () => {
    const { page } = artist;
    await enter(page, atelier.people.artist.email, PASSWORD);
    await ready(page, 'Studio');
    await page.getByLabel('Prompt').fill(PROMPT);
    await page.getByLabel('Variations').fill('4');
    await page.getByText(/of rendering each · made by procedural/).waitFor();
    await page.getByRole('button', { name: 'Draft it' }).click();
    await page.getByText('4 variations on their way.').waitFor();
    await page.getByText(/held by clips under way/).waitFor();
    expect(await violations(page)).toEqual([]);
  }, 60_000);

  it('tells the artist why a clip waits', async () => {
    const { page } = artist;
    await page
      .getByRole('link', { name: new RegExp(`${PROMPT}.*throttled`, 's') })
      .first()
      .click();
    await page.getByRole('button', { name: 'Why am I waiting?' }).click();
    await page.getByText(/Your clips: 2 of the 2 that your plan lets be under way at once/).waitFor();
    expect(await violations(page)).toEqual([]);
  }, 60_000);

  it('shows the manager the queue by artist and the pools', async () => {
    const { page } = manager;
    await enter(page, atelier.people.manager.email, PASSWORD);
    await page.getByLabel('Code').fill(await freshCode(atelier.people.manager.email));
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { name: 'Programmes', level: 1 }).waitFor();
    await page.getByRole('link', { name: 'Credits and queue' }).click();
    const waiting = page.getByRole('table', { name: 'Artists who wait' });
    await waiting.getByRole('row', { name: /2 of/ }).waitFor();
    await page.getByRole('heading', { name: 'Expected times' }).waitFor();
    expect(await violations(page)).toEqual([]);
  }, 60_000);

  it('lets the manager cap the whole programme, and tells so to whoever waits behind it', async () => {
    const { page } = manager;
    await page.goto(`/manage/programs/${programId}`);
    await page.getByText('2 clips at once').waitFor();
    await page.getByRole('button', { name: 'Next version' }).nth(2).click();
    const form = page.getByRole('form', { name: 'Next quota plan' });
    await form.getByLabel('Clips of the whole programme that render at once').fill('2');
    expect(await violations(page)).toEqual([]);
    await form.getByRole('button', { name: 'Publish version 2' }).click();
    await page.getByText('2 clips at once, 2 of the whole programme').waitFor();
    await artist.page.getByText(/Your programme: 2 clips under way, as many as it lets be at once/).waitFor();
    await page.goto('/manage/credits');
    await page.getByText(/2 of 2 clips under way at once, as many as its quota plan allows/).waitFor();
  }, 90_000);

  it('lets the operator test, drain and pause a renderer, and see what it has in hand', async () => {
    const { page } = manager;
    await page.getByRole('link', { name: 'Renderers' }).click();
    await ready(page, 'Renderers');
    await page
      .getByRole('table', { name: 'Leases' })
      .getByRole('row', { name: /procedural/ })
      .waitFor();
    await page.getByRole('button', { name: 'Test it now' }).first().click();
    await page.getByText('self-test passed').first().waitFor();
    await page.getByLabel('Draining').first().click();
    await page.getByText('draining', { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Draining').first().click();
    await page.getByText('draining', { exact: true }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Pause' }).first().click();
    await page.getByText('paused', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByText('paused', { exact: true }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'History' }).first().click();
    await page.getByText(/pause, closed → paused/).waitFor();
  }, 60_000);

  it('shows the variations side by side, keeps one and makes its final', async () => {
    const { page } = artist;
    fake.open();
    await page.getByRole('link', { name: /Compare 4 variations/ }).click();
    await ready(page, 'Side by side');
    await page.getByRole('button', { name: 'Mark as keeper' }).nth(3).waitFor({ timeout: 40_000 });
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Mark as keeper' }).first().click();
    await page.getByText(/1 kept/).waitFor();
    await page.getByRole('button', { name: 'Promote to a final' }).first().click();
    await page.getByText('The final is on its way, with the same seed.').waitFor();
  }, 90_000);

  it('tells artist and manager what a keeper costs, by the filters of the address', async () => {
    const { page } = artist;
    await page.goto('/studio?show=keepers');
    const own = page.getByRole('table', { name: 'What your keepers cost' });
    await own.getByRole('row', { name: /Prompt of 0–59 characters.*1 of/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    await manager.page.goto('/manage/keepers?days=7');
    const byArtist = manager.page.getByRole('table', { name: 'Keepers by artist' });
    await byArtist.getByRole('row', { name: /^artist of the test 1 of/ }).waitFor();
    expect(await violations(manager.page)).toEqual([]);
    const [file] = await Promise.all([
      manager.page.waitForEvent('download'),
      manager.page.getByRole('link', { name: 'CSV' }).click(),
    ]);
    expect(readFileSync(await file.path(), 'utf8')).toContain('prompt_length,0-59');
    await manager.page.goto('/manage/keepers?style=nothing');
    await manager.page.getByRole('button', { name: 'Show all' }).click();
    await byArtist.waitFor();
    expect(new URL(manager.page.url()).search).toBe('');
  }, 90_000);

  it('says where a clip comes from, and verifies its file byte by byte', async () => {
    const { page } = artist;
    await page.getByRole('link', { name: 'Clips', exact: true }).click();
    await page
      .getByRole('link', { name: new RegExp(PROMPT) })
      .last()
      .click();
    await page.getByRole('table', { name: 'Provenance' }).waitFor();
    expect(await violations(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download MP4' }).click(),
    ]);
    film = readFileSync(await download.path());
    await page.getByRole('link', { name: 'Verify a file' }).last().click();
    const choose = async (buffer: Buffer): Promise<void> => {
      await page
        .locator('input[type="file"]')
        .setInputFiles({ name: 'clip.mp4', mimeType: 'video/mp4', buffer });
    };
    await choose(film);
    await page.getByText('Delivered here, unaltered').waitFor();
    expect(await violations(page)).toEqual([]);
    const touched = Buffer.from(film);
    touched[touched.length - 1] = (touched.at(-1) ?? 0) ^ 1;
    await choose(touched);
    await page.getByText('Not known here').waitFor();
    await page.getByRole('button', { name: 'Upload the file for a closer look' }).click();
    await page
      .getByText(/altered|Not delivered here/)
      .first()
      .waitFor();
  }, 90_000);

  it('takes a style from the manager to the artist’s request', async () => {
    const { page } = manager;
    await page.goto('/manage/styles');
    await page.getByRole('button', { name: 'New style' }).click();
    await page.getByLabel('Key').fill('late-light');
    await page.getByLabel('Name').fill('Late light');
    await page.getByLabel('What it looks like').fill('Dusk and long shadows.');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('button', { name: 'Publish' }).waitFor({ state: 'detached' });
    expect(await violations(page)).toEqual([]);
    await artist.page.goto('/studio/styles');
    await artist.page.getByRole('button', { name: 'Use the style Late light' }).waitFor();
    expect(await violations(artist.page)).toEqual([]);
    await artist.page.getByRole('button', { name: 'Use the style Late light' }).click();
    await ready(artist.page, 'Studio');
    expect(await artist.page.getByRole('combobox', { name: 'Style' }).inputValue()).toBe('Late light');
  }, 60_000);

  it('never broke its content policy, threw, or asked another site', () => {
    expect([...artist.faults, ...manager.faults]).toEqual([]);
  });
});
