import { account, LedgerService } from '../../src/modules/ledger';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { entrance } from '../support/enrollment';
import { grantRound, type Application, type Call } from '../support/grants';
import { violations } from '../support/invariants';
import { openProgram } from '../support/program';

let test: TestApp;
let programId: string;
const round = grantRound(
  () => test,
  () => programId,
);
const { post, get, create, move, apply, judge } = round;

beforeAll(async () => {
  test = await startTestApp('grants');
  programId = (await openProgram(test)).id;
  for (const name of ['artist', 'artist2', 'artist3'] as const)
    await entrance(() => test).enrolled(programId, name);
}, 60_000);
afterAll(() => test?.stop());
afterEach(async () => {
  for (const prefix of ['ledger-', 'grants-', 'compensation-'])
    expect(await violations(test, prefix)).toEqual({});
});

const money = async (name: ReturnType<typeof account.fund>): Promise<bigint> =>
  (await test.app.get(LedgerService).balances([name])).get(name)?.balance ?? 0n;
const fund = () => money(account.fund(programId, 'EUR'));
const held = (id: string) => money(account.award(id, 'EUR'));
const pay = (amount: number) => post(`programs/${programId}/funding`, 'finance', { amount, currency: 'EUR' });
const code = (answer: { body: unknown }): unknown => (answer.body as { code?: string }).code;
/** The dates of a call in its programme's calendar. */
const dates = async (id: string): Promise<object[]> =>
  (await get<{ items: { link: string }[] }>(`programs/${programId}/calendar`)).body.items.filter(
    ({ link }) => link === `/calls/${id}`,
  );
const give = (id: string, amount: number, more: object = {}) =>
  judge(id, 'award', { amount, reasons: 'Clear and doable', ...more });

it('holds the budget before it opens, and does not open without money or criteria', async () => {
  const bare = await create(1_000, { rubric: [], eligibility: '' });
  expect(await move(bare, 'open')).toMatchObject({
    status: 409,
    body: { code: 'grants.call_incomplete', missing: ['rubric', 'eligibility'] },
  });
  const id = await create();
  expect((await apply(id, 'artist')).status).toBe(404);
  expect(await move(id, 'open')).toMatchObject({ status: 402, body: { code: 'ledger.insufficient' } });
  await pay(1_000);
  expect(await move(id, 'open')).toMatchObject({ status: 200, body: { state: 'open' } });
  expect((await move(id, 'open')).status).toBe(200);
  expect([await fund(), await held(id)]).toEqual([0n, 1_000n]);
  expect(await dates(id)).toHaveLength(2);
  expect((await move(id, 'open', 'artist')).status).toBe(403);
  expect(
    code(await test.request('PUT', `/api/v1/calls/${id}`, { as: 'manager', body: round.body(5_000) })),
  ).toBe('grants.wrong_state');
  expect((await move(id, 'cancel')).body.state).toBe('cancelled');
  expect([await fund(), await held(id)]).toEqual([1_000n, 0n]);
  expect(await dates(id)).toEqual([]);
});

it('refuses criteria that do not add up, and dates in the wrong order', async () => {
  const rubric = [{ key: 'craft', title: 'Craft', weight: 60, anchors: ['1', '2', '3', '4', '5'] }];
  expect(await post('calls', 'manager', round.body(1_000, { rubric }))).toMatchObject({
    status: 422,
    body: { code: 'grants.rubric_unfit', faults: ['The weights sum to 60 instead of 100.'] },
  });
  const reversed = round.body(1_000, { decidesAt: new Date().toISOString() });
  expect(code(await post('calls', 'manager', reversed))).toBe('grants.dates_reversed');
});

it('keeps an application as a draft, takes it back, and refuses it late, twice or not adding up', async () => {
  const id = await create();
  await move(id, 'open');
  expect((await move(id, 'close')).body).toMatchObject({ code: 'grants.deadline_ahead' });
  const lines = [{ what: 'Camera', amount: 100 }];
  expect(code(await apply(id, 'artist', 600, { budgetLines: lines }))).toBe('grants.lines_do_not_add_up');
  expect(code(await apply(id, 'artist', 1_001))).toBe('grants.over_request');
  const draft = await apply(id, 'artist', 600, { submit: false });
  expect(draft.body.state).toBe('draft');
  expect(code(await apply(id, 'artist'))).toBe('grants.applied_already');
  const rewrite = (amount: number) =>
    test.request<Application>('PUT', `/api/v1/call-applications/${draft.body.id}`, {
      as: 'artist',
      body: { statement: 'A longer film', amount, submit: true },
    });
  expect((await rewrite(700)).body.state).toBe('submitted');
  expect(code(await rewrite(500))).toBe('grants.application_locked');
  expect((await judge(draft.body.id, 'reopen', {}, 'artist')).body.state).toBe('draft');
  expect((await rewrite(500)).body.state).toBe('submitted');
  await round.passDeadline(id);
  expect(code(await apply(id, 'artist2'))).toBe('grants.call_not_open');
  expect(code(await judge(draft.body.id, 'reopen', {}, 'artist'))).toBe('grants.call_not_open');
  expect((await judge(draft.body.id, 'withdraw', {}, 'artist2')).status).toBe(404);
  expect((await judge(draft.body.id, 'withdraw', {}, 'artist')).body.state).toBe('withdrawn');
  expect((await get<Application>(`call-applications/${draft.body.id}`, 'artist')).status).toBe(200);
  await move(id, 'cancel');
});

