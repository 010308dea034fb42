import type { Browser, Page } from 'playwright-core';
import { taskEarned, taskSettled } from '../../src/modules/feedback';
import { account, LedgerService } from '../../src/modules/ledger';
import { Outbox } from '../../src/platform/outbox/outbox';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { arrive, launch, shot, violations, type Visitor } from '../support/browser';
import { earn } from '../support/payouts';
import { openProgram, prices } from '../support/program';

let test: TestApp;
let browser: Browser;
let program: { id: string; slug: string };
const visitors: Visitor[] = [];

beforeAll(async () => {
  test = await startTestApp('pay_pages');
  browser = await launch(test);
  program = await openProgram(test);
  const fund = { amount: 1_000_000, currency: 'EUR' };
  await test.request('POST', `/api/v1/programs/${program.id}/funding`, { as: 'finance', body: fund });
  const card = { items: prices(), rules: { floorPerHour: 1_800 } };
  await test.request('POST', `/api/v1/programs/${program.id}/rate-cards`, { as: 'manager', body: card });
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await test?.stop();
});

/** The browser of one of the cast, signed in. */
async function as(name: CastName | null): Promise<Page> {
  const visitor = await arrive(browser, test.url);
  visitors.push(visitor);
  if (name !== null) {
    const [key = '', value = ''] = test.people[name].cookie.split('=');
    await visitor.context.addCookies([{ name: key, value, url: test.url }]);
  }
  return visitor.page;
}

afterEach(async () => {
  for (const { context, faults } of visitors.splice(0)) {
    expect(faults).toEqual([]);
    await context.close();
  }
});

/** A task of one seat that took thirty minutes instead of ten. */
async function longTask(): Promise<void> {
  const source = account.task('tsk_1', 'EUR');
  const seat = {
    seatId: 'sea_1',
    taskId: 'tsk_1',
    personId: test.people.artist.id,
    programId: program.id,
    currency: 'EUR' as const,
    amount: '500',
    estimatedMinutes: 10,
    formVersion: 1,
  };
  await test.db.tx(async (tx) => {
    await test.app.get(LedgerService).post(tx, {
      reference: 'task:tsk_1:held:1',
      kind: 'feedback.task_held',
      unit: 'EUR',
      postings: [{ from: account.fund(program.id, 'EUR'), to: source, amount: 500n }],
    });
    const outbox = test.app.get(Outbox);
    const earned = { share: 'full', price: '500', source, confirmedMinutes: 30, isTimeOpen: false } as const;
    await outbox.add(tx, taskEarned, { ...seat, ...earned });
    const { taskId, programId, currency, ...rest } = seat;
    await outbox.add(tx, taskSettled, { taskId, programId, currency, seats: [{ ...rest, minutes: 30 }] });
  });
  await test.settle();
}

it('shows an artist why each amount is there, a top-up in a sentence with its numbers', async () => {
  await longTask();
  const page = await as('artist');
  await page.goto('/studio/money');
  const line = page.getByRole('button', { name: /The one confirmed time/ });
  await line.waitFor();
  expect(await violations(page)).toEqual([]);
  await shot(page, 'earnings');
  await line.press('Enter');
  const drawer = page.getByRole('dialog', { name: 'Earning' });
  await drawer
    .getByText(/At the floor of 18.00 EUR an hour that is 9.00 EUR, so 4.00 EUR came on top/)
    .waitFor();
  await drawer.getByText('version 2 of the rate card, floor for an hour').waitFor();
  await drawer.getByText('unfunded → due').waitFor();
  expect(await violations(page)).toEqual([]);
  await shot(page, 'earning');
});

it('tells everybody what the programme pays, and what changed', async () => {
  const page = await as(null);
  await page.goto(`/programs/${program.slug}/rates`);
  await page.getByRole('heading', { name: 'What changed from version 1' }).waitFor();
  await page.getByRole('table', { name: 'What changes' }).getByText('€18.00').waitFor();
  expect(await violations(page)).toEqual([]);
  await shot(page, 'rates');
  await page.getByLabel('Version', { exact: true }).first().click();
  await page.getByRole('option', { name: /^1,/ }).click();
  await page.getByText(/Version 1, in force from/).waitFor();
  const numbers = await as(null);
  await numbers.goto('/numbers');
  await numbers.getByRole('heading', { name: 'Pay for work' }).waitFor();
  expect(await violations(numbers)).toEqual([]);
  await shot(numbers, 'numbers');
});

