import type { Browser, Page } from 'playwright-core';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { arrive, launch, violations } from '../support/browser';
import { entrance } from '../support/enrollment';
import { PNG, selection } from '../support/selection';

const IDEA = 'Rain on film, seen from below';

describe('coming into a programme in the portal', () => {
  let atelier: TestApp;
  let browser: Browser;
  let scored = '';
  const pages = new Map<CastName, Page>();
  const select = selection(() => atelier);

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
    atelier = await startTestApp('enrollment_journey');
    scored = await select.programme('review', 10, null);
    await select.deadline(scored, 600);
    browser = await launch(atelier);
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await atelier?.stop();
  });

  it('begins with a form and a rubric, which a manager writes and is told what is wrong with', async () => {
    const page = await as('manager');
    await page.goto(`/manage/programs/${scored}/selection?tab=form`);
    await page.getByRole('button', { name: 'Add a question' }).click();
    await page.getByText('The question "q1" asks nothing.').waitFor();
    const first = page.getByRole('group', { name: 'Question 1' });
    await first.getByLabel('Question', { exact: false }).first().fill('Are you an adult?');
    await first.getByRole('combobox', { name: 'Answer' }).click();
    await page.getByRole('option', { name: 'Yes or no' }).click();
    await first.getByLabel('It is a condition').check();
    await first.getByRole('checkbox', { name: 'yes', exact: true }).check();
    await first.getByLabel('What somebody reads').fill('Only adults can take part.');
    await page.getByRole('button', { name: 'Add a question' }).click();
    const second = page.getByRole('group', { name: 'Question 2' });
    await second.getByLabel('Question', { exact: false }).first().fill('Your idea');
    await second.getByLabel('Must be answered').check();
    await page.getByLabel('Applications are scored').check();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Publish version 1' }).click();
    await page.getByRole('button', { name: 'Publish version 2' }).waitFor();
  }, 120_000);

  it('tells an artist early who cannot take part, and keeps a draft with its files', async () => {
    const page = await as('artist');
    await page.goto(`/programs/${scored}/apply`);
    await page.getByText('in your time zone').waitFor();
    await page.getByRole('radio', { name: 'No', exact: true }).check();
    await page.getByText('Only adults can take part.').waitFor();
    await page.getByRole('radio', { name: 'Yes', exact: true }).check();
    await page.getByText('Only adults can take part.').waitFor({ state: 'detached' });
    await page.getByLabel('What would you try?').fill('Long takes of water.');
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'reel.png', mimeType: 'image/png', buffer: PNG });
    await page.getByRole('link', { name: 'reel.png' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Your idea').fill(IDEA);
    await page.getByRole('button', { name: 'Keep as a draft' }).click();
    await page.getByText('Draft saved').waitFor();
    await page.reload();
    await page.getByRole('radio', { name: 'Yes', exact: true }).waitFor();
    expect(await page.getByRole('radio', { name: 'Yes', exact: true }).isChecked()).toBe(true);
  }, 120_000);

  it('is sent, and followed with what was promised and with all that was sent', async () => {
    const page = await as('artist');
    await page.getByLabel('Your idea').fill(IDEA);
    await page.getByRole('button', { name: 'Send the application' }).click();
    await page.getByText('Decision promised by').waitFor();
    await page.getByText(IDEA).waitFor();
    await page.getByText('Seal of what was sent').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goto('/studio/enrollment');
    await page.getByText('A decision is promised').waitFor();
  }, 60_000);

  it('is handed to a panel at random and scored blind, by what each score means', async () => {
    const page = await as('manager');
    await page.goto(`/manage/programs/${scored}/selection`);
    for (const name of ['reviewer', 'reviewer2'] as const) {
      await page.getByRole('combobox', { name: 'Add to the panel' }).click();
      await page.getByRole('option', { name: `${name} of the test` }).click();
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await page.getByRole('button', { name: `Take ${name} of the test off` }).waitFor();
    }
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Hand out at random' }).click();
    await page.getByText('1 handed out').waitFor();
    const panel = await as('reviewer');
    await panel.goto('/review/applications');
    const review = panel.getByRole('article').filter({ hasText: IDEA });
    await review.waitFor();
    expect(await review.getByText(/artist@|reel\.png/).count()).toBe(0);
    for (const group of await review.getByRole('radiogroup').all()) await group.getByLabel(/^5:/).check();
    await review.getByLabel('For the artist').fill('Do it');
    expect(await violations(panel)).toEqual([]);
    await review.getByRole('button', { name: 'Complete the review' }).click();
    await panel.getByText('5.00 of 5').waitFor();
    const [other] = await select.reviewsOf('reviewer2', scored);
    await select.must(`application-reviews/${other?.id}/complete`, 'reviewer2', {
      scores: { idea: 2, craft: 2 },
      panelNote: 'Too vague',
      applicantComment: '',
    });
  }, 120_000);

  it('shows how far reviewers differ before it is decided, and the artist reads the answer', async () => {
    const page = await as('manager');
    await page.goto(`/manage/applications?program=${scored}&state=in_review&sort=score`);
    await page.getByText('reviewers differ by 3.00: talk about it').waitFor();
    await page.getByRole('button', { name: 'What reviewers noted' }).click();
    await page.getByText('Too vague').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Decline' }).click();
    await page.getByRole('dialog').getByLabel('In words').fill('All seats went to others this time');
    await page.getByRole('dialog').getByRole('button', { name: 'Decline with these reasons' }).click();
    await page.getByText('No application fits these filters').waitFor();
    const mine = await as('artist');
    await mine.goto('/studio/enrollment');
    await mine
      .getByRole('main')
      .getByRole('link', { name: /^Programme/ })
      .click();
    await mine.getByRole('heading', { name: /^Application to/ }).waitFor();
    await mine.getByText('All seats went to others this time').waitFor();
    await mine.getByRole('link', { name: 'The whole statement of reasons, and how to appeal' }).waitFor();
    await mine.getByText('Do it').waitFor();
    await mine.getByRole('link', { name: 'reel.png' }).waitFor();
    expect(await violations(mine)).toEqual([]);
  }, 120_000);

  it('holds a decline that must be looked at first: the manager is told, the artist is not', async () => {
    const { enrolled } = entrance(() => atelier);
    const elsewhere = await select.programme(null, 10, null);
    await enrolled(elsewhere, 'artist3');
    await select.must('questions', 'artist3', {
      programId: elsewhere,
      topic: 'speak',
      question: 'May I tell a newspaper how this works?',
    });
    await atelier.settle();
    const asked = await select.programme(null);
    const { body: sent } = await select.apply(asked, 'artist3');
    await select.must(`applications/${sent.id}/startReview`, 'manager');
    const page = await as('manager');
    await page.goto(`/manage/applications?program=${asked}&state=in_review`);
    await page.getByRole('button', { name: 'Decline' }).click();
    await page.getByRole('dialog').getByLabel('In words').fill('All seats went to others');
    await page.getByRole('dialog').getByRole('button', { name: 'Decline with these reasons' }).click();
    await page.getByText('artist3 of the test: a second look comes first.').waitFor();
    await page.getByText('A decline waits for a second look').waitFor();
    await page.getByText('All seats went to others').waitFor();
    expect(await page.getByRole('button', { name: 'Decline' }).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    const mine = await as('artist3');
    const file = mine.getByRole('heading', { name: /^Application to/ });
    await mine.goto(`/studio/applications/${sent.id}`);
    await file.waitFor();
    expect(await mine.getByText(/second look|All seats went to others/).count()).toBe(0);
    const outside = await as('reviewer');
    await outside.goto('/review/second-looks');
    await outside.getByText(/^nothing has happened yet/).waitFor();
    await outside.getByLabel('Your reasons').fill('The seats were gone before this application came.');
    await outside.getByRole('button', { name: 'Confirm' }).click();
    await outside.getByText('Confirmed.').waitFor();
    await atelier.settle();
    await mine.reload();
    await mine.getByText('All seats went to others').waitFor();
    await page.reload();
    await page.getByText('No application fits these filters').waitFor();
    expect(await violations(mine)).toEqual([]);
  }, 120_000);

  it('passes an invitation once, and takes another back', async () => {
    const page = await as('manager');
    await page.goto(`/manage/programs/${scored}/selection?tab=invitations`);
    for (const email of [atelier.people.artist2.email, 'nobody@example.org']) {
      await page.getByRole('button', { name: 'Invite somebody' }).click();
      await page.getByRole('dialog').getByLabel('E-mail').fill(email);
      await page.getByRole('dialog').getByRole('button', { name: 'Invite', exact: true }).click();
      await page.getByRole('cell', { name: email }).waitFor();
    }
    await page
      .getByRole('row', { name: /nobody@/ })
      .getByRole('button', { name: 'Take back' })
      .click();
    await page.getByRole('button', { name: 'Take it back' }).click();
    await page.getByRole('row', { name: /nobody@.*withdrawn/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    const guest = await as('artist2');
    await guest.goto('/studio/enrollment');
    expect(await violations(guest)).toEqual([]);
    await guest.getByRole('button', { name: 'Take the seat' }).click();
    await guest.getByText('The Studio opens when you accept the terms.').waitFor();
  }, 120_000);

  it('is decided by a draw that the browser of a visitor recomputes', async () => {
    const drawn = await select.programme('draw', 1);
    const page = await as('manager');
    await page.goto(`/manage/programs/${drawn}/selection`);
    await page.getByRole('button', { name: 'Publish the hash', exact: true }).click();
    await page.getByRole('link', { name: 'Public page of the draw' }).waitFor();
    for (const name of ['artist', 'artist2', 'artist3'] as const) await select.apply(drawn, name);
    await select.deadline(drawn, -1);
    await page.reload();
    await page.getByRole('button', { name: 'Publish the list' }).click();
    await page.getByRole('button', { name: 'Reveal the seed and draw' }).click();
    await page.getByText('3 entries on the list').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Public page of the draw' }).click();
    await page.getByRole('button', { name: 'Recompute in this browser' }).click();
    await page.getByText('This draw is what it says').waitFor();
    expect(await violations(page)).toEqual([]);
  }, 120_000);
});
