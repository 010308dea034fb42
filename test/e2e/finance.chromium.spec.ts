import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { Browser, Page } from 'playwright-core';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { arrive, launch, violations, type Visitor } from '../support/browser';
import {
  approveBatch,
  draftBatch,
  earn,
  fundedProgram,
  payoutIn,
  settleAfter,
  until,
} from '../support/payouts';

let test: TestApp;
let browser: Browser;
let folder: string;
let payoutId: string;
const visitors: Visitor[] = [];

const lastMonth = ((now) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 15)))(new Date());

beforeAll(async () => {
  test = await startTestApp('finance_pages');
  settleAfter(test, 0);
  folder = await mkdtemp(path.join(os.tmpdir(), 'finance-'));
  browser = await launch(test);
  const programId = await fundedProgram(test, 50_000);
  await earn(test, 'artist', programId, 3);
  const batch = await draftBatch(test, programId);
  await approveBatch(test, batch);
  payoutId = (await payoutIn(test, batch.payouts[0]?.id ?? '', 'paid')).id;
  await earn(test, 'artist2', programId, 2);
  await test.settle();
  const owner = new Client({ connectionString: test.databaseUrl });
  await owner.connect();
  await owner.query(
    `INSERT INTO ledger_entries (reference, kind, unit, digest, at) VALUES ($1::text, 'test.past', 'EUR', sha256('x'), $2)`,
    [`test:${randomUUID()}`, lastMonth],
  );
  await owner.end();
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await test?.stop();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

/** The browser of one of the cast, signed in. */
async function as(name: CastName): Promise<Page> {
  const visitor = await arrive(browser, test.url);
  visitors.push(visitor);
  const [key = '', value = ''] = test.people[name].cookie.split('=');
  await visitor.context.addCookies([{ name: key, value, url: test.url }]);
  return visitor.page;
}

afterEach(async () => {
  for (const { context, faults } of visitors.splice(0)) {
    expect(faults).toEqual([]);
    await context.close();
  }
});

it('a reading is filtered, counted whole, opened to its causes, kept under a name and exported', async () => {
  const page = await as('finance');
  await page.goto('/finance/readings?reading=earnings');
  await page.getByRole('heading', { name: 'Earnings', level: 1 }).waitFor();
  await page.getByText('5 earnings', { exact: true }).waitFor();
  await page.getByRole('img', { name: 'Earnings by month earned' }).waitFor();
  await page.screenshot({ path: 'test-results/finance-readings.png', fullPage: true });
  expect(await violations(page)).toEqual([]);

  await page.getByRole('combobox', { name: 'State' }).click();
  await page.getByRole('option', { name: 'paid', exact: true }).click();
  await page.getByText('3 earnings', { exact: true }).waitFor();
  expect(new URL(page.url()).searchParams.get('state')).toBe('paid');

  await page.getByRole('button', { name: 'Open row 1' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('link', { name: 'Ledger entries of its payout' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Save these filters' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('What was paid');
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByText('5 earnings', { exact: true }).waitFor();
  const least = page.getByRole('textbox', { name: 'Amount from' });
  expect(await least.isDisabled()).toBe(true); // of which currency?
  await page.getByRole('combobox', { name: 'Currency' }).click();
  await page.getByRole('option', { name: 'EUR' }).click();
  await least.fill('12.5');
  await least.press('Enter');
  await page.waitForURL(/minAmount=(%22)?1250/);
  await page.getByText('5 earnings', { exact: true }).waitFor();
  await until('the amount is written out', async () => (await least.inputValue()) === '12.50');
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByRole('button', { name: 'What was paid', exact: true }).click();
  await page.getByText('3 earnings', { exact: true }).waitFor();

  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: /^CSV/ }).click();
  await page.getByRole('heading', { name: 'earnings, csv', level: 1 }).waitFor();
  await page.getByRole('link', { name: 'Download' }).waitFor();
  await page.getByText('3 rows written.').waitFor();
  expect(await violations(page)).toEqual([]);
  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download' }).click();
  const target = path.join(folder, 'earnings.csv');
  await (await saved).saveAs(target);
  expect((await readFile(target, 'utf8')).trim().split('\r\n')).toHaveLength(5);

  await page.goto('/finance/exports');
  await page.getByRole('link', { name: 'earnings, csv' }).waitFor();
  expect(await violations(page)).toEqual([]);
}, 240_000);

it('a payout leads to its ledger entries', async () => {
  const page = await as('finance');
  await page.goto('/finance/readings?reading=payouts');
  await page.getByRole('button', { name: 'Open row 1' }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'Ledger entries of its payout' }).click();
  await page.getByRole('heading', { name: 'Ledger', level: 1 }).waitFor();
  await page.getByText(`payout:${payoutId}:paid`).first().waitFor();
  expect(new URL(page.url()).searchParams.get('reference')).toBe(`payout:${payoutId}`);
  expect(await violations(page)).toEqual([]);
}, 60_000);

it('a month is closed with its proof, and the page says why the present one is not', async () => {
  const page = await as('finance');
  await page.goto('/finance/periods');
  await page.getByText('This month is not over.', { exact: false }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Close the month' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close the month' }).click();
  await page.getByText('Digest of them all:').waitFor();
  await page.getByRole('button', { name: 'Propose to reopen' }).waitFor();
  expect(await violations(page)).toEqual([]);
}, 60_000);

it('an artist takes the statement of a month as PDF from the money page', async () => {
  const page = await as('artist');
  await page.goto('/studio/money');
  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download PDF' }).click();
  const target = path.join(folder, 'statement.pdf');
  await (await saved).saveAs(target);
  expect((await readFile(target)).subarray(0, 5).toString()).toBe('%PDF-');
}, 60_000);
