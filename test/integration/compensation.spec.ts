import { newId } from '../../src/kernel/id';
import { account, LedgerService } from '../../src/modules/ledger';
import { CompensationService } from '../../src/modules/compensation';
import { EarningFundingService } from '../../src/modules/compensation/funding.service';
import { feedbackMoved, type FeedbackMoved } from '../../src/modules/feedback';
import { Outbox } from '../../src/platform/outbox/outbox';
import { startTestApp, type TestApp } from '../support/app';
import { violations } from '../support/invariants';
import { dueIn } from '../support/payouts';

const RATES = {
  'feedback.issue': 2_500,
  'feedback.idea': 1_500,
  'feedback.praise': 1_000,
  'feedback.harm': 4_000,
  'feedback.rights': 4_000,
  'feedback.request': 3_000,
  'feedback.duplicate': 500,
};

interface Earning {
  readonly id: string;
  readonly state: string;
  readonly causeId: string;
  readonly amount: { readonly amount: number; readonly currency: string };
  readonly rateCardVersion: number | null;
}

let test: TestApp;
let programs = 0;

beforeAll(async () => {
  test = await startTestApp('compensation');
}, 60_000);
afterAll(() => test?.stop());
afterEach(async () => {
  expect(await violations(test, 'ledger-')).toEqual({});
  expect(await violations(test, 'compensation-')).toEqual({});
});

async function programme(hasRates = true): Promise<string> {
  const body = {
    slug: `paid-${(programs += 1)}`,
    name: 'Paid',
    model: 'm1',
    currency: 'EUR',
    startsAt: '2026-01-01T00:00:00Z',
    endsAt: '2027-01-01T00:00:00Z',
    capacity: 10,
  };
  const { body: made } = await test.request<{ id: string }>('POST', '/api/v1/programs', {
    as: 'manager',
    body,
  });
  const rates = `/api/v1/programs/${made.id}/rate-cards`;
  if (hasRates)
    expect((await test.request('POST', rates, { as: 'manager', body: { items: RATES } })).status).toBe(201);
  return made.id;
}

async function fund(programId: string, amount: number): Promise<void> {
  const body = { amount, currency: 'EUR' };
  expect(
    (await test.request('POST', `/api/v1/programs/${programId}/funding`, { as: 'finance', body })).status,
  ).toBe(201);
}

async function tell(programId: string, part: Partial<FeedbackMoved> = {}): Promise<string> {
  const feedbackId = part.feedbackId ?? newId('fbk');
  const payload: FeedbackMoved = {
    feedbackId,
    payRef: feedbackId,
    isPrivate: false,
    origin: 'volunteered',
    personId: test.people.artist.id,
    programId,
    type: 'issue',
    verb: 'accept',
    from: 'triaged',
    to: 'accepted',
    ...part,
  };
  await test.db.tx((tx) => test.app.get(Outbox).add(tx, feedbackMoved, payload));
  await test.settle();
  return payload.feedbackId;
}

async function earnings(programId: string): Promise<Earning[]> {
  const { body } = await test.request<{ items: Earning[] }>(
    'GET',
    `/api/v1/finance/earnings?programId=${programId}`,
    { as: 'finance' },
  );
  return body.items;
}

const payable = () => account.payable(test.people.artist.id, 'EUR');
const balance = async () =>
  (await test.app.get(LedgerService).balances([payable()])).get(payable())?.balance ?? 0n;
const acts = async (subject: string): Promise<string[]> =>
  (
    await test.db.read<{ act: string }>('SELECT act FROM audit_entries WHERE subject = $1 ORDER BY id', [
      subject,
    ])
  ).map(({ act }) => act);

it('pays accepted feedback by the rate card in force, once, however often it is told', async () => {
  const programId = await programme();
  await fund(programId, 100_000);
  const before = await balance();
  const feedbackId = await tell(programId);
  await tell(programId, { feedbackId, verb: 'plan' as never, from: 'planned' as never });
  await tell(programId, { to: 'declined' });
  const found = await earnings(programId);
  expect(found).toMatchObject([
    { causeId: feedbackId, state: 'due', amount: { amount: 2_500, currency: 'EUR' }, rateCardVersion: 1 },
  ]);
  expect((await balance()) - before).toBe(2_500n);
  const mine = await test.request<{ items: Earning[] }>('GET', '/api/v1/earnings', { as: 'artist' });
  expect(mine.body.items.map(({ id }) => id)).toContain(found[0]?.id);
  const others = await test.request<{ items: Earning[] }>('GET', '/api/v1/earnings', { as: 'artist2' });
  expect(others.body.items).toEqual([]);
  expect((await test.request('GET', '/api/v1/finance/earnings', { as: 'artist' })).status).toBe(403);
});

