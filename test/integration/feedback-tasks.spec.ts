import type { TaskPage } from '../../src/modules/feedback/tasks/task.dto';
import { TaskSweepService } from '../../src/modules/feedback/tasks/task-sweep.service';
import type { CastName } from '../support/app';
import { answers, taskClip, taskDesk, tasksOf } from '../support/tasks';

const ARTISTS = ['artist', 'artist2', 'artist3'] as const;
const desk = taskDesk('feedback_tasks', ['feedback-', 'ledger-', 'compensation-']);

const { ask, make, move, open, take, submit, accept } = tasksOf(() => desk.atelier);
const sweep = () => desk.atelier.app.get(TaskSweepService).sweep();
const run = (sql: string, values: unknown[]) => desk.atelier.db.tx((tx) => tx.run(sql, values));
/** Backdates a published task, which only the owner of the tables can: for everybody else it stays as it was shown. */
const over = async (id: string): Promise<void> => {
  await desk.owner.query('ALTER TABLE feedback_tasks DISABLE TRIGGER feedback_tasks_stay');
  await desk.owner.query(`UPDATE feedback_tasks SET due_at = now() - interval '1 minute' WHERE id = $1`, [
    id,
  ]);
  await desk.owner.query('ALTER TABLE feedback_tasks ENABLE TRIGGER feedback_tasks_stay');
};
const earnings = (seatIds: readonly string[]) =>
  desk.atelier.db.read<{ cause_type: string; cause_id: string; amount: bigint }>(
    `SELECT cause_type, cause_id, amount FROM compensation_earnings WHERE cause_id = ANY ($1) ORDER BY id`,
    [seatIds],
  );
const balance = async (account: string): Promise<bigint> =>
  (
    await desk.atelier.db.read<{ balance: bigint }>(`SELECT balance FROM ledger_accounts WHERE name = $1`, [
      account,
    ])
  )[0]?.balance ?? 0n;

describe('making a task', () => {
  test('is refused without a price, with a negative one, below the card’s promise, and in another currency', async () => {
    for (const price of [undefined, 0, -500])
      expect(await make(desk.programId, { price })).toMatchObject({
        status: 422,
        body: { code: 'feedback.unpriced' },
      });
    expect(await make(desk.programId, { price: 299 })).toMatchObject({
      status: 422,
      body: { code: 'feedback.under_minimum', minimum: { amount: 300, currency: 'EUR' } },
    });
    expect(await make(desk.programId, { price: 199, minutes: 1 })).toMatchObject({
      body: { code: 'feedback.under_minimum', minimum: { amount: 200 } },
    });
    expect(await make(desk.programId, { currency: 'USD' })).toMatchObject({
      status: 422,
      body: { code: 'feedback.currency_mismatch' },
    });
    expect((await make(desk.programId, { currency: 'XXX' })).status).toBe(422);
  });

  test('names each question that cannot be asked', async () => {
    const clip = await taskClip(desk.atelier, 'manager');
    const others = await taskClip(desk.atelier, 'manager2');
    const questions = [
      { key: 'a', label: 'One?', kind: 'choice', options: ['only'] },
      { key: 'a', label: 'Again?', kind: 'text' },
      { key: 'b', label: 'Steps?', kind: 'scale', min: 5, max: 1 },
      { key: 'c', label: 'Which?', kind: 'pairwise', clips: [clip, clip] },
      { key: 'd', label: 'Where?', kind: 'markers', clips: [others] },
      { key: 'E', label: 'Bad key', kind: 'text' },
    ];
    const { status, body } = await make(desk.programId, { questions });
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'feedback.form_unfit' });
    expect((body.faults as { question: string }[]).map(({ question }) => question)).toEqual([
      'a',
      'a',
      'b',
      'c',
      'd',
      'E',
    ]);
  });

  test('holds the price of all seats when it is published, and stays as it was shown', async () => {
    const draft = (await make(desk.programId, { questions: [] })).body;
    expect(await move(draft.id, 'publish')).toMatchObject({
      status: 409,
      body: { code: 'feedback.form_missing' },
    });
    const task = await open(desk.programId, { seats: 4 });
    expect(await balance(`task:${task.id}.EUR`)).toBe(2_000n);
    const change = await ask('PUT', `/tasks/${task.id}`, 'manager', {
      programId: desk.programId,
      title: task.title,
      seats: 9,
      dueAt: task.dueAt,
      minutes: 10,
      price: 900,
      currency: 'EUR',
      questions: [{ key: 'other', label: 'Else?', kind: 'text' }],
    });
    expect(change).toMatchObject({ status: 409, body: { code: 'feedback.wrong_state' } });
    await expect(
      run('UPDATE feedback_task_forms SET price = 1 WHERE task_id = $1', [task.id]),
    ).rejects.toThrow(/stays/);
    await expect(run('UPDATE feedback_tasks SET seats = 9 WHERE id = $1', [task.id])).rejects.toThrow(
      /stays/,
    );
    expect(
      await make(desk.programId, { seats: 1000, price: 500_000 }).then(({ body }) =>
        move(body.id, 'publish'),
      ),
    ).toMatchObject({
      status: 409,
      body: { code: 'feedback.fund_short' },
    });
  });
});