it('shows a manager what a new card changes before it is published', async () => {
  const page = await as('manager');
  await page.goto(`/manage/programs/${program.slug}`);
  // The terms come first, then the rate card.
  await page.getByRole('button', { name: 'Next version' }).nth(1).click();
  const form = page.getByRole('form', { name: 'Next rate card' });
  const publish = form.getByRole('button', { name: 'Publish version 3' });
  await publish.waitFor();
  expect(await publish.isDisabled()).toBe(true);
  await form.getByLabel('An accepted proposal').fill('17.50');
  await form.getByRole('row', { name: /An accepted proposal €15.00 €17.50 raised/ }).waitFor();
  expect(await violations(page)).toEqual([]);
  await shot(page, 'rate-card-form');
  await publish.click();
  await page.getByText('Version 3 is published.').waitFor();
});

it('takes a form from the artist to finance and back, and a correction from one person to another', async () => {
  await earn(test, 'artist2', program.id);
  const rules = { regime: 'us', payerCountry: 'US' };
  await test.request('PUT', `/api/v1/programs/${program.id}/tax-settings`, { as: 'finance', body: rules });
  const artist = await as('artist2');
  await artist.goto('/studio/tax');
  await artist.getByText('The country of tax residence is not known').waitFor();
  await artist.getByRole('combobox', { name: 'Country of tax residence' }).fill('Germany');
  await artist.getByRole('option', { name: 'Germany (DE)' }).click();
  await artist.getByRole('button', { name: 'Save' }).click();
  await artist.getByRole('button', { name: 'Hand in a form' }).click();
  const dialog = artist.getByRole('dialog', { name: 'Hand in a tax form' });
  await dialog.getByLabel('Name as the tax office knows it').fill('Łukasz 片山');
  await dialog.getByLabel('Address').fill('Long Street 1, Berlin');
  await dialog.getByLabel('Last four characters of your tax number').fill('6789');
  expect(await violations(artist)).toEqual([]);
  await dialog.getByRole('button', { name: 'Hand it in' }).click();
  await artist.getByText(/number •••• 6789/).waitFor();
  expect(await violations(artist)).toEqual([]);

  const finance = await as('finance');
  await finance.goto('/finance/tax');
  await finance.getByText('waits to be looked at').waitFor();
  expect(await violations(finance)).toEqual([]);
  await finance.getByRole('tab', { name: 'Forms' }).click();
  await finance.getByRole('button', { name: 'artist2 of the test' }).click();
  await finance.getByText('Łukasz 片山').waitFor();
  await finance.getByRole('button', { name: 'Accept' }).click();
  await finance.getByRole('dialog', { name: 'Tax form' }).getByText('valid', { exact: true }).waitFor();
  expect(await violations(finance)).toEqual([]);

  await finance.goto(`/finance/earnings?person=${test.people.artist2.id}`);
  await finance.getByRole('button', { name: /Accepted feedback/ }).click();
  await finance.getByRole('button', { name: 'This amount is wrong' }).click();
  const wrong = finance.getByRole('dialog', { name: 'Correct this earning' });
  await wrong.getByRole('combobox', { name: 'Reason' }).click();
  await finance.getByRole('option', { name: 'The amount is wrong' }).click();
  await wrong.getByLabel('The right amount').fill('10.00');
  await wrong.getByLabel('What was found').fill('The card says ten for this.');
  expect(await violations(finance)).toEqual([]);
  await shot(finance, 'correction');
  await wrong.getByRole('button', { name: 'Propose the correction' }).click();
  await finance.getByText('Nothing is taken back before another person confirms it.').first().waitFor();

  const second = await as('finance2');
  await second.goto('/finance/earnings?tab=corrections');
  await second.getByText('€15.00 → €10.00').waitFor();
  expect(await violations(second)).toEqual([]);
  await shot(second, 'corrections');
  await second.getByRole('button', { name: 'Confirm' }).click();
  await second.getByText(/confirmed by finance2/).waitFor();
  const { body } = await test.request<{ items: { state: string; amount: { amount: number } }[] }>(
    'GET',
    '/api/v1/earnings',
    { as: 'artist2' },
  );
  expect(body.items.map(({ state, amount }) => [state, amount.amount])).toEqual([
    ['due', 1_000],
    ['reversed', 1_500],
  ]);
}, 90_000);
