import type { Browser, Page } from 'playwright-core';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { BANK_ENV, IBAN } from '../support/bank';
import { arrive, launch, violations, type Visitor } from '../support/browser';
import { approveBatch, earn, fundedProgram, payoutIn, settleAfter, type BatchBody } from '../support/payouts';
import { startStripe, type StripeServer } from '../support/stripe/server';

let stripe: StripeServer;
let test: TestApp;
let browser: Browser;
let programId: string;
const visitors: Visitor[] = [];

beforeAll(async () => {
  stripe = await startStripe();
  stripe.fake.world.fund('eur', 1_000_000);
  test = await startTestApp('payout_desk', { env: { ...stripe.env, ...BANK_ENV } });
  settleAfter(test, 600_000);
  browser = await launch(test);
  programId = await fundedProgram(test);
  await earn(test, 'artist', programId, 2);
  await earn(test, 'artist2', programId);
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await test?.stop();
  await stripe?.stop();
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

/** A picture for people, and what is wrong for those who see, hear or click otherwise, in light and in dark. */
async function faultsOf(page: Page, picture: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.screenshot({ path: `test-results/${picture}.png`, fullPage: true });
  return violations(page);
}

const ask = <T>(method: string, path: string, name: CastName, body?: object) =>
  test.request<T>(method, `/api/v1${path}`, { as: name, ...(body && { body }) });

async function drafted(rail: string): Promise<BatchBody> {
  const body = { programId, currency: 'EUR', rail };
  return (await ask<BatchBody>('POST', '/payout-batches', 'finance', body)).body;
}

it('an artist chooses how to be paid: a bank account, and Stripe’s own words when it refuses', async () => {
  const page = await as('artist');
  await page.goto('/studio/payee');
  const bank = page.getByRole('region', { name: 'Bank transfer' });
  await bank.getByRole('button', { name: 'Add your bank account' }).click();
  const dialog = page.getByRole('dialog', { name: 'Your bank account' });
  await dialog.getByRole('textbox', { name: 'IBAN' }).fill(IBAN.replace('19', '91'));
  await dialog.getByLabel('Town').fill('London');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText(/This account cannot be paid/).waitFor();
  await dialog.getByRole('textbox', { name: 'IBAN' }).fill(IBAN);
  expect(await faultsOf(page, 'payee-account')).toEqual([]);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await bank.getByText('Account ending in 6819.', { exact: false }).waitFor();
  await bank.getByText('You are paid this way').waitFor();

  stripe.fake.world.isApproved = false;
  const hosted = page.getByRole('region', { name: 'Stripe' });
  await hosted.getByRole('button', { name: 'Begin' }).click();
  const beginning = page.getByRole('dialog', { name: 'Begin' });
  await beginning.getByLabel('Country').fill('DE');
  await beginning.getByRole('button', { name: 'Save' }).click();
  await beginning.getByText(/Your platform needs approval/).waitFor();
  expect(await faultsOf(page, 'payee-platform-refused')).toEqual([]);
  stripe.fake.world.isApproved = true;
}, 120_000);

it('finance drafts for a way of paying, sees who is left out and why, and carries the file to the bank', async () => {
  const page = await as('finance');
  await page.goto('/finance');
  await page.getByRole('button', { name: 'Draft a batch' }).click();
  const form = page.getByRole('form', { name: 'Draft a batch' });
  await form.getByRole('combobox', { name: 'Programme' }).click();
  await page.getByRole('option').first().click();
  await form.getByRole('combobox', { name: 'Way of paying' }).click();
  await page.getByRole('option', { name: 'Bank file' }).click();
  await form.getByText(/stays due and goes into a later batch/).waitFor();
  expect(await faultsOf(page, 'draft-form')).toEqual([]);
  await form.getByRole('button', { name: 'Draft the batch' }).click();
  await page.getByRole('heading', { name: 'Left out' }).waitFor();
  await page.getByRole('cell', { name: 'is paid another way; draft a batch for that one' }).waitFor();
  expect(await faultsOf(page, 'draft-left-out')).toEqual([]);
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const { body: batch } = await ask<BatchBody>('GET', `/payout-batches/${id}`, 'finance');
  await approveBatch(test, batch);
  const payoutId = batch.payouts[0]?.id ?? '';
  await payoutIn(test, payoutId, 'in_transit');
  await page.reload();
  await page.getByRole('button', { name: 'Make the file' }).click();
  await page.getByRole('link', { name: 'Download' }).waitFor();
  await page.getByRole('table', { name: 'Payments of this file' }).waitFor();
  expect(await page.getByRole('button', { name: 'Make the file' }).count()).toBe(0); // every payment is in one
  expect(await faultsOf(page, 'bank-file')).toEqual([]);
  await page.getByRole('button', { name: 'The bank has executed all 1' }).click();
  await payoutIn(test, payoutId, 'paid');
}, 120_000);

it('an operator plays the sandbox bank, and the payout takes it', async () => {
  await ask('PUT', '/me/recipients/sandbox', 'artist2', { country: 'DE' });
  await ask('POST', '/me/recipients/sandbox/choose', 'artist2');
  const batch = await drafted('sandbox');
  await approveBatch(test, batch);
  const payoutId = batch.payouts[0]?.id ?? '';
  await payoutIn(test, payoutId, 'in_transit');
  const page = await as('finance');
  await page.goto('/finance/sandbox');
  await page.getByRole('combobox', { name: 'How the sandbox answers' }).waitFor();
  await page.getByRole('button', { name: `Open payout ${payoutId.slice(-8)}` }).waitFor();
  expect(await faultsOf(page, 'sandbox')).toEqual([]);
  await page.getByRole('button', { name: `Open payout ${payoutId.slice(-8)}` }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('What the bank says').fill('account closed');
  expect(await faultsOf(page, 'sandbox-payout')).toEqual([]);
  await drawer.getByRole('button', { name: 'Let it come back' }).click();
  expect(await payoutIn(test, payoutId, 'returned')).toMatchObject({ reason: 'account closed' });
}, 120_000);

it('an artist sees what was earned, paid and sent back, by month', async () => {
  const page = await as('artist');
  await page.goto('/studio/money');
  await page.getByRole('link', { name: 'Download PDF' }).waitFor();
  await page.getByText('€30.00').first().waitFor();
  await page.getByRole('rowheader', { name: 'Compensation for work', exact: true }).waitFor();
  expect(await faultsOf(page, 'money')).toEqual([]);
  const other = await as('artist2');
  await other.goto('/studio/money');
  await other.getByRole('button', { name: /^Notices/ }).click();
  await other.getByText(/Your bank sent it back/).waitFor();
}, 120_000);

it('finance reads what was compared and what an hour made, with a chart, and down to the payout', async () => {
  const page = await as('finance');
  await page.goto('/finance/reconciliation');
  await page.getByText(/last run against a real sandbox: never/).waitFor();
  await page.getByRole('button', { name: 'Compare now' }).click();
  await page
    .getByText(/compared .* for/)
    .first()
    .waitFor();
  await page.goto('/finance/readings?reading=reconciliation');
  await page.getByRole('heading', { name: 'Reconciliation', level: 1 }).waitFor();
  await page.getByRole('img', { name: /Reconciliation by rail and books/i }).waitFor();
  expect(await faultsOf(page, 'reading-reconciliation')).toEqual([]);
  await page.getByRole('button', { name: 'Open row 1' }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'Ledger entries of its payout' }).waitFor();
  await page.keyboard.press('Escape');
  await page.goto('/finance/readings?reading=hourly');
  await page.getByRole('heading', { name: 'Effective hourly rates', level: 1 }).waitFor();
  expect(await faultsOf(page, 'reading-hourly')).toEqual([]);
  await page.goto('/finance/readings?reading=payouts');
  await page.getByRole('img', { name: /Payout register by month drafted/i }).waitFor();
  expect(await faultsOf(page, 'reading-register')).toEqual([]);
}, 120_000);
