import type { Browser, Page } from 'playwright-core';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { arrive, launch, violations } from '../support/browser';
import { entrance } from '../support/enrollment';
import { grantRound } from '../support/grants';
import { openProgram } from '../support/program';

const TITLE = 'Films about water';
const STATEMENT = 'Eight minutes about a river that was moved, told by those who moved it.';

describe('a grant in the portal, from the call to its money', () => {
  let atelier: TestApp;
  let browser: Browser;
  let program: { id: string; slug: string };
  const pages = new Map<CastName, Page>();
  const round = grantRound(
    () => atelier,
    () => program.id,
  );
  const callId = async (): Promise<string> => {
    const { body } = await round.get<{ items: { id: string; title: string }[] }>('calls', 'manager');
    const call = body.items.find(({ title }) => title === TITLE);
    if (call === undefined) throw new Error('there is no such call');
    return call.id;
  };

  /** The browser of somebody who is signed in. */
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
    atelier = await startTestApp('grants_journey');
    program = await openProgram(atelier);
    for (const name of ['artist', 'artist2'] as const)
      await entrance(() => atelier).enrolled(program.id, name);
    await round.post(`programs/${program.id}/funding`, 'finance', { amount: 100_000, currency: 'EUR' });
    browser = await launch(atelier);
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await atelier?.stop();
  });

  it('is prepared and opened by a manager, who sees the money held', async () => {
    const page = await as('manager');
    await page.goto('/manage/calls');
    await page.getByRole('button', { name: 'Prepare a call' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Programme' }).click();
    await page.getByRole('option', { name: `Programme ${program.slug}` }).click();
    await dialog.getByLabel('Name', { exact: false }).first().fill(TITLE);
    await dialog.getByLabel('What is looked for').fill('Short films with one idea');
    await dialog.getByLabel('Who may apply').fill('Artists of the programme');
    await dialog.getByLabel('Budget in EUR').fill('600.00');
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Prepare', exact: true }).click();
    await page.getByRole('heading', { name: TITLE, level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Hold the budget and open' }).click();
    await page.getByText('It closes by itself at its deadline').waitFor();
    expect(await violations(page)).toEqual([]);
  }, 90_000);

  it('lets a panelist say beforehand whom they cannot judge', async () => {
    await round.panel(await callId(), ['reviewer', 'reviewer2']);
    const page = await as('reviewer');
    await page.goto('/review/grants');
    await page.getByLabel('Somebody I cannot judge').fill(atelier.people.artist2.email);
    await page.getByRole('button', { name: 'Declare' }).click();
    await page.getByRole('button', { name: `Remove ${atelier.people.artist2.email}` }).waitFor();
    expect(await violations(page)).toEqual([]);
  }, 60_000);

  it('lets an artist find it, write an application and hand it in', async () => {
    await round.apply(await callId(), 'artist2', 60_000);
    const page = await as('artist');
    await page.goto('/calls');
    await page.getByRole('link', { name: new RegExp(TITLE) }).click();
    await page.getByText('held since it opened').waitFor();
    await page.getByRole('button', { name: 'Write an application' }).click();
    await page.getByLabel('What you want to do').fill(STATEMENT);
    await page.getByLabel('Line 1: what for').fill('Camera and travel');
    await page.getByLabel('Amount in EUR').fill('600.00');
    await page.getByRole('button', { name: 'Add a person' }).click();
    await page.getByLabel('Person 1: name').fill('A friend with a boat');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Hand in' }).click();
    await page.getByText('Asked for').first().waitFor();
    expect(await violations(page)).toEqual([]);
  }, 90_000);

  it('is reviewed blind, with what each score means', async () => {
    const id = await callId();
    await round.passDeadline(id);
    await round.move(id, 'close');
    // Of two on the panel both get what neither declared; somebody who joins gets the one that is short.
    await round.panel(id, ['manager2']);
    const page = await as('reviewer');
    await page.goto('/review/grants');
    const review = page.getByRole('article').filter({ hasText: STATEMENT });
    await review.waitFor();
    // Of two applications the declared one is not theirs, and nothing says whose the other is.
    expect(await page.getByRole('article').count()).toBe(1);
    expect(await review.getByText(/artist/).count()).toBe(0);
    for (const group of await review.getByRole('radiogroup').all()) await group.getByLabel(/^4:/).check();
    await review.getByLabel('For the applicant').fill('Clear, and doable');
    expect(await violations(page)).toEqual([]);
    await review.getByRole('button', { name: 'Complete the review' }).click();
    await page.getByText('4.00 of 5').waitFor();
  }, 90_000);

  it('is ranked, decided with reasons and published, and the artist accepts and is paid by steps', async () => {
    const id = await callId();
    for (const name of ['reviewer2', 'manager2'] as const)
      for (const review of await round.reviewsOf(name, id)) {
        const score = review.statement === STATEMENT ? 4 : 2;
        const said = { scores: { idea: score, craft: score }, panelNote: '', applicantComment: 'Thanks' };
        expect((await round.post(`grant-reviews/${review.id}/complete`, name, said)).status).toBe(200);
      }
    const page = await as('manager');
    await page.goto(`/manage/calls/${id}`);
    await page.getByRole('button', { name: 'Make the ranking' }).click();
    const best = page.getByRole('article').filter({ hasText: 'Rank 1' });
    await best.getByRole('button', { name: 'Award' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What decided it').fill('The clearest plan of all');
    await dialog.getByRole('textbox', { name: 'In EUR', exact: true }).fill('200.00');
    await dialog.getByRole('button', { name: 'Add a step' }).click();
    await dialog.getByRole('textbox', { name: 'Step 2' }).fill('The film');
    await dialog.getByRole('textbox', { name: 'In EUR', exact: true }).nth(1).fill('400.00');
    await dialog.getByText('The steps sum to the amount.').waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Decide' }).click();
    await best.getByText('Reasons: The clearest plan of all').waitFor();
    const other = page.getByRole('article').filter({ hasText: 'Rank 2' });
    await other.getByRole('button', { name: 'Decline' }).click();
    await page.getByRole('dialog').getByLabel('What decided it').fill('Less clear how it would be made');
    await page.getByRole('dialog').getByRole('button', { name: 'Decide' }).click();
    await other.getByText('Reasons: Less clear').waitFor();
    await page.getByRole('button', { name: 'Publish the decisions' }).click();
    await page.getByText('Everyone has an answer').waitFor();

    const mine = await as('artist');
    await mine.goto('/studio/grants');
    await mine.getByRole('button', { name: 'I accept this agreement' }).click();
    await mine.getByText(/€200\.00 earned of €600\.00/).waitFor();
    await mine.getByRole('button', { name: 'Hand in evidence' }).click();
    await mine.getByRole('dialog').getByLabel('What was done').fill('The film is finished');
    await mine.getByRole('dialog').getByRole('button', { name: 'Hand in' }).click();
    await mine.getByText(/accepted by itself on/).waitFor();
    expect(await violations(mine)).toEqual([]);

    await page.goto(`/manage/calls/${id}?tab=awards`);
    await page.getByRole('button', { name: /Accept and pay/ }).click();
    await page.getByText(/€600\.00 earned of €600\.00/).waitFor();
    expect(await violations(page)).toEqual([]);
  }, 120_000);

  it('says beforehand for what an expense is declined, and gives reasons and appeal when it is', async () => {
    const { event } = await round.attended('artist2');
    const artist = await as('artist2');
    await artist.goto(`/events/${event}`);
    await artist.getByText('It has no receipt that can be opened and read.').waitFor();
    await artist.getByRole('button', { name: 'Claim expenses' }).click();
    const claim = artist.getByRole('dialog', { name: 'Claim expenses' });
    await claim.getByText('It has no receipt that can be opened and read.').waitFor();
    await claim.getByLabel('What for').fill('Train');
    await claim.getByLabel(/^Amount in/).fill('0.40');
    expect(await violations(artist)).toEqual([]);
    await claim.getByRole('button', { name: /^Claim €0.40/ }).click();
    await artist.getByText('Train, €0.40').waitFor();

    const manager = await as('manager');
    await manager.goto(`/manage/events/${event}`);
    await manager.getByRole('button', { name: 'Decline' }).click();
    const decline = manager.getByRole('dialog', { name: 'Decline “Train”' });
    await decline.getByRole('combobox', { name: 'Which rule it does not meet' }).click();
    await manager.getByRole('option', { name: /no receipt/ }).click();
    await decline.getByLabel('What is wrong with it').fill('Nothing was linked to.');
    expect(await violations(manager)).toEqual([]);
    await decline.getByRole('button', { name: 'Decline with these reasons' }).click();
    await manager.getByText(/Nothing was linked to/).waitFor();

    await artist.reload();
    await artist.getByText(/It has no receipt.*Nothing was linked to/).waitFor();
    expect(await violations(artist)).toEqual([]);
    if (process.env['ATELIER_SCREENS'] !== undefined)
      await artist.screenshot({ path: `${process.env['ATELIER_SCREENS']}/expense.png`, fullPage: true });
    await artist.getByRole('link', { name: 'Reasons and appeal' }).click();
    await artist.getByRole('link', { name: 'An expense is not paid' }).click();
    await artist.getByText(/claimed for “Open studio”, was declined/).waitFor();
    await artist
      .getByRole('button', { name: /[Aa]ppeal/ })
      .first()
      .waitFor();
  }, 120_000);
});
