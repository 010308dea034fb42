import Sdk from 'stripe';
import { STRIPE_VERSION, StripeRail, type PayAnswer, type PayRequest } from './modules/payouts';
import type { Currency } from './kernel/money';
import { noting, type VerifiedRecord, type VerifiedStep } from './verify-stripe-shapes';

export interface VerifyOptions {
  readonly secretKey: string;
  readonly apiBase: string;
  readonly currency: Currency;
  readonly country: string;
  readonly fetch: typeof fetch;
  /** An account that may receive transfers; one of the platform's unless named. */
  readonly payee: string | null;
  /** Makes references that no earlier run has used. */
  readonly run: string;
}

/** Least amount of one payment: a hundred minor units. */
const AMOUNT = 100n;
const TOO_MUCH = 99_999_999n;

/** Refuses everything that is not a key of a test mode, before anything is sent. */
export function refuseLiveKey(key: string | undefined): string {
  if (key === undefined || key === '')
    throw new Error('STRIPE_SECRET_KEY: is missing. Use the key of a sandbox (sk_test_…).');
  if (!/^(sk|rk)_test_/.test(key)) throw new Error('STRIPE_SECRET_KEY: is not a test key. Nothing was sent.');
  return key;
}

const told = (answer: PayAnswer): string =>
  answer.outcome === 'rejected' ? `rejected ${answer.code}` : answer.outcome;

/** The first account of the platform that may be paid. */
async function payeeOf({ secretKey, apiBase, fetch: way, payee }: VerifyOptions): Promise<string | null> {
  if (payee !== null) return payee;
  const base = new URL(apiBase);
  const stripe = new Sdk(secretKey, {
    apiVersion: STRIPE_VERSION,
    host: base.hostname,
    ...(base.port !== '' && { port: base.port }),
    protocol: base.protocol === 'http:' ? 'http' : 'https',
    httpClient: Sdk.createFetchHttpClient(way),
    telemetry: false,
  });
  const accounts = await stripe.accounts.list({ limit: 100 });
  return accounts.data.find(({ capabilities }) => capabilities?.transfers === 'active')?.id ?? null;
}

/** The steps that the fake of the tests is held against, through the adapter that pays. Throws nothing: a step tells what broke. */
export async function verifyStripe(options: VerifyOptions): Promise<VerifiedRecord> {
  const { secretKey, apiBase, currency, country, run } = options;
  const noted = noting(options.fetch);
  const rail = new StripeRail({
    secretKey: refuseLiveKey(secretKey),
    mode: 'test',
    apiBase,
    secrets: { account: [], connect: [], thin: [] },
    country: null,
    fetch: noted.fetch,
  });
  const steps: VerifiedStep[] = [];
  const step = async (name: string, work: () => Promise<[string, boolean | null]>): Promise<void> => {
    const [outcome, passed] = await work().catch(
      (error: unknown) => [broken(error), false] as [string, boolean],
    );
    steps.push({ name, outcome, passed });
  };
  const request = (reference: string, recipient: string, given: Partial<PayRequest> = {}): PayRequest => ({
    attemptId: `${reference}_a`,
    key: `atelier:verify:${reference}:1`,
    reference,
    personId: 'verify',
    recipient,
    amount: AMOUNT,
    currency,
    ...given,
  });
  const exercise: Exercise = { run, currency, began: new Date(Date.now() - 60_000), step, request };
  await accounts(rail, exercise, country);
  const found: { payee: string | null } = { payee: null };
  await step('find a payee', async () => {
    found.payee = await payeeOf({ ...options, fetch: noted.fetch });
    return found.payee === null
      ? ['no account may receive transfers: onboard one, or set STRIPE_VERIFY_ACCOUNT', false]
      : ['found', true];
  });
  if (found.payee !== null) await money(rail, found.payee, exercise);
  const passed = steps.every((one) => one.passed !== false);
  return {
    at: new Date().toISOString(),
    sdk: Sdk.PACKAGE_VERSION,
    apiVersion: STRIPE_VERSION,
    currency,
    passed,
    steps,
    shapes: noted.shapes(),
  };
}

