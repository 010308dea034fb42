import { newId } from '../../src/kernel/id';
import { CompensationService } from '../../src/modules/compensation';
import { account, LedgerService } from '../../src/modules/ledger';
import { enrollArtist } from '../support/artist';
import { startTestApp, type Answer, type CastName, type TestApp } from '../support/app';
import { violations } from '../support/invariants';
import { entrance } from '../support/enrollment';
import { dueIn, earn, fundedProgram } from '../support/payouts';
import { openProgram, prices } from '../support/program';

interface Earning {
  readonly id: string;
  readonly state: string;
  readonly causeType: string;
  readonly causeId: string;
  readonly because: string;
  readonly amount: { readonly amount: number };
  readonly daysLate: number;
  readonly lateSoFar: { readonly amount: number } | null;
}

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp('compensation_pay');
}, 60_000);
afterAll(() => test?.stop());
afterEach(async () => {
  for (const room of ['ledger-', 'compensation-']) expect(await violations(test, room)).toEqual({});
});
const list = async (programId: string): Promise<Earning[]> =>
  (
    await test.request<{ items: Earning[] }>('GET', `/api/v1/finance/earnings?programId=${programId}`, {
      as: 'finance',
    })
  ).body.items;
async function oneOf(programId: string, as: CastName = 'artist'): Promise<Earning> {
  await earn(test, as, programId);
  const [newest] = await list(programId);
  return newest as Earning;
}

const late = (id: string, days: number) =>
  test.db.tx((tx) =>
    tx.run(
      `UPDATE compensation_earnings SET pay_by = now() - make_interval(days => $2) + interval '1 hour' WHERE id = $1`,
      [id, days],
    ),
  );

it('adds the published rate for each day that an amount was late, by itself and once', async () => {
  const programId = await fundedProgram(test);
  const compensation = test.app.get(CompensationService);
  const inTime = await oneOf(programId);
  const tooLate = await oneOf(programId, 'artist2');
  await late(tooLate.id, 20);
  const waiting = (await list(programId)).find(({ id }) => id === tooLate.id);
  expect(waiting).toMatchObject({ daysLate: 20, lateSoFar: { amount: 15 } });
  await test.db.tx((tx) =>
    compensation.claim(tx, [{ payoutId: 'pay_1', earningIds: [inTime.id, tooLate.id] }]),
  );
  await test.db.tx((tx) => compensation.markPaid(tx, 'pay_1'));
  await test.db.tx((tx) => compensation.markPaid(tx, 'pay_1'));
  await test.db.tx((tx) => compensation.unclaim(tx, ['pay_1']));
  await test.db.tx((tx) => compensation.claim(tx, [{ payoutId: 'pay_2', earningIds: [tooLate.id] }]));
  await test.db.tx((tx) => compensation.markPaid(tx, 'pay_2'));
  const added = (await list(programId)).filter(({ causeType }) => causeType === 'late');
  expect(added).toMatchObject([{ causeId: tooLate.id, amount: { amount: 15 }, state: 'due' }]);
  expect(added[0]?.because).toBe('15.00 EUR was paid 20 days after its date: 0.15 EUR for the wait.');
  const detail = await test.request<{ following: { id: string }[]; history: { verb: string }[] }>(
    'GET',
    `/api/v1/earnings/${tooLate.id}`,
    { as: 'artist2' },
  );
  expect(detail.body.following.map(({ id }) => id)).toEqual([added[0]?.id]);
  expect(detail.body.history.map(({ verb }) => verb)).toEqual([
    'fund', 'claim', 'settle', 'unclaim', 'claim', 'settle',
  ]); // prettier-ignore
});

it('lists and sums what is late, and writes earnings as a file with their sums', async () => {
  const programId = await fundedProgram(test);
  await oneOf(programId);
  const overdue = await oneOf(programId, 'artist2');
  await late(overdue.id, 3);
  const filter = `programId=${programId}&late=yes`;
  const { body } = await test.request<{ items: Earning[] }>('GET', `/api/v1/finance/earnings?${filter}`, {
    as: 'finance',
  });
  expect(body.items.map(({ id }) => id)).toEqual([overdue.id]);
  const totals = (query: string) =>
    test.request<{ items: object[] }>('GET', `/api/v1/finance/earning-totals?${query}`, { as: 'finance' });
  expect((await totals(filter)).body.items).toMatchObject([{ count: 1, late: 1, amount: { amount: 1_500 } }]);
  expect((await totals(`programId=${programId}`)).body.items).toMatchObject([
    { count: 2, late: 1, amount: { amount: 3_000, currency: 'EUR' }, withheld: { amount: 0 } },
  ]);
  const file = async (path: string, as: CastName): Promise<string[]> => {
    const answer = await fetch(`${test.url}/api/v1/${path}`, { headers: { cookie: test.people[as].cookie } });
    return (await answer.text()).trim().split('\r\n');
  };
  const rows = await file(`finance/earnings.csv?programId=${programId}`, 'finance');
  expect(rows).toHaveLength(4);
  expect(rows[0]).toMatch(/^earned_at,earning_id,programme,/);
  expect(rows[3]).toBe('TOTAL,2 earnings,,,,,,,,,,,30.00,3000,0,3000,EUR,,,,,,');
  const own = await file('me/earnings.csv', 'artist2');
  expect(own.some((row) => row.includes(overdue.id))).toBe(true);
  expect(own.some((row) => row.includes(test.people.artist.id))).toBe(false);
});

