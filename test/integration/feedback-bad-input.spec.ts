import type { VoidView } from '../../src/modules/feedback/voids/void.dto';
import { answers, taskClip, taskDesk, tasksOf } from '../support/tasks';

const desk = taskDesk('feedback_bad_input', ['feedback-', 'ledger-', 'compensation-']);

const { ask, make, open, take, submit, accept } = tasksOf(() => desk.atelier);
const draftOf = async (id: string) => (await ask('GET', `/task-seats/${id}`, 'artist')).body;
const save = (id: string, given: object, formVersion = 1) =>
  ask('PUT', `/task-seats/${id}/draft`, 'artist', { formVersion, answers: given });
const count = async (table: string): Promise<number> =>
  (await desk.atelier.db.read<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`))[0]?.count ??
  -1;

describe('markers', () => {
  test('outside of the clip, backwards or outside of the picture are refused by name, and the draft stays', async () => {
    const [a, b] = [await taskClip(desk.atelier), await taskClip(desk.atelier)];
    const questions = [
      { key: 'better', label: 'Which?', kind: 'pairwise', clips: [a, b] },
      { key: 'where', label: 'Where does it slide?', kind: 'markers', clips: [a] },
      { key: 'tags', label: 'What?', kind: 'choice', options: ['hands', 'fog'], isMultiple: true },
    ];
    const task = await open(desk.programId, { questions });
    expect(task.clips.map(({ seconds }) => seconds)).toEqual([8, 8]);
    const { id } = (await take(task.id)).body;
    const whole = {
      better: { prefers: 'a', because: 'calmer' },
      where: [{ at: 1, until: 2, note: 'here' }],
      tags: ['fog'],
    };
    const draft = { formVersion: 1, answers: whole };
    await ask('PUT', `/task-seats/${id}/draft`, 'artist', draft);
    const region = { x: 0, y: 0, w: 1, h: 1 };
    for (const [where, field] of [
      [[{ at: 9, note: 'late' }], 'where.0.at'],
      [[{ at: -1, note: 'early' }], 'where.0.at'],
      [
        [
          { at: 1, note: 'good' },
          { at: 7, until: 8.5, note: 'late' },
        ],
        'where.1.until',
      ],
      [[{ at: 3, until: 2, note: 'back' }], 'where.0.until'],
      [[{ at: 3, until: 3, note: 'empty' }], 'where.0.until'],
      [[{ at: 1, note: 'wide', region: { ...region, x: 0.2 } }], 'where.0.region'],
      [[{ at: 1, note: 'low', region: { ...region, y: 0.1 } }], 'where.0.region'],
      [[{ at: 1, note: 'flat', region: { ...region, h: 0 } }], 'where.0.region.h'],
      [[{ at: 1, note: 'left', region: { ...region, x: -0.1, w: 0.1 } }], 'where.0.region.x'],
      [[{ at: 1 }], 'where.0.note'],
      [[], 'where'],
    ] as const) {
      const refused = await submit(id, 'artist', { answers: { ...whole, where } });
      expect(refused).toMatchObject({ status: 422, body: { code: 'feedback.answers_unfit' } });
      const faults = refused.body.faults as { field: string; says: string }[];
      expect(faults.map((fault) => fault.field)).toEqual([field]);
      expect(faults[0]?.says).toContain('“Where does it slide?”');
    }
    expect((await ask('GET', `/task-seats/${id}`, 'artist')).body).toMatchObject({
      state: 'taken',
      draft: whole,
    });
    expect(await submit(id, 'artist', { answers: whole })).toMatchObject({
      status: 200,
      body: { answers: whole },
    });
  });
});

describe('a form that is not the one that was accepted', () => {
  test('takes neither draft nor answers; what was saved stays', async () => {
    const { id } = (await take((await open(desk.programId, { seats: 1 })).id)).body;
    await save(id, { calm: 4 });
    const changed = { status: 409, body: { code: 'feedback.form_changed', formVersion: 1 } };
    expect(await save(id, { calm: 1 }, 2)).toMatchObject(changed);
    expect(await submit(id, 'artist', { formVersion: 2 })).toMatchObject(changed);
    expect(await draftOf(id)).toMatchObject({ state: 'taken', draft: { calm: 4 }, answers: null });
    expect((await submit(id)).body).toMatchObject({ state: 'submitted', answers });
  });

  test('cannot come about behind an artist’s back: the database keeps what was published', async () => {
    const task = await open(desk.programId);
    for (const [column, value] of [
      ['form', `'{"questions": []}'`],
      ['price', '1'],
      ['kill_fee', '0'],
      ['minutes', '1'],
    ])
      await expect(
        desk.owner.query(`UPDATE feedback_task_forms SET ${column} = ${value} WHERE task_id = $1`, [task.id]),
      ).rejects.toThrow(/stays/);
  });
});

describe('a second submit', () => {
  test('of the same changes nothing, of something else is refused, of two at once one stands', async () => {
    const { id } = (await take((await open(desk.programId, { seats: 1 })).id)).body;
    const one = { answers: { calm: 2, why: 'It drifts.' }, minutes: 11 };
    const other = { answers: { calm: 5, why: 'It is calm.' }, minutes: 12 };
    const both = await Promise.all([submit(id, 'artist', one), submit(id, 'artist', other)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const stands = both[0]?.status === 200 ? one : other;
    expect(await draftOf(id)).toMatchObject({ answers: stands.answers, claimedMinutes: stands.minutes });
    expect((await submit(id, 'artist', stands)).status).toBe(200);
    expect((await submit(id, 'artist', { ...stands, minutes: 500 })).body.code).toBe(
      'feedback.submitted_already',
    );
    expect((await submit(id, 'artist', { ...stands, isPartial: true })).body.code).toBe(
      'feedback.submitted_already',
    );
    expect((await save(id, { calm: 1 })).body.code).toBe('feedback.wrong_state');
    await accept(id);
    await desk.atelier.settle();
    const paid = await desk.atelier.db.read(
      `SELECT amount FROM compensation_earnings WHERE cause_type = 'task_seat' AND cause_id = $1`,
      [id],
    );
    expect(paid).toEqual([{ amount: 500n }]);
  });
});

describe('a confirmed time', () => {
  test('of no length, in fractions or above a week is refused; nothing is handed in', async () => {
    const { id } = (await take((await open(desk.programId, { seats: 1 })).id)).body;
    for (const minutes of [0, -10, 2.5, 10_081, '10', null])
      expect((await submit(id, 'artist', { minutes })).status).toBe(422);
    expect(await draftOf(id)).toMatchObject({ state: 'taken', answers: null });
  });

  test('that is absurdly long is capped, said so to the artist at once, and waits for a person', async () => {
    const { id } = (await take((await open(desk.programId, { seats: 1 })).id)).body;
    expect((await submit(id, 'artist', { minutes: 70 })).body.timeState).toBe('confirmed');
    const long = (await take((await open(desk.programId, { seats: 1 })).id)).body.id;
    expect((await submit(long, 'artist', { minutes: 71 })).body).toMatchObject({
      timeState: 'capped',
      claimedMinutes: 71,
      minutes: 70,
    });
    await desk.atelier.settle();
    const { body } = await ask<{ items: { kind: string; text: string }[] }>('GET', '/notices', 'artist');
    expect(body.items.filter(({ kind }) => kind === 'task_time.capped').map(({ text }) => text)).toEqual([
      expect.stringContaining('You confirmed 71 minutes'),
    ]);
    await accept(long);
    const settle = (minutes: number, answer: string) =>
      ask('POST', `/task-seats/${long}/time`, 'manager', { minutes, answer });
    for (const minutes of [69, 72]) expect((await settle(minutes, 'Looked.')).status).toBe(422);
    expect((await settle(71, '  ')).body.code).toBe('feedback.answer_missing');
    expect((await settle(71, 'The clip was long.')).body).toMatchObject({
      minutes: 71,
      timeAnswer: 'The clip was long.',
    });
  });
});

describe('a price', () => {
  test('that is missing, zero, negative, broken or too large makes no task', async () => {
    const before = await count('feedback_tasks');
    for (const price of [undefined, 0, -1, -500]) {
      const refused = await make(desk.programId, { price });
      expect([refused.status, refused.body.code]).toEqual([422, 'feedback.unpriced']);
    }
    for (const price of [4.5, '500', 9_007_199_254_740_991, null])
      expect((await make(desk.programId, { price })).status).toBe(422);
    expect(await count('feedback_tasks')).toBe(before);
  });

  test('in a currency that is unknown, or not the programme’s, makes no task', async () => {
    const before = await count('feedback_tasks');
    for (const currency of ['XXX', 'eur', '', 'EUR ', null, 978]) {
      const refused = await make(desk.programId, { currency });
      expect([currency, refused.status, refused.body.code]).toEqual([currency, 422, 'input.invalid']);
    }
    const other = await make(desk.programId, { currency: 'JPY' });
    expect(other.body).toMatchObject({ code: 'feedback.currency_mismatch', currency: 'EUR' });
    expect(await count('feedback_tasks')).toBe(before);
  });
});

describe('a void', () => {
  test('without a second person takes nothing, in the interface and in the database', async () => {
    const { id } = (await take((await open(desk.programId, { seats: 1 })).id)).body;
    await submit(id);
    await accept(id);
    await desk.atelier.settle();
    const proposal = await ask<VoidView>('POST', '/feedback-voids', 'manager', {
      subject: 'task_seat',
      subjectId: id,
      reason: 'not_done',
      facts: 'The answers are those of another task.',
    });
    expect(proposal.status).toBe(201);
    const alone = await ask('POST', `/feedback-voids/${proposal.body.id}/confirm`, 'manager', {});
    expect(alone).toMatchObject({ status: 403, body: { code: 'feedback.second_person_missing' } });
    await expect(
      desk.owner.query(
        `UPDATE feedback_voids SET state = 'confirmed', decided_by = proposed_by WHERE id = $1`,
        [proposal.body.id],
      ),
    ).rejects.toThrow('feedback_void_by_two');
    await expect(
      desk.owner.query(`UPDATE feedback_voids SET state = 'confirmed' WHERE id = $1`, [proposal.body.id]),
    ).rejects.toThrow('feedback_void_is_decided');
    const paid = await desk.atelier.db.read(
      `SELECT state FROM compensation_earnings WHERE cause_type = 'task_seat' AND cause_id = $1`,
      [id],
    );
    expect(paid).toEqual([{ state: 'due' }]);
    expect(await draftOf(id)).toMatchObject({ state: 'accepted', payTaken: null });
  });
});
