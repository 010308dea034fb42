import { SweepService } from '../../src/modules/enrollment/sweep.service';
import { alsoStaff, startTestApp, type TestApp } from '../support/app';
import { violations } from '../support/invariants';
import { entrance, type ApplicationBody } from '../support/enrollment';
import { draftProgram, openProgram } from '../support/program';

let atelier: TestApp;
const { apply, step, member, enrolled, eventsOf, passUndo } = entrance(() => atelier);

beforeAll(async () => {
  atelier = await startTestApp('application', { roles: ['api'] });
}, 60_000);
afterAll(() => atelier?.stop());

describe('an application', () => {
  test('is submitted, reviewed and answered with an invitation that opens the enrollment', async () => {
    const program = await openProgram(atelier);
    const { status, body } = await apply(program.slug);
    expect(status).toBe(201);
    expect(body).toMatchObject({ state: 'submitted', enrollmentId: null, available: ['reopen', 'withdraw'] });
    expect((await step(body.id, 'startReview')).body).toMatchObject({
      state: 'in_review',
      available: ['invite', 'waitlist', 'decline'],
    });
    const answer = await step(body.id, 'invite');
    expect(answer.body).toMatchObject({ state: 'invited', available: [] });
    const enrollmentId = answer.body.enrollmentId as string;
    const { id: personId } = atelier.people.artist;
    const common = { programId: program.id, personId };
    expect(await eventsOf('applicationId', body.id)).toEqual([
      { applicationId: body.id, ...common, verb: 'submit', from: 'draft', to: 'submitted' },
      { applicationId: body.id, ...common, verb: 'startReview', from: 'submitted', to: 'in_review' },
      { applicationId: body.id, ...common, verb: 'invite', from: 'in_review', to: 'invited' },
    ]);
    expect(await eventsOf('enrollmentId', enrollmentId)).toEqual([
      { enrollmentId, ...common, verb: 'invite', from: null, to: 'terms_pending' },
    ]);
  });

  test('is one per person and programme, also when two arrive at once', async () => {
    const program = await openProgram(atelier);
    const answers = await Promise.all([apply(program.id), apply(program.id), apply(program.id)]);
    expect(answers.map(({ status }) => `${status}`).toSorted()).toEqual(['201', '409', '409']);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('enrollment.already_applied');
    expect((await apply(program.id, 'artist2')).status).toBe(201);
  });

  test('sent again under its Idempotency-Key is the same application', async () => {
    const program = await openProgram(atelier);
    const headers = { 'idempotency-key': `apply-${program.id}` };
    const first = await apply(program.id, 'artist', {}, headers);
    const second = await apply(program.id, 'artist', {}, headers);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.id).toBe(first.body.id);
    expect(await eventsOf('applicationId', first.body.id)).toHaveLength(1);
  });

  test('can be kept as a draft, which tells nobody until it is submitted', async () => {
    const program = await openProgram(atelier);
    const { body } = await apply(program.id, 'artist', { draft: true });
    expect(body).toMatchObject({ state: 'draft', submittedAt: null, available: ['submit', 'withdraw'] });
    expect(await eventsOf('applicationId', body.id)).toEqual([]);
    expect((await step(body.id, 'submit', 'artist')).body).toMatchObject({
      state: 'submitted',
      submittedAt: expect.any(String),
    });
    expect((await step(body.id, 'submit', 'artist')).status).toBe(200);
    expect(await eventsOf('applicationId', body.id)).toHaveLength(1);
  });

  test('is taken only by a programme that is open, from an artist', async () => {
    const draft = await draftProgram(atelier);
    expect((await apply(draft.id)).status).toBe(404);
    expect((await apply('prg_unknown')).status).toBe(404);
    const program = await openProgram(atelier);
    expect(await apply(program.id, 'manager')).toMatchObject({
      status: 403,
      body: { code: 'enrollment.not_allowed' },
    });
    expect((await apply(program.id, 'artist', { statement: '' })).status).toBe(422);
    expect((await apply(program.id, 'artist', { portfolio: ['javascript:alert(1)'] })).status).toBe(422);
    await atelier.request('POST', `/api/v1/programs/${program.id}/close`, { as: 'manager' });
    expect(await apply(program.id)).toMatchObject({
      status: 409,
      body: { code: 'enrollment.programme_not_open' },
    });
  });

  test('is nobody else’s to see or touch', async () => {
    const program = await openProgram(atelier);
    const { body } = await apply(program.id);
    const path = `/api/v1/applications/${body.id}`;
    for (const as of ['artist2', 'reviewer', 'finance'] as const) {
      expect((await atelier.request('GET', path, { as })).status).toBe(404);
      expect((await step(body.id, 'withdraw', as)).status).toBe(404);
    }
    expect((await atelier.request('GET', path)).status).toBe(401);
    expect((await step(body.id, 'startReview', 'artist')).status).toBe(403);
    const theirs = await atelier.request<{ items: ApplicationBody[] }>(
      'GET',
      '/api/v1/applications?limit=100',
      {
        as: 'artist2',
      },
    );
    expect(theirs.body.items.map(({ id }) => id)).not.toContain(body.id);
  });

  test('cannot be declined without reasons, and its author reads them', async () => {
    const program = await openProgram(atelier);
    const { body } = await apply(program.id);
    await step(body.id, 'startReview');
    for (const more of [{}, { reasons: [] }]) {
      expect(await step(body.id, 'decline', 'manager', more)).toMatchObject({
        status: 422,
        body: { code: 'enrollment.reasons_missing' },
      });
    }
    const unknown = { reasons: [{ code: 'off_brand', text: 'Too negative.' }] };
    expect(await step(body.id, 'decline', 'manager', unknown)).toMatchObject({
      status: 422,
      body: { code: 'input.invalid' },
    });
    const reasons = [{ code: 'portfolio', text: 'The link does not open.' }];
    const declined = await step(body.id, 'decline', 'manager', { reasons, note: 'Looked twice.' });
    expect(declined.body).toMatchObject({ state: 'declined' });
    const seen = await atelier.request('GET', `/api/v1/applications/${body.id}`, { as: 'artist' });
    expect(seen.body).toMatchObject({ state: 'declined', reasons, available: [] });
    expect(JSON.stringify(seen.body)).not.toContain('Looked twice');
    expect((await step(body.id, 'withdraw', 'artist')).status).toBe(409);
  });

  test('of a manager who is an artist as well is decided by somebody else', async () => {
    const program = await openProgram(atelier);
    const { body } = await apply(program.id, 'artist3');
    await alsoStaff(atelier, 'artist3', 'manager', async () => {
      const own = await step(body.id, 'startReview', 'artist3');
      expect(own).toMatchObject({ status: 403, body: { code: 'enrollment.own_application' } });
      expect((await step(body.id, 'startReview', 'manager')).status).toBe(200);
    });
  });

  test('lists by state and programme, page by page', async () => {
    const program = await openProgram(atelier);
    for (const as of ['artist', 'artist2', 'artist3'] as const) await apply(program.id, as);
    const list = (query: string) =>
      atelier.request<{ items: ApplicationBody[]; next: string | null }>(
        'GET',
        `/api/v1/applications?${query}`,
        {
          as: 'manager',
        },
      );
    const first = await list(`programId=${program.id}&limit=2`);
    expect(first.body.items).toHaveLength(2);
    const second = await list(`programId=${program.id}&limit=2&cursor=${first.body.next}`);
    expect(second.body).toMatchObject({ items: [{ state: 'submitted' }], next: null });
    expect(new Set([...first.body.items, ...second.body.items].map(({ id }) => id)).size).toBe(3);
    expect((await list(`programId=${program.id}&state=declined`)).body.items).toEqual([]);
    expect((await list('state=unheard_of')).status).toBe(422);
    expect((await list('cursor=nonsense')).status).toBe(422);
  });
});

