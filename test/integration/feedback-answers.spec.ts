import type { CastName } from '../support/app';
import { csvTable } from '../support/csv';
import { taskClip, taskDesk, tasksOf } from '../support/tasks';

const FIXED =
  'number,title,created_at,created_by,status,responded_by,responded_at,response,form_version,is_partial,' +
  'minutes_claimed,minutes_counted,time_state,amount_due,amount_paid,currency';

const desk = taskDesk('feedback_answers', ['feedback-', 'compensation-']);

const { open, take, submit, accept, ask } = tasksOf(() => desk.atelier);
const download = async (taskId: string, ending: string, as: CastName = 'manager') => {
  const response = await fetch(
    `${desk.atelier.url}/api/v1/feedback-export/tasks/${taskId}/answers.${ending}`,
    {
      headers: { cookie: desk.atelier.people[as].cookie },
    },
  );
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
};

/** A task with every kind of question, handed in by two artists, begun by a third. */
async function answered(): Promise<{ id: string; seats: string[] }> {
  const [one, two] = [await taskClip(desk.atelier), await taskClip(desk.atelier)];
  const { id } = await open(desk.programId, {
    title: '=Which take?',
    questions: [
      { key: 'status', label: 'Why?', kind: 'text' },
      { key: 'calm', label: 'How calm?', kind: 'scale', min: 1, max: 5 },
      { key: 'tools', label: 'With?', kind: 'choice', options: ['-brush', 'mask'], isMultiple: true },
      { key: 'take', label: 'Which?', kind: 'pairwise', clips: [one, two] },
      { key: 'where', label: 'Where?', kind: 'markers', clips: [one], isRequired: false },
    ],
  });
  const seats: string[] = [];
  for (const [as, given] of [
    [
      'artist',
      {
        status: '=HYPERLINK("https://example.org","a, b")',
        calm: 4,
        tools: ['-brush', 'mask'],
        take: { prefers: 'b', because: '@SUM(1+1)' },
        where: [
          { at: 1.5, until: 2, region: { x: 0.1, y: 0.2, w: 0.3, h: 0.4 }, note: '=1+1' },
          { at: 3, note: 'It jumps.' },
        ],
      },
    ],
    ['artist2', { status: 'Calm.', calm: 5, tools: ['mask'], take: { prefers: 'same' } }],
  ] as const) {
    const seat = (await take(id, as)).body.id;
    const handedIn = await submit(seat, as, { answers: given, minutes: 12 });
    expect(handedIn.status).toBe(200);
    seats.push(seat);
  }
  const begun = (await take(id, 'artist3')).body.id;
  await ask('PUT', `/task-seats/${begun}/draft`, 'artist3', { formVersion: 1, answers: { calm: 1 } });
  return { id, seats };
}

describe('the answers to a task as a file', () => {
  test('one row for each submission, one column for each question, and nothing that a spreadsheet would run', async () => {
    const { id, seats } = await answered();
    const [first, second] = seats as [string, string];
    await accept(first);
    await desk.atelier.settle();
    const { status, type, text } = await download(id, 'csv');
    expect({ status, type }).toEqual({ status: 200, type: 'text/csv; charset=utf-8' });
    expect(text.split('\r\n')[0]).toBe(
      `${FIXED},answer.status,answer.calm,answer.tools,answer.take,answer.take.because,answer.where`,
    );
    const records = csvTable(text);
    expect(records.map(({ number }) => number)).toEqual([second, first]); // who has only begun is not among them
    expect(records[1]).toMatchObject({
      title: `'=Which take?`,
      created_by: 'artist of the test',
      status: 'accepted',
      responded_by: 'manager of the test',
      minutes_claimed: '12',
      minutes_counted: '12',
      amount_due: '5.00',
      amount_paid: '0.00',
      currency: 'EUR',
      'answer.status': `'=HYPERLINK("https://example.org","a, b")`,
      'answer.calm': '4',
      'answer.tools': `'-brush; mask`,
      'answer.take': 'B: take.mp4',
      'answer.take.because': `'@SUM(1+1)`,
      'answer.where':
        '0:01.500-0:02.000 (30% of the width by 40% of the height, from 10% left and 20% top): =1+1\n0:03.000: It jumps.',
    });
    expect(records[0]).toMatchObject({
      status: 'submitted',
      responded_by: '',
      amount_due: '',
      'answer.take': 'No difference',
      'answer.where': '',
    });
  });

  test('as JSON the answers are what was handed in; no label of sentiment is in either', async () => {
    const { id, seats } = await answered();
    const { type, text } = await download(id, 'json');
    expect(type).toBe('application/json; charset=utf-8');
    const rows = JSON.parse(text) as Record<string, unknown>[];
    expect(Object.keys(rows[0] ?? {}).join(',')).toBe(`${FIXED},answers`);
    expect(rows.find(({ number }) => number === seats[0])).toMatchObject({
      answers: {
        take: { prefers: 'b' },
        where: [{ at: 1.5, until: 2 }, { at: 3 }],
        tools: ['-brush', 'mask'],
      },
    });
    expect(text).not.toMatch(/sentiment/);
  });

  test('is for who runs tasks, and of a task that is not there a clear answer instead of a file', async () => {
    const { id } = await open(desk.programId);
    for (const as of ['artist', 'reviewer', 'finance'] as const)
      expect((await download(id, 'csv', as)).status).toBe(403);
    expect((await download('tsk_none', 'csv')).status).toBe(404);
    expect((await download('tsk_none', 'json')).status).toBe(404);
    expect(JSON.parse((await download(id, 'json')).text)).toEqual([]);
    expect((await download(id, 'csv')).text).toBe(`${FIXED},answer.calm,answer.why\r\n`);
  });

  test('pages are joined without a gap and without a row twice', async () => {
    const { id } = await open(desk.programId, { seats: 1000, price: 300 });
    await desk.atelier.db.tx(async (tx) => {
      await tx.run(
        `INSERT INTO access_people (id, name, email, password_hash, roles)
         SELECT 'per_many_' || n, 'Many ' || n, 'many' || n || '@example.org', 'none', '{artist}' FROM generate_series(1, 1000) n`,
      );
      await tx.run(
        `INSERT INTO feedback_seats (id, task_id, person_id, program_id, form_version, state, answers, minutes, claimed_minutes,
           time_state, submitted_at, decide_by)
         SELECT 'sea_many_' || lpad(n::text, 5, '0'), $1, 'per_many_' || n, $2, 1, 'submitted', '{"calm": 3, "why": "So."}', 10, 10,
           'confirmed', now(), now() + interval '7 days' FROM generate_series(1, 1000) n`,
        [id, desk.programId],
      );
    });
    const numbers = csvTable((await download(id, 'csv')).text).map(({ number }) => number);
    expect(numbers).toHaveLength(1000);
    expect(new Set(numbers).size).toBe(1000);
  });
});
