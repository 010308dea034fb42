import type { Browser, Locator, Page } from 'playwright-core';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { arrive, launch, violations } from '../support/browser';

const NAME = 'Night Ferry';
const IDEA = 'A crossing at night, lit by the other ship';
const DAY = 86_400_000;
const dayIn = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

/** A clause of each document, in the order in which an empty first version offers them. */
const CLAUSES = [
  ['T-1', 'Your work is yours', 'What you make here stays yours.'],
  ['C-1', 'Unreleased features', 'Do not describe features of the model that are not public.'],
  ['RU-1', 'No real people', 'Make no clip of a living person who can be recognised.'],
  ['S-1', 'Ask before you show', 'Show a clip in public once it is approved.'],
  ['CO-1', 'Work is paid', 'What the programme asks for is paid by the rate card.'],
] as const;

describe('a programme from nothing, by the guided path', () => {
  let atelier: TestApp;
  let browser: Browser;
  let page: Page;
  let faults: string[];

  async function as(name: CastName) {
    const visitor = await arrive(browser, atelier.url);
    const [cookie = '', ...value] = atelier.people[name].cookie.split('=');
    await visitor.context.addCookies([{ name: cookie, value: value.join('='), url: atelier.url }]);
    return visitor;
  }
  const step = (title: string): Locator =>
    page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: new RegExp(`\\d+\\. ${title}`) }) });
  const write = async (title: string, form: string): Promise<Locator> => {
    await step(title).getByRole('button', { name: 'Write it' }).click();
    const found = page.getByRole('form', { name: form });
    await found.waitFor();
    return found;
  };
  /** What is wrong with the form's page for somebody's senses, before it is published. */
  const publish = async (form: Locator): Promise<string[]> => {
    const found = await violations(page);
    await form.getByRole('button', { name: 'Publish version 1' }).click();
    await form.waitFor({ state: 'detached' });
    return found;
  };

  beforeAll(async () => {
    atelier = await startTestApp('guided_path');
    browser = await launch(atelier);
    ({ page, faults } = await as('manager'));
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await atelier?.stop();
  });

  it('begins with a name and says all that is missing', async () => {
    await page.goto('/manage');
    await page.getByText('No programme yet').waitFor();
    await page.getByRole('button', { name: 'Prepare a programme' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(NAME);
    await dialog.getByRole('textbox', { name: 'Model that artists try' }).fill('procedural-1');
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Prepare', exact: true }).click();
    await page
      .getByText('0 of 4 documents published. Missing: terms, rate card, quota plan, mark policy.')
      .waitFor();
    expect(await page.getByRole('button', { name: 'Open for applications' }).count()).toBe(0);
    expect(await page.getByRole('listitem').filter({ hasText: '(optional)' }).count()).toBe(5);
    expect(await violations(page)).toEqual([]);
  }, 60_000);

  it('takes dates and seats', async () => {
    await step('Dates and seats').getByRole('button', { name: 'Change' }).click();
    const form = page.getByRole('form', { name: 'Dates and seats' });
    await form.getByRole('textbox', { name: 'Seats' }).fill('12');
    await form.getByLabel('Applications close').fill(dayIn(7));
    await form.getByLabel('Every applicant has a decision').fill(dayIn(10));
    expect(await violations(page)).toEqual([]);
    await form.getByRole('button', { name: 'Save' }).click();
    await step('Dates and seats')
      .getByText(`12 seats, applications until ${dayIn(7)}, decisions by ${dayIn(10)}`)
      .waitFor();
  }, 60_000);

  it('takes terms of five documents, and says what keeps them from being published', async () => {
    const form = await write('Terms', 'Next version of the terms');
    for (const [id, title, rule] of CLAUSES) {
      await form.getByRole('button', { name: new RegExp(`^${id} `) }).click();
      const clause = form.getByRole('region', { name: new RegExp(`^${id} `) });
      await clause.getByRole('textbox', { name: 'Heading' }).fill(title);
      await clause.getByRole('textbox', { name: 'The rule' }).fill(rule);
      await clause.getByRole('textbox', { name: 'In plain language' }).fill(rule);
      await clause.getByRole('textbox', { name: 'Examples' }).fill(`An example of ${id}.`);
    }
    await form.getByText('C-1: secrecy must end; give it a date or the event that ends it.').waitFor();
    const secret = form.getByRole('region', { name: /^C-1 / });
    await secret.getByRole('combobox', { name: 'Or until' }).click();
    await page.getByRole('option', { name: 'the model is public' }).click();
    await secret.getByRole('textbox', { name: 'The rule' }).fill('Do not speak about what you are paid.');
    await form.getByText(/C-1 touches pay/).waitFor();
    await secret.getByRole('textbox', { name: 'The rule' }).fill(CLAUSES[1][2]);
    await form.getByText('Nothing keeps it from being published').waitFor();
    expect(await publish(form)).toEqual([]);
    await step('Terms').getByText('Version 1: 5 clauses in force').waitFor();
  }, 240_000);

  it('takes a rate card, a quota plan, a mark policy and who may render', async () => {
    const card = await write('Rate card', 'Next rate card');
    for (const price of await card.locator('input[required]').all())
      if ((await price.inputValue()) === '') await price.fill('12.50');
    expect(await publish(card)).toEqual([]);
    const quota = await write('Quota plan', 'Next quota plan');
    await quota.getByRole('textbox', { name: 'Credits of each artist' }).fill('1,500');
    expect(await publish(quota)).toEqual([]);
    expect(await publish(await write('Mark policy', 'Next mark policy'))).toEqual([]);
    const models = await write('Providers and models', 'Next model policy');
    await models.getByRole('combobox', { name: 'Providers that may render' }).click();
    await page.getByRole('option', { name: 'procedural', exact: true }).click();
    expect(await publish(models)).toEqual([]);
    await step('Providers and models').getByText('procedural may render').waitFor();
    await page.getByText('Nothing is missing: it can be opened.').waitFor();
  }, 240_000);

  it('takes how artists are selected, a form to apply by, and a cohort', async () => {
    const selection = await write('Selection', 'Next review policy');
    await selection.getByRole('combobox', { name: 'How artists are selected' }).click();
    await page.getByRole('option', { name: 'First come' }).click();
    await selection
      .getByRole('textbox', { name: 'Criteria' })
      .fill('Whoever has something to find out with the model.');
    expect(await publish(selection)).toEqual([]);
    await step('Application form').getByRole('link', { name: 'Write it' }).click();
    await page.getByRole('button', { name: 'Add a question' }).click();
    const question = page.getByRole('group', { name: 'Question 1' });
    await question.getByLabel('Question', { exact: false }).first().fill('Your idea');
    await question.getByLabel('Must be answered').check();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Publish version 1' }).click();
    await page.getByRole('button', { name: 'Publish version 2' }).waitFor();
    await page.getByRole('link', { name: 'Back to the programme' }).click();
    await step('Application form').getByText('Version 1: 1 question, not scored').waitFor();
    await step('Cohorts').getByRole('link', { name: 'Form one' }).click();
    await page.getByRole('button', { name: 'Form a cohort' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Winter');
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Form it' }).click();
    await page.getByText('0 of 10 seats taken').waitFor();
    await page.getByRole('link', { name: 'Back to the programme' }).click();
    await step('Cohorts').getByText('Winter; 2 seats are in none').waitFor();
  }, 240_000);

  it('has all of its dates in a calendar, and opens', async () => {
    await page.getByRole('link', { name: 'Calendar' }).click();
    await page.getByRole('heading', { name: `Dates of ${NAME}` }).waitFor();
    for (const date of ['Applications close', 'Winter']) await page.getByText(date).first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goBack();
    await page.getByRole('button', { name: 'Open for applications' }).click();
    await page.getByText('Open: artists can apply now.').waitFor();
    expect(await violations(page)).toEqual([]);
  }, 60_000);

  it('is read by an artist, who applies, agrees to every clause and is in', async () => {
    const artist = await as('artist');
    const mine = artist.page;
    await mine.goto('/programs');
    await mine
      .getByRole('link', { name: new RegExp(NAME) })
      .first()
      .click();
    await mine.getByText('€12.50').first().waitFor();
    expect(await violations(mine)).toEqual([]);
    await mine.getByRole('link', { name: 'Write an application' }).click();
    await mine.getByText('Whoever comes first has the seat').waitFor();
    await mine.getByLabel('What would you try?').fill('Long takes of water.');
    await mine.getByLabel('Your idea').fill(IDEA);
    expect(await violations(mine)).toEqual([]);
    await mine.getByRole('button', { name: 'Send the application' }).click();
    await mine.getByRole('heading', { name: `Application to ${NAME}` }).waitFor();
    await mine.getByText(IDEA).waitFor();
    await mine.goto('/studio/enrollment');
    await mine.getByRole('heading', { name: 'Read the terms' }).waitFor();
    for (const [, , rule] of CLAUSES) await mine.getByText(rule).first().waitFor();
    await mine.getByLabel('I have read these 5 clauses and accept them.').check();
    expect(await violations(mine)).toEqual([]);
    await mine.getByRole('button', { name: 'Accept version 1' }).click();
    await mine.getByText('Version 1 of the terms governs you.').waitFor();
    expect(artist.faults).toEqual([]);
  }, 240_000);

  it('starts, with the artist in it', async () => {
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByText('Running: artists can work now.').waitFor();
    await page.getByRole('link', { name: 'Cohorts', exact: true }).first().click();
    await page.getByText('artist of the test').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
  }, 60_000);
});