const propose = (id: string, as: CastName, body: object): Promise<Answer> =>
  test.request('POST', `/api/v1/finance/earnings/${id}/corrections`, { as, body });
const act = (id: unknown, verb: string, as: CastName): Promise<Answer> =>
  test.request('POST', `/api/v1/finance/corrections/${String(id)}/${verb}`, { as, body: {} });
const WRONG = { reason: 'wrong_amount', note: 'The card said ten, not fifteen.', rightAmount: 1_000 };

it('corrects an amount by taking it back and earning the right one, with two people', async () => {
  const programId = await fundedProgram(test);
  const payable = account.payable(test.people.artist3.id, 'EUR');
  const balance = async () =>
    (await test.app.get(LedgerService).balances([payable])).get(payable)?.balance ?? 0n;
  const wrong = await oneOf(programId, 'artist3');
  expect(await balance()).toBe(1_500n);
  expect((await propose(wrong.id, 'finance', { ...WRONG, rightAmount: 1_500 })).body.code).toBe(
    'compensation.same_amount',
  );
  expect((await propose(wrong.id, 'finance', { ...WRONG, reason: 'rude' })).status).toBe(422);
  expect((await propose(wrong.id, 'finance', { ...WRONG, rightAmount: -1 })).status).toBe(422);
  const { body: correction, status } = await propose(wrong.id, 'finance', WRONG);
  expect(status).toBe(201);
  expect(await balance()).toBe(1_500n);
  expect((await propose(wrong.id, 'finance2', WRONG)).body.code).toBe('compensation.correction_open');
  expect((await act(correction.id, 'confirm', 'finance')).body.code).toBe(
    'compensation.second_person_missing',
  );
  const rivals = await Promise.all([
    act(correction.id, 'confirm', 'finance2'),
    act(correction.id, 'confirm', 'finance3'),
    act(correction.id, 'confirm', 'finance2'),
  ]);
  expect(rivals.map((answer) => answer.status)).toEqual([200, 200, 200]);
  expect(await balance()).toBe(1_000n);
  expect(await list(programId)).toMatchObject([
    {
      causeType: 'correction',
      amount: { amount: 1_000 },
      state: 'due',
      because: 'The right amount after a correction (wrong amount).',
    },
    { id: wrong.id, state: 'reversed', amount: { amount: 1_500 } },
  ]);
  expect((await propose(wrong.id, 'finance', { ...WRONG, rightAmount: 0 })).body.code).toBe(
    'compensation.paid_already',
  );
});

type Corrected = { correction: { statementId: string } };
type Looks = { items: { id: string; statement: { subjectId: string } }[] };

it('has its statement of reasons, and an appeal that succeeds gives back what was taken', async () => {
  const programId = await fundedProgram(test);
  const wrong = await oneOf(programId, 'artist2');
  const { body: correction } = await propose(wrong.id, 'finance', { ...WRONG, rightAmount: 200 });
  await act(correction.id, 'confirm', 'finance2');
  const detail = () => test.request<Corrected>('GET', `/api/v1/earnings/${wrong.id}`, { as: 'artist2' });
  const { statementId } = (await detail()).body.correction;
  const post = (path: string, as: CastName, body: object = {}) => test.request('POST', `/api/v1/${path}`, { as, body }); // prettier-ignore
  const statement = await test.request('GET', `/api/v1/reasons/${statementId}`, { as: 'artist2' });
  expect(statement.body).toMatchObject({
    kind: 'earning_voided',
    scope: '15.00 EUR are taken back. 2.00 EUR are owed in its place.',
    rule: { source: 'criterion', text: 'The amount is not what the rate card says for this work.' },
    facts: expect.stringContaining(WRONG.note),
  });
  const appeal = await post(`reasons/${statementId}/appeals`, 'artist2', {
    grounds: 'I had the clip with me and showed it.',
  });
  const hearing = `hearings/${String(appeal.body.id)}`;
  expect((await post(`${hearing}/take`, 'finance')).body.code).toBe('redress.took_part');
  expect((await post(`${hearing}/take`, 'finance2')).body.code).toBe('redress.took_part');
  await post(`${hearing}/take`, 'finance3');
  await post(`${hearing}/overturn`, 'finance3', { reasons: 'The clip shows what the artist says it does.' });
  await test.settle();
  const rows = await list(programId);
  expect(rows.map(({ causeType, state, amount }) => [causeType, state, amount.amount])).toEqual([
    ['restored', 'due', 1_300],
    ['correction', 'due', 200],
    ['feedback', 'reversed', 1_500],
  ]);
  expect((await detail()).body.correction).toMatchObject({
    state: 'overturned',
    rightAmount: { amount: 200 },
  });
});

