import type { Browser, Page } from 'playwright-core';
import { StatementsService } from '../../src/modules/redress';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { arrive, launch, violations } from '../support/browser';

const FACTS = 'Three clips with the same seed show no fog at all.';
const GROUNDS = 'The fog is there at second four.';
const ANSWER = 'The fog is plain to see in the second clip.';

describe('a decision in the portal, from its reasons to the answer of an appeal', () => {
  let atelier: TestApp;
  let browser: Browser;
  let statementId: string;
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

  beforeAll(async () => {
    atelier = await startTestApp('redress_journey');
    const { id } = await atelier.db.tx((tx) =>
      atelier.app.get(StatementsService).issue(tx, {
        kind: 'feedback_declined',
        subjectId: 'fbk_1',
        actId: 'decline',
        personId: atelier.people.artist.id,
        programId: null,
        ground: 'evidence',
        rule: { source: 'criterion', id: 'not_reproducible', text: 'It could not be reproduced.' },
        facts: FACTS,
        remedy: 'Name the clip and the second in which it is seen.',
        decidedBy: { id: atelier.people.manager.id, role: 'manager' },
        snapshot: { text: 'The fog slides as one sheet.' },
      }),
    );
    statementId = id;
    browser = await launch(atelier);
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await atelier?.stop();
  });

  it('is read whole by its artist, kept as a file, and appealed', async () => {
    const page = await as('artist');
    await page.goto('/studio/appeals');
    await page.getByText('No appeal yet').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goto('/studio/decisions');
    await page.getByRole('link', { name: 'Feedback is not paid' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Feedback is not paid' }).click();
    for (const part of [FACTS, 'It could not be reproduced.', 'Name the clip and the second', 'fog slides'])
      await page.getByText(part).first().waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Keep it as a file' }).click(),
    ]);
    expect(file.suggestedFilename()).toContain('.json');
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Why is the decision wrong?').fill(GROUNDS);
    await page.getByRole('button', { name: 'File the appeal' }).click();
    await page.getByRole('heading', { name: 'Your appeal' }).waitFor();
    expect(page.url()).toContain('/studio/appeals/');
    expect(await violations(page)).toEqual([]);
  }, 90_000);

  it('is not offered to whoever decided, and is heard by somebody else with a dialogue', async () => {
    const decider = await as('manager');
    await decider.goto('/review/hearings');
    await decider.getByText('No appeal waits for you').waitFor();
    const page = await as('reviewer');
    await page.goto('/review/hearings');
    await page.getByRole('link', { name: 'Feedback is not paid' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Feedback is not paid' }).click();
    await page.getByRole('button', { name: 'Take this appeal' }).click();
    await page.getByLabel('Your message').fill('Which clip is it?');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Which clip is it?').waitFor();
    const artist = await as('artist');
    await artist.reload();
    await artist.getByText('Which clip is it?').waitFor();
    await page.getByRole('button', { name: 'Overturn', exact: true }).click();
    await page.getByText('Answer in at least 20 characters.').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Your reasons' }).fill(ANSWER);
    await page.getByRole('button', { name: 'Overturn', exact: true }).click();
    await page.getByText('The answer').waitFor();
    await artist.reload();
    await artist.getByText(ANSWER).waitFor();
  }, 90_000);

  it('is found by staff, with the export of all', async () => {
    const page = await as('manager');
    await page.goto('/review/decisions?kind=feedback_declined');
    await page.getByRole('link', { name: 'Feedback is not paid' }).waitFor();
    expect(await violations(page)).toEqual([]);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Export CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('statements-of-reasons.csv');
    await page.getByRole('link', { name: 'Feedback is not paid' }).click();
    await page.getByText('Where it stands: overturned').waitFor();
    expect(page.url()).toContain(`/review/decisions/${statementId}`);
    await page.goto('/review/second-looks');
    await page.getByText('No decision waits for a second look').waitFor();
    expect(await violations(page)).toEqual([]);
  }, 90_000);
});