it('answers questions in public without saying who asked', async () => {
  const id = await create(10);
  await move(id, 'open');
  const asked = await post<{ id: string }>(`calls/${id}/questions`, 'artist', {
    question: 'Is animation welcome?',
  });
  await post(`call-questions/${asked.body.id}/answer`, 'manager', { answer: 'Yes.' });
  const { body } = await get<{ items: object[] }>(`calls/${id}/questions`);
  expect(body.items).toMatchObject([{ question: 'Is animation welcome?', answer: 'Yes.' }]);
  expect(JSON.stringify(body)).not.toContain(test.people.artist.id);
  await move(id, 'cancel');
});

it('is judged blind by two, ranked once, and decided for everyone at the same time', async () => {
  const id = await create();
  await move(id, 'open');
  const [first, second] = [await apply(id, 'artist', 600, { team: 'Studio A' }), await apply(id, 'artist2')];
  expect(code(await give(first.body.id, 600))).toBe('grants.call_not_closed');
  await round.passDeadline(id);
  await move(id, 'close');
  expect(code(await post(`calls/${id}/ranking`, 'manager'))).toBe('grants.quorum_missing');
  await round.panel(id, ['reviewer', 'reviewer2']);
  const seen = await get<object>('grant-reviews', 'reviewer');
  expect(JSON.stringify(seen.body)).not.toContain(test.people.artist.id);
  expect(JSON.stringify(seen.body)).not.toContain('Studio A');
  const blind = await get<{ items: Application[] }>(`calls/${id}/applications`, 'manager');
  expect(blind.body.items.map(({ personId }) => personId)).toEqual([null, null]);
  const [mine] = await round.reviewsOf('reviewer', id);
  expect((await get(`grant-reviews/${mine?.id}`, 'reviewer2')).status).toBe(404);
  expect(
    await post(`grant-reviews/${mine?.id}/complete`, 'reviewer', { scores: { craft: 6 } }),
  ).toMatchObject({
    status: 422,
    body: { code: 'grants.scores_missing', missing: ['craft', 'idea'] },
  });
  expect(code(await give(first.body.id, 600))).toBe('grants.quorum_missing');
  await round.reviewAll(id, (application) => (application === first.body.id ? 5 : 3));
  const judging = await post<{ ranking: object[] }>(`calls/${id}/ranking`, 'manager');
  expect(judging.body.ranking).toMatchObject([
    { applicationId: first.body.id, rank: 1, mean: 5, spread: 0, reviews: 2 },
    { applicationId: second.body.id, rank: 2, mean: 3, notes: ['note of reviewer', 'note of reviewer2'] },
  ]);
  expect(code(await post(`grant-reviews/${mine?.id}/reopen`, 'reviewer'))).toBe('grants.review_over');
  expect(await give(second.body.id, 600)).toMatchObject({
    status: 422,
    body: { code: 'grants.departure_unexplained' },
  });
  expect(code(await give(first.body.id, 601))).toBe('grants.over_asked');
  expect(code(await judge(first.body.id, 'award', { amount: 600 }))).toBe('grants.reasons_missing');
  const both = await Promise.all([
    give(first.body.id, 600),
    give(second.body.id, 600, { departure: 'A rare idea' }),
  ]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect(code(await move(id, 'decide'))).toBe('grants.applications_undecided');
  expect(code(await move(id, 'cancel'))).toBe('grants.awards_made');
  const [winner, loser] = both[0]?.status === 200 ? [first, second] : [second, first];
  expect(
    (await get<Application>(`call-applications/${winner.body.id}`, winner === first ? 'artist' : 'artist2'))
      .body,
  ).toMatchObject({
    state: 'in_review',
    reasons: null,
    comments: [],
  });
  await judge(loser.body.id, 'decline', { reasons: 'The budget is used' });
  expect((await judge(loser.body.id, 'revise', {})).body.state).toBe('in_review');
  await judge(loser.body.id, 'decline', { reasons: 'The budget is used up' });
  expect((await move(id, 'decide')).body).toMatchObject({
    state: 'decided',
    awarded: { amount: 600 },
    daysLate: 0,
  });
  expect([await fund(), await held(id)]).toEqual([400n, 600n]);
  const told = await get<Application>(
    `call-applications/${loser.body.id}`,
    loser === first ? 'artist' : 'artist2',
  );
  expect(told.body).toMatchObject({ state: 'declined', reasons: 'The budget is used up' });
  expect(told.body.comments).toHaveLength(2);
  expect(code(await judge(loser.body.id, 'revise', {}))).toBe('grants.decision_published');
});

it('shows drafts to nobody else, and applications to the applicant and those who judge', async () => {
  await pay(1_000);
  const id = await create(10);
  const seen = async (as?: CastName): Promise<string[]> =>
    (await get<{ items: Call[] }>('calls', as)).body.items.map((call) => call.id);
  expect(await seen()).not.toContain(id);
  expect((await get(`calls/${id}`)).status).toBe(404);
  expect(await seen('manager')).toContain(id);
  await move(id, 'open');
  expect(await seen()).toContain(id);
  const { body } = await apply(id, 'artist', 10);
  const listed = async (as: CastName): Promise<string[]> =>
    (await get<{ items: Application[] }>(`calls/${id}/applications`, as)).body.items.map((one) => one.id);
  expect(await listed('artist2')).toEqual([]);
  expect(await listed('artist')).toEqual([body.id]);
  expect(await listed('manager')).toEqual([body.id]);
  await move(id, 'cancel');
  expect((await get<Application>(`call-applications/${body.id}`, 'artist')).body).toMatchObject({
    state: 'declined',
  });
});

it('lists open calls as a feed that readers understand, and no draft', async () => {
  const draft = await create(10);
  const open = await create(10, { title: 'Quiet films' });
  await move(open, 'open');
  const answer = await fetch(`${test.url}/api/v1/calls/feed.json`);
  expect(answer.headers.get('content-type')).toContain('application/feed+json');
  const feed = (await answer.json()) as { version: string; feed_url: string; items: { id: string }[] };
  expect(feed).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    feed_url: `${test.url}/api/v1/calls/feed.json`,
    items: expect.arrayContaining([
      expect.objectContaining({
        id: open,
        url: `${test.url}/calls/${open}`,
        title: 'Quiet films',
        content_text: expect.stringContaining('Budget: 0.10 EUR'),
      }),
    ]),
  });
  expect(feed.items.map(({ id }) => id)).not.toContain(draft);
  await move(open, 'cancel');
});

