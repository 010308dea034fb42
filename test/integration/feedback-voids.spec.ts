import type { FeedbackView } from '../../src/modules/feedback/feedback.dto';
import type { TaskSeatView } from '../../src/modules/feedback/tasks/seat.dto';
import type { VoidView } from '../../src/modules/feedback/voids/void.dto';
import type { CastName } from '../support/app';
import { csvTable } from '../support/csv';
import { taskDesk, tasksOf } from '../support/tasks';

const facts = 'The answers are those of another task, word for word.';
const verdict = 'The other task asks the same question; the answers fit both.';

const desk = taskDesk('feedback_voids', ['feedback-', 'ledger-', 'compensation-', 'redress-']);
/** What asks for a second look before a void takes effect; with it gone there is none. */
const forgetCriticism = () => desk.owner.query('DELETE FROM redress_protected_acts');
beforeEach(forgetCriticism);

const { ask, open, take, submit, accept } = tasksOf(() => desk.atelier);
const post = <T = VoidView & { code?: string }>(as: CastName, path: string, body: object = {}) =>
  ask<T>('POST', `/${path}`, as, body);
const propose = (subject: 'feedback' | 'task_seat', subjectId: string, as: CastName = 'manager') =>
  post(as, 'feedback-voids', { subject, subjectId, reason: 'not_done', facts });
const step = (as: CastName, id: string, verb: string) => post(as, `feedback-voids/${id}/${verb}`);
const seatOf = async (id: string, as: CastName = 'manager') =>
  (await ask<TaskSeatView>('GET', `/task-seats/${id}`, as)).body;
const pay = async (seatId: string) => {
  await desk.atelier.settle();
  return desk.atelier.db.read<{ cause_type: string; amount: bigint; state: string }>(
    `SELECT e.cause_type, e.amount, e.state FROM compensation_earnings e
     WHERE e.cause_id = $1 OR e.evidence ->> 'earningId' IN (SELECT id FROM compensation_earnings WHERE cause_id = $1)
     ORDER BY e.cause_type, e.amount`,
    [seatId],
  );
};
/** Everything that stands of what a seat earned, given back amounts included, in minor units. */
const owed = async (seatId: string): Promise<bigint> => {
  await desk.atelier.settle();
  const [row] = await desk.atelier.db.read<{ sum: bigint }>(
    `SELECT coalesce(sum(amount), 0)::bigint AS sum FROM compensation_earnings WHERE state <> 'reversed'
     AND (cause_id = $1 OR evidence ->> 'voidId' IN (SELECT id FROM feedback_voids WHERE subject_id = $1))`,
    [seatId],
  );
  return row?.sum ?? -1n;
};
/** The artist appeals against the void of a seat, and somebody who took no part says that the artist is right. */
const overturn = async (seatId: string, as: CastName): Promise<void> => {
  await desk.atelier.settle();
  const { body } = await ask<{ items: { id: string }[] }>('GET', `/reasons?subjectId=${seatId}`, as);
  const appeal = await post<{ id: string }>(as, `reasons/${body.items[0]?.id}/appeals`, {
    grounds: 'These are my own answers; the other task asked the same.',
  });
  await post('reviewer', `hearings/${appeal.body.id}/take`);
  const verb = `hearings/${appeal.body.id}/overturn`;
  expect((await post('reviewer', verb, { reasons: verdict })).status).toBe(200);
};
const noticesOf = async (as: CastName, kind: string): Promise<string[]> => {
  await desk.atelier.settle();
  const { body } = await ask<{ items: { kind: string; text: string }[] }>('GET', '/notices?limit=100', as);
  return body.items.filter((notice) => notice.kind === kind).map(({ text }) => text);
};
/** One seat of a task that took thirty minutes in place of ten: accepted, paid 5.00 and topped up by 4.00. */
async function paidSeat(as: CastName = 'artist'): Promise<{ taskId: string; seatId: string }> {
  const task = await open(desk.programId, { seats: 1 });
  const seatId = (await take(task.id, as)).body.id;
  await submit(seatId, as, { minutes: 30 });
  expect((await accept(seatId)).body.state).toBe('accepted');
  expect(await pay(seatId)).toEqual([
    { cause_type: 'task_seat', amount: 500n, state: 'due' },
    { cause_type: 'true_up', amount: 400n, state: 'due' },
  ]);
  return { taskId: task.id, seatId };
}
const criticise = async (as: CastName) =>
  post<FeedbackView>(as, 'feedback', {
    programId: desk.programId,
    type: 'issue',
    text: 'The queue is unfair and nobody answers.',
    sentiment: 'critical',
  });
