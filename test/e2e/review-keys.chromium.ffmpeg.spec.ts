import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ClocksService } from '../../src/modules/approval';
import { arrive, launch, until, violations, type Visitor } from '../support/browser';
import { storeMovie } from '../support/pictures';
import { Sharing } from '../support/sharing';

const SHOTS = process.env['ATELIER_SCREENS'];
const ITEMS = 50;
const NOTE = 'Please soften the cut at the fourth second.';
const FACTS = 'At eight seconds a recognisable person is hit.';

describe('the review screen by its keys', () => {
  let sharing: Sharing;
  let browser: Browser;
  let reviewer: Visitor;
  let page: Page;

  beforeAll(async () => {
    const env = { ATELIER_UNDO_SECONDS: '10', ATELIER_REQUESTS_PER_MINUTE: '100000' };
    sharing = await Sharing.start('review_keys', env, ['api', 'worker', 'relay']);
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
  /** Of the clip under review, and of the one beside it; not true before their players are there. */
  const clips = async (condition: string): Promise<void> => {
    const players = `document.querySelectorAll('.clip-player video')`;
    const wanted = condition.includes('two.') ? 2 : 1;
    const said = condition.replaceAll('one.', `${players}[0].`).replaceAll('two.', `${players}[1].`);
    await until(page, `${players}.length >= ${wanted} && (${said})`);
  };
  const video = <T>(read: string): Promise<T> =>
    page.evaluate<T>(`(${read})(document.querySelectorAll('video'))`);

  it('draws on a frame, sets in and out, loops, shuttles, and lays the draft beside it', async () => {
    const draft = await submitted('The draft');
    await sharing.act('artist', draft.id, 'withdraw');
    const { id, generationId } = await submitted('Tide, finished');
    await sharing.sql(`UPDATE generation_generations SET promoted_from = $2 WHERE id = $1`, [
      generationId,
      draft.generationId,
    ]);
    await page.goto(`/review?item=${id}`);
    await page.getByRole('heading', { name: 'Tide, finished', level: 2 }).waitFor();
    await clips('one.readyState > 1');
    await press('c');
    await page.getByRole('button', { name: 'Draw D' }).waitFor();

    // shuttle, with the focus in the player: forwards, faster, stop, backwards
    await press('p', 'l');
    await clips('!one.paused && one.playbackRate === 1');
    await press('l');
    await clips('one.playbackRate === 2');
    await clips('one.currentTime > 1');
    await press('k');
    await clips('one.paused');
    await page.evaluate('window.before = document.querySelector(".clip-player video").currentTime');
    await press('j');
    await clips('one.currentTime < window.before - 0.3');
    await press('k', 'Escape');

    // J and K are the list's again; in and out by frames, and the loop stays between them
    await page.evaluate('document.querySelector(".clip-player video").currentTime = 2');
    await press('i', ...Array.from({ length: 2 }, () => 'Shift+ArrowRight'), 'o');
    const status = page.getByText(/^in 0:02\.\d+ out 0:02\.\d+ ?$/);
    await status.waitFor();
    await page.evaluate(`{
      const clip = document.querySelector('.clip-player video');
      window.wraps = 0; window.most = 0;
      clip.addEventListener('seeked', () => { if (!clip.paused) window.wraps += 1; });
      clip.addEventListener('timeupdate', () => { window.most = Math.max(window.most, clip.currentTime); });
    }`);
    await press('\\');
    await until(page, 'window.wraps >= 3');
    expect(await page.evaluate<number>('window.most')).toBeLessThan(3.2);
    await press('\\', ' ');
    await clips('one.paused');

    // a part of the picture: by keys, then by hand
    await press('d');
    const region = page.getByRole('button', { name: /^Region of marker 1: arrow keys/ });
    await until(page, `document.activeElement?.classList.contains('region')`);
    const before = await region.boundingBox();
    await press('ArrowRight', 'Shift+ArrowDown');
    const after = await region.boundingBox();
    expect((after?.x ?? 0) - (before?.x ?? 0)).toBeGreaterThan(3);
    expect((after?.height ?? 0) - (before?.height ?? 0)).toBeGreaterThan(1);
    await shot('draw');
    expect(await violations(page)).toEqual([]);
    await press('Escape', 'm');
    await page.keyboard.type('The edge flickers here.');
    await press('Enter');
    await page.getByText('The edge flickers here. (a part of the picture)').waitFor();
    const [note] = (await sharing.get('reviewer', id)).notes;
    expect(note).toMatchObject({ isForArtist: true, region: { x: 0.37, y: 0.35, w: 0.3 } });
    expect((note?.until ?? 0) - (note?.at ?? 0)).toBeCloseTo(20 / 24, 1);

    // one clock for both
    await press('Escape', 'v');
    await page
      .getByRole('region', { name: 'Compared with' })
      .getByText(/draft it was finished from: The draft/)
      .waitFor();
    await clips('two.readyState > 1');
    await press('ArrowRight', 'Shift+ArrowRight');
    await clips('Math.abs(one.currentTime - two.currentTime) < 1 / 24');
    await press(' ');
    await clips('!one.paused && !two.paused');
    await press(' ');
    await clips('one.paused && two.paused && Math.abs(one.currentTime - two.currentTime) < 2 / 24');
    expect(await video<number>('(all) => all.length')).toBeGreaterThanOrEqual(2);
    await shot('compare');
    expect(await violations(page)).toEqual([]);

    // over each other: one clock still, a divider by keys, by hand and by a press
    await press('Shift+V');
    const divider = page.getByRole('slider', { name: 'Divider between the clips' });
    await clips('two.readyState > 1');
    await press('Escape', 'ArrowRight');
    await clips('Math.abs(one.currentTime - two.currentTime) < 1 / 24');
    const frame = await video<number>('(all) => all[0].currentTime');
    await divider.focus();
    await press('ArrowRight', 'Shift+ArrowRight');
    expect(await divider.getAttribute('aria-valuenow')).toBe('61');
    expect(await video<string>('(all) => all[1].style.clipPath')).toBe('inset(0px 0px 0px 61%)');
    expect(await video<number>('(all) => all[0].currentTime')).toBe(frame);
    await press('End', 'ArrowLeft');
    expect(await divider.getAttribute('aria-valuenow')).toBe('99');
    const picture = await page.locator('.wipe').boundingBox();
    const handle = await divider.boundingBox();
    if (picture === null || handle === null) throw new Error('the wipe has no place on the page');
    await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
    await page.mouse.down();
    await page.mouse.move(picture.x + picture.width * 0.3, picture.y + 20, { steps: 4 });
    await page.mouse.up();
    expect(await divider.getAttribute('aria-valuenow')).toBe('30');
    await press(' ');
    await clips('!one.paused && !two.paused');
    await press(' ');
    await clips('one.paused && two.paused && Math.abs(one.currentTime - two.currentTime) < 2 / 24');
    await page.getByRole('button', { name: 'Half and half' }).press('Enter');
    expect(await divider.getAttribute('aria-valuenow')).toBe('50');
    await shot('wipe');
    expect(await violations(page)).toEqual([]);
    await press('Shift+V');
    await divider.waitFor({ state: 'detached' });
    expect(reviewer.faults).toEqual([]);
  }, 240_000);

  it('shows every key in a sheet, and turns all of them off', async () => {
    const { id } = await submitted('Only looked at');
    await page.goto('/review');
    await page.getByRole('heading', { name: 'Only looked at', level: 2 }).waitFor();
    await press('?');
    const sheet = page.getByRole('dialog', { name: 'Keys' });
    for (const key of ['J / K', 'I / O', 'D', 'V', 'Shift V', 'P', 'H', 'E', 'Ctrl K', 'Z', '?'])
      await sheet.getByRole('rowheader', { name: key, exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    await shot('keys');
    await sheet.getByLabel('Single keys are on').press('Space');
    await press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await press('1');
    await page.getByRole('button', { name: 'Keys', exact: true }).press('Enter');
    await sheet.getByLabel('Single keys are on').press('Space');
    await press('Escape');
    expect((await sharing.get('reviewer', id)).staged).toBeNull();
  }, 180_000);

  it(`decides ${ITEMS} by the keyboard alone: one key for a yes, and every no with its reasons`, async () => {
    const titles = Array.from({ length: ITEMS }, (_, n) => `Tide ${String(n + 1).padStart(2, '0')}`);
    for (const title of titles) await submitted(title);
    await page.goto('/review');
    const shown = page.getByRole('heading', { level: 2, name: /^Tide \d\d$/ });
    await shown.waitFor();
    await page.evaluate(`{
      window.byHand = 0;
      for (const kind of ['mousedown', 'pointerdown', 'wheel', 'touchstart'])
        document.addEventListener(kind, () => { window.byHand += 1; }, true);
    }`);
    const decided = new Set<string>();
    const keysOf: number[] = [];
    while (decided.size < ITEMS) {
      const next = `[...document.querySelectorAll('h2')].map((one) => one.textContent).find((text) => /^Tide \\d\\d$/.test(text))`;
      await until(page, `${next} !== undefined && !${JSON.stringify([...decided])}.includes(${next})`);
      const title = (await shown.textContent()) ?? '';
      const place = decided.size % 10;
      let keys = 0;
      const key = async (...names: string[]): Promise<void> => {
        keys += names.length;
        await press(...names);
      };
      if (place === 3) {
        await key('2');
        await page.getByRole('form', { name: 'Request changes' }).waitFor();
        await page.keyboard.type(NOTE);
        await key('Control+Enter');
      } else if (place === 7) {
        await key('3');
        const form = page.getByRole('form', { name: 'Decline' });
        await form.getByRole('combobox', { name: 'Clause' }).waitFor();
        // Keys go where the focus is: it is in the form once the form is there, and in its text once a clause is chosen.
        await until(
          page,
          `document.activeElement?.matches('form[aria-label="Decline"] input[type="radio"]')`,
        );
        await key('Space', '1');
        await until(page, `document.activeElement?.matches('form[aria-label="Decline"] textarea')`);
        await page.keyboard.type(FACTS);
        await key('Tab');
        await page.keyboard.type('Cut the blow, or blur the face.');
        await key('Control+Enter');
      } else await key('1');
      decided.add(title);
      keysOf.push(keys);
    }
    await page.getByText(/Nothing waits/).waitFor();
    expect(await page.evaluate<number>('window.byHand')).toBe(0);
    expect(Math.max(...keysOf)).toBe(5);
    expect(keysOf.reduce((sum, keys) => sum + keys, 0)).toBe(40 * 1 + 5 * 2 + 5 * 5);
    await sharing.sql(
      `UPDATE approval_submissions SET staged_until = now() - interval '1 ms' WHERE staged IS NOT NULL`,
    );
    await sharing.atelier.app.get(ClocksService).leave();
    const outcomes = await sharing.sql(
      `SELECT outcome, count(*)::int AS n FROM approval_decisions GROUP BY 1 ORDER BY 1`,
    );
    expect(outcomes).toEqual([
      { outcome: 'approved', n: 40 },
      { outcome: 'changes_requested', n: 5 },
      { outcome: 'declined', n: 5 },
    ]);
    expect(await sharing.violations()).toEqual({});
    expect(reviewer.faults).toEqual([]);
  }, 600_000);
});