it('waits for a second look soon after an appeal, and what was paid meanwhile stays paid', async () => {
  const programId = await fundedProgram(test);
  const held = async (rightAmount = 0) => {
    const wrong = await oneOf(programId, 'artist2'); // who has just appealed
    const { body } = await propose(wrong.id, 'finance', { ...WRONG, rightAmount });
    const { body: seen } = await act(body.id, 'confirm', 'finance2');
    return { earningId: wrong.id, id: String(body.id), seen };
  };
  const lookAt = async (subjectId: string, verb: string) => {
    const { body } = await test.request<Looks>('GET', '/api/v1/second-looks', { as: 'reviewer' });
    const look = body.items.find(({ statement }) => statement.subjectId === subjectId);
    const reasons = 'The card names the amount that they say it names.';
    const path = `/api/v1/second-looks/${look?.id}/${verb}`;
    expect((await test.request('POST', path, { as: 'reviewer', body: { reasons } })).status).toBe(200);
    await test.settle();
  };
  const stateOf = async (id: string) => (await list(programId)).find((earning) => earning.id === id)?.state;
  const one = await held();
  expect(one.seen).toMatchObject({ state: 'proposed', isLookedAt: true, available: [] });
  expect((await act(one.id, 'confirm', 'finance3')).body.code).toBe('compensation.second_look_open');
  expect((await act(one.id, 'withdraw', 'finance')).body.code).toBe('compensation.second_look_open');
  expect(await stateOf(one.earningId)).toBe('due');
  await lookAt(one.earningId, 'confirm');
  expect(await stateOf(one.earningId)).toBe('reversed');

  const two = await held();
  await lookAt(two.earningId, 'reject');
  expect(await stateOf(two.earningId)).toBe('due');
  expect((await propose(two.earningId, 'finance', WRONG)).status).toBe(201);

  const three = await held();
  await test.db.tx((tx) =>
    test.app.get(CompensationService).claim(tx, [{ payoutId: 'pay_8', earningIds: [three.earningId] }]),
  );
  await lookAt(three.earningId, 'confirm');
  expect(await stateOf(three.earningId)).toBe('in_payout');
});

it('never takes back what is with a payout or was paid, and can be withdrawn', async () => {
  const programId = await fundedProgram(test);
  const compensation = test.app.get(CompensationService);
  const taken = await oneOf(programId);
  const { body: open } = await propose(taken.id, 'finance', { ...WRONG, rightAmount: 0 });
  await test.db.tx((tx) => compensation.claim(tx, [{ payoutId: 'pay_9', earningIds: [taken.id] }]));
  expect((await act(open.id, 'confirm', 'finance2')).body.code).toBe('compensation.paid_already');
  expect((await act(open.id, 'withdraw', 'finance')).body).toMatchObject({
    state: 'withdrawn',
    available: [],
  });
  expect((await propose(taken.id, 'finance', WRONG)).body.code).toBe('compensation.paid_already');
  expect((await test.request('GET', '/api/v1/finance/corrections', { as: 'artist' })).status).toBe(403);
});

