import { EnrollmentService } from '../../src/modules/enrollment';
import { ExpiryService } from '../../src/modules/enrollment/expiry.service';
import { SweepService } from '../../src/modules/enrollment/sweep.service';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { violations } from '../support/invariants';
import { entrance, type EnrollmentBody } from '../support/enrollment';
import { clauses, openProgram } from '../support/program';

let atelier: TestApp;
const { member, termsOf, invited, enrolled, eventsOf, passUndo } = entrance(() => atelier);

beforeAll(async () => {
  atelier = await startTestApp('enrollment', { roles: ['api'] });
}, 60_000);
afterAll(() => atelier?.stop());

describe('consent', () => {
  test('names the terms in force with their hash, is kept with its origin, and makes the artist active', async () => {
    const program = await openProgram(atelier);
    const id = await invited(program.id);
    const service = atelier.app.get(EnrollmentService);
    const { id: personId } = atelier.people.artist;
    await expect(service.activeOf(personId, program.id)).rejects.toMatchObject({
      code: 'terms_pending',
      details: { enrollmentId: id },
    });
    const shown = await termsOf(id);
    expect(shown).toMatchObject({
      isAccepted: false,
      consent: null,
      terms: { version: 1 },
      obligations: {
        may: expect.arrayContaining([expect.objectContaining({ clauseId: 'SH-1', until: null })]),
        mayNot: expect.arrayContaining([
          expect.objectContaining({ clauseId: 'CO-1', until: expect.any(String) }),
        ]),
        applies: [expect.objectContaining({ clauseId: 'PA-1' })],
      },
    });
    expect(shown.terms.clauses).toHaveLength(5);

    const body = { termsId: shown.terms.id, hash: shown.terms.hash };
    expect((await member(id, 'consent', 'artist', body)).body).toMatchObject({
      state: 'active',
      consent: { ...body, version: 1 },
      available: ['pause', 'leave'],
    });
    const [kept] = await atelier.db.read('SELECT * FROM enrollment_consents WHERE enrollment_id = $1', [id]);
    expect(kept).toMatchObject({
      person_id: personId,
      terms_id: shown.terms.id,
      terms_version: 1,
      hash: shown.terms.hash,
      address: expect.stringMatching(/127\.0\.0\.1|::1/),
      agent: expect.stringMatching(/./),
      at: expect.any(Date),
    });
    expect(await service.activeOf(personId, program.id)).toEqual({
      id,
      personId,
      programId: program.id,
      state: 'active',
      cohortId: null,
    });
    expect((await termsOf(id)).isAccepted).toBe(true);
  });

  test('given twice, also at once, is one consent and one event', async () => {
    const program = await openProgram(atelier);
    const id = await invited(program.id);
    const { terms } = await termsOf(id);
    const body = { termsId: terms.id, hash: terms.hash };
    const answers = await Promise.all([1, 2, 3].map(() => member(id, 'consent', 'artist', body)));
    answers.push(await member(id, 'consent', 'artist', body));
    expect(answers.map(({ status, body: { state } }) => [status, state])).toEqual(
      answers.map(() => [200, 'active']),
    );
    const moved = await eventsOf('enrollmentId', id);
    expect(moved.map(({ verb, from, to }) => [verb, from, to])).toEqual([
      ['invite', null, 'terms_pending'],
      ['consent', 'terms_pending', 'active'],
    ]);
    const kept = await atelier.db.read('SELECT 1 FROM enrollment_consents WHERE enrollment_id = $1', [id]);
    expect(kept).toHaveLength(1);
  });

  test('to an outdated version or a wrong hash is refused with what is in force', async () => {
    const program = await openProgram(atelier);
    const id = await invited(program.id);
    const { terms: old } = await termsOf(id);
    const published = await atelier.request<{ id: string; hash: string }>(
      'POST',
      `/api/v1/programs/${program.id}/terms`,
      { as: 'manager', body: { clauses: clauses('changed') } },
    );
    const inForce = { termsId: published.body.id, hash: published.body.hash };
    for (const body of [
      { termsId: old.id, hash: old.hash },
      { termsId: inForce.termsId, hash: old.hash },
      { termsId: old.id, hash: inForce.hash },
    ]) {
      expect(await member(id, 'consent', 'artist', body)).toMatchObject({
        status: 409,
        body: { code: 'enrollment.terms_outdated', version: 2, ...inForce },
      });
    }
    expect((await member(id, 'consent', 'artist', { termsId: old.id, hash: 'short' })).status).toBe(422);
    expect((await member(id, 'consent', 'artist', inForce)).body.state).toBe('active');
  });

  test('to newer terms adds a consent and moves nobody; the old ones govern until then', async () => {
    const program = await openProgram(atelier);
    const id = await enrolled(program.id);
    const { body: next } = await atelier.request<{ id: string; hash: string }>(
      'POST',
      `/api/v1/programs/${program.id}/terms`,
      { as: 'manager', body: { clauses: clauses('newer') } },
    );
    expect(await termsOf(id)).toMatchObject({ isAccepted: false, consent: { version: 1 } });
    const view = await member(id, 'consent', 'artist', { termsId: next.id, hash: next.hash });
    expect(view.body).toMatchObject({ state: 'active', consent: { version: 2 } });
    expect(await eventsOf('enrollmentId', id)).toHaveLength(2);
  });

  test('is the artist’s own: a stranger finds nothing, a manager may look but not accept', async () => {
    const program = await openProgram(atelier);
    const id = await invited(program.id);
    const { terms } = await termsOf(id, 'manager');
    const body = { termsId: terms.id, hash: terms.hash };
    expect((await member(id, 'consent', 'artist2', body)).status).toBe(404);
    expect((await member(id, 'consent', 'manager', body)).status).toBe(403);
    expect((await atelier.request('GET', `/api/v1/enrollments/${id}/terms`, { as: 'artist2' })).status).toBe(
      404,
    );
    expect((await atelier.request('GET', `/api/v1/enrollments/${id}`, { as: 'artist2' })).status).toBe(404);
  });

  test('cannot be changed afterwards, not even by hand', async () => {
    const program = await openProgram(atelier);
    const id = await enrolled(program.id);
    await expect(
      atelier.db.tx((tx) => tx.run(`DELETE FROM enrollment_consents WHERE enrollment_id = $1`, [id])),
    ).rejects.toThrow(/never changed/);
  });
});

