import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { arrive, launch, until, violations, type Visitor } from '../support/browser';
import { storeMovie } from '../support/pictures';
import { Sharing } from '../support/sharing';

const SHOTS = process.env['ATELIER_SCREENS'];

describe('the review screen beside its verdicts', () => {
  let sharing: Sharing;
  let browser: Browser;
  let reviewer: Visitor;
  let page: Page;

  beforeAll(async () => {
    const env = { ATELIER_UNDO_SECONDS: '10', ATELIER_REQUESTS_PER_MINUTE: '100000' };
    sharing = await Sharing.start('review_hands', env, ['api', 'worker', 'relay']);
    browser = await launch(sharing.atelier);
    reviewer = await arrive(browser, sharing.atelier.url);
    page = reviewer.page;
    await page.setViewportSize({ width: 1440, height: 900 });
    const [name = '', ...value] = sharing.atelier.people.reviewer.cookie.split('=');
    await reviewer.context.addCookies([{ name, value: value.join('='), url: sharing.atelier.url }]);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await sharing?.stop();
  });

  const open: string[] = [];
  afterEach(async () => {
    for (const id of open.splice(0)) await sharing.act('artist', id, 'withdraw');
  });

  const shot = async (name: string): Promise<void> => {
    if (SHOTS === undefined) return;
    fs.mkdirSync(SHOTS, { recursive: true });
    await page.screenshot({ path: path.join(SHOTS, `${name}.png`) });
  };
  const submitted = async (title: string): Promise<{ id: string; generationId: string }> => {
    const { id, generationId } = (await sharing.submit({ title })).body;
    await storeMovie(sharing.atelier, generationId);
    open.push(id);
    return { id, generationId };
  };
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };

  it('puts one on hold with a reason and an end, finds it by a filter, and ends the hold by hand', async () => {
    const { id } = await submitted('Waits for an answer');
    await page.goto(`/review?item=${id}`);
    await page.getByRole('heading', { name: 'Waits for an answer', level: 2 }).waitFor();
    await press('c');
    await page.getByRole('button', { name: 'Put on hold H' }).waitFor();
    await press('h');
    const form = page.getByRole('form', { name: 'Put on hold' });
    await form.getByRole('combobox', { name: 'For how long' }).press('Enter');
    await page.getByRole('option', { name: '4 hours' }).click();
    await form.getByLabel('Note for reviewers').fill('Asked the rights desk.');
    expect(await violations(page)).toEqual([]);
    await shot('hold-form');
    await press('Control+Enter');
    await form.waitFor({ state: 'detached' });
    const { hold, dueAt } = await sharing.get('reviewer', id);
    expect(new Date(hold?.until ?? 0).getTime() - Date.now()).toBeGreaterThan(3.9 * 3_600_000);
    expect(new Date(hold?.until ?? 0) < new Date(dueAt ?? 0)).toBe(true);

    await page.goto('/review?part=onHold');
    await page.getByText('Asked the rights desk.').waitFor();
    await page.getByText(/over in 4 hours\. The clock goes on: due in 24 hours\./).waitFor();
    await shot('on-hold');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'End the hold' }).press('Enter');
    await page.getByText('Nothing waits').waitFor();
    expect((await sharing.get('reviewer', id)).hold).toBeNull();
    expect(reviewer.faults).toEqual([]);
  }, 180_000);

  it('is assigned by a manager to a reviewer, who finds it among what is theirs, and given back', async () => {
    const { id } = await submitted('For one of us');
    const manager = await arrive(browser, sharing.atelier.url);
    const [name = '', ...value] = sharing.atelier.people.manager.cookie.split('=');
    await manager.context.addCookies([{ name, value: value.join('='), url: sharing.atelier.url }]);
    const theirs = manager.page;
    await theirs.setViewportSize({ width: 1440, height: 900 });
    await theirs.goto(`/review?item=${id}`);
    await theirs.getByRole('button', { name: 'Assign E' }).waitFor();
    await theirs.keyboard.press('e');
    const form = theirs.getByRole('form', { name: 'Assign' });
    const list = `/api/v1/submissions/${id}/reviewers`;
    const { items } = (
      await sharing.atelier.request<{ items: { id: string; name: string }[] }>('GET', list, { as: 'manager' })
    ).body;
    const called = items.find((one) => one.id === sharing.atelier.people.reviewer.id)?.name ?? '';
    await form.getByRole('combobox', { name: 'Reviewer' }).fill(called);
    await theirs.getByRole('option', { name: called, exact: true }).click();
    expect(await violations(theirs)).toEqual([]);
    if (SHOTS !== undefined) await theirs.screenshot({ path: path.join(SHOTS, 'assign-form.png') });
    await theirs.keyboard.press('Control+Enter');
    await form.waitFor({ state: 'detached' });
    await theirs.getByText(`Assigned to ${called}`).waitFor();

    await page.goto('/review?part=forMe');
    await page.getByRole('heading', { name: 'For one of us', level: 2 }).waitFor();
    await page.getByText('Assigned to you').waitFor();
    await shot('for-me');
    expect(await violations(page)).toEqual([]);
    expect(await page.getByRole('button', { name: 'Assign E' }).count()).toBe(0);

    await theirs.keyboard.press('e');
    await form.getByRole('button', { name: 'Give it back to everybody' }).press('Enter');
    await form.waitFor({ state: 'detached' });
    expect((await sharing.get('reviewer', id)).assigned).toBeNull();
    expect([...manager.faults, ...reviewer.faults]).toEqual([]);
    await manager.context.close();
  }, 180_000);

  it('finds pages, saved filters and the steps of what is open by their names', async () => {
    const { id } = await submitted('Found by name');
    await sharing.atelier.request('PUT', '/api/v1/review-desk', {
      as: 'reviewer',
      body: {
        blur: false,
        mute: true,
        grey: false,
        keys: true,
        breakMinutes: 50,
        filters: [{ name: 'Mine at night', search: 'part=mine' }],
      },
    });
    await page.goto(`/review?item=${id}`);
    await page.getByRole('heading', { name: 'Found by name', level: 2 }).waitFor();
    await page.getByRole('button', { name: 'Claim C' }).waitFor();
    const field = page.getByRole('textbox', { name: 'Go to, or do' });
    const lines = page.locator('[data-action]');
    const choose = async (words: string): Promise<void> => {
      await press('Control+k');
      await field.fill(words);
      await press('Enter');
      await field.waitFor({ state: 'detached' });
    };
    await choose('claim');
    await page.getByRole('button', { name: 'Put on hold H' }).waitFor();
    await press('Control+k');
    await lines.filter({ hasText: 'Mine at night' }).waitFor();
    await lines.filter({ hasText: /^Approve/ }).waitFor();
    await until(page, `document.activeElement?.getAttribute('aria-label') === 'Go to, or do'`);
    await press('ArrowDown');
    // what the arrows have come to is said, for the focus stays in the field
    const said = `document.querySelector('[role="dialog"] [aria-live="polite"]')?.textContent`;
    await until(page, `${said} === 'Approve1'`);
    expect(await violations(page)).toEqual([]);
    await shot('palette');
    await press('Escape');
    await field.waitFor({ state: 'detached' });
    expect((await sharing.get('reviewer', id)).staged).toBeNull();

    await choose('put on hold');
    await page.getByRole('form', { name: 'Put on hold' }).waitFor();
    // one dialog at a time
    await press('Control+k');
    expect(await field.count()).toBe(0);
    await press('Escape');
    await page.getByRole('form', { name: 'Put on hold' }).waitFor({ state: 'detached' });
    await choose('mine night');
    await page.waitForURL(/part=mine/);
    await choose('second opinions');
    await page.getByRole('heading', { name: 'Second opinions', level: 1 }).waitFor();
    await press('Control+k');
    await field.fill('approve');
    await page.getByText('Nothing of that name').waitFor();
    await press('Escape');
    await choose('queue');
    await page.getByRole('heading', { name: 'Found by name', level: 2 }).waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('button', { name: 'Go to', exact: true }).click();
    await field.waitFor();
    await shot('palette-narrow');
    expect(await violations(page)).toEqual([]);
    await press('Escape');
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(reviewer.faults).toEqual([]);
  }, 180_000);
});
