import type { Browser, Page } from 'playwright-core';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { arrive, launch, violations, type Visitor } from '../support/browser';
import { approveBatch, draftBatch, earn, fundedProgram, payoutIn, settleAfter } from '../support/payouts';

let test: TestApp;
let browser: Browser;
const visitors: Visitor[] = [];

beforeAll(async () => {
  test = await startTestApp('reconciliation_pages');
  settleAfter(test, 600_000);
  browser = await launch(test);
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await test?.stop();
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

async function sent(): Promise<string> {
  const programId = await fundedProgram(test);
  await earn(test, 'artist', programId);
  const batch = await draftBatch(test, programId);
  await approveBatch(test, batch);
  const id = batch.payouts[0]?.id ?? '';
  await payoutIn(test, id, 'in_transit');
  return id;
}

it('takes a difference from the night it is found to the second person who agrees why', async () => {
  await sent();
  const lost = await sent();
  await test.db.tx((tx) => tx.run('DELETE FROM payouts_sandbox_transfers WHERE reference = $1', [lost]));

  const first = await as('finance');
  await first.goto('/finance/reconciliation');
  await first.getByText(/last run against a real sandbox: never/).waitFor();
  await first.getByRole('button', { name: 'Compare now' }).click();
  await first.getByText(/1 unexplained/).waitFor();
  await first.getByText(/1 missing there: ours/).waitFor();
  await first.getByRole('row', { name: /missing there/ }).waitFor();
  expect(await violations(first)).toEqual([]);
  if (process.env.SHOT !== undefined) await first.screenshot({ path: process.env.SHOT, fullPage: true });

  await first.getByRole('combobox', { name: 'Says' }).click();
  await first.getByRole('option', { name: 'missing there' }).click();
  await first.waitForURL(/match=missing_there/);
  await first.getByRole('row', { name: /matched/ }).waitFor({ state: 'detached' });
  await first.getByRole('button', { name: 'Explain' }).press('Enter');
  const dialog = first.getByRole('dialog', { name: 'Explain the difference' });
  await dialog.getByLabel('Why, and what was done about it').fill('The bank confirms it by letter.');
  expect(await violations(first)).toEqual([]);
  await dialog.getByRole('button', { name: 'Explain' }).click();
  await first.getByText('proposed').first().waitFor();
  expect(await first.getByRole('button', { name: 'Agree' }).count()).toBe(0);

  const second = await as('finance2');
  await second.goto('/finance/reconciliation?match=missing_there');
  await second.getByRole('button', { name: 'Agree' }).click();
  await second.getByText(/says: “The bank confirms it by letter.”/).waitFor();
  await second.getByRole('dialog').getByRole('button', { name: 'Agree' }).click();
  await second.getByText('Everything is explained.').waitFor();
  await second.getByText(/Agreed by finance2 of the test/).waitFor();
  expect(await violations(second)).toEqual([]);
  const file = await second.request.get('/api/v1/reconciliation/findings.csv?match=missing_there');
  expect(await file.text()).toContain('The bank confirms it by letter.');
});
