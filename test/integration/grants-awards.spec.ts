import { CompensationService } from '../../src/modules/compensation';
import { AwardService } from '../../src/modules/grants/awards/award.service';
import { MilestoneService } from '../../src/modules/grants/awards/milestone.service';
import { account, LedgerService } from '../../src/modules/ledger';
import { startTestApp, type TestApp } from '../support/app';
import { entrance } from '../support/enrollment';
import { grantRound, type Application, type Award } from '../support/grants';
import { violations } from '../support/invariants';
import { dueIn } from '../support/payouts';
import { openProgram } from '../support/program';

let test: TestApp;
let programId: string;
const round = grantRound(
  () => test,
  () => programId,
);
const { post, get, create, move, apply, judge } = round;

beforeAll(async () => {
  test = await startTestApp('grants_awards');
  programId = (await openProgram(test)).id;
  for (const name of ['artist', 'artist2', 'artist3'] as const)
    await entrance(() => test).enrolled(programId, name);
  await post(`programs/${programId}/funding`, 'finance', { amount: 100_000, currency: 'EUR' });
}, 60_000);
afterAll(() => test?.stop());
afterEach(async () => {
  for (const prefix of ['ledger-', 'grants-', 'compensation-'])
    expect(await violations(test, prefix)).toEqual({});
});

const code = (answer: { body: unknown }): unknown => (answer.body as { code?: string }).code;
const held = async (id: string): Promise<bigint> => {
  const name = account.award(id, 'EUR');
  return (await test.app.get(LedgerService).balances([name])).get(name)?.balance ?? 0n;
};
const later = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
const steps = [
  { title: 'Script', amount: 400, dueAt: later(10), isAtStart: true },
  { title: 'Shoot', amount: 300, dueAt: later(40) },
  { title: 'Film', amount: 300, dueAt: later(80) },
];
const overdue = (table: string, column: string, id: string): Promise<number> =>
  test.db.tx((tx) =>
    tx.run(`UPDATE ${table} SET ${column} = now() - interval '1 minute' WHERE id = $1`, [id]),
  );

/** One award of 1,000 in three steps to `artist`, accepted; the call's id with it. */
async function awarded(): Promise<{ callId: string; award: Award }> {
  const callId = await create(1_000);
  await move(callId, 'open');
  const { body } = await apply(callId, 'artist', 1_000);
  await round.ranked(callId);
  await judge(body.id, 'award', { amount: 1_000, reasons: 'Clear', steps });
  await move(callId, 'decide');
  return { callId, award: await round.accepted('artist') };
}
const milestone = (award: Award, title: string): string =>
  award.milestones.find((one) => one.title === title && one.state !== 'cancelled')?.id ?? '';

it('pays the first step with the agreement and each further one with its evidence, once', async () => {
  const { callId, award } = await awarded();
  expect(award).toMatchObject({ state: 'active', earned: { amount: 400 } });
  expect(await held(callId)).toBe(600n);
  const shoot = milestone(award, 'Shoot');
  expect(code(await post(`milestones/${shoot}/submit`, 'artist'))).toBe('grants.evidence_missing');
  expect((await post(`milestones/${shoot}/submit`, 'artist2', { text: 'x' })).status).toBe(404);
  await post(`milestones/${shoot}/submit`, 'artist', {
    text: 'Shot',
    links: ['https://example.org/dailies'],
  });
  expect(code(await post(`milestones/${shoot}/requestChanges`, 'manager'))).toBe('grants.reasons_missing');
  await post(`milestones/${shoot}/requestChanges`, 'manager', { text: 'Which day?' });
  await post(`milestones/${shoot}/submit`, 'artist', { text: 'Shot on Monday' });
  const accepts = await Promise.all([1, 2, 3].map(() => post(`milestones/${shoot}/accept`, 'manager')));
  expect(accepts.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await held(callId)).toBe(300n);
  expect(code(await post(`awards/${award.id}/report`, 'artist', { text: 'Done' }))).toBe(
    'grants.milestones_open',
  );
  const film = milestone(award, 'Film');
  await post(`milestones/${film}/submit`, 'artist', { text: 'Here it is' });
  expect(await test.app.get(MilestoneService).acceptUnanswered()).toBe(0);
  await overdue('grants_milestones', 'answer_until', film);
  await test.app.get(MilestoneService).acceptUnanswered();
  const done = await post<Award>(`awards/${award.id}/report`, 'artist', { text: 'A film of four minutes' });
  expect(done.body).toMatchObject({ state: 'reported', earned: { amount: 1_000 } });
  expect(await held(callId)).toBe(0n);
});

