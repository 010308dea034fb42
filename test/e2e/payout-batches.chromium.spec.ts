import type { Browser, Page } from 'playwright-core';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { arrive, launch, violations, type Visitor } from '../support/browser';
import { draftBatch, earn, fundedProgram, payoutIn, settleAfter, type BatchBody } from '../support/payouts';

let test: TestApp;
let browser: Browser;
let batch: BatchBody;
const visitors: Visitor[] = [];

beforeAll(async () => {
  test = await startTestApp('payout_pages');
  browser = await launch(test);
  settleAfter(test, 0);
  const programId = await fundedProgram(test);
  await earn(test, 'artist', programId, 2);
  await earn(test, 'artist2', programId);
  batch = await draftBatch(test, programId);
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

/** Accessibility in light and in dark. */
async function isReadable(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page)).toEqual([]);
  }
}

it('lets finance take somebody out, another one approve what is left, and two take it back', async () => {
  const drafter = await as('finance');
  await drafter.goto(`/finance/batches/${batch.id}`);
  await drafter.getByText(/^Approving sends 45.00 EUR from .+ to 2 artists through the sandbox/).waitFor();
  await drafter.getByRole('heading', { name: 'Paid for the first time (2)' }).waitFor();
  await isReadable(drafter);
  await drafter.getByRole('button', { name: 'Take artist of the test out' }).click();
  const leaving = drafter.getByRole('dialog', { name: /Take artist of the test out/ });
  await leaving.getByLabel('Why').fill('waits for a new account');
  await isReadable(drafter);
  await leaving.getByRole('button', { name: /Take €30.00 out/ }).click();
  await drafter.getByText(/^Approving sends 15.00 EUR from .+ to 1 artist through the sandbox/).waitFor();
  await drafter.getByText('was taken out of the draft').waitFor();

  const approver = await as('finance2');
  await approver.goto(`/finance/batches/${batch.id}`);
  await approver.getByRole('button', { name: 'Approve', exact: true }).click();
  const approving = approver.getByRole('dialog', { name: 'Approve this batch' });
  await approving.getByText(/^Approving sends 15.00 EUR/).waitFor();
  await approving.getByLabel('Type the total').fill('15.00');
  await isReadable(approver);
  await approving.getByRole('button', { name: /^Approve €15.00/ }).click();
  const payoutId = batch.payouts.find(({ person }) => person.id === test.people.artist2.id)?.id ?? '';
  await payoutIn(test, payoutId, 'paid');

  await drafter.goto(`/finance/payouts?payout=${payoutId}`);
  await drafter.getByRole('button', { name: 'Ask for it back' }).click();
  const asking = drafter.getByRole('dialog', { name: 'Take this payout back?' });
  await asking.getByLabel('Why').fill('paid for the wrong month');
  await isReadable(drafter);
  await asking.getByRole('button', { name: /^Ask for/ }).click();
  await drafter.getByText('Why: paid for the wrong month').waitFor();
  await approver.goto(`/finance/payouts?payout=${payoutId}`);
  await approver.getByRole('button', { name: 'Confirm: take it back' }).click();
  await approver.getByText('The rail: The money is back.').waitFor();
  await isReadable(approver);
  expect(await payoutIn(test, payoutId, 'returned')).toMatchObject({ state: 'returned' });
}, 120_000);
