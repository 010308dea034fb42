import { startTestApp, type TestApp } from '../support/app';
import { entrance } from '../support/enrollment';
import { grantRound } from '../support/grants';
import { violations } from '../support/invariants';
import { openProgram } from '../support/program';
import { priced, tasksOf } from '../support/tasks';

const HOUR = 3_600_000;
const soon = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();

let atelier: TestApp;
let paused: string;
let other: string;
const round = grantRound(
  () => atelier,
  () => paused,
);
const { enrolled } = entrance(() => atelier);
const tasks = tasksOf(() => atelier);
const { post } = round;

const at = async (sql: string, id: string): Promise<number> => {
  const [row] = await atelier.db.read<{ at: Date }>(sql, [id]);
  if (row === undefined) throw new Error(`nothing: ${sql}`);
  return row.at.getTime();
};
/** Every moment by which an artist of a programme must have done something. */
const deadlines = async (
  programId: string,
  ids: Record<string, string>,
): Promise<Record<string, number>> => ({
  applications: await at('SELECT applications_until AS at FROM program_programs WHERE id = $1', programId),
  decisions: await at('SELECT decisions_by AS at FROM program_programs WHERE id = $1', programId),
  task: await at('SELECT due_at AS at FROM feedback_tasks WHERE id = $1', ids.task ?? ''),
  invitation: await at(
    'SELECT expires_at AS at FROM enrollment_invitations WHERE id = $1',
    ids.invitation ?? '',
  ),
  ...(ids.call && {
    call: await at('SELECT closes_at AS at FROM grants_calls WHERE id = $1', ids.call),
    award: await at('SELECT decides_at AS at FROM grants_calls WHERE id = $1', ids.call),
  }),
  ...(ids.event && { event: await at('SELECT closes_at AS at FROM grants_events WHERE id = $1', ids.event) }),
  ...(ids.step && { step: await at('SELECT due_at AS at FROM grants_milestones WHERE id = $1', ids.step) }),
  ...(ids.award && {
    offer: await at('SELECT offer_until AS at FROM grants_awards WHERE id = $1', ids.award),
  }),
});

async function withDeadlines(programId: string): Promise<Record<string, string>> {
  await priced(atelier, programId);
  await atelier.db.tx((tx) =>
    tx.run(`UPDATE program_programs SET applications_until = $2, decisions_by = $3 WHERE id = $1`, [
      programId,
      soon(0.25),
      soon(0.5),
    ]),
  );
  const { id: task } = await tasks.open(programId, { dueAt: soon(2) });
  const { body } = await post<{ id: string }>(`programs/${programId}/invitations`, 'manager', {
    email: 'somebody@example.org',
  });
  return { task, invitation: body.id };
}

beforeAll(async () => {
  atelier = await startTestApp('pause_deadlines');
  paused = (await openProgram(atelier)).id;
  other = (await openProgram(atelier)).id;
  await enrolled(paused);
}, 60_000);
afterAll(() => atelier?.stop());

test('a pause of two hours makes every deadline of the programme’s artists two hours later, and no other', async () => {
  const ids = await withDeadlines(paused);
  const others = await withDeadlines(other);
  const call = await round.create(1_000);
  await round.move(call, 'open');
  const { body: application } = await round.apply(call, 'artist', 1_000);
  await round.ranked(call);
  const steps = [
    { title: 'Script', amount: 400, dueAt: soon(240) },
    { title: 'Film', amount: 600, dueAt: soon(480) },
  ];
  await round.judge(application.id, 'award', { amount: 1_000, reasons: 'Clear', steps });
  await round.move(call, 'decide');
  const [award] = await round.awardsOf('artist');
  ids.award = award?.id ?? '';
  ids.step = award?.milestones[0]?.id ?? '';
  // Its deadline is half an hour away, and so is the day on which it is decided; registration ends an hour before the event.
  ids.call = await round.create(1_000);
  await round.move(ids.call, 'open');
  ids.event = await round.event({ startsAt: soon(3), endsAt: soon(5), closesAt: soon(2) });
  const sql = 'UPDATE grants_calls SET closes_at = $2, decides_at = $2 WHERE id = $1';
  await atelier.db.tx((tx) => tx.run(sql, [ids.call, soon(0.5)]));
  const before = await deadlines(paused, ids);
  const elsewhere = await deadlines(other, others);

  const reason = 'The renderer signs with a wrong certificate.';
  const proposed = await post<{ id: string }>(`programs/${paused}/pauses`, 'manager', {
    reason,
    minutes: 120,
  });
  expect(await deadlines(paused, ids)).toEqual(before);
  await post(`pauses/${proposed.body.id}/confirm`, 'manager2');
  await atelier.settle();
  const after = await deadlines(paused, ids);
  const moved = Object.fromEntries(
    Object.entries(after).map(([what, time]) => [what, (time - (before[what] ?? 0)) / HOUR]),
  );
  expect(moved).toEqual({
    applications: 2, decisions: 1.75, task: 2, invitation: 2, step: 2, offer: 2, call: 2, award: 2, event: 1,
  }); // prettier-ignore
  expect(await deadlines(other, others)).toEqual(elsewhere);

  // Ended early, it takes nothing back that somebody has read.
  await post(`pauses/${proposed.body.id}/end`, 'manager');
  await atelier.settle();
  expect(await deadlines(paused, ids)).toEqual(after);
  const plans = await atelier.db.read('SELECT 1 FROM program_plans_history WHERE program_id = $1', [paused]);
  expect(plans).toHaveLength(1);
  for (const module of ['program-', 'feedback-', 'grants-', 'enrollment-'])
    expect(await violations(atelier, module)).toEqual({});
}, 120_000);

test('a task that was published is moved by a pause and by nothing else', async () => {
  const { id } = await tasks.open(other, { dueAt: soon(3) });
  for (const change of [`due_at = due_at - interval '1 second'`, `title = 'Another'`])
    await expect(
      atelier.db.tx((tx) => tx.run(`UPDATE feedback_tasks SET ${change} WHERE id = $1`, [id])),
    ).rejects.toThrow('was published and stays as it is');
});
