import { RulingService } from '../../src/modules/enrollment/rulings/ruling.service';
import { PrecedentService } from '../../src/modules/enrollment';
import { PeopleService } from '../../src/modules/access';
import { SYSTEM } from '../../src/kernel/actor';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { entrance } from '../support/enrollment';
import { openProgram } from '../support/program';
import { violations } from '../support/invariants';

let atelier: TestApp;
let program: { id: string; slug: string };
beforeAll(async () => {
  atelier = await startTestApp('rulings');
  program = await openProgram(atelier);
  await entrance(() => atelier).enrolled(program.id, 'artist');
});
afterAll(() => atelier.stop());

type Body = Record<string, unknown> & {
  id: string;
  items: { id: string; question: string }[];
  available: string[];
};
const ask = (method: string, path: string, as: CastName | undefined, body?: object) =>
  atelier.request<Body>(method, `/api/v1/${path}`, { ...(as && { as }), ...(body && { body }) });
const question = (more: object = {}) => ({
  programId: program.slug,
  topic: 'show',
  question: 'May I show the clip of the lighthouse at a festival?',
  context: 'artist of the test, at the festival of Toruń',
  ...more,
});
const answer = (more: object = {}) => ({
  outcome: 'yes',
  answer: 'Yes: the clause covers unreleased features only.',
  precedentQuestion: 'May a clip be shown at a festival?',
  precedentAnswer: 'Yes, as long as nothing unreleased is in the picture.',
  ...more,
});
const rule = (id: string, as: CastName, more: object = {}) =>
  ask('POST', `questions/${id}/rule`, as, answer(more));
const overdue = (id: string) =>
  atelier.db.tx((tx) =>
    tx.run(`UPDATE enrollment_rulings SET due_at = now() - interval '1 minute' WHERE id = $1`, [id]),
  );

