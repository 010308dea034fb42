import type { Browser, Locator, Page } from 'playwright-core';
import type { FeedbackPage, FeedbackView } from '../../src/modules/feedback/feedback.dto';
import { signIn, until } from '../../scripts/lib/client.mjs';
import { enroll, openProgramme } from '../../scripts/lib/setup.mjs';
import { PASSWORD, startTestApp, type CastName, type TestApp } from '../support/app';
import { arrive, launch, shot, violations, type Visitor } from '../support/browser';

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const TITLE = 'The kite tears in two';
const TEXT = 'The kite tears in two as soon as the wind turns it towards the camera.';
const SAID = 'When the wind turns towards the camera the kite is torn into two halves.';

type Client = Awaited<ReturnType<typeof enroll>>;

describe('feedback in the portal, from a drag on the picture to its pay', () => {
  let atelier: TestApp;
  let browser: Browser;
  let mira: Client;
  let teo: Client;
  let clipId: string;
  let first: string;
  const visitors = new Map<string, Visitor>();

  async function as(who: string, cookie: string): Promise<Page> {
    const known = visitors.get(who) ?? (await arrive(browser, atelier.url));
    visitors.set(who, known);
    const [name = '', ...value] = cookie.split('=');
    await known.context.addCookies([{ name, value: value.join('='), url: atelier.url }]);
    return known.page;
  }
  const artist = () => as('mira', mira.cookie ?? '');
  const staff = (name: CastName) => as(name, atelier.people[name].cookie);

  /** Presses, moves in one step and lets go, as fast as a hand never is. */
  async function drag(page: Page, on: Locator, from: [number, number], to: [number, number]): Promise<void> {
    await on.scrollIntoViewIfNeeded();
    const box = await on.boundingBox();
    if (box === null) throw new Error('there is nothing to draw on');
    const at = ([x, y]: [number, number]) => [box.x + box.width * x, box.y + box.height * y] as const;
    await page.mouse.move(...at(from));
    await page.mouse.down();
    await page.mouse.move(...at(to));
    await page.mouse.up();
  }

  const mine = async (who: Client): Promise<FeedbackView[]> =>
    ((await who.get('/api/v1/feedback?limit=20')) as FeedbackPage).items as FeedbackView[];

  beforeAll(async () => {
    atelier = await startTestApp('feedback_journey');
    const manager = await signIn(atelier.url, atelier.people.manager.email, PASSWORD);
    const finance = await signIn(atelier.url, atelier.people.finance.email, PASSWORD);
    const program = await openProgramme({ manager, finance });
    mira = await enroll(atelier.url, manager, program, {
      name: 'Mira of the kites',
      email: 'mira@example.org',
    });
    teo = await enroll(atelier.url, manager, program, { name: 'Teo of the kites', email: 'teo@example.org' });
    const hook = { url: 'https://example.org/issues', events: ['feedback.created'] };
    const { id } = await manager.post('/api/v1/webhooks', { ...hook, description: 'An issue tracker' });
    await manager.post(`/api/v1/webhooks/${id}/pause`, {});
    const sent = await teo.post('/api/v1/feedback', { programId: program.id, type: 'issue', text: SAID });
    first = sent.id;
    const { generations } = await mira.post('/api/v1/generations', {
      prompt: 'A kite over a salt lake at noon',
      style: 'none',
      seed: 7,
      seconds: 4,
      resolution: '360p',
      draft: true,
    });
    clipId = generations[0].id;
    await until(
      () => mira.get(`/api/v1/generations/${clipId}`),
      ({ files }: { files: unknown }) => files !== null,
      90,
      'the clip',
    );
    browser = await launch(atelier);
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await atelier?.stop();
  });

  it('is drawn on timeline and frame, with a file, and shows what was said before', async () => {
    const page = await artist();
    await page.goto(`/studio/feedback?clip=${clipId}`);
    const rail = page.getByTestId('marker-rail');
    await rail.waitFor();
    await page.getByText('€12.00').first().waitFor();
    const player = page.getByRole('group', { name: /^Player/ });
    const loaded = () => page.evaluate<boolean>('document.querySelector("video")?.readyState >= 1');
    await until(loaded, (isLoaded: boolean) => isLoaded, 20, 'the clip in the player');

    await rail.click({ position: { x: (((await rail.boundingBox())?.width ?? 0) * 3) / 4, y: 5 } });
    await page.getByText(/^at 0:03/).waitFor();
    await page.getByRole('button', { name: 'Mark this moment' }).click();
    await page.getByLabel('What is to be seen at marker 1').fill('It is whole again.');

    await drag(page, rail, [0.1, 0.3], [0.5, 0.3]);
    await page.getByLabel('What is to be seen at marker 1').fill('It tears from the left.');
    await page.getByLabel('What is to be seen at marker 2').waitFor();

    await page.getByRole('button', { name: 'Draw a region' }).first().click();
    await page.getByRole('button', { name: 'Draw it on the picture' }).waitFor();
    await drag(page, player.locator('[data-overlay]'), [0.25, 0.25], [0.5, 0.75]);
    await page.getByRole('button', { name: 'Region of marker 1' }).waitFor();
    await page.getByRole('button', { name: 'Whole picture' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await shot(page, 'markers');

    await page.getByLabel('Title').fill(TITLE);
    await page.getByLabel('In your own words').fill(TEXT);
    const before = page.getByRole('region', { name: 'Said before' });
    await before.getByText('Said by one artist').waitFor();
    await before.getByRole('button', { name: /^Mine is the same as/ }).click();
    await page.locator('input[type="file"]').setInputFiles({
      name: 'kite.png',
      mimeType: 'image/png',
      buffer: Buffer.from(PIXEL, 'base64'),
    });
    await page.getByText('kite.png,').waitFor();
    await page.getByText('Critical', { exact: true }).click();
    await page.getByLabel('Minutes it took you').fill('6');
    expect(await violations(page)).toEqual([]);
    await shot(page, 'intake');
    await page.getByRole('button', { name: 'Send feedback' }).click();
    await page.getByText('Sent. You are told what becomes of it.').waitFor();
    await page.getByText('Counts as accepted').first().waitFor();

    const [item] = await mine(mira);
    expect(item).toMatchObject({
      title: TITLE,
      sentiment: 'critical',
      minutesClaimed: 6,
      generationId: clipId,
    });
    expect(item?.parameters).toMatchObject({ seed: 7, seconds: 4 });
    expect(item?.files.map(({ name }) => name)).toEqual(['kite.png']);
    const [range, moment] = item?.markers ?? [];
    expect(range).toMatchObject({ note: 'It tears from the left.' });
    expect(range?.at).toBeCloseTo(0.4, 1);
    expect(range?.until).toBeCloseTo(2, 1);
    expect(range?.region?.x).toBeCloseTo(0.25, 1);
    expect(range?.region?.y).toBeCloseTo(0.25, 1);
    expect(range?.region?.w).toBeCloseTo(0.25, 1);
    expect(range?.region?.h).toBeCloseTo(0.5, 1);
    expect(moment).toMatchObject({ note: 'It is whole again.' });
    expect(moment?.at).toBeCloseTo(3, 1);
    expect(moment?.until).toBeUndefined();
  }, 120_000);

  it('stands on the board, by filters in the address, without how it is meant', async () => {
    const page = await staff('manager');
    await page.goto('/manage/feedback/board');
    const column = page.getByRole('region', { name: 'new', exact: true });
    await column.getByRole('link', { name: TITLE }).waitFor();
    expect(await violations(page)).toEqual([]);
    await shot(page, 'board');
    await page.getByLabel('Words').fill('halves');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.waitForURL(/words=halves/);
    await column.getByRole('link', { name: TITLE }).waitFor({ state: 'detached' });
    await column.getByRole('heading', { name: 'new (1)' }).waitFor();
    await page.goto('/manage/feedback/board?severity=minor&words=camera');
    await column.getByRole('heading', { name: 'new (2)' }).waitFor();
    await column.getByRole('link', { name: TITLE }).click();
    await page.getByText('about the clip').or(page.getByText(TEXT)).last().waitFor();
    await page.getByRole('button', { name: /^Marker 1 at/ }).waitFor();
    await page.getByText('kite.png').waitFor();
    await page.getByText('Its artist says it is the same as').waitFor();
    expect(await page.getByText(/critical/i).count()).toBe(0);
    const seen = await page.evaluate<string>(
      `fetch('/api/v1/feedback?queue=all&limit=50').then((answer) => answer.text())`,
    );
    expect(seen).not.toContain('sentiment');
    expect(await violations(page)).toEqual([]);
    await shot(page, 'triage');
  }, 60_000);

  it('is merged with its original, which is accepted, answered and shipped', async () => {
    const page = await staff('manager');
    await page.getByRole('button', { name: 'Duplicate of…' }).click();
    const original = page.getByRole('combobox', { name: 'The original' });
    const isFilledIn = (text: string) => text.includes('the kite is torn');
    // Its artist said which: nobody has to look for it.
    await until(() => original.inputValue(), isFilledIn, 20, 'the original that the artist named');
    await original.fill('halves');
    await page.getByRole('option', { name: /the kite is torn/ }).click();
    await page.getByLabel('Answer to the artist').fill('Teo saw the same; both of you are paid.');
    await page.getByRole('button', { name: 'Mark as duplicate' }).click();
    await page.getByText('Feedback: Duplicate of….').waitFor();
    await page.goto(`/manage/feedback?state=all&item=${first}`);
    await page.getByText('Joined with it').waitFor();
    await page.getByText(`Mira of the kites: ${TEXT}`).waitFor();
    await page
      .getByText(/2 artists|× 2/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Accept', exact: true }).click();
    await page.getByLabel('Answer to the artist').fill('Seen, thank you.');
    await page.getByRole('button', { name: 'Accept and pay' }).click();
    await page.getByText('Feedback: Accept.').waitFor();
    await page.goto(`/manage/feedback?state=all&item=${first}`);
    await page.getByRole('button', { name: 'Shipped' }).click();
    await page.getByLabel('Version it shipped in').fill('2.1');
    await page.getByLabel('What was done').fill('Cloth keeps its edges now.');
    expect(await violations(page)).toEqual([]);
    await shot(page, 'ship');
    await page.getByRole('button', { name: 'Mark as shipped' }).click();
    await page.getByText('Feedback: Shipped.').waitFor();
    await atelier.settle();
  }, 60_000);

  it('shows its artist state, answer, pay and effect', async () => {
    const page = await artist();
    await page.goto('/studio/feedback');
    const item = page.getByRole('listitem').filter({ hasText: TITLE });
    await item.getByText('Teo saw the same; both of you are paid.').waitFor();
    await item.getByText('€4.00').waitFor();
    await item.getByText('shipped in 2.1, with credit to you too').waitFor();
    expect(await violations(page)).toEqual([]);
    await shot(page, 'sent');
    await item.getByRole('link', { name: TITLE }).click();
    await page.getByRole('heading', { name: 'The clip with your markers' }).waitFor();
    await page.getByRole('button', { name: /^Marker 1 at/ }).click();
    await page.getByRole('button', { name: 'Region of marker 1' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await shot(page, 'item');
    const [own] = await mine(teo);
    expect(own).toMatchObject({ state: 'shipped', shippedIn: '2.1', impact: { popularity: 2 } });
  }, 60_000);

  it('shows a manager what a paused webhook has missed, and how to send it', async () => {
    const page = await staff('manager');
    await page.goto('/settings/webhooks');
    const hook = page.getByRole('listitem').filter({ hasText: 'An issue tracker' });
    await hook.getByText('2 messages were not sent').waitFor();
    await hook.getByText('Resume it, then send them from here').waitFor();
    expect(await violations(page)).toEqual([]);
    await hook.getByRole('button', { name: 'Messages' }).click();
    await page
      .getByRole('button', { name: /^feedback\.created/ })
      .first()
      .click();
    await page.getByText('It was not sent: the webhook was paused or disabled').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await shot(page, 'webhook-messages');
    await page.keyboard.press('Escape');
    await hook.getByRole('button', { name: 'Resume' }).click();
    await hook.getByRole('button', { name: 'Send what it missed' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await shot(page, 'webhooks');
  }, 60_000);

  it('asks nothing of another site and breaks no content policy', () => {
    expect([...visitors.values()].flatMap(({ faults }) => faults)).toEqual([]);
  });
});