describe('seats', () => {
  test('the last one is taken by one of two invitations at the same moment', async () => {
    const program = await openProgram(atelier, { capacity: 1 });
    const ids = await Promise.all(
      (['artist', 'artist2', 'artist3'] as const).map(async (as) => (await apply(program.id, as)).body.id),
    );
    await Promise.all(ids.map((id) => step(id, 'startReview')));
    const answers = await Promise.all(
      ids.map((id, index) => step(id, 'invite', index % 2 === 0 ? 'manager' : 'manager2')),
    );
    expect(answers.map(({ status }) => `${status}`).toSorted()).toEqual(['200', '409', '409']);
    const refused = answers.filter(({ status }) => status === 409);
    for (const { body } of refused)
      expect(body).toMatchObject({ code: 'enrollment.programme_full', capacity: 1 });
    const [count] = await atelier.db.read<{ n: number }>(
      'SELECT count(*)::int AS n FROM enrollment_enrollments WHERE program_id = $1',
      [program.id],
    );
    expect(count?.n).toBe(1);
  });

  test('are given back by those who leave', async () => {
    const program = await openProgram(atelier, { capacity: 1 });
    const enrollment = await enrolled(program.id);
    const { body: waiting } = await apply(program.id, 'artist2');
    await step(waiting.id, 'startReview');
    const shown = await atelier.request<ApplicationBody>('GET', `/api/v1/applications/${waiting.id}`, {
      as: 'manager',
    });
    expect(shown.body.available).toEqual(['waitlist', 'decline']);
    expect((await step(waiting.id, 'waitlist')).body.state).toBe('waitlisted');
    expect((await member(enrollment, 'leave', 'artist')).body.state).toBe('offboarding');
    expect((await step(waiting.id, 'invite')).body.code).toBe('enrollment.programme_full');
    await passUndo(enrollment);
    expect((await step(waiting.id, 'invite')).body.state).toBe('invited');
  });
});

describe('drafts', () => {
  test('expire when their programme is over, and only then', async () => {
    const program = await openProgram(atelier);
    const { body: draft } = await apply(program.id, 'artist', { draft: true });
    const { body: sent } = await apply(program.id, 'artist2');
    const sweeps = atelier.app.get(SweepService);
    await sweeps.expireDrafts();
    const state = async (id: string) =>
      (await atelier.request<ApplicationBody>('GET', `/api/v1/applications/${id}`, { as: 'manager' })).body
        .state;
    expect(await state(draft.id)).toBe('draft');
    await atelier.db.tx((tx) =>
      tx.run(
        `UPDATE program_programs SET starts_at = now() - interval '2 days', ends_at = now() - interval '1 day' WHERE id = $1`,
        [program.id],
      ),
    );
    expect(await Promise.all([sweeps.expireDrafts(), sweeps.expireDrafts()]).then(([a, b]) => a + b)).toBe(1);
    expect([await state(draft.id), await state(sent.id)]).toEqual(['expired', 'submitted']);
    expect(await eventsOf('applicationId', draft.id)).toEqual([
      expect.objectContaining({ verb: 'expire', from: 'draft', to: 'expired' }),
    ]);
  });
});

test('the standing checks find nothing after all of this', async () => {
  expect(await violations(atelier, 'program-')).toEqual({});
  expect(await violations(atelier, 'enrollment-')).toEqual({});
});
