import { EnrollmentService } from '../../src/modules/enrollment';
import { ProgramService } from '../../src/modules/program';
import { ProviderRegistry } from '../../src/modules/generation/providers/registry.provider';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { entrance } from '../support/enrollment';
import { draftProgram, openProgram, quotaPlan } from '../support/program';
import { violations } from '../support/invariants';

let atelier: TestApp;
beforeAll(async () => {
  atelier = await startTestApp('program_plan');
});
afterAll(() => atelier.stop());

const { enrolled, step, apply } = entrance(() => atelier);

type Body = Record<string, unknown> & { etag: string; id: string; items: Record<string, unknown>[] };
const ask = (
  method: string,
  path: string,
  as: CastName | undefined = 'manager',
  body?: object,
  headers = {},
) => atelier.request<Body>(method, `/api/v1/${path}`, { ...(as && { as }), ...(body && { body }), headers });
const daysOn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

describe('the plan of a programme', () => {
  test('is changed freely while it is a draft, by whoever has read what it is', async () => {
    const { id } = await draftProgram(atelier);
    const { body, headers } = await ask('GET', `programs/${id}`);
    expect(headers.get('etag')).toBe('"1"');
    expect(await ask('PATCH', `programs/${id}`, 'manager', { capacity: 5 })).toMatchObject({
      status: 428,
      body: { code: 'program.etag_missing' },
    });
    const changed = await ask(
      'PATCH',
      `programs/${id}`,
      'manager',
      { capacity: 5 },
      { 'if-match': body.etag },
    );
    expect(changed).toMatchObject({ status: 200, body: { capacity: 5, etag: '"2"' } });
    const late = await ask('PATCH', `programs/${id}`, 'manager2', { capacity: 7 }, { 'if-match': body.etag });
    expect(late).toMatchObject({ status: 412, body: { code: 'program.draft_changed', etag: '"2"' } });
    const reversed = await ask(
      'PATCH',
      `programs/${id}`,
      'manager',
      { endsAt: daysOn(-9) },
      { 'if-match': '"2"' },
    );
    expect(reversed).toMatchObject({ status: 422, body: { code: 'program.dates_reversed' } });
    const kept = await atelier.db.read<{ content: { capacity: number } }>(
      'SELECT content FROM program_plans_history WHERE program_id = $1',
      [id],
    );
    expect(kept.map(({ content }) => content.capacity)).toEqual([10]);
    expect((await ask('PATCH', `programs/${id}`, 'artist', {}, { 'if-match': '*' })).status).toBe(403);
  });

  test('only grows once artists rely on it', async () => {
    const { id } = await openProgram(atelier);
    const change = (body: object) => ask('PATCH', `programs/${id}`, 'manager', body, { 'if-match': '*' });
    for (const body of [{ capacity: 3 }, { endsAt: daysOn(10) }, { name: 'Other' }, { startsAt: daysOn(1) }])
      expect(await change(body)).toMatchObject({ status: 409, body: { code: 'program.plan_fixed' } });
    expect(await change({ capacity: 20, endsAt: daysOn(120), applicationsUntil: daysOn(20) })).toMatchObject({
      status: 200,
      body: { capacity: 20 },
    });
    expect((await change({ applicationsUntil: daysOn(5) })).status).toBe(409);
    expect((await change({ releasedAt: daysOn(0) })).status).toBe(200);
    expect((await change({ releasedAt: daysOn(1) })).status).toBe(409);
  });

  test('says what its state allows, as one public table', async () => {
    const { body } = await atelier.request<{ states: { state: string; allows: string[] }[] }>(
      'GET',
      '/api/v1/program-states',
    );
    expect(body.states.map(({ state }) => state)).toEqual(['draft', 'open', 'running', 'closing', 'closed']);
    expect(body.states.every(({ state, allows }) => state === 'draft' || allows.includes('pay'))).toBe(true);
    const { id } = await openProgram(atelier);
    const { body: program } = await ask('GET', `programs/${id}`, 'artist');
    expect(program.allows).toEqual(body.states.find(({ state }) => state === 'open')?.allows);
  });

  test('that is closing takes no new work, and says so', async () => {
    const { id } = await openProgram(atelier);
    await enrolled(id, 'artist2');
    const service = atelier.app.get(EnrollmentService);
    const { id: personId } = atelier.people.artist2;
    await expect(service.activeOf(personId, id)).resolves.toMatchObject({ state: 'active' });
    await ask('POST', `programs/${id}/close`);
    let code: unknown;
    for (let turn = 0; turn < 200 && code === undefined; turn += 1) {
      code = await service.activeOf(personId, id).then(
        () => new Promise((resolve) => setTimeout(() => resolve(undefined), 50)),
        (error: { code: string }) => error.code,
      );
    }
    expect(code).toBe('programme_over');
  });

  test('is copied as drafts: nothing of the copy is published, and its dates move along', async () => {
    const { id } = await openProgram(atelier);
    const made = await ask('POST', `programs/${id}/copy`, 'manager', {
      slug: 'copied-one',
      name: 'Copied',
      startsAt: daysOn(30),
    });
    expect(made).toMatchObject({
      status: 201,
      body: { state: 'draft', terms: null, missing: expect.any(Array) },
    });
    expect(made.body.missing).toHaveLength(4);
    const drafts = await ask('GET', `programs/${made.body.id}/drafts`);
    expect(drafts.body.items.map(({ kind }) => kind).toSorted()).toEqual([
      'mark_policy',
      'quota_plan',
      'rate_card',
      'terms',
    ]);
    const terms = drafts.body.items.find(({ kind }) => kind === 'terms') as {
      content: { clauses: { endsAt?: string }[] };
    };
    const end = terms.content.clauses.find(({ endsAt }) => endsAt !== undefined)?.endsAt ?? '';
    expect(Math.round((new Date(end).getTime() - Date.now()) / 86_400_000)).toBe(121);
    expect((await ask('GET', `programs/${made.body.id}`, 'artist')).status).toBe(404);
    const again = await ask('POST', `programs/${id}/copy`, 'manager', {
      slug: 'copied-one',
      name: 'Copied',
      startsAt: daysOn(30),
    });
    expect(again).toMatchObject({ status: 409, body: { code: 'program.slug_taken' } });
  });

  test('is one list of dates, also as iCalendar', async () => {
    const { id, slug } = await openProgram(atelier);
    await ask('POST', `programs/${id}/cohorts`, 'manager', {
      name: 'Autumn',
      startsAt: daysOn(5),
      endsAt: daysOn(50),
      capacity: 4,
    });
    const { body } = await ask('GET', `programs/${slug}/calendar`, 'artist');
    const kinds = body.items.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['programme', 'cohort', 'secrecy']));
    const times = body.items.map(({ at }) => String(at));
    expect(times).toEqual(times.toSorted());
    const ics = await atelier.request<string>('GET', `/api/v1/programs/${slug}/calendar.ics`);
    expect(ics.headers.get('content-type')).toContain('text/calendar');
    expect(ics.body.match(/BEGIN:VEVENT/g)).toHaveLength(body.items.length);
    expect(ics.body).toContain('SUMMARY:Cohort Autumn starts');
    expect(ics.body).toContain(`UID:${id}-starts@atelier`);
  });
});