it('leaves what was earned alone when the artist is suspended or leaves, and goes on paying what follows', async () => {
  const { id: programId } = await openProgram(test);
  const body = { amount: 1_000_000, currency: 'EUR' };
  await test.request('POST', `/api/v1/programs/${programId}/funding`, { as: 'finance', body });
  const enrollment = await enrollArtist(test, programId, 'artist2');
  const before = await oneOf(programId, 'artist2');
  await entrance(() => test).suspended(enrollment);
  const due = async (): Promise<bigint> => (await dueIn(test, programId))[0]?.amount ?? 0n;
  expect(await due()).toBe(1_500n);
  await earn(test, 'artist2', programId);
  expect(await due()).toBe(3_000n);
  const left = await test.request('POST', `/api/v1/enrollments/${enrollment}/leave`, {
    as: 'artist2',
    body: {},
  });
  expect(left.status).toBe(200);
  await test.settle();
  await earn(test, 'artist2', programId);
  expect(await due()).toBe(4_500n);
  expect((await list(programId)).find(({ id }) => id === before.id)?.state).toBe('due');
  expect((await test.request('GET', `/api/v1/earnings/${before.id}`, { as: 'artist2' })).status).toBe(200);
});

it('pays appearances and goodwill by the card, once for a key, and never to oneself or without a price', async () => {
  const { id: programId } = await openProgram(test);
  await test.request('POST', `/api/v1/programs/${programId}/funding`, {
    as: 'finance',
    body: { amount: 99_999, currency: 'EUR' },
  });
  const give = (body: object, key: string = newId('key')): Promise<Answer> =>
    test.request('POST', `/api/v1/programs/${programId}/earnings`, {
      as: 'manager',
      body: {
        personId: test.people.artist.id,
        item: 'goodwill.fault',
        reason: 'The queue stood still for a day.',
        ...body,
      },
      headers: { 'idempotency-key': key },
    });
  expect((await give({})).body.code).toBe('compensation.no_price');
  const items = { ...prices(), 'goodwill.fault': 700, 'appearance.event': 9_000 };
  const published = await test.request('POST', `/api/v1/programs/${programId}/rate-cards`, {
    as: 'manager',
    body: { items },
  });
  expect(published.status).toBe(201);
  expect((await give({}, 'once')).status).toBe(201);
  expect((await give({}, 'once')).status).toBe(201);
  expect((await give({ personId: test.people.manager.id })).body.code).toBe('compensation.own_money');
  expect((await give({ personId: test.people.reviewer.id })).body.code).toBe('compensation.not_found');
  expect((await give({ item: 'feedback.issue' })).status).toBe(422);
  expect(await list(programId)).toMatchObject([
    {
      causeType: 'by_card',
      amount: { amount: 700 },
      because:
        'Making good for a fault of the programme: The queue stood still for a day. By version 2 of the rate card.',
    },
  ]);
});

it('publishes every rate card with what changed, and refuses a wrong price, floor or currency', async () => {
  const { id: programId, slug } = await openProgram(test);
  const publish = (body: object): Promise<Answer> =>
    test.request('POST', `/api/v1/programs/${programId}/rate-cards`, { as: 'manager', body });
  const items = prices();
  expect((await publish({ items: { ...items, 'feedback.idea': -5 } })).body.code).toBe(
    'program.rate_not_an_amount',
  );
  expect((await publish({ items, currency: 'USD' })).body.code).toBe('program.rate_currency');
  expect((await publish({ items, currency: 'XXX' })).status).toBe(422);
  expect((await publish({ items, rules: { floors: { Switzerland: 5 } } })).body.code).toBe(
    'program.rate_floor_wrong',
  );
  expect((await publish({ items, rules: { floorPerHour: -5 } })).status).toBe(422);
  const next = {
    items: { ...items, 'feedback.idea': 2_000 },
    rules: { floorPerHour: 2_000, floors: { CH: 3_000 } },
  };
  expect((await publish(next)).body).toMatchObject({
    version: 2,
    rules: { floorPerHour: 2_000, killFeePercent: 50 },
  });
  const cards = await test.request<{ cards: { version: number; hash: string }[] }>(
    'GET',
    `/api/v1/programs/${slug}/rate-cards`,
  );
  expect(cards.body.cards.map(({ version }) => version)).toEqual([2, 1]);
  expect((await test.request('GET', `/api/v1/programs/${slug}/rate-cards/1`)).body).toMatchObject({
    version: 1,
    rules: { floorPerHour: 1_500 },
  });
  expect((await test.request('GET', `/api/v1/programs/${slug}/rate-card-changes`)).body).toMatchObject({
    from: 1,
    to: 2,
    changes: [
      { line: 'feedback.idea', before: 1_500, after: 2_000, change: 'raised' },
      { line: 'rules.floorPerHour', before: 1_500, after: 2_000, change: 'raised' },
      { line: 'rules.floors.CH', before: null, after: 3_000, change: 'added' },
    ],
  });
  expect((await test.request('GET', `/api/v1/programs/${slug}/rate-cards/9`)).status).toBe(404);
});