it('pays a duplicate at the duplicate rate', async () => {
  const programId = await programme();
  await fund(programId, 100_000);
  await tell(programId, { to: 'duplicate', verb: 'duplicate' as never });
  expect(await earnings(programId)).toMatchObject([{ amount: { amount: 500 } }]);
});

it('keeps an earning that the fund cannot pay, and pays the oldest first once it can', async () => {
  const programId = await programme();
  await fund(programId, 1_000);
  const first = await tell(programId);
  const second = await tell(programId, { type: 'praise' });
  const third = await tell(programId);
  const fourth = await tell(programId, { type: 'praise' });
  const states = async (): Promise<Record<string, string>> =>
    Object.fromEntries((await earnings(programId)).map(({ causeId, state }) => [causeId, state]));
  expect(await states()).toEqual({
    [first]: 'unfunded',
    [second]: 'due',
    [third]: 'unfunded',
    [fourth]: 'unfunded',
  });
  const sweep = test.app.get(EarningFundingService);
  expect(await sweep.fundWaiting()).toBe(0);
  await fund(programId, 3_000);
  expect(await sweep.fundWaiting()).toBe(1);
  expect(await states()).toEqual({
    [first]: 'due',
    [second]: 'due',
    [third]: 'unfunded',
    [fourth]: 'unfunded',
  });
  await fund(programId, 1_000);
  expect(await sweep.fundWaiting()).toBe(0);
  await fund(programId, 2_000);
  expect((await Promise.all([sweep.fundWaiting(), sweep.fundWaiting()])).reduce((a, b) => a + b)).toBe(2);
  const [last] = (await earnings(programId)).filter(({ causeId }) => causeId === third);
  expect(await acts(last?.id ?? '')).toEqual(['earning.wait_for_fund', 'earning.fund']);
});

it('records nothing without a price, and says so', async () => {
  const programId = await programme(false);
  await fund(programId, 1_000);
  const feedbackId = await tell(programId);
  expect(await earnings(programId)).toEqual([]);
  expect(await acts(feedbackId)).toEqual(['compensation.no_rate']);
});

it('promises an earning to one payout, gives it back, and marks it paid', async () => {
  const programId = await programme();
  await fund(programId, 100_000);
  await tell(programId);
  await tell(programId, { type: 'idea' });
  const compensation = test.app.get(CompensationService);
  const [due] = await dueIn(test, programId);
  expect(due).toMatchObject({ personId: test.people.artist.id, amount: 4_000n });
  const ids = due?.earningIds ?? [];
  expect(ids).toHaveLength(2);
  const claim = (payoutId: string): Promise<void> =>
    test.db.tx((tx) => compensation.claim(tx, [{ payoutId, earningIds: ids }]));
  const rivals = await Promise.allSettled([claim('pay_a'), claim('pay_b'), claim('pay_c')]);
  expect(rivals.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const [row] = await test.db.read<{ payout_id: string }>(
    'SELECT payout_id FROM compensation_earnings WHERE id = $1',
    [ids[0]],
  );
  const winner = row?.payout_id ?? '';
  expect(await dueIn(test, programId)).toEqual([]);
  await test.db.tx((tx) => compensation.unclaim(tx, [winner]));
  await test.db.tx((tx) => compensation.unclaim(tx, [winner]));
  expect((await dueIn(test, programId))[0]?.amount).toBe(4_000n);
  await claim('pay_d');
  await test.db.tx((tx) => compensation.markPaid(tx, 'pay_d'));
  await test.db.tx((tx) => compensation.markPaid(tx, 'pay_d'));
  expect((await earnings(programId)).map(({ state }) => state)).toEqual(['paid', 'paid']);
  await test.db.tx((tx) => compensation.unclaim(tx, ['pay_d']));
  expect((await earnings(programId)).map(({ state }) => state)).toEqual(['due', 'due']);
  const history = await test.db.read<{ verb: string }>(
    'SELECT verb FROM compensation_earnings_history WHERE subject_id = $1 ORDER BY id',
    [ids[0]],
  );
  expect(history.map(({ verb }) => verb)).toEqual(['fund', 'claim', 'unclaim', 'claim', 'settle', 'unclaim']);
});