const lookAt = async (voidId: string): Promise<string> => {
  const [row] = await desk.atelier.db.read<{ id: string }>(
    `SELECT l.id FROM redress_looks l JOIN redress_statements s ON s.id = l.statement_id WHERE s.act_id = $1`,
    [voidId],
  );
  return row?.id ?? 'none';
};

describe('taking back the pay of a seat', () => {
  test('takes two people, the seat with its top-up, and shows the artist why', async () => {
    const { taskId, seatId } = await paidSeat();
    const { body, status } = await propose('task_seat', seatId);
    expect([status, body.state, body.title]).toEqual([201, 'proposed', 'Which take is calmer?']);
    expect((await seatOf(seatId, 'artist')).payTaken).toBeNull();
    expect((await seatOf(seatId)).payTaken).toMatchObject({ voidId: body.id, state: 'proposed' });
    expect((await step('manager', body.id, 'confirm')).body.code).toBe('feedback.second_person_missing');
    expect((await seatOf(seatId)).state).toBe('accepted');
    const twice = await Promise.all([
      step('admin', body.id, 'confirm'),
      step('manager2', body.id, 'confirm'),
    ]);
    expect(twice.map(({ body: { state } }) => state)).toEqual(['confirmed', 'confirmed']);
    expect(await seatOf(seatId, 'artist')).toMatchObject({
      state: 'voided',
      payTaken: { state: 'confirmed', reason: 'not_done', facts },
    });
    expect(await pay(seatId)).toEqual([
      { cause_type: 'task_seat', amount: 500n, state: 'reversed' },
      { cause_type: 'true_up', amount: 400n, state: 'reversed' },
    ]);
    expect((await ask('GET', `/tasks/${taskId}`, 'manager')).body).toMatchObject({
      state: 'closed',
      progress: { voided: 1, accepted: 0 },
    });
  });

  test('is not for a seat that was not accepted, nor a second time', async () => {
    const task = await open(desk.programId, { seats: 1 });
    const seatId = (await take(task.id)).body.id;
    expect((await propose('task_seat', seatId)).body.code).toBe('feedback.not_paid');
    await submit(seatId);
    expect((await propose('task_seat', seatId)).body.code).toBe('feedback.not_paid');
    await accept(seatId);
    await propose('task_seat', seatId);
    expect((await propose('task_seat', seatId, 'manager2')).body.code).toBe('feedback.void_open');
    expect((await propose('task_seat', 'sea_none')).status).toBe(404);
  });

  test('an appeal that succeeds makes both owed again, once, and the file of answers shows it', async () => {
    const { taskId, seatId } = await paidSeat('artist2');
    const { body } = await propose('task_seat', seatId);
    await step('admin', body.id, 'confirm');
    await overturn(seatId, 'artist2');
    expect(await pay(seatId)).toEqual([
      { cause_type: 'restored', amount: 400n, state: 'due' },
      { cause_type: 'restored', amount: 500n, state: 'due' },
      { cause_type: 'task_seat', amount: 500n, state: 'reversed' },
      { cause_type: 'true_up', amount: 400n, state: 'reversed' },
    ]);
    expect(await seatOf(seatId, 'artist2')).toMatchObject({ state: 'accepted', payTaken: null });
    const file = await fetch(`${desk.atelier.url}/api/v1/feedback-export/tasks/${taskId}/answers.csv`, {
      headers: { cookie: desk.atelier.people.manager.cookie },
    });
    expect(csvTable(await file.text())).toMatchObject([{ amount_due: '9.00', amount_paid: '0.00' }]);
  });
});

describe('a seat that counts again after its task was settled', () => {
  test('gets its pay again and its top-up, and so does everybody whose time now makes less than the floor', async () => {
    const task = await open(desk.programId, { seats: 2 });
    const slow = (await take(task.id, 'artist')).body.id;
    const fast = (await take(task.id, 'artist2')).body.id;
    await submit(slow, 'artist', { minutes: 30 });
    await accept(slow);
    const { body } = await propose('task_seat', slow);
    await step('admin', body.id, 'confirm');
    await submit(fast, 'artist2', { minutes: 10 });
    await accept(fast);
    expect((await ask('GET', `/tasks/${task.id}`, 'manager')).body).toMatchObject({ state: 'closed' });
    // The median of what counts is 10 minutes: 5.00 makes more than the floor, so nobody is topped up.
    expect(await pay(slow)).toEqual([{ cause_type: 'task_seat', amount: 500n, state: 'reversed' }]);
    expect(await pay(fast)).toEqual([{ cause_type: 'task_seat', amount: 500n, state: 'due' }]);
    await overturn(slow, 'artist');
    // Of 30 and 10 minutes the median is 20: the floor of 18.00 an hour makes 6.00, so 1.00 for each.
    expect([await owed(slow), await owed(fast)]).toEqual([600n, 600n]);
    expect(await pay(fast)).toEqual([
      { cause_type: 'task_seat', amount: 500n, state: 'due' },
      { cause_type: 'true_up', amount: 100n, state: 'due' },
    ]);
    // Taken back and given again once more: each has the same amounts, once.
    await forgetCriticism(); // the appeal counts as such
    const again = await propose('task_seat', slow, 'manager2');
    await step('admin', again.body.id, 'confirm');
    expect([await owed(slow), await owed(fast)]).toEqual([0n, 600n]);
    await overturn(slow, 'artist');
    expect([await owed(slow), await owed(fast)]).toEqual([600n, 600n]);
    expect(await seatOf(slow)).toMatchObject({ state: 'accepted', payTaken: null });
  });
});