it('accepts only the agreement as it stands, and moves the reserve up when an award is turned down', async () => {
  const callId = await create(1_000);
  await move(callId, 'open');
  const applied: Application[] = [];
  for (const as of ['artist', 'artist2', 'artist3'] as const)
    applied.push((await apply(callId, as, 600)).body);
  const [first, second, third] = applied as [Application, Application, Application];
  await round.ranked(callId, (id) => (id === first.id ? 5 : id === second.id ? 4 : 3));
  await judge(first.id, 'award', { amount: 600, reasons: 'Best' });
  await judge(second.id, 'reserve', { amount: 600, reasons: 'Next' });
  await judge(third.id, 'reserve', { amount: 500, reasons: 'After that' });
  await move(callId, 'decide');
  expect(await held(callId)).toBe(600n);
  const [offer] = await round.awardsOf('artist');
  expect(code(await post(`awards/${offer?.id}/accept`, 'artist', { agreementHash: 'other' }))).toBe(
    'grants.agreement_changed',
  );
  expect((await post<Award>(`awards/${offer?.id}/turnDown`, 'artist')).body.state).toBe('turned_down');
  expect((await get<Application>(`call-applications/${second.id}`, 'artist2')).body.state).toBe('awarded');
  const [next] = await round.awardsOf('artist2');
  expect(next).toMatchObject({ state: 'offered', amount: { amount: 600 } });
  await overdue('grants_awards', 'offer_until', next?.id ?? '');
  expect(await test.app.get(AwardService).sweep()).toBe(1);
  expect((await round.awardsOf('artist3'))[0]).toMatchObject({ state: 'offered', amount: { amount: 500 } });
  expect(await held(callId)).toBe(500n);
  await round.accepted('artist3');
  expect(await held(callId)).toBe(0n);
});

it('ends an award with reasons and an appeal to somebody else; what was earned stays', async () => {
  const { callId, award } = await awarded();
  const act = (verb: string, as: 'manager' | 'manager2' | 'artist', text?: string) =>
    post<Award>(`awards/${award.id}/${verb}`, as, text === undefined ? {} : { text });
  expect(code(await act('terminate', 'manager'))).toBe('grants.reasons_missing');
  expect((await act('terminate', 'manager', 'No work for a year')).body).toMatchObject({ state: 'ending' });
  expect(code(await post(`milestones/${milestone(award, 'Shoot')}/submit`, 'artist', { text: 'x' }))).toBe(
    'grants.award_not_active',
  );
  expect(await held(callId)).toBe(600n);
  const ended = (await get<Award & { appealUntil: string }>(`awards/${award.id}`, 'artist')).body;
  expect(Date.parse(ended.appealUntil)).toBeGreaterThan(Date.now() + 170 * 86_400_000);
  expect((await act('appeal', 'artist', 'I was ill')).body.state).toBe('appealed');
  const { body: queue } = await get<{ items: { id: string; statement: { subjectId: string } }[] }>(
    'hearings?queue=open',
    'manager2',
  );
  const hearing = queue.items.find(({ statement }) => statement.subjectId === award.id);
  expect(code(await post(`hearings/${hearing?.id}/take`, 'manager', {}))).toBe('redress.took_part');
  await post(`hearings/${hearing?.id}/take`, 'finance', {});
  const answer = { reasons: 'Illness is no breach of the agreement.' };
  await post(`hearings/${hearing?.id}/overturn`, 'finance', answer);
  await test.settle();
  expect((await get<Award>(`awards/${award.id}`, 'artist')).body.state).toBe('active');
  expect(await held(callId)).toBe(600n);
  // An appeal is protected itself: the second end would wait for somebody outside of the line.
  expect((await act('terminate', 'manager2', 'It was sold to somebody else')).body.state).toBe('active');
  const { body: looks } = await get<{ items: { id: string; statement: { subjectId: string } }[] }>(
    'second-looks',
    'reviewer',
  );
  const look = looks.items.find(({ statement }) => statement.subjectId === award.id);
  await post(`second-looks/${look?.id}/confirm`, 'reviewer', {
    reasons: 'It was sold, which the artist says too.',
  });
  await test.settle();
  expect((await get<Award>(`awards/${award.id}`, 'artist')).body.state).toBe('ending');
  expect(await test.app.get(AwardService).sweep()).toBe(0);
  await overdue('grants_awards', 'appeal_until', award.id);
  expect(code(await act('appeal', 'artist', 'Late'))).toBe('grants.appeal_over');
  expect(await test.app.get(AwardService).sweep()).toBe(1);
  expect((await get<Award>(`awards/${award.id}`, 'artist')).body).toMatchObject({
    state: 'terminated',
    earned: { amount: 400 },
  });
  expect(await held(callId)).toBe(0n);
});

