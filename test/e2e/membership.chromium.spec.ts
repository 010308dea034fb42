import type { Browser, Page } from 'playwright-core';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { arrive, launch, violations } from '../support/browser';
import { createClip } from '../support/clips';
import { entrance } from '../support/enrollment';
import { clauses, openProgram } from '../support/program';
import { unzip } from '../support/zip';

const QUESTION = 'May I show the lighthouse at a festival?';
const RULING = 'Yes, as long as nothing unreleased is in the picture.';
const FACTS = 'Forty clips of a living person were made in one night.';

describe('being in a programme in the portal', () => {
  let atelier: TestApp;
  let browser: Browser;
  let program: { id: string; slug: string };
  const pages = new Map<CastName, Page>();
  const { invited } = entrance(() => atelier);

  async function as(name: CastName): Promise<Page> {
    const known = pages.get(name);
    if (known !== undefined) return known;
    const { context, page } = await arrive(browser, atelier.url);
    const [cookie = '', ...value] = atelier.people[name].cookie.split('=');
    await context.addCookies([{ name: cookie, value: value.join('='), url: atelier.url }]);
    pages.set(name, page);
    return page;
  }

  beforeAll(async () => {
    atelier = await startTestApp('membership_journey');
    program = await openProgram(atelier);
    await invited(program.id);
    browser = await launch(atelier);
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await atelier?.stop();
  });

  it('begins with every clause, read before it is accepted, and then one card of what holds', async () => {
    const page = await as('artist');
    await page.goto('/studio/enrollment');
    await page.getByRole('heading', { name: 'Read the terms' }).waitFor();
    for (const { id } of clauses()) await page.getByText(`Rule ${id}`).first().waitFor();
    await page.getByText('Nothing binds you yet').waitFor();
    const accept = page.getByRole('button', { name: 'Accept version 1' });
    expect(await accept.isDisabled()).toBe(true);
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('I have read these 5 clauses and accept them.').check();
    await accept.click();
    await page.getByText('You are in.').waitFor();
    await page.getByText('Version 1 of the terms governs you.').waitFor();
    const card = page.getByRole('main');
    for (const part of ['I may', 'I may not', 'This applies', 'Always'])
      await card.getByRole('heading', { name: part, exact: true }).waitFor();
    await card.getByText(/CO-1, until/).waitFor();
    expect(await violations(page)).toEqual([]);
  }, 90_000);

  it('shows a manager what the next version changes, and an artist before they answer', async () => {
    const page = await as('manager');
    await page.goto(`/manage/programs/${program.slug}`);
    await page.getByRole('listitem').filter({ hasText: 'Terms' }).getByRole('button').first().click();
    const form = page.getByRole('form', { name: 'Next version of the terms' });
    await form.getByText('JSON').click();
    const json = form.getByRole('textbox').first();
    await json.fill(JSON.stringify(clauses('second')));
    await form.getByText('Changes', { exact: true }).click();
    await form.locator('ins').filter({ hasText: 'second' }).first().waitFor();
    expect(await violations(page)).toEqual([]);
    await form.getByRole('button', { name: 'Publish version 2' }).click();
    await page.getByText('Version 2 is published.').waitFor();
    const artist = await as('artist');
    await artist.reload();
    await artist.getByRole('heading', { name: 'The terms have changed' }).waitFor();
    await artist.getByText('Version 1 of the terms governs you.').waitFor();
    await artist.locator('ins').filter({ hasText: 'second' }).first().waitFor();
    expect(await violations(artist)).toEqual([]);
    await artist.getByLabel('I have read these 5 clauses and accept them.').check();
    await artist.getByRole('button', { name: 'Accept version 2' }).click();
    await artist.getByText('Version 2 of the terms governs you.').waitFor();
  }, 120_000);

  it('answers “May I?” with a ruling that everybody can read, without a name', async () => {
    const page = await as('artist');
    await page.goto('/studio/questions');
    await page.getByRole('button', { name: 'Ask “May I?”' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Your question').fill(QUESTION);
    await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.getByText('No answer by then is a yes.').waitFor();
    expect(await violations(page)).toEqual([]);
    const desk = await as('reviewer');
    await desk.goto('/review/questions');
    await desk.getByRole('heading', { name: QUESTION }).waitFor();
    expect(await desk.getByText('artist of the test').count()).toBe(0);
    await desk.getByRole('button', { name: 'Rule', exact: true }).click();
    const rule = desk.getByRole('dialog');
    await rule.getByLabel('Answer and reason').fill('Yes: the clause covers unreleased features only.');
    await rule.getByLabel('The question as everybody may read it').fill('May a clip be shown at a festival?');
    await rule.getByLabel('The answer as everybody may read it').fill(RULING);
    expect(await violations(desk)).toEqual([]);
    await rule.getByRole('button', { name: 'Rule; it cannot be changed' }).click();
    await desk.getByText('No question waits').waitFor();
    await page.reload();
    await page.getByText('Binding since').waitFor();
    await page.goto('/rulings');
    await page.getByText(RULING).waitFor();
    expect(await violations(page)).toEqual([]);
  }, 120_000);

  it('suspends by two people, in a scope that is named, with reasons and an end', async () => {
    const page = await as('manager');
    await page.goto('/manage/suspensions');
    await page.getByText('Nobody is suspended').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Propose a suspension' }).click();
    const dialog = page.getByRole('dialog');
    const choose = async (label: string, option: RegExp): Promise<void> => {
      await dialog.getByRole('combobox', { name: label }).click();
      await page.getByRole('option', { name: option }).click();
    };
    await choose('Programme', /^Programme/);
    await choose('Artist', /artist of the test/);
    await choose('Clause that was broken', /^RU-1/);
    await dialog.getByLabel('What happened').fill(FACTS);
    await dialog.getByLabel('What would change it').fill('Say who agreed to be shown.');
    await dialog.getByLabel('Handing in works to be shared').check();
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Propose', exact: true }).click();
    await page.getByText('Closes making clips, handing in works to be shared').waitFor();
    expect(await page.getByRole('button', { name: 'Confirm' }).count()).toBe(0);
    const second = await as('manager2');
    await second.goto('/manage/suspensions');
    await second.getByRole('button', { name: 'Confirm' }).click();
    await second.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
    await second.getByRole('link', { name: 'The statement of reasons' }).waitFor();
    expect(await violations(second)).toEqual([]);
    const artist = await as('artist');
    await artist.goto('/studio/enrollment');
    await artist.getByText(FACTS).waitFor();
    await artist.getByText('It closes making clips, handing in works to be shared.').waitFor();
    expect(await violations(artist)).toEqual([]);
    await artist.getByRole('link', { name: 'The reasons, and how to appeal' }).click();
    await artist.getByLabel('Why is the decision wrong?').waitFor();
    await second.getByRole('button', { name: 'Lift it now' }).click();
    await second.getByRole('dialog').getByRole('button', { name: 'Lift it now' }).click();
    await second.getByText('lifted before its time').waitFor();
  }, 120_000);

  it('ends with one click that can be taken back, and with everything in one file', async () => {
    const keeper = await createClip(atelier, { programId: program.id, artist: 'artist' });
    const page = await as('artist');
    await page.goto('/studio/enrollment');
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText('You paused.').waitFor();
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByRole('button', { name: 'Leave', exact: true }).click();
    await page.getByRole('dialog').getByText('Everything you have earned stays owed to you').waitFor();
    await page.getByRole('button', { name: 'Leave the programme' }).click();
    await page.getByText('You can still stay').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Take everything of yours along in one file' }).click();
    await page.getByText('No archive yet').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Make my archive' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^atelier-archive-.+\.zip$/);
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
    const files = unzip(Buffer.concat(chunks));
    expect(files.has(`clips/${keeper}.mp4`)).toBe(true);
    for (const version of [1, 2]) expect(files.has(`terms/${program.id}-version-${version}.pdf`)).toBe(true);
    expect(files.get('data/decisions.json')?.toString()).toContain(FACTS);
    expect(files.get('data/questions.json')?.toString()).toContain(QUESTION);
    expect(await violations(page)).toEqual([]);
    await page.goto('/studio/enrollment');
    await page.getByRole('button', { name: 'Stay after all' }).click();
    await page.getByText('You are in.').waitFor();
  }, 120_000);
});