describe('a proposal that is dropped', () => {
  test('is told to the artist and to whoever proposed it, and changes nothing', async () => {
    const { seatId } = await paidSeat('artist3');
    const { body } = await propose('task_seat', seatId);
    expect((await step('admin', body.id, 'drop')).body.state).toBe('dropped');
    expect((await step('admin', body.id, 'drop')).status).toBe(200);
    expect(await noticesOf('artist3', 'pay.kept')).toEqual([expect.stringContaining('nothing changes')]);
    expect(await noticesOf('manager', 'pay.proposal_dropped')).toEqual([
      expect.stringContaining('A colleague said no'),
    ]);
    expect((await pay(seatId)).every(({ state }) => state === 'due')).toBe(true);
    expect((await seatOf(seatId)).payTaken).toBeNull();
  });

  test('by its own proposer is told to the artist alone', async () => {
    const { seatId } = await paidSeat('artist');
    const before = (await noticesOf('manager', 'pay.proposal_dropped')).length;
    await step('manager', (await propose('task_seat', seatId)).body.id, 'drop');
    expect(await noticesOf('artist', 'pay.kept')).toHaveLength(1);
    expect(await noticesOf('manager', 'pay.proposal_dropped')).toHaveLength(before);
  });
});

describe('a second look soon after criticism', () => {
  test('nobody drops or confirms meanwhile; its no drops it, is told, and the pay stays', async () => {
    const { seatId } = await paidSeat('artist2');
    await criticise('artist2');
    const { body } = await propose('task_seat', seatId, 'manager2');
    const held = await step('admin', body.id, 'confirm');
    expect(held.body).toMatchObject({ state: 'proposed', isLookedAt: true, available: [] });
    for (const [as, verb] of [
      ['manager2', 'drop'],
      ['admin', 'drop'],
      ['manager', 'confirm'],
    ] as const)
      expect(await step(as, body.id, verb)).toMatchObject({
        status: 409,
        body: { code: 'feedback.second_look_open' },
      });
    expect((await seatOf(seatId, 'artist2')).payTaken).toBeNull();
    expect(await noticesOf('artist2', 'pay.kept')).toEqual([]);
    const looked = await post('reviewer', `second-looks/${await lookAt(body.id)}/reject`, {
      reasons: verdict,
    });
    expect(looked.status).toBe(200);
    await desk.atelier.settle();
    const { body: dropped } = await ask<VoidView>('GET', `/feedback-voids/${body.id}`, 'manager');
    expect(dropped).toMatchObject({ state: 'dropped', answer: verdict });
    expect(await noticesOf('artist2', 'pay.kept')).toHaveLength(1);
    expect(await noticesOf('manager2', 'pay.proposal_dropped')).toEqual([
      expect.stringContaining('A second look said no'),
    ]);
    expect((await seatOf(seatId)).state).toBe('accepted');
    expect((await pay(seatId)).every(({ state }) => state === 'due')).toBe(true);
  });

  test('its yes takes the pay back under the names of the first two', async () => {
    const { seatId } = await paidSeat('artist3');
    await criticise('artist3');
    const { body } = await propose('task_seat', seatId);
    await step('admin', body.id, 'confirm');
    await post('reviewer', `second-looks/${await lookAt(body.id)}/confirm`, { reasons: verdict });
    expect((await pay(seatId)).every(({ state }) => state === 'reversed')).toBe(true);
    const { body: done } = await ask<VoidView>('GET', `/feedback-voids/${body.id}`, 'manager');
    expect(done).toMatchObject({
      state: 'confirmed',
      proposedBy: 'manager of the test',
      decidedBy: 'admin of the test',
    });
    expect((await seatOf(seatId)).state).toBe('voided');
  });
});