it('changes steps when both sides agree, and never the amount', async () => {
  const { award } = await awarded();
  const plan = (amount: number) => ({
    reason: 'It takes longer',
    steps: [{ title: 'All in one', amount, dueAt: later(90) }],
  });
  expect(code(await post(`awards/${award.id}/amendments`, 'artist', plan(700)))).toBe('grants.plan_unfit');
  const proposed = await post<Award>(`awards/${award.id}/amendments`, 'artist', plan(600));
  const id = proposed.body.amendments[0]?.id ?? '';
  expect(code(await post(`awards/${award.id}/amendments`, 'manager', plan(600)))).toBe(
    'grants.amendment_open',
  );
  expect(code(await post(`amendments/${id}/agree`, 'artist'))).toBe('grants.same_person');
  expect((await post(`amendments/${id}/agree`, 'artist2')).status).toBe(404);
  const agreed = await post<Award>(`amendments/${id}/agree`, 'manager');
  expect(agreed.body.milestones.filter(({ state }) => state === 'planned').map(({ title }) => title)).toEqual(
    ['All in one'],
  );
  expect(agreed.body.agreementHash).not.toBe(award.agreementHash);
  const again = await post<Award>(`awards/${award.id}/amendments`, 'manager', plan(600));
  await post(`milestones/${milestone(again.body, 'All in one')}/submit`, 'artist', { text: 'Done already' });
  expect(code(await post(`amendments/${again.body.amendments[0]?.id}/agree`, 'artist'))).toBe(
    'grants.amendment_outdated',
  );
});

it('gives the money of a call out once, however many decide at the same time', async () => {
  const callId = await create(1_000);
  await move(callId, 'open');
  const applied: string[] = [];
  for (const as of ['artist', 'artist2', 'artist3'] as const)
    applied.push((await apply(callId, as, 600)).body.id);
  await round.ranked(callId);
  const tries = applied.flatMap((id) =>
    (['manager', 'manager2', 'admin'] as const).map((as) =>
      judge(id, 'award', { amount: 500, reasons: 'Yes', departure: 'x' }, as),
    ),
  );
  await Promise.all(tries);
  const states = await test.db.read<{ state: string; awarded: bigint | null }>(
    'SELECT state, awarded FROM grants_applications WHERE call_id = $1',
    [callId],
  );
  expect(states.filter(({ state }) => state === 'awarded')).toHaveLength(2);
  expect(states.reduce((sum, { awarded: amount }) => sum + (amount ?? 0n), 0n)).toBe(1_000n);
});

it('counts the days from money earned by a grant to its payment', async () => {
  const numbers = async () =>
    (await get<{ medianDaysToCash: number | null }>(`grant-numbers?programId=${programId}`, 'manager')).body;
  expect(await numbers()).toMatchObject({ medianDaysToCash: null });
  await awarded();
  const compensation = test.app.get(CompensationService);
  const due = await dueIn(test, programId);
  const ids = due.flatMap(({ earningIds }) => earningIds);
  await test.db.tx(async (tx) => {
    await compensation.claim(tx, [{ payoutId: 'pay_of_this_test', earningIds: ids }]);
    await compensation.markPaid(tx, 'pay_of_this_test');
    await tx.run(
      `UPDATE compensation_earnings SET earned_at = paid_at - interval '3 days' WHERE id = ANY ($1)`,
      [ids],
    );
  });
  expect(await numbers()).toMatchObject({ medianDaysToCash: 3 });
});