it('decides ties by a draw that was committed to before anybody applied', async () => {
  const id = await create(10);
  await move(id, 'open');
  const draw = await get<{ items: { id: string; state: string }[] }>(`draws?kind=grant_tie&subjectId=${id}`);
  expect(draw.body.items).toMatchObject([{ state: 'committed' }]);
  for (const as of ['artist', 'artist2', 'artist3'] as const) await apply(id, as, 10);
  await round.ranked(id);
  const { body } = await get<{ ranking: { applicationId: string; isTie: boolean }[] }>(
    `calls/${id}/judging`,
    'manager',
  );
  expect(body.ranking.every(({ isTie }) => isTie)).toBe(true);
  const result = await fetch(`${test.url}/api/v1/draws/${draw.body.items[0]?.id}/result`).then((answer) =>
    answer.text(),
  );
  expect(body.ranking.map(({ applicationId }, index) => `${index + 1} ${applicationId}\n`).join('')).toBe(
    result,
  );
  await move(id, 'cancel');
});

it('pays finalists at once, as many as announced, and respects the cap of a year', async () => {
  const id = await create(1_000, { finalists: 1, stipend: 100, yearlyCap: 1 });
  await move(id, 'open');
  const [first, second] = [await apply(id, 'artist', 300), await apply(id, 'artist3', 300)];
  await round.ranked(id);
  const finalist = (one: string) => post(`call-applications/${one}/finalist`, 'manager');
  expect((await finalist(first.body.id)).status).toBe(200);
  expect((await finalist(first.body.id)).status).toBe(200);
  expect(code(await finalist(second.body.id))).toBe('grants.finalists_full');
  expect(await held(id)).toBe(900n);
  const both = [
    await give(first.body.id, 300, { departure: 'x' }),
    await give(second.body.id, 300, { departure: 'x' }),
  ];
  // One of artist and artist2 was awarded in an earlier call of this programme.
  const had = await test.db.read(
    `SELECT 1 FROM grants_applications WHERE person_id = $1 AND state = 'awarded' AND call_id <> $2`,
    [test.people.artist.id, id],
  );
  expect(code(both[0] as { body: unknown })).toBe(had.length > 0 ? 'grants.yearly_cap' : undefined);
  expect(both[1]?.status).toBe(200);
  if (had.length > 0) await judge(first.body.id, 'decline', { reasons: 'One award a year' });
  expect((await move(id, 'decide')).body.state).toBe('decided');
  expect(await held(id)).toBe(had.length > 0 ? 300n : 600n);
});
