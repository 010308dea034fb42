import { SendingService } from '../../src/modules/payouts/sending/sending.service';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { approveBatch, earn, fundedProgram, payoutIn, type BatchBody } from '../support/payouts';
import { NOT_APPROVED } from '../support/stripe/fake';
import { startStripe, type StripeServer } from '../support/stripe/server';

interface Recipient {
  readonly standing: string | null;
  readonly requirements: readonly string[];
  readonly isChosen: boolean;
  readonly last4: string | null;
  readonly url?: string;
  readonly code?: string;
  readonly title?: string;
}

let stripe: StripeServer;
let atelier: TestApp;

beforeAll(async () => {
  stripe = await startStripe();
  stripe.fake.world.fund('eur', 1_000_000);
  atelier = await startTestApp('payee_stripe', { env: stripe.env });
}, 60_000);
afterAll(async () => {
  await atelier?.stop();
  await stripe?.stop();
  expect(stripe?.fake.violations).toEqual([]);
});

const own = (method: string, step = '', body?: object, as: CastName = 'artist') =>
  atelier.request<Recipient>(method, `/api/v1/me/recipients/stripe${step}`, { as, ...(body && { body }) });
const refOf = async (as: CastName): Promise<string> => {
  const [row] = await atelier.db.read<{ ref: string }>(
    `SELECT ref FROM payouts_recipients WHERE person_id = $1 AND rail = 'stripe'`,
    [atelier.people[as].id],
  );
  return row?.ref ?? '';
};
const calls = (path: string): number => stripe.fake.calls.filter((call) => call === `POST ${path}`).length;
const draft = async (as: CastName): Promise<BatchBody> => {
  const programId = await fundedProgram(atelier);
  await earn(atelier, as, programId);
  const body = { programId, currency: 'EUR', rail: 'stripe' };
  return (await atelier.request<BatchBody>('POST', '/api/v1/payout-batches', { as: 'finance', body })).body;
};

it('there is no link before one has begun', async () => {
  expect(await own('POST', '/link')).toMatchObject({ status: 409, body: { code: 'payouts.not_begun' } });
  expect((await draft('artist')).code).toBe('payouts.all_blocked');
});

it('a platform that Stripe has not approved is told so in Stripe’s own words, and nothing is kept', async () => {
  stripe.fake.world.isApproved = false;
  const refused = await own('PUT', '', { country: 'DE' }, 'artist2');
  stripe.fake.world.isApproved = true;
  expect(refused).toMatchObject({ status: 409, body: { code: 'payouts.rail_refused' } });
  expect(refused.body.title).toBe(`Stripe says: ${NOT_APPROVED}`);
  expect(await refOf('artist2')).toBe('');
  const list = await atelier.request<{ items: { rail: string; standing: string | null }[] }>(
    'GET',
    '/api/v1/me/recipients',
    { as: 'artist2' },
  );
  expect(list.body.items.find(({ rail }) => rail === 'stripe')).toMatchObject({ standing: null });
});

it('what was refused is asked anew as soon as it is put right, and a lost answer is found instead of asked again', async () => {
  const before = calls('/v1/accounts');
  expect(await own('PUT', '', { country: 'DE' }, 'artist2')).toMatchObject({ status: 200 });
  expect(calls('/v1/accounts')).toBe(before + 1);

  stripe.fake.world.now = Math.trunc(Date.now() / 1_000);
  stripe.fake.plan(['reset_after']);
  expect((await own('PUT', '', { country: 'DE' }, 'artist3')).body.code).toBe('payouts.rail_refused');
  stripe.fake.world.now += 30 * 3_600; // by now Stripe has forgotten the key
  const found = await own('PUT', '', { country: 'DE' }, 'artist3');
  stripe.fake.world.now -= 30 * 3_600;
  expect(found).toMatchObject({ status: 200, body: { standing: 'pending' } });
  const theirs = [...stripe.fake.world.accounts.values()].filter(
    ({ metadata }) => metadata.person === atelier.people.artist3.id,
  );
  expect(theirs.map(({ id }) => id)).toEqual([await refOf('artist3')]);
});

it('a link is made on click, anew each time, kept nowhere, and leads back to the page that asks Stripe', async () => {
  expect(await own('PUT', '', { country: 'DE' })).toMatchObject({
    status: 200,
    body: { standing: 'pending', requirements: ['individual.first_name', 'external_account'] },
  });
  expect(calls('/v1/account_links')).toBe(0);
  const [first, second] = [await own('POST', '/link'), await own('POST', '/link')];
  expect(first).toMatchObject({ status: 200, body: { url: expect.stringMatching(/^https:/) as string } });
  expect(second.body.url).not.toBe(first.body.url);
  expect(calls('/v1/account_links')).toBe(2);
  const kept = await atelier.db.read(
    `SELECT 1 FROM audit_entries WHERE details::text LIKE '%' || $1 || '%'
     UNION ALL SELECT 1 FROM platform_idempotency WHERE answer::text LIKE '%' || $1 || '%'`,
    [first.body.url],
  );
  expect(kept).toEqual([]);
});

it('coming back says nothing: until Stripe is content nobody is paid, and what it wants is shown', async () => {
  expect((await own('POST', '/refresh')).body).toMatchObject({ standing: 'pending' });
  stripe.fake.world.restrict(await refOf('artist'), ['individual.id_number'], 'pending');
  expect((await own('POST', '/refresh')).body).toMatchObject({ requirements: ['individual.id_number'] });
  const blocked = await draft('artist');
  expect(blocked).toMatchObject({
    code: 'payouts.all_blocked',
    blocked: [{ personId: atelier.people.artist.id, reason: 'recipient_not_ready' }],
  });
});

it('once Stripe is content the artist is ready, and is paid by it', async () => {
  stripe.fake.world.onboard(await refOf('artist'));
  expect((await own('POST', '/refresh')).body).toMatchObject({
    standing: 'ready',
    requirements: [],
    last4: '4242',
  });
  expect((await own('POST', '/choose')).body).toMatchObject({ isChosen: true });
  const batch = await draft('artist');
  await approveBatch(atelier, batch);
  await payoutIn(atelier, batch.payouts[0]?.id ?? '', 'in_transit');
  expect(stripe.fake.world.transfers.at(-1)).toMatchObject({ destination: await refOf('artist') });
});

it('Stripe that cannot be asked is said to be so, and what was known stays', async () => {
  stripe.fake.plan(['html_502']);
  expect(await own('POST', '/refresh')).toMatchObject({
    status: 409,
    body: { code: 'payouts.rail_refused' },
  });
  const [row] = await atelier.db.read(
    `SELECT standing FROM payouts_recipients WHERE person_id = $1 AND rail = 'stripe'`,
    [atelier.people.artist.id],
  );
  expect(row).toEqual({ standing: 'ready' });
});

it('a payout that is reversed at Stripe tells the artist that Stripe sent it back', async () => {
  const { world } = stripe.fake;
  const transfer = world.transfers.at(-1);
  world.reverse(transfer?.id ?? '');
  const payoutId = transfer?.group ?? '';
  await atelier.app.get(SendingService).follow(payoutId);
  await payoutIn(atelier, payoutId, 'returned');
  await atelier.settle();
  const { body } = await atelier.request<{ items: { title: string; text: string }[] }>(
    'GET',
    '/api/v1/notices',
    { as: 'artist' },
  );
  const told = body.items.find(({ title }) => title.includes('came back'));
  expect(told?.text).toMatch(/^Stripe sent it back/);
});
