import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findTool } from '../../scripts/lib/tools.mjs';
import type { TestApp } from './app';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];
const ABSENT = 'the portal is not built: `npm test` builds it, by hand `npx vite build` in web/';

/** A browser of one person: its own cookies, and a note of everything that a portal must not do. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Refused by the content policy, thrown by the page, or asked of another site. */
  readonly faults: string[];
}

export async function arrive(browser: Browser, url: string): Promise<Visitor> {
  const context = await browser.newContext({ baseURL: url, reducedMotion: 'reduce' });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (line) => {
    if (/content security policy/i.test(line.text())) faults.push(line.text());
  });
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(url)) faults.push(request.url());
  });
  return { context, page, faults };
}

/**
 * Waits until `condition`, an expression of the page, is true; looked at with every frame of the screen. The page's content
 * policy forbids what Playwright's own `waitForFunction` does from its second look on.
 */
export async function until(page: Page, condition: string, seconds = 20): Promise<void> {
  const isTrue = await page.evaluate<boolean>(`new Promise((done) => {
    const end = performance.now() + ${seconds * 1_000};
    const look = () => {
      if (${condition}) done(true);
      else if (performance.now() > end) done(false);
      else requestAnimationFrame(look);
    };
    look();
  })`);
  if (!isTrue) throw new Error(`not true after ${seconds} s: ${condition}`);
}

/** The violations of WCAG 2.2 AA on the page as it stands, in light and in dark. */
export async function violations(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor({ state: 'attached' });
    const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
    // The second scheme changes colours alone.
    const rules = colorScheme === 'light' ? axe.withTags(WCAG) : axe.withRules(['color-contrast']);
    const { violations: faults } = await rules.analyze();
    for (const { id, nodes } of faults)
      found.push(...nodes.map(({ html }) => `${colorScheme} ${page.url()} ${id}: ${html.slice(0, 200)}`));
  }
  return found;
}

const SIZES = [
  [1440, 'light'],
  [1440, 'dark'],
  [390, 'light'],
  [390, 'dark'],
] as const;

/** Keeps a screen to be looked at, wide and narrow, in light and in dark: where `SHOTS` names a folder. */
export async function shot(page: Page, name: string): Promise<void> {
  const { SHOTS: folder } = process.env;
  if (folder === undefined) return;
  const before = page.viewportSize();
  for (const [width, colorScheme] of SIZES) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate('window.scrollTo(0, 0)');
    await page.screenshot({ path: `${folder}/${name}.${width}.${colorScheme}.png`, fullPage: true });
  }
  if (before !== null) await page.setViewportSize(before);
}

/** Chromium, once the portal that it is to open is there: it must have been built. */
export async function launch({ url }: Pick<TestApp, 'url'>): Promise<Browser> {
  if ((await fetch(url)).headers.get('content-type')?.startsWith('text/html') !== true)
    throw new Error(ABSENT);
  return chromium.launch({ executablePath: findTool('chromium'), args: FLAGS });
}

/** Fills in the first half of a sign-in. */
export async function enter(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.locator('input[type="password"]').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}
