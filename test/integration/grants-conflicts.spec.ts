import { startTestApp, type CastName, type TestApp } from '../support/app';
import { entrance } from '../support/enrollment';
import { grantRound } from '../support/grants';
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
  test = await startTestApp('grants_conflicts');
  programId = (await openProgram(test)).id;
  for (const name of ['artist', 'artist2', 'artist3'] as const)
    await entrance(() => test).enrolled(programId, name);
  await post(`programs/${programId}/funding`, 'finance', { amount: 1_000, currency: 'EUR' });
}, 60_000);
afterAll(() => test?.stop());
afterEach(async () => {
  expect(await violations(test, 'grants-')).toEqual({});
});

const code = (answer: { body: unknown }): unknown => (answer.body as { code?: string }).code;

it('keeps people of the same team, co-authors and who recused themselves from judging, in the database too', async () => {
  const id = await create(10);
  await move(id, 'open');
  const { body } = await apply(id, 'artist', 10, {
    team: 'Studio A',
    collaborators: [{ name: 'R', email: test.people.reviewer2.email }],
  });
  await round.panel(id, ['reviewer'], ' studio  a ');
  await round.panel(id, ['reviewer2', 'manager2']);
  await round.passDeadline(id);
  await move(id, 'close');
  const judging = await get<{ short: string[]; conflicts: { kind: string }[] }>(
    `calls/${id}/judging`,
    'manager',
  );
  expect(judging.body.short).toEqual([body.id]);
  expect(judging.body.conflicts.map(({ kind }) => kind).toSorted()).toEqual(['co_author', 'same_team']);
  await expect(
    test.db.tx((tx) =>
      tx.run(
        `INSERT INTO grants_reviews (id, call_id, application_id, reviewer_id, state) VALUES ('rev_x', $1, $2, $3, 'assigned')`,
        [id, body.id, test.people.reviewer2.id],
      ),
    ),
  ).rejects.toMatchObject({ code: '23514' });
  await round.panel(id, ['admin']);
  const [mine] = await round.reviewsOf('manager2', id);
  await post(`grant-reviews/${mine?.id}/recuse`, 'manager2', { panelNote: 'We are friends' });
  expect((await get(`grant-reviews/${mine?.id}`, 'manager2')).status).toBe(404);
  expect(code(await judge(body.id, 'decline', { reasons: 'No' }, 'manager2'))).toBe('grants.conflicted');
  expect((await get<{ short: string[] }>(`calls/${id}/judging`, 'manager')).body.short).toEqual([body.id]);
  const numbers = await get<{ conflicts: object[] }>('grant-numbers', 'manager');
  expect(numbers.body.conflicts).toEqual([
    { kind: 'co_author', count: 1, people: 1 },
    { kind: 'recused', count: 1, people: 1 },
    { kind: 'same_team', count: 1, people: 1 },
  ]);
  await move(id, 'cancel');
});

interface PanelSeat {
  readonly callId: string;
  readonly mayDeclare: boolean;
  readonly declarations: { readonly id: string; readonly who: string }[];
}

it('does not ask a panelist about somebody they said beforehand that they cannot judge', async () => {
  const id = await create(10);
  const declare = (as: CastName, who: string) =>
    post<PanelSeat>(`grant-panels/${id}/declarations`, as, { who, note: 'We live together' });
  await round.panel(id, ['reviewer', 'reviewer2', 'manager2']);
  await move(id, 'open');
  const { artist, artist2 } = test.people;
  expect((await declare('admin', artist.email)).status).toBe(404);
  expect((await declare('reviewer', '   ')).status).toBe(422);
  const first = await declare('reviewer', artist.email.toUpperCase());
  expect(first).toMatchObject({ status: 200, body: { mayDeclare: true, declarations: [{}] } });
  expect((await declare('reviewer', artist.email)).body.declarations).toHaveLength(1);
  const spare = await declare('reviewer', 'Somebody who does not apply');
  const [, second] = spare.body.declarations;
  const path = `/api/v1/grant-panels/${id}/declarations/${second?.id}`;
  expect((await test.request('DELETE', path, { as: 'reviewer2' })).status).toBe(404);
  expect((await test.request<PanelSeat>('DELETE', path, { as: 'reviewer' })).body.declarations).toHaveLength(
    1,
  );

  const ours = await apply(id, 'artist', 10);
  const theirs = await apply(id, 'artist2', 10, {
    collaborators: [{ name: 'A', email: artist.email }],
  });
  const others = await apply(id, 'artist3', 10);
  await round.passDeadline(id);
  await move(id, 'close');
  const asked = (await round.reviewsOf('reviewer', id)).map(({ applicationId }) => applicationId);
  expect(asked).toEqual(expect.not.arrayContaining([ours.body.id, theirs.body.id]));
  for (const { body } of [ours, theirs, others])
    expect(
      (await test.db.read('SELECT 1 FROM grants_reviews WHERE application_id = $1', [body.id])).length,
    ).toBe(2);
  const judging = await get<{ conflicts: { kind: string }[] }>(`calls/${id}/judging`, 'manager');
  expect(judging.body.conflicts.map(({ kind }) => kind)).toEqual(['declared', 'declared']);
  expect(await declare('reviewer', artist2.email)).toMatchObject({
    status: 409,
    body: { code: 'grants.reviews_given' },
  });
  const seats = await get<{ items: PanelSeat[] }>('grant-panels', 'reviewer');
  expect(seats.body.items.find(({ callId }) => callId === id)).toMatchObject({ mayDeclare: false });
  await move(id, 'cancel');
});