describe('doing a task', () => {
  test('price, minutes, hourly rate and due date are shown before accepting; drafts are not', async () => {
    const draft = (await make(desk.programId)).body;
    const task = await open(desk.programId);
    const { body } = await ask<TaskPage>('GET', '/tasks?state=open&limit=100', 'artist');
    expect(body.items.find(({ id }) => id === task.id)).toMatchObject({
      price: { amount: 500, currency: 'EUR' },
      killFee: { amount: 200 },
      minutes: 10,
      hourly: { amount: 3_000 },
      dueAt: task.dueAt,
      free: 5,
      available: ['take'],
      progress: null,
    });
    expect((await ask('GET', `/tasks/${draft.id}`, 'artist')).status).toBe(404);
  });

  test('never gives more seats than there are, however many ask at once', async () => {
    const task = await open(desk.programId, { seats: 2 });
    const all = await Promise.all([...ARTISTS, ...ARTISTS, ...ARTISTS].map((name) => take(task.id, name)));
    const held = new Set(all.filter(({ status }) => status === 200).map(({ body }) => body.id));
    expect(held.size).toBe(2);
    expect(
      all.filter(({ status }) => status !== 200).every(({ body }) => body.code === 'feedback.no_seat'),
    ).toBe(true);
    const seat = all.find(({ status }) => status === 200)?.body;
    const owner = ARTISTS.find((name) => desk.atelier.people[name].id === seat?.personId) as CastName;
    expect((await ask('POST', `/task-seats/${seat?.id}/release`, owner, {})).body).toMatchObject({
      state: 'released',
    });
    const again = await take(task.id, owner);
    expect(again.body).toMatchObject({ id: seat?.id, state: 'taken' });
  });

  test('keeps a draft, names what is missing, and is handed in once', async () => {
    const task = await open(desk.programId, { seats: 1 });
    expect(await take(task.id, 'artist', 2)).toMatchObject({
      status: 409,
      body: { code: 'feedback.form_changed' },
    });
    const { id } = (await take(task.id)).body;
    const draft = { formVersion: 1, answers: { calm: 4 } };
    expect((await ask('PUT', `/task-seats/${id}/draft`, 'artist', draft)).body).toMatchObject({
      draft: { calm: 4 },
    });
    expect((await ask('GET', `/task-seats/${id}`, 'artist2')).status).toBe(404);
    for (const [given, field] of [
      [{ calm: 4 }, 'why'],
      [{ calm: 9, why: 'x' }, 'calm'],
      [{ ...answers, other: 1 }, 'other'],
      [{ ...answers, why: '   ' }, 'why'],
    ] as const)
      expect(await submit(id, 'artist', { answers: given })).toMatchObject({
        status: 422,
        body: { code: 'feedback.answers_unfit', faults: [{ field }] },
      });
    expect(await submit(id, 'artist', { formVersion: 2 })).toMatchObject({
      status: 409,
      body: { code: 'feedback.form_changed' },
    });
    expect((await ask('GET', `/task-seats/${id}`, 'artist')).body).toMatchObject({ draft: { calm: 4 } });
    const twice = await Promise.all([submit(id), submit(id)]);
    expect(twice.map(({ status, body }) => [status, body.state])).toEqual([
      [200, 'submitted'],
      [200, 'submitted'],
    ]);
    expect(await submit(id, 'artist', { answers: { ...answers, why: 'Else' } })).toMatchObject({
      status: 409,
      body: { code: 'feedback.submitted_already' },
    });
    expect((await take(task.id)).body.code).toBe('feedback.seat_taken');
    const accepted = await Promise.all([accept(id), accept(id)]);
    expect(accepted.map(({ body }) => body.amount)).toEqual([
      { amount: 500, currency: 'EUR' },
      { amount: 500, currency: 'EUR' },
    ]);
    await desk.atelier.settle();
    expect(await earnings([id])).toEqual([{ cause_type: 'task_seat', cause_id: id, amount: 500n }]);
    expect((await ask('GET', `/tasks/${task.id}`, 'manager')).body).toMatchObject({ state: 'closed' });
    expect(await balance(`task:${task.id}.EUR`)).toBe(0n);
  });
});

