import type { Browser, Page } from 'playwright-core';
import type { TaskPage, TaskView } from '../../src/modules/feedback/tasks/task.dto';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { arrive, launch, shot, violations } from '../support/browser';
import { createProgram } from '../support/clips';
import { priced, taskClip, tasksOf } from '../support/tasks';

const TITLE = 'How calm is the harbour?';

describe('a task in the portal, from its price to its pay', () => {
  let atelier: TestApp;
  let browser: Browser;
  let programId: string;
  const pages = new Map<CastName, Page>();
  const { ask, open } = tasksOf(() => atelier);

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

  const taskNamed = async (title: string): Promise<TaskView> => {
    const { body } = await ask<TaskPage>('GET', '/tasks?limit=100', 'manager');
    return body.items.find((task) => task.title === title) as TaskView;
  };

  beforeAll(async () => {
    atelier = await startTestApp('tasks_journey');
    programId = await createProgram(atelier, ['artist', 'artist2']);
    await priced(atelier, programId);
    browser = await launch(atelier);
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await atelier?.stop();
  });

  it('is written with its price, seen as artists will see it, and published with the money held', async () => {
    const page = await as('manager');
    await page.goto('/manage/tasks');
    await page.getByText('No task here').waitFor();
    await shot(page, 'manage-tasks');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Write a task' }).first().click();
    await page.getByRole('combobox', { name: 'Programme' }).click();
    await page.getByRole('option', { name: 'Test programme' }).click();
    await page.getByLabel('In a line').fill(TITLE);
    await page.getByLabel('Price of one seat in EUR').fill('1.00');
    await page.getByRole('button', { name: 'Add a question' }).click();
    await page
      .getByRole('group', { name: 'Question 1' })
      .getByRole('textbox', { name: 'Question 1' })
      .fill('How calm is it?');
    await page.getByRole('button', { name: 'Keep as a draft' }).click();
    await page
      .getByText('For 10 minutes the rate card promises 3.00 EUR at least')
      .or(page.getByText('below what the rate card promises'))
      .first()
      .waitFor();
    await page.getByLabel('Price of one seat in EUR').fill('5.00');
    await page.getByText('€25.00 will be held').waitFor();
    expect(await violations(page)).toEqual([]);
    await shot(page, 'task-form');
    await page.getByRole('button', { name: 'Keep as a draft' }).click();
    await page.getByRole('heading', { name: TITLE, level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Hold €25.00 and publish' }).click();
    await page.getByText('Nobody has a seat yet').waitFor();
    expect(await violations(page)).toEqual([]);
  }, 120_000);

  it('shows an artist price, minutes and due date before accepting, and is done, saved and handed in', async () => {
    const page = await as('artist');
    await page.goto('/studio/tasks');
    await page.getByText('€5.00').first().waitFor();
    await page.getByText('10 min').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await shot(page, 'tasks');
    await page.getByRole('link', { name: TITLE }).first().click();
    await page.getByRole('button', { name: 'Accept this task' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await shot(page, 'task');
    await page.getByRole('button', { name: 'Accept this task' }).click();
    await page.getByLabel('How calm is it?').fill('Very calm.');
    await page.getByText('· saved').waitFor();
    await page.reload();
    await page.getByText('Very calm.').waitFor();
    await page.getByLabel('How many minutes it took you').fill('200');
    await page.getByText('Somebody will look at this time').waitFor();
    await page.getByLabel('How many minutes it took you').fill('12');
    expect(await violations(page)).toEqual([]);
    await shot(page, 'seat');
    await page.getByRole('button', { name: 'Hand in and confirm the time' }).click();
    await page.getByText('Handed in.').waitFor();
    expect(await violations(page)).toEqual([]);
    await shot(page, 'handed-in');
  }, 120_000);

  it('is read and accepted for pay by the manager, who sees the progress', async () => {
    const page = await as('manager');
    await page.goto(`/manage/tasks/${(await taskNamed(TITLE)).id}`);
    await page.getByRole('button', { name: 'Read the answers' }).click();
    await page.getByText('Very calm.').waitFor();
    expect(await violations(page)).toEqual([]);
    await shot(page, 'manage');
    await page.getByRole('button', { name: 'Accept for pay' }).click();
    await page.getByText('median time 12 min, estimated 10').waitFor();
    const file = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download CSV' }).click();
    expect((await file).suggestedFilename()).toMatch(/^answers-tsk_.*\.csv$/);
  }, 60_000);

  it('has pay that one proposes to take back and drops again', async () => {
    const page = await as('manager');
    await page.getByRole('button', { name: 'Take back its pay…' }).click();
    await page.getByRole('combobox', { name: 'Reason' }).click();
    await page.getByRole('option', { name: 'Has nothing to do with what was asked' }).click();
    await page.getByLabel('What was found').fill('The answer is about another clip than the one shown.');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Propose', exact: true }).click();
    await page.getByText('Taking back its pay is proposed').waitFor();
    expect(await violations(page)).toEqual([]);
    await shot(page, 'void');
    await page.getByRole('button', { name: 'Drop the proposal' }).click();
    await page.getByRole('button', { name: 'Take back its pay…' }).waitFor();
  }, 60_000);

  it('compares two clips and marks one on its timeline', async () => {
    const [a, b] = [await taskClip(atelier), await taskClip(atelier)];
    const questions = [
      { key: 'better', label: 'Which is calmer?', kind: 'pairwise', clips: [a, b] },
      { key: 'where', label: 'Where does it slide?', kind: 'markers', clips: [a] },
      { key: 'what', label: 'What is it?', kind: 'choice', options: ['fog', 'hands'] },
    ];
    const task = await open(programId, { title: 'Two takes', questions });
    const page = await as('artist');
    await page.goto(`/studio/tasks/${task.id}`);
    await page.getByRole('button', { name: 'Accept this task' }).click();
    await page.getByRole('radio', { name: 'B', exact: true }).check();
    await page.getByRole('button', { name: 'Mark this moment' }).click();
    await page.getByLabel('What is to be seen at marker 1').fill('It slides.');
    await page.getByRole('radio', { name: 'fog' }).check();
    await page.getByText('· saved').waitFor();
    expect(await violations(page)).toEqual([]);
    await shot(page, 'pair');
    await page.getByRole('button', { name: 'Hand in and confirm the time' }).click();
    await page.getByText('Handed in.').waitFor();
    expect(await violations(page)).toEqual([]);
  }, 120_000);

  it('is cancelled with a reason, and the artist reads it', async () => {
    const task = await open(programId, { title: 'A task that is cancelled' });
    const { body: seat } = await ask<{ id: string }>('POST', `/tasks/${task.id}/seat`, 'artist2', {
      formVersion: 1,
    });
    expect(seat.id).toMatch(/^sea_/);
    const page = await as('manager');
    await page.goto(`/manage/tasks/${task.id}`);
    await page.getByRole('button', { name: 'Cancel the task' }).click();
    await page.getByLabel('Why: whoever has a seat reads it').fill('The model changed.');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Cancel it and pay' }).click();
    await page.getByText('Cancelled because: The model changed.').waitFor();
    const artist = await as('artist2');
    await artist.goto(`/studio/tasks/${task.id}`);
    await artist.getByText('The programme says: The model changed.').waitFor();
    await artist.getByText('€2.00').first().waitFor();
    expect(await violations(artist)).toEqual([]);
  }, 60_000);
});