describe('a draft of a document', () => {
  test('is nobody’s to overwrite unseen, and is gone once it is published', async () => {
    const { id } = await draftProgram(atelier);
    const save = (as: CastName, content: object, headers: Record<string, string>) =>
      ask('PUT', `programs/${id}/drafts/quota_plan`, as, { content, basedOn: 0 }, headers);
    expect((await save('manager', {}, {})).status).toBe(428);
    expect((await save('artist', {}, { 'if-none-match': '*' })).status).toBe(403);
    const first = await save('manager', { credits: 1 }, { 'if-none-match': '*' });
    expect(first).toMatchObject({ status: 200, body: { etag: '"1"', savedBy: 'manager of the test' } });
    expect(first.headers.get('etag')).toBe('"1"');
    expect((await save('manager2', { credits: 2 }, { 'if-none-match': '*' })).status).toBe(412);
    const both = await Promise.all([
      save('manager', { credits: 3 }, { 'if-match': '"1"' }),
      save('manager2', { credits: 4 }, { 'if-match': '"1"' }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    expect((await ask('GET', `programs/${id}`)).body).toMatchObject({ quotaPlan: null });
    expect(
      (await ask('POST', `programs/${id}/quota-plans`, 'manager', { ...quotaPlan, basedOn: 0 })).status,
    ).toBe(201);
    expect((await ask('GET', `programs/${id}/drafts/quota_plan`)).status).toBe(404);
  });
});

describe('a cohort', () => {
  const form = (id: string, body: object) =>
    ask('POST', `programs/${id}/cohorts`, 'manager', {
      name: 'One',
      startsAt: daysOn(0),
      endsAt: daysOn(40),
      capacity: 2,
      ...body,
    });

  test('lies within its programme', async () => {
    const { id } = await openProgram(atelier);
    expect((await form(id, { capacity: 6 })).status).toBe(201);
    expect(await form(id, { name: 'Two', capacity: 6 })).toMatchObject({
      status: 422,
      body: { code: 'program.cohort_outside', program: { seatsLeft: 4 } },
    });
    expect((await form(id, { name: 'Two', capacity: 1, endsAt: daysOn(400) })).status).toBe(422);
    expect(await form(id, { capacity: 1 })).toMatchObject({ body: { code: 'program.cohort_name_taken' } });
    expect((await ask('GET', `programs/${id}/cohorts`, 'artist')).body).toMatchObject({ seatsLeft: 4 });
  });

  test('admits artists together or not at all, and they have its quota plan and its dates', async () => {
    const { id } = await openProgram(atelier);
    const mine = await enrolled(id, 'artist');
    const theirs = await enrolled(id, 'artist2');
    const cohort = (await form(id, { capacity: 1 })).body.id;
    const admit = (to: string, enrollmentIds: string[], as: CastName = 'manager') =>
      ask('POST', `programs/${id}/cohorts/${to}/members`, as, { enrollmentIds });
    expect((await admit(cohort, [mine], 'artist')).status).toBe(403);
    expect(await admit(cohort, [mine, theirs])).toMatchObject({
      status: 409,
      body: { code: 'enrollment.cohort_full', capacity: 1 },
    });
    expect((await ask('GET', `programs/${id}/cohorts/${cohort}/members`)).body).toMatchObject({ taken: 0 });
    expect(await admit(cohort, ['enr_unknown'])).toMatchObject({
      body: { code: 'enrollment.cohort_foreign' },
    });
    expect((await admit(cohort, [mine])).body).toMatchObject({ taken: 1 });
    const listed = await ask('GET', `enrollments?programId=${id}&cohortId=${cohort}`);
    expect(listed.body.items.map((item) => item.id)).toEqual([mine]);

    const own = { ...quotaPlan, credits: 77, cohortId: cohort };
    expect((await ask('POST', `programs/${id}/quota-plans`, 'manager', own)).body).toMatchObject({
      version: 2,
    });
    const programs = atelier.app.get(ProgramService);
    expect((await programs.quotaPlan(id, undefined, undefined, cohort)).credits).toBe(77n);
    expect((await programs.quotaPlan(id)).credits).toBe(5_000n);
    expect((await ask('GET', `quota?programId=${id}`, 'artist')).body).toMatchObject({
      plan: { credits: 77 },
    });
    expect((await ask('GET', `quota?programId=${id}`, 'artist2')).body).toMatchObject({
      plan: { credits: 5_000 },
    });

    const later = (await form(id, { name: 'Later', startsAt: daysOn(10) })).body.id;
    await admit(later, [theirs]);
    await expect(
      atelier.app.get(EnrollmentService).activeOf(atelier.people.artist2.id, id),
    ).rejects.toMatchObject({ code: 'cohort_not_now', details: { startsAt: expect.any(String) } });
  });

  test('is not lost by an application that is still under way', async () => {
    const { id } = await openProgram(atelier);
    const { body } = await apply(id, 'artist3');
    expect((await step(body.id, 'startReview')).status).toBe(200);
    expect((await form(id, {})).status).toBe(201);
  });
});

test('model and review policies are published like everything else', async () => {
  const { id } = await openProgram(atelier);
  // Before the review policy is published: who is drawn is not invited by hand.
  await enrolled(id, 'artist3');
  const models = await ask('POST', `programs/${id}/model-policies`, 'manager', {
    providers: ['nobody'],
    models: [],
  });
  expect(models).toMatchObject({ status: 201, body: { version: 1, providers: ['nobody'] } });
  const review = {
    selection: 'draw',
    criteria: 'Whoever makes films, by lot.',
    reviewers: 2,
    decisionDays: 14,
  };
  expect((await ask('POST', `programs/${id}/review-policies`, 'manager', review)).status).toBe(201);
  expect(
    (await ask('POST', `programs/${id}/review-policies`, 'manager', { ...review, reviewers: 0 })).status,
  ).toBe(422);
  expect((await ask('GET', `programs/${id}`, undefined)).body).toMatchObject({
    modelPolicy: { providers: ['nobody'] },
    reviewPolicy: { selection: 'draw', decisionDays: 14 },
  });
  const make = () =>
    atelier.request<{ reasons?: string[] }>('POST', '/api/v1/generations', {
      as: 'artist3',
      body: { prompt: 'a lamp', seconds: 1, resolution: '360p', programId: id },
    });
  const nobody = { status: 503, body: { code: 'generation.no_provider' } };
  expect(await make()).toMatchObject(nobody);
  const model = atelier.app.get(ProviderRegistry).all()[0]?.provider.model ?? '';
  const allow = (names: string[], providers: string[] = []) =>
    ask('POST', `programs/${id}/model-policies`, 'manager', { providers, models: names });
  await allow(['another-model']);
  const refused = await make();
  expect(refused).toMatchObject(nobody);
  expect(refused.body.reasons).toEqual([expect.stringContaining('another-model')]);
  await allow([model], ['procedural']);
  expect((await make()).status).toBe(201);
});

test('the standing checks find nothing after all of this', async () => {
  expect(await violations(atelier, 'program-')).toEqual({});
  expect(await violations(atelier, 'enrollment-')).toEqual({});
});