describe('time and pay', () => {
  test('tops up everybody once by the confirmed median: 10 minutes at 5.00 that took 30 make 4.00 more at 18.00 an hour', async () => {
    const task = await open(desk.programId, { seats: 3 });
    const seats: string[] = [];
    for (const [index, name] of ARTISTS.entries()) {
      const { id } = (await take(task.id, name)).body;
      await submit(id, name, { minutes: [20, 30, 45][index] });
      seats.push(id);
    }
    for (const id of seats) expect((await accept(id)).status).toBe(200);
    await desk.atelier.settle();
    await Promise.all([sweep(), sweep()]);
    await desk.atelier.settle();
    const paid = await earnings(seats);
    expect(paid.filter(({ cause_type }) => cause_type === 'task_seat').map(({ amount }) => amount)).toEqual([
      500n,
      500n,
      500n,
    ]);
    expect(paid.filter(({ cause_type }) => cause_type === 'true_up').map(({ amount }) => amount)).toEqual([
      400n,
      400n,
      400n,
    ]);
  });

  test('an absurdly long time is capped for a look, which can only raise it, and the task waits for that', async () => {
    const task = await open(desk.programId, { seats: 1 });
    const { id } = (await take(task.id)).body;
    expect((await submit(id, 'artist', { minutes: 600 })).body).toMatchObject({
      timeState: 'capped',
      claimedMinutes: 600,
      minutes: 70,
    });
    await accept(id);
    expect((await ask('GET', `/tasks/${task.id}`, 'manager')).body).toMatchObject({
      state: 'open',
      progress: { openTimes: 1 },
    });
    const time = (minutes: number, as: CastName = 'manager') =>
      ask('POST', `/task-seats/${id}/time`, as, { minutes, answer: 'The clip was long.' });
    expect((await time(20)).status).toBe(422);
    expect((await time(90, 'artist')).status).toBe(403);
    expect((await time(90)).body).toMatchObject({ timeState: 'settled', minutes: 90, claimedMinutes: 600 });
    expect(await time(95)).toMatchObject({ status: 409, body: { code: 'feedback.time_settled' } });
    expect((await ask('GET', `/tasks/${task.id}`, 'manager')).body).toMatchObject({ state: 'closed' });
  });

  test('a part is paid by its share, what nobody decides in seven days is accepted', async () => {
    const task = await open(desk.programId, { seats: 1 });
    const { id } = (await take(task.id)).body;
    await submit(id, 'artist', { answers: { calm: 2 }, isPartial: true });
    await run(`UPDATE feedback_seats SET decide_by = now() - interval '1 minute' WHERE id = $1`, [id]);
    await Promise.all([sweep(), sweep()]);
    await desk.atelier.settle();
    expect((await ask('GET', `/task-seats/${id}`, 'artist')).body).toMatchObject({
      state: 'accepted',
      share: 'partial',
    });
    expect(await earnings([id])).toEqual([{ cause_type: 'task_seat', cause_id: id, amount: 250n }]);
  });

  test('cancelling pays the kill fee, or what was done when that is more, and what was handed in as ever', async () => {
    const task = await open(desk.programId, { seats: 4 });
    const [none, half, done] = [
      (await take(task.id, 'artist')).body.id,
      (await take(task.id, 'artist2')).body.id,
      (await take(task.id, 'artist3')).body.id,
    ];
    await ask('PUT', `/task-seats/${half}/draft`, 'artist2', { formVersion: 1, answers: { calm: 2 } });
    await submit(done, 'artist3');
    expect(await move(task.id, 'cancel')).toMatchObject({
      status: 422,
      body: { code: 'feedback.answer_missing' },
    });
    await Promise.all([
      move(task.id, 'cancel', { answer: 'The model changed.' }),
      move(task.id, 'cancel', { answer: 'Again.' }),
    ]);
    await accept(done);
    await desk.atelier.settle();
    const paid = new Map((await earnings([none, half, done])).map((row) => [row.cause_id, row.amount]));
    expect([none, half, done].map((id) => paid.get(id))).toEqual([200n, 250n, 500n]);
    expect(await balance(`task:${task.id}.EUR`)).toBe(0n);
    expect((await take(task.id)).body.code).toBe('feedback.seat_taken');
  });

  test('a seat expires with its task without a penalty, and the money goes back', async () => {
    const fund = await balance(`fund:${desk.programId}.EUR`);
    const task = await open(desk.programId, { seats: 2 });
    const { id } = (await take(task.id)).body;
    await over(task.id);
    await sweep();
    expect((await ask('GET', `/task-seats/${id}`, 'artist')).body).toMatchObject({
      state: 'expired',
      amount: null,
    });
    expect((await ask('GET', `/tasks/${task.id}`, 'manager')).body).toMatchObject({ state: 'closed' });
    expect(await balance(`fund:${desk.programId}.EUR`)).toBe(fund);
    expect((await take(task.id, 'artist2')).body.code).toBe('feedback.task_closed');
  });

  test('the public counter of unpaid requested minutes is 0', async () => {
    const [row] = await desk.atelier.db.read<{ unpaid: number }>(
      `SELECT coalesce(sum(minutes) FILTER (WHERE paid = 0), 0)::int AS unpaid FROM reports_seat_pay WHERE state = 'accepted'`,
    );
    expect(row?.unpaid).toBe(0);
  });
});
