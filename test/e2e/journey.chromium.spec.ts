import type { Browser } from 'playwright-core';
import { signIn, until } from '../../scripts/lib/client.mjs';
import { freshCode } from '../../scripts/lib/codes.mjs';
import { DEMO_PASSWORD } from '../../scripts/lib/demo-programme.mjs';
import { enroll, openProgramme } from '../../scripts/lib/setup.mjs';
import { PASSWORD, startTestApp, type TestApp } from '../support/app';
import { arrive, enter, launch, violations, type Visitor } from '../support/browser';

const ARTIST = { name: 'Mira of the journey', email: 'mira@example.org' };
const PROMPT = 'A kite over a salt lake at noon';
const TITLE = 'Salt and wind';
describe('the life of a clip in the portal', () => {
  let atelier: TestApp;
  let browser: Browser;
  let visitor: Visitor;
  let artist: Visitor;
  let reviewer: Visitor;

  beforeAll(async () => {
    atelier = await startTestApp('journey');
    const manager = await signIn(atelier.url, atelier.people.manager.email, PASSWORD);
    const finance = await signIn(atelier.url, atelier.people.finance.email, PASSWORD);
    const program = await openProgramme({ manager, finance });
    await enroll(atelier.url, manager, program, ARTIST);
    browser = await launch(atelier);
    [visitor, artist, reviewer] = await Promise.all([
      arrive(browser, atelier.url),
      arrive(browser, atelier.url),
      arrive(browser, atelier.url),
    ]);
  }, 90_000);

  afterAll(async () => {
    await browser?.close();
    await atelier?.stop();
  });

  it('shows everybody the gallery, the rules and the numbers', async () => {
    const { page } = visitor;
    await page.goto('/');
    await page.getByText('Nothing is shown yet').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Programmes' }).click();
    await page.getByRole('link', { name: /First Light/ }).click();
    await page.getByRole('heading', { name: 'What is paid' }).waitFor();
    expect(await page.getByText('Your work is yours').isVisible()).toBe(true);
    expect(await page.getByRole('link', { name: 'Create an account' }).isVisible()).toBe(true);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'The numbers' }).click();
    await page.getByText('Unpaid requested minutes').waitFor();
    expect(await violations(page)).toEqual([]);
  }, 60_000);

  it('takes a draft from its prompt to a clip that plays, live', async () => {
    const { page } = artist;
    await enter(page, ARTIST.email, DEMO_PASSWORD);
    await page.getByRole('heading', { name: 'Studio', level: 1 }).waitFor();
    await page.getByLabel('Prompt').fill(PROMPT);
    await page.getByRole('combobox', { name: 'Resolution' }).click();
    await page.getByRole('option', { name: '360p' }).click();
    const length = page.getByRole('slider', { name: /Length/ });
    await length.focus();
    await length.press('Home');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Draft it' }).click();
    await page.getByRole('link', { name: new RegExp(PROMPT) }).click();
    await page.getByRole('heading', { name: PROMPT, level: 1 }).waitFor();
    // Nothing on this page asks again for the clip: the change arrives over the stream.
    await page.getByRole('button', { name: 'Mark as keeper' }).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    const seconds = () => page.evaluate<number>('document.querySelector("video").currentTime');
    await until(seconds, (time: number) => time > 0.1, 10, 'the first frames');
    expect(await violations(page)).toEqual([]);
  }, 120_000);

  it('lets the artist keep it and offer it, and says what is missing', async () => {
    const { page } = artist;
    await page.getByRole('button', { name: 'Mark as keeper' }).click();
    await page.getByRole('link', { name: 'Offer for sharing' }).click();
    await page.getByLabel('Title').fill(TITLE);
    await page.getByRole('button', { name: 'Offer for sharing' }).click();
    await page.getByText('The rights statement is not complete').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel(/everything else that went in is mine/).check();
    await page.getByRole('radiogroup', { name: 'Material of others in it' }).getByLabel('None').check();
    await page
      .getByRole('radiogroup', { name: 'Real people who can be recognised' })
      .getByLabel('None')
      .check();
    await page.getByLabel(/say what made it/).check();
    await page.getByRole('button', { name: 'Offer for sharing' }).click();
    await page.getByRole('heading', { name: TITLE, level: 1 }).waitFor();
    await page.getByText(/Decided at the latest/).waitFor();
    expect(await violations(page)).toEqual([]);
  }, 60_000);

  it('lets a reviewer claim and approve it by keyboard', async () => {
    const { page } = reviewer;
    await enter(page, atelier.people.reviewer.email, PASSWORD);
    await page.getByLabel('Code').fill(await freshCode(atelier.people.reviewer.email));
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { name: 'Review queue', level: 1 }).waitFor();
    await page.getByRole('button', { name: /^Claim/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('c');
    await page.getByRole('button', { name: /^Approve/ }).waitFor();
    await page.keyboard.press('1');
    await page.getByText(`${TITLE}: Approved.`).waitFor();
  }, 60_000);

  it('shows the work to everybody, and takes it away when its artist says so', async () => {
    const { page } = visitor;
    await until(
      () => atelier.request<{ items: object[] }>('GET', '/api/v1/works'),
      ({ body }: { body: { items: object[] } }) => body.items.length === 1,
      30,
      'the publication',
    );
    await page.goto('/');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: new RegExp(TITLE) }).click();
    await page.getByRole('heading', { name: TITLE, level: 1 }).waitFor();
    await page.getByText(`by ${ARTIST.name}`).waitFor();
    expect(await violations(page)).toEqual([]);
    await artist.page.getByRole('button', { name: 'Take it out of the public' }).click();
    await artist.page.getByRole('button', { name: 'Show it again' }).waitFor();
    await page.reload();
    await page.getByText('This work is not public').waitFor();
  }, 90_000);

  it('pays for feedback: the price stands before the words, the markers on the timeline', async () => {
    const { page } = artist;
    await page.getByRole('link', { name: 'Feedback' }).click();
    await page.getByRole('combobox', { name: 'About' }).click();
    await page.getByRole('option', { name: new RegExp(PROMPT) }).click();
    await page.getByText('€12.00 when accepted').waitFor();
    await page.getByRole('button', { name: 'Mark this moment' }).click();
    await page.getByLabel('What is to be seen at marker 1').fill('The horizon jumps.');
    await page.getByLabel('In your own words').fill('The horizon jumps between the first two frames.');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Send feedback' }).click();
    await page
      .getByText(/^Counts as accepted/)
      .first()
      .waitFor();
  }, 60_000);

  it('has every page of an artist readable in both colour schemes', async () => {
    const { page } = artist;
    for (const [link, heading] of [
      ['Money', 'Statement'],
      ['Keys', 'Your keys'],
      ['Enrollment', 'What I agreed to'],
      ['Sharing', 'Your offers'],
    ] as const) {
      await page.getByRole('link', { name: link, exact: true }).click();
      await page.getByRole('heading', { name: heading }).waitFor();
      expect(await violations(page)).toEqual([]);
    }
  }, 90_000);

  it('never broke its content policy, threw, or asked another site', () => {
    expect([...visitor.faults, ...artist.faults, ...reviewer.faults]).toEqual([]);
  });
});