describe('an enrollment', () => {
  test('is paused and resumed by its artist and by nobody else', async () => {
    const program = await openProgram(atelier);
    const id = await enrolled(program.id);
    expect((await member(id, 'pause', 'manager')).status).toBe(403);
    expect((await member(id, 'pause', 'artist2')).status).toBe(404);
    expect((await member(id, 'pause', 'artist')).body).toMatchObject({
      state: 'paused',
      available: ['resume', 'leave'],
    });
    await expect(
      atelier.app.get(EnrollmentService).activeOf(atelier.people.artist.id, program.id),
    ).rejects.toMatchObject({ code: 'enrollment_paused', kind: 'forbidden' });
    expect((await member(id, 'resume', 'artist')).body.state).toBe('active');
  });

  test('is left in one step, and the artist is an alumnus soon after', async () => {
    const program = await openProgram(atelier);
    const id = await enrolled(program.id);
    expect((await member(id, 'leave', 'manager')).status).toBe(403);
    expect((await member(id, 'leave', 'artist')).body).toMatchObject({
      state: 'offboarding',
      available: ['stay'],
    });
    expect((await member(id, 'leave', 'artist')).status).toBe(200);
    await atelier.app.get(SweepService).moveDue();
    expect((await member(id, 'stay', 'artist2')).status).toBe(404);
    await passUndo(id);
    expect((await member(id, 'stay', 'artist')).body).toMatchObject({ code: 'enrollment.left_for_good' });
    await atelier.app.get(SweepService).moveDue();
    expect((await atelier.request('GET', `/api/v1/enrollments/${id}`, { as: 'artist' })).body.state).toBe(
      'alumni',
    );
    expect((await eventsOf('enrollmentId', id)).map(({ verb }) => verb)).toEqual([
      'invite',
      'consent',
      'leave',
      'finish',
    ]);
    await expect(
      atelier.app.get(EnrollmentService).activeOf(atelier.people.artist.id, program.id),
    ).rejects.toMatchObject({ code: 'not_enrolled' });
  });

  test.each([
    ['active', []],
    ['paused', ['pause']],
  ])(
    'that was %s when it was left can be taken back for a day, and holds its seat',
    async (state, before) => {
      const program = await openProgram(atelier, { capacity: 1 });
      const id = await enrolled(program.id);
      for (const verb of before) await member(id, verb, 'artist');
      await member(id, 'leave', 'artist');
      await expect(
        atelier.app.get(EnrollmentService).activeOf(atelier.people.artist.id, program.id),
      ).rejects.toMatchObject({ kind: 'forbidden' });
      expect((await member(id, 'stay', 'artist')).body).toMatchObject({ state, canStayUntil: null });
    },
  );

  test('is told when access ends, 30, 7 and 1 days ahead, each once, and again when the end moves', async () => {
    const program = await openProgram(atelier);
    const id = await enrolled(program.id);
    const endsIn = (days: number): Promise<unknown> =>
      atelier.db.tx((tx) =>
        tx.run(
          `UPDATE program_programs SET starts_at = now() - interval '1 day',
             ends_at = date_trunc('day', now()) + make_interval(days => $2) WHERE id = $1`,
          [program.id, days],
        ),
      );
    const told = async (): Promise<number[]> =>
      (
        await atelier.db.read<{ days: number }>(
          `SELECT (payload->>'days')::int AS days FROM platform_events
           WHERE name = 'enrollment.access_expiring' AND payload->>'enrollmentId' = $1 ORDER BY id`,
          [id],
        )
      ).map(({ days }) => days);
    const expiry = atelier.app.get(ExpiryService);
    await endsIn(60);
    await expiry.warn();
    expect(await told()).toEqual([]);
    await endsIn(20);
    await Promise.all([expiry.warn(), expiry.warn()]);
    await expiry.warn();
    expect(await told()).toEqual([30]);
    await endsIn(5);
    await expiry.warn();
    expect(await told()).toEqual([30, 7]);
    await expiry.warn(new Date(Date.now() + 4.5 * 86_400_000));
    await expiry.warn(new Date(Date.now() + 4.5 * 86_400_000));
    expect(await told()).toEqual([30, 7, 1]);
  });

  test('is listed to its artist, and all are to a manager', async () => {
    const program = await openProgram(atelier);
    const mine = await enrolled(program.id, 'artist');
    const theirs = await invited(program.id, 'artist2');
    const list = async (as: CastName, query = ''): Promise<string[]> => {
      const answer = await atelier.request<{ items: EnrollmentBody[] }>(
        'GET',
        `/api/v1/enrollments?programId=${program.id}${query}`,
        { as },
      );
      return answer.body.items.map(({ id }) => id);
    };
    expect(await list('artist')).toEqual([mine]);
    expect(await list('finance')).toEqual([]);
    expect(await list('manager')).toEqual([theirs, mine]);
    expect(await list('manager', '&state=terms_pending')).toEqual([theirs]);
  });
});

test('the standing checks find nothing after all of this', async () => {
  expect(await violations(atelier, 'program-')).toEqual({});
  expect(await violations(atelier, 'enrollment-')).toEqual({});
});
