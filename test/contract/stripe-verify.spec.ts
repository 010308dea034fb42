import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { verification } from '../../src/modules/payouts/reconciliation/verification.mapping';
import { STRIPE_VERSION } from '../../src/modules/payouts/rails/stripe.rail';
import { refuseLiveKey, verifyStripe, type VerifyOptions } from '../../src/verify-stripe';
import { differences, expectedOf } from '../../src/verify-stripe-shapes';
import { FakeStripe } from '../support/stripe/fake';

const KEY = 'sk_test_fake';
const EXPECTED = path.resolve('docs/stripe-expected.json');

/** A sandbox with money in it and one account that may be paid. */
function sandbox(): { fake: FakeStripe; payee: string } {
  const fake = new FakeStripe();
  const { world } = fake;
  world.now = Math.trunc(Date.now() / 1_000);
  world.fund('eur', 10_000);
  const payee = 'acct_payee';
  const none = { country: 'DE', email: null, metadata: {}, disabledReason: null };
  const start = { transfers: 'inactive' as const, payoutsEnabled: false, detailsSubmitted: false };
  world.accounts.set(payee, { id: payee, created: world.now, ...none, ...start, due: [], bank: null });
  world.onboard(payee);
  return { fake, payee };
}

const options = (fake: FakeStripe, payee: string): VerifyOptions => ({
  secretKey: KEY,
  apiBase: 'https://api.stripe.com',
  currency: 'EUR',
  country: 'DE',
  fetch: fake.fetch,
  payee,
  run: 'verify_1',
});

describe('verifying against a sandbox', () => {
  it('passes every step against the fake, which keeps to the contract, and names no key and no account', async () => {
    const { fake, payee } = sandbox();
    const record = await verifyStripe(options(fake, payee));
    expect(record.steps.filter(({ passed }) => passed === false)).toEqual([]);
    expect(record).toMatchObject({ passed: true, apiVersion: STRIPE_VERSION });
    expect(record.steps.length).toBeGreaterThan(14);
    expect(fake.violations).toEqual([]);
    expect(JSON.stringify(record)).not.toMatch(/sk_test|acct_|tr_\w/);
  });

  it('answers as the file says against which a real run is compared', async () => {
    const { fake, payee } = sandbox();
    const run = expectedOf(await verifyStripe(options(fake, payee)));
    // UPDATE_STRIPE_EXPECTED=1 writes it anew, after a look at what changed.
    if (process.env.UPDATE_STRIPE_EXPECTED) writeFileSync(EXPECTED, `${JSON.stringify(run, null, 2)}\n`);
    expect(run).toEqual(JSON.parse(readFileSync(EXPECTED, 'utf8')));
    expect(JSON.stringify(run)).not.toMatch(/sk_test|acct_|tr_\w|verify@/);
  });

  it('names every step and every member of which a sandbox says something else, and nothing more', async () => {
    const { fake, payee } = sandbox();
    const record = await verifyStripe(options(fake, payee));
    const expected = expectedOf(record);
    expect(differences(record, expected)).toEqual([]);
    const call = 'POST /v1/transfers 200';
    const members = record.shapes[call] ?? [];
    expect(members).toContain('amount number');
    const lax = {
      ...record,
      steps: record.steps.map((step) =>
        step.name === 'pay an account that may not have it' ? { ...step, outcome: 'accepted' } : step,
      ),
      shapes: {
        ...record.shapes,
        [call]: [
          ...members.filter((one) => !/^(amount|destination_payment) /.test(one)),
          'amount string',
          'something_new string',
        ],
      },
    };
    expect(differences(lax, expected)).toEqual([
      expect.stringMatching(
        /^pay an account that may not have it: accepted; the fake says rejected /,
      ) as string,
      `${call}: the fake answers destination_payment, the sandbox does not`,
      `${call}: amount is another kind of value in the sandbox`,
    ]);
  });

  it('says which step broke, without ids, and does not pass', async () => {
    const { fake, payee } = sandbox();
    fake.world.fund('eur', -9_990);
    const record = await verifyStripe(options(fake, payee));
    expect(record.passed).toBe(false);
    expect(record.steps.filter(({ passed }) => passed === false).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['balance', 'pay', 'look it up']),
    );
    expect(JSON.stringify(record)).not.toMatch(/sk_test|acct_\w/);
  });

  it.each([['sk_live_1'], ['rk_live_1'], ['whsec_1'], [''], [undefined]])(
    'refuses %s before it sends anything',
    (key) => {
      expect(() => refuseLiveKey(key)).toThrow(/STRIPE_SECRET_KEY/);
    },
  );

  it('sends nothing with a live key', async () => {
    const { fake, payee } = sandbox();
    await expect(verifyStripe({ ...options(fake, payee), secretKey: 'sk_live_1' })).rejects.toThrow(
      /not a test key/,
    );
    expect(fake.calls).toEqual([]);
  });
});

describe('the date of the last real run', () => {
  const fileOf = (record: object): string => {
    const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'atelier-verified-')), 'record.json');
    writeFileSync(file, JSON.stringify(record));
    return file;
  };
  const at = '2026-11-26T10:00:00.000Z';

  it.each([
    ['is told while the API is the same', { at, passed: true, apiVersion: STRIPE_VERSION }, at],
    ['is “never” for another API', { at, passed: true, apiVersion: '2025-01-01.acacia' }, null],
    ['is “never” when a step broke', { at, passed: false, apiVersion: STRIPE_VERSION }, null],
  ])('%s', (_, record, told) => {
    expect(verification(fileOf(record)).verifiedAt).toBe(told);
  });

  it('is “never” without a record', () => {
    expect(verification('/nowhere/record.json').verifiedAt).toBeNull();
  });
});