interface Exercise {
  readonly run: string;
  readonly currency: Currency;
  readonly began: Date;
  readonly step: (name: string, work: () => Promise<[string, boolean | null]>) => Promise<void>;
  readonly request: (reference: string, recipient: string, given?: Partial<PayRequest>) => PayRequest;
}

async function accounts(
  rail: StripeRail,
  { run, currency, step, request }: Exercise,
  country: string,
): Promise<void> {
  await step('balance', async () => {
    const { available } = await rail.balance(currency);
    return available >= AMOUNT
      ? ['enough', true]
      : ['too little test balance: add some in the dashboard', false];
  });
  let fresh = '';
  await step('create an account', async () => {
    const made = await rail.createRecipient({
      personId: `verify-${run}`,
      name: 'Verify',
      email: 'verify@example.org',
      country,
    });
    fresh = made.ref;
    return [made.standing, made.standing === 'pending'];
  });
  await step('onboarding link', async () => {
    const back = { done: 'https://example.org/done', again: 'https://example.org/again' };
    return ['made', (await rail.onboardingLink(fresh, back)).startsWith('https://')];
  });
  await step('pay an account that may not have it', async () => [
    told(await rail.pay(request(`${run}_early`, fresh))),
    null,
  ]);
  await step('pay an unknown account', async () => {
    const answer = await rail.pay(request(`${run}_nobody`, 'acct_1Unknown'));
    return [told(answer), answer.outcome === 'rejected'];
  });
}

async function money(
  rail: StripeRail,
  payee: string,
  { run, began, step, request }: Exercise,
): Promise<void> {
  const reference = `${run}_pay`;
  const paid: { ref: string } = { ref: '' };
  await step('nothing is there before', async () => {
    const found = await rail.find(reference);
    return [found === null ? 'nothing' : 'something', found === null];
  });
  await step('pay', async () => {
    const answer = await rail.pay(request(reference, payee));
    if (answer.outcome === 'accepted') paid.ref = answer.railRef;
    return [told(answer), answer.outcome === 'accepted'];
  });
  await step('the same key again', async () => {
    const answer = await rail.pay(request(reference, payee));
    return [told(answer), answer.outcome === 'accepted' && answer.railRef === paid.ref];
  });
  await step('the key with another amount', async () => {
    const answer = await rail.pay(request(reference, payee, { amount: AMOUNT + 1n }));
    return [told(answer), answer.outcome === 'misused'];
  });
  await step('look it up', async () => {
    const found = await rail.find(reference);
    return [found?.state ?? 'nothing', found?.railRef === paid.ref && found.amount === AMOUNT];
  });
  await step('pay more than there is', async () => {
    const answer = await rail.pay(request(`${run}_much`, payee, { amount: TOO_MUCH }));
    return [told(answer), answer.outcome === 'rejected'];
  });
  await step('the list of movements', async () => {
    const found = (await rail.movements(began)).filter((one) => one.reference === reference);
    return [`${found.length} of this payment`, found.length === 1];
  });
  for (const name of ['take it back', 'take it back again'])
    await step(name, async () => {
      const answer = await rail.reverse({ railRef: paid.ref, reference });
      return [told(answer), answer.outcome === 'accepted'];
    });
  await step('look it up again', async () => {
    const found = await rail.find(reference);
    return [found?.state ?? 'nothing', found?.state === 'returned'];
  });
  await step('the list of events', async () => {
    const found = (await rail.newsSince(began)).some(({ object }) => object === paid.ref);
    return [found ? 'names the transfer' : 'does not name the transfer', found];
  });
}

/** A sentence without ids and keys. */
const broken = (error: unknown): string =>
  `broken: ${(error instanceof Error ? error.message : String(error)).replaceAll(/\b(sk|rk|acct|tr|req|py)_\w+/g, '$1_…').slice(0, 200)}`;