describe('“May I?”', () => {
  test('is asked by artists of the programme, with a clause that exists', async () => {
    expect((await ask('POST', 'questions', 'artist2', question())).body).toMatchObject({
      code: 'enrollment.not_enrolled',
    });
    expect((await ask('POST', 'questions', 'manager', question())).status).toBe(403);
    expect((await ask('POST', 'questions', 'artist', question({ clauseId: 'XX-9' }))).body).toMatchObject({
      code: 'enrollment.clause_unknown',
    });
    const made = await ask('POST', 'questions', 'artist', question({ clauseId: 'SH-1' }));
    expect(made).toMatchObject({
      status: 201,
      body: {
        state: 'asked',
        isConfidential: false,
        clauseId: 'SH-1',
        termsVersion: 1,
        available: ['withdraw'],
      },
    });
    const due = new Date(String(made.body.dueAt)).getTime() - new Date(String(made.body.askedAt)).getTime();
    expect(due).toBeGreaterThanOrEqual(2 * 86_400_000);
    expect((await ask('GET', `questions/${made.body.id}`, 'artist2')).status).toBe(404);
    expect((await ask('GET', `questions/${made.body.id}`, 'manager')).status).toBe(404);
    expect((await ask('POST', `questions/${made.body.id}/withdraw`, 'artist')).body).toMatchObject({
      state: 'withdrawn',
    });
    expect((await rule(made.body.id, 'reviewer')).status).toBe(409);
  });

  test('is answered by somebody without a stake, once, for good, and for everybody to read', async () => {
    const { body: asked } = await ask('POST', 'questions', 'artist', question({ clauseId: 'SH-1' }));
    const { body: queue } = await ask('GET', 'questions/queue', 'reviewer');
    expect(queue.items.map(({ id }) => id)).toContain(asked.id);
    expect(JSON.stringify(queue.items)).not.toContain('"askerName":"artist');
    expect((await ask('GET', 'questions/queue', 'artist')).status).toBe(403);
    for (const as of ['manager', 'admin', 'artist'] as const)
      expect((await rule(asked.id, as)).status).toBe(403);
    expect((await rule(asked.id, 'reviewer', { outcome: 'conditions' })).body).toMatchObject({
      code: 'enrollment.conditions_missing',
    });
    expect((await rule(asked.id, 'reviewer', { precedentAnswer: undefined })).body).toMatchObject({
      code: 'enrollment.precedent_missing',
    });
    expect(
      (await rule(asked.id, 'reviewer', { precedentQuestion: 'May the artist ada@example.org show it?' }))
        .body,
    ).toMatchObject({
      code: 'enrollment.precedent_names_somebody',
      found: expect.arrayContaining(['ada@example.org']),
    });
    const both = await Promise.all([
      rule(asked.id, 'reviewer'),
      rule(asked.id, 'reviewer2', { outcome: 'no' }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const { body: mine } = await ask('GET', `questions/${asked.id}`, 'artist');
    expect(mine).toMatchObject({ state: 'ruled', answer: answer().answer, isPublished: true, available: [] });
    const { body: shown } = await ask('GET', `rulings/${asked.id}`, undefined);
    expect(shown).toMatchObject({
      question: answer().precedentQuestion,
      clauseId: 'SH-1',
      isBySilence: false,
    });
    expect(JSON.stringify(shown)).not.toMatch(/Toruń|of the test/);
    await expect(
      atelier.db.tx((tx) => tx.run(`UPDATE enrollment_rulings SET outcome = 'no' WHERE id = $1`, [asked.id])),
    ).rejects.toThrow(/never changed/);
    await expect(
      atelier.db.tx((tx) => tx.run(`DELETE FROM enrollment_rulings WHERE id = $1`, [asked.id])),
    ).rejects.toThrow(/stay on record/);
    await atelier.settle();
    const notices = await ask('GET', 'notices?limit=100', 'artist');
    expect(JSON.stringify(notices.body.items)).toContain('question.ruled');
    const precedents = atelier.app.get(PrecedentService);
    await expect(precedents.cite(program.id, asked.id)).resolves.toMatchObject({ clauseId: 'SH-1' });
    await expect(precedents.cite('prg_other', asked.id)).rejects.toMatchObject({ code: 'ruling_unknown' });
    await expect(precedents.cite(program.id, 'rul_none')).rejects.toMatchObject({ code: 'ruling_unknown' });
  });

  test('is never ruled by the programme’s own people: the database refuses them as well', async () => {
    const { body: asked } = await ask('POST', 'questions', 'artist', question());
    const people = atelier.app.get(PeopleService);
    const both = await atelier.db.tx((tx) =>
      people.create(
        tx,
        {
          name: 'Two Hats',
          email: 'two@example.org',
          password: 'correct horse battery',
          roles: ['manager', 'reviewer'],
        },
        SYSTEM,
      ),
    );
    for (const ruler of [both.id, atelier.people.manager.id, atelier.people.artist.id]) {
      await expect(
        atelier.db.tx((tx) =>
          tx.run(
            `UPDATE enrollment_rulings SET state = 'ruled', outcome = 'yes', answer = 'Yes, of course.', ruler_id = $2,
               decided_at = now() WHERE id = $1`,
            [asked.id, ruler],
          ),
        ),
      ).rejects.toThrow(/do not rule|check constraint/);
    }
  });

  test('without an answer in time is a yes, dated and public; but never about secrets', async () => {
    const text = 'May I, artist of the test, write to me@example.org about lanterns? https://example.org/me';
    const { body: open } = await ask(
      'POST',
      'questions',
      'artist',
      question({ topic: 'speak', question: text }),
    );
    const { body: secret } = await ask('POST', 'questions', 'artist', question({ topic: 'secret' }));
    // The clause decides, not the name that the asker gives it.
    const { body: disguised } = await ask(
      'POST',
      'questions',
      'artist',
      question({ topic: 'show', clauseId: 'CO-1' }),
    );
    expect(disguised).toMatchObject({ isConfidential: true });
    const service = atelier.app.get(RulingService);
    await service.grantSilent();
    expect((await ask('GET', `questions/${open.id}`, 'artist')).body).toMatchObject({ state: 'asked' });
    for (const { id } of [open, secret, disguised]) await overdue(id);
    const granted = await Promise.all([service.grantSilent(), service.grantSilent()]);
    expect(granted.reduce((sum, one) => sum + one)).toBe(1);
    expect((await ask('GET', `questions/${open.id}`, 'artist')).body).toMatchObject({
      state: 'granted',
      outcome: 'yes',
      decidedAt: expect.any(String),
    });
    for (const { id } of [secret, disguised])
      expect((await ask('GET', `questions/${id}`, 'artist')).body).toMatchObject({
        state: 'asked',
        outcome: null,
      });
    const { body: shown } = await ask('GET', `rulings/${open.id}`, undefined);
    expect(shown).toMatchObject({ isBySilence: true, outcome: 'yes' });
    expect(shown.question).toContain('lanterns');
    expect(shown.question).not.toMatch(/example\.org|of the test/);
    expect((await ask('GET', 'rulings/numbers', undefined)).body).toMatchObject({ bySilence: 1, late: 2 });
    expect(
      (await rule(secret.id, 'reviewer', { precedentQuestion: undefined, precedentAnswer: undefined }))
        .status,
    ).toBe(200);
    expect((await ask('GET', `rulings/${secret.id}`, undefined)).status).toBe(404);
  });

  test('precedents are found by their words, outcome and clause', async () => {
    const { body: asked } = await ask(
      'POST',
      'questions',
      'artist',
      question({ topic: 'use', clauseId: 'RU-1' }),
    );
    await rule(asked.id, 'reviewer2', {
      outcome: 'no',
      precedentQuestion: 'May puppets of politicians be animated?',
      precedentAnswer: 'No: a puppet that is recognisably a person needs consent.',
    });
    const find = async (query: string) =>
      (await ask('GET', `rulings?${query}`, undefined)).body.items.map(({ id }) => id);
    expect(await find('words=puppet')).toEqual([asked.id]);
    expect(await find('words=animating%20politician')).toEqual([asked.id]);
    expect(await find('words=zeppelin')).toEqual([]);
    expect(await find('clauseId=RU-1&outcome=no')).toEqual([asked.id]);
    expect(await find(`words=${encodeURIComponent(`'; DROP TABLE x; --`)}`)).toEqual([]);
    expect(await find(`words=${encodeURIComponent('puppet & | ! (')}`)).toEqual([asked.id]);
  });
});

test('the standing checks find nothing after all of this', async () => {
  expect(await violations(atelier, 'enrollment-')).toEqual({});
});
