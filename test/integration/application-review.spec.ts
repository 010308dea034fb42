import { alsoStaff, startTestApp, type TestApp } from '../support/app';
import { violations } from '../support/invariants';
import { PNG, selection, type Applied } from '../support/selection';

let atelier: TestApp;
const { post, get, programme, apply, panel, reviewsOf, score, upload } = selection(() => atelier);

beforeAll(async () => {
  atelier = await startTestApp('application_review', { roles: ['api'] });
}, 60_000);
afterAll(() => atelier?.stop());

/** Three applications, handed out to two reviewers. */
async function handedOut(): Promise<{ program: string; ids: string[] }> {
  const program = await programme('review');
  const ids: string[] = [];
  for (const as of ['artist', 'artist2', 'artist3'] as const) ids.push((await apply(program, as)).body.id);
  await panel(program, ['reviewer', 'reviewer2']);
  const answer = await post(`programs/${program}/selection/hand-out`, 'manager');
  expect(answer.body).toEqual({ handedOut: 3, left: 0 });
  return { program, ids };
}

const seen = async (id: string, as: 'manager' | 'artist' | 'artist2' = 'manager') =>
  (await get<Applied>(`applications/${id}`, as)).body;

describe('selection by people', () => {
  test('needs a panel as large as was published, and criteria', async () => {
    const program = await programme('review');
    await apply(program, 'artist');
    await panel(program, ['reviewer']);
    const small = await post(`programs/${program}/selection/hand-out`, 'manager');
    expect(small).toMatchObject({
      status: 409,
      body: { code: 'enrollment.panel_too_small', needed: 2, people: 1 },
    });
    const artist = { personId: atelier.people.artist2.id };
    expect((await post(`programs/${program}/selection/panel`, 'manager', artist)).body.code).toBe(
      'enrollment.cannot_review',
    );
    const bare = await programme('review', 10, null);
    await panel(bare, ['reviewer', 'reviewer2']);
    expect((await post(`programs/${bare}/selection/hand-out`, 'manager')).body.code).toBe(
      'enrollment.rubric_missing',
    );
  });

  test('hands everything to two people without whose it is, and managers do not know either', async () => {
    const program = await programme('review');
    const { body: draft } = await apply(program, 'artist', { draft: true, team: 'North Films' });
    await upload(draft.id, PNG, 'Anna Artist portrait');
    await post(`applications/${draft.id}/submit`, 'artist');
    await panel(program, ['reviewer', 'reviewer2']);
    await post(`programs/${program}/selection/hand-out`, 'manager');
    for (const as of ['reviewer', 'reviewer2'] as const) {
      const [review] = await reviewsOf(as, program);
      expect(review).toMatchObject({ state: 'assigned', statement: 'Long takes.' });
      expect(review?.answers.map(({ key }) => key)).toEqual(['idea', 'tools', 'adult']);
      expect(review?.files[0]?.name).toMatch(/^file-\w{4}\.png$/);
      const text = JSON.stringify(review);
      for (const hint of ['Ghent', 'North Films', 'Anna', atelier.people.artist.id, 'artist of the test'])
        expect(text).not.toContain(hint);
      const file = await fetch(`${atelier.url}${review?.files[0]?.link}`, {
        headers: { cookie: atelier.people[as].cookie },
      });
      expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="file-\w{4}\.png"$/);
    }
    const managed = await get<{ items: Applied[] }>(`applications?programId=${program}`, 'manager');
    expect(managed.body.items[0]).toMatchObject({ isBlind: true, personId: null, team: '' });
    expect(JSON.stringify(managed.body)).not.toContain('artist of the test');
    expect((await seen(draft.id, 'artist')).personName).toBe('artist of the test');
  });

  test('weighs whole scores, shows the spread, and decides nobody before all are there', async () => {
    const { program, ids } = await handedOut();
    const id = ids[0] as string;
    const review = async (as: 'reviewer' | 'reviewer2') =>
      (await reviewsOf(as, program)).find(({ applicationId }) => applicationId === id)?.id ?? '';
    const part = await post(`application-reviews/${await review('reviewer')}/complete`, 'reviewer', {
      scores: { craft: 3 },
    });
    expect(part).toMatchObject({
      status: 422,
      body: { code: 'enrollment.scores_missing', missing: ['idea'] },
    });
    expect((await score(await review('reviewer'), 'reviewer', 5, 4)).body).toMatchObject({
      score: 4.6,
      state: 'completed',
    });
    const early = await post(`applications/${id}/invite`, 'manager');
    expect(early).toMatchObject({
      status: 409,
      body: { code: 'enrollment.reviews_missing', completed: 1, needed: 2 },
    });
    await score(await review('reviewer2'), 'reviewer2', 2);
    expect((await seen(id)).score).toMatchObject({ mean: 3.3, spread: 2.6, reviews: 2 });
    expect((await seen(id, 'artist')).score).toBeNull();
    const notes = await get<{ items: { note: string }[] }>(`applications/${id}/review-notes`, 'manager');
    expect(notes.body.items.map(({ note }) => note)).toEqual(['note of reviewer2', 'note of reviewer']);
    const best = await get<{ items: Applied[] }>(`applications?programId=${program}&sort=score`, 'manager');
    expect(best.body.items.map((one) => one.id)).toEqual([id]);
    expect((await post<Applied>(`applications/${id}/invite`, 'manager')).body).toMatchObject({
      state: 'invited',
      isBlind: false,
    });
    expect((await seen(id, 'artist')).comments.toSorted()).toEqual(['Comment 2', 'Comment 5']);
    const closed = await post(`application-reviews/${await review('reviewer')}/reopen`, 'reviewer');
    expect(closed).toMatchObject({ status: 409, body: { code: 'enrollment.review_over' } });
  });

  test('declines before that only what cannot be scored, with reasons', async () => {
    const { ids } = await handedOut();
    const decline = (code: string) =>
      post(`applications/${ids[1]}/decline`, 'manager', {
        reasons: [{ code, text: 'The form asks for adults; you said you are not one.' }],
      });
    expect((await decline('fit')).body.code).toBe('enrollment.reviews_missing');
    expect((await decline('eligibility')).body).toMatchObject({ state: 'declined' });
  });

  test('ends the access of whoever declares a conflict, and asks somebody else', async () => {
    const { program, ids } = await handedOut();
    await panel(program, ['manager2']);
    const mine = (await reviewsOf('reviewer', program)).find(({ applicationId }) => applicationId === ids[0]);
    const path = `application-reviews/${mine?.id}`;
    expect(
      (await post(`${path}/recuse`, 'reviewer', { panelNote: 'We share a studio.' })).body,
    ).toMatchObject({
      state: 'recused',
      statement: '',
      answers: [],
      portfolio: [],
      files: [],
      available: [],
    });
    expect((await score(mine?.id ?? '', 'reviewer', 5)).status).toBe(409);
    const instead = (await reviewsOf('manager2', program)).map(({ applicationId }) => applicationId);
    expect(instead).toContain(ids[0]);
    await expect(
      atelier.db.tx((tx) =>
        tx.run(`UPDATE enrollment_reviews SET state = 'completed', score = 100 WHERE id = $1`, [mine?.id]),
      ),
    ).rejects.toThrow('conflict of interest');
    const other = (await reviewsOf('manager2', program)).find(
      ({ applicationId }) => applicationId === ids[0],
    );
    await post(`application-reviews/${other?.id}/recuse`, 'manager2', { panelNote: 'A friend.' });
    expect((await get(`applications/${ids[0]}`, 'manager2')).status).toBe(404);
    expect((await post(`applications/${ids[0]}/decline`, 'manager2')).status).toBe(404);
    const list = await get<{ items: Applied[] }>(`applications?programId=${program}`, 'manager2');
    expect(list.body.items.map(({ id }) => id)).not.toContain(ids[0]);
    const standing = await get(`programs/${program}/selection`, 'manager');
    expect(standing.body).toMatchObject({ conflicts: [{ kind: 'recused', count: 2 }], short: [ids[0]] });
  });

  test('gives nobody their own or one of their team, nor does the database', async () => {
    const program = await programme('review');
    const { body } = await apply(program, 'artist', { team: ' North  Films ' });
    await alsoStaff(atelier, 'artist', 'reviewer', async () => {
      await panel(program, ['artist', 'reviewer2']);
      await panel(program, ['reviewer'], 'north films');
      await post(`programs/${program}/selection/hand-out`, 'manager');
      expect(await reviewsOf('artist', program)).toEqual([]);
      expect(await reviewsOf('reviewer', program)).toEqual([]);
      expect(await reviewsOf('reviewer2', program)).toHaveLength(1);
      const insert = (reviewer: string) =>
        atelier.db.tx((tx) =>
          tx.run(
            `INSERT INTO enrollment_reviews (id, program_id, application_id, reviewer_id, state) VALUES ($1, $2, $3, $4, 'assigned')`,
            [`rev_${reviewer}`, program, body.id, reviewer],
          ),
        );
      await expect(insert(atelier.people.artist.id)).rejects.toThrow('conflict of interest');
      const standing = await get(`programs/${program}/selection`, 'manager');
      expect(standing.body).toMatchObject({
        conflicts: [
          { kind: 'own', count: 1 },
          { kind: 'same_team', count: 1 },
        ],
      });
    });
  });

  test('starts over when its author writes on, and is somebody else’s to see never', async () => {
    const { program, ids } = await handedOut();
    const review = (await reviewsOf('reviewer', program)).find(
      ({ applicationId }) => applicationId === ids[2],
    );
    await score(review?.id ?? '', 'reviewer', 5);
    for (const verb of ['withdraw', 'reopen', 'submit'])
      await post(`applications/${ids[2]}/${verb}`, 'artist3');
    expect((await seen(ids[2] as string)).score).toMatchObject({ mean: null, reviews: 0 });
    expect((await get(`application-reviews/${review?.id}`, 'reviewer2')).status).toBe(404);
    expect((await get('application-reviews', 'artist')).status).toBe(403);
  });

  test('counts the days over its promise, for ever', async () => {
    const { program, ids } = await handedOut();
    const id = ids[1] as string;
    await atelier.db.tx((tx) =>
      tx.run(`UPDATE enrollment_applications SET decide_by = now() - interval '50 hours' WHERE id = $1`, [
        id,
      ]),
    );
    expect(await seen(id, 'artist2')).toMatchObject({ daysLate: 3 });
    const late = await get<{ items: Applied[] }>(
      `applications?programId=${program}&late=true&sort=due`,
      'manager',
    );
    expect(late.body.items.map((one) => one.id)).toEqual([id]);
    for (const as of ['reviewer', 'reviewer2'] as const)
      await score(
        (await reviewsOf(as, program)).find(({ applicationId }) => applicationId === id)?.id ?? '',
        as,
        3,
      );
    await post(`applications/${id}/waitlist`, 'manager', {
      reviewAt: new Date(Date.now() + 86_400_000).toISOString(),
    });
    expect(await seen(id, 'artist2')).toMatchObject({
      state: 'waitlisted',
      daysLate: 3,
      waiting: { place: 1, position: 1 },
    });
    expect((await get(`programs/${program}/selection`, 'manager')).body).toMatchObject({
      promise: { open: 0, late: 1, kept: 0 },
    });
  });

  test('leaves no standing invariant broken', async () => {
    expect(await violations(atelier, 'enrollment-')).toEqual({});
  });
});
