import { EventLifeService } from '../../src/modules/grants/events/event-life.service';
import { account, LedgerService } from '../../src/modules/ledger';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { entrance } from '../support/enrollment';
import { grantRound } from '../support/grants';
import { violations } from '../support/invariants';
import { openProgram } from '../support/program';

interface Seat {
  readonly id: string;
  readonly state: string;
  readonly place: number | null;
  readonly expenses: { readonly id: string; readonly state: string }[];
}

let test: TestApp;
let programId: string;
const { post, get } = grantRound(
  () => test,
  () => programId,
);
const ARTISTS = ['artist', 'artist2', 'artist3'] as const;

beforeAll(async () => {
  test = await startTestApp('grants_events');
  programId = (await openProgram(test)).id;
  for (const name of ARTISTS) await entrance(() => test).enrolled(programId, name);
  await post(`programs/${programId}/funding`, 'finance', { amount: 1_000, currency: 'EUR' });
}, 60_000);
afterAll(() => test?.stop());
afterEach(async () => {
  for (const prefix of ['ledger-', 'grants-', 'compensation-'])
    expect(await violations(test, prefix)).toEqual({});
});

const code = (answer: { body: unknown }): unknown => (answer.body as { code?: string }).code;
const held = async (id: string): Promise<bigint> => {
  const name = account.award(id, 'EUR');
  return (await test.app.get(LedgerService).balances([name])).get(name)?.balance ?? 0n;
};
const later = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
const shape = (more: object = {}): object => ({
  programId,
  title: 'Open studio',
  description: 'An evening',
  place: 'Studio 2',
  accessibility: 'Step-free, captions on request',
  codeOfConduct: 'Be kind',
  startsAt: later(48),
  endsAt: later(50),
  closesAt: later(24),
  timeZone: 'Europe/Berlin',
  seats: 2,
  admission: 'first_come',
  ...more,
});
async function open(more: object = {}): Promise<string> {
  const { status, body } = await post<{ id: string }>('events', 'manager', shape(more));
  expect(status).toBe(201);
  expect((await post(`events/${body.id}/open`, 'manager')).status).toBe(200);
  return body.id;
}
const ask = (id: string, as: CastName) => post<Seat>(`events/${id}/seats`, as, { needs: 'A quiet room' });
const begin = (id: string): Promise<number> =>
  test.db.tx((tx) =>
    tx.run(
      `UPDATE grants_events SET closes_at = now() - interval '3 hours', starts_at = now() - interval '2 hours',
         ends_at = now() - interval '1 hour' WHERE id = $1`,
      [id],
    ),
  );

it('tells what people must know before they register, and has a calendar file', async () => {
  const { body } = await post<{ id: string }>(
    'events',
    'manager',
    shape({ accessibility: '', codeOfConduct: ' ' }),
  );
  expect(await post(`events/${body.id}/open`, 'manager')).toMatchObject({
    body: { code: 'grants.event_incomplete', missing: ['accessibility', 'codeOfConduct'] },
  });
  expect((await get(`events/${body.id}`)).status).toBe(404);
  expect(code(await post('events', 'manager', shape({ closesAt: later(49) })))).toBe('grants.dates_reversed');
  expect((await post('events', 'manager', shape({ timeZone: 'Mars/Base' }))).status).toBe(422);
  const id = await open();
  const file = await fetch(`${test.url}/api/v1/events/${id}/calendar.ics`);
  expect(file.headers.get('content-type')).toContain('text/calendar');
  expect(await file.text()).toMatch(/BEGIN:VCALENDAR[\s\S]*SUMMARY:Open studio[\s\S]*DTSTART:\d{8}T\d{6}Z/);
});

it('seats whoever asks first, keeps a waiting list, and moves it up', async () => {
  const id = await open();
  const seats = [await ask(id, 'artist'), await ask(id, 'artist2'), await ask(id, 'artist3')];
  expect(seats.map(({ body }) => [body.state, body.place])).toEqual([
    ['seated', null],
    ['seated', null],
    ['waitlisted', 1],
  ]);
  expect(code(await ask(id, 'artist'))).toBe('grants.registered_already');
  expect((await post(`seats/${seats[0]?.body.id}/giveUp`, 'artist2')).status).toBe(404);
  await post(`seats/${seats[0]?.body.id}/giveUp`, 'artist');
  expect((await get<{ items: Seat[] }>('seats', 'artist3')).body.items[0]).toMatchObject({
    state: 'seated',
    place: null,
  });
  expect((await ask(id, 'artist')).body).toMatchObject({ state: 'waitlisted', place: 1 });
  const others = await get<{ items: object[] }>(`events/${id}/seats`, 'artist');
  expect(others.body.items).toHaveLength(1);
  await post(`events/${id}/cancel`, 'manager');
});

it('never seats more than there are seats, however many ask at once', async () => {
  const id = await open({ seats: 1 });
  const answers = await Promise.all(ARTISTS.map((as) => ask(id, as)));
  expect(answers.map(({ body }) => body.state).toSorted()).toEqual(['seated', 'waitlisted', 'waitlisted']);
  await post(`events/${id}/cancel`, 'manager');
});

it('draws seats by a list that anybody can recompute', async () => {
  const id = await open({ admission: 'draw', seats: 1 });
  for (const as of ARTISTS) expect((await ask(id, as)).body.state).toBe('registered');
  expect(code(await post(`events/${id}/close`, 'manager'))).toBe('grants.deadline_ahead');
  await test.db.tx((tx) =>
    tx.run(`UPDATE grants_events SET closes_at = now() - interval '1 minute' WHERE id = $1`, [id]),
  );
  expect(code(await ask(id, 'artist'))).toBe('grants.event_not_open');
  expect(await test.app.get(EventLifeService).closeDue()).toBe(1);
  const draw = await get<{ items: { id: string; state: string }[] }>(`draws?subjectId=${id}`);
  expect(draw.body.items).toMatchObject([{ state: 'revealed' }]);
  const result = await fetch(`${test.url}/api/v1/draws/${draw.body.items[0]?.id}/result`).then((answer) =>
    answer.text(),
  );
  const seats = (await get<{ items: Seat[] }>(`events/${id}/seats`, 'manager')).body.items;
  const inOrder = seats.toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0)).map((seat) => seat.id);
  expect(inOrder.map((seat, index) => `${index + 1} ${seat}\n`).join('')).toBe(result);
  await post(`events/${id}/cancel`, 'manager');
});

it('holds stipends and expenses, pays who came, and gives the rest back', async () => {
  const dear = await post<{ id: string }>('events', 'manager', shape({ stipend: 600 }));
  expect((await post(`events/${dear.body.id}/open`, 'manager')).status).toBe(402);
  const id = await open({ stipend: 100, expenses: 50 });
  expect(await held(id)).toBe(300n);
  const [first, second] = [(await ask(id, 'artist')).body.id, (await ask(id, 'artist2')).body.id];
  expect(code(await post(`seats/${first}/attend`, 'manager'))).toBe('grants.event_ahead');
  await begin(id);
  await test.app.get(EventLifeService).closeDue();
  expect((await post(`seats/${first}/attend`, 'artist')).status).toBe(403);
  const claim = (amount: number, as: CastName = 'artist') =>
    post<Seat>(`seats/${as === 'artist' ? first : second}/expenses`, as, { amount, what: 'Train' });
  expect(code(await claim(10))).toBe('grants.not_attended');
  for (let i = 0; i < 2; i += 1) expect((await post(`seats/${first}/attend`, 'manager')).status).toBe(200);
  expect(await held(id)).toBe(200n);
  expect(code(await post(`events/${id}/settle`, 'manager'))).toBe('grants.attendance_missing');
  await post(`seats/${second}/miss`, 'manager');
  expect(code(await claim(51))).toBe('grants.over_cap');
  const claimed = await claim(40);
  expect(code(await post(`events/${id}/settle`, 'manager'))).toBe('grants.expenses_unanswered');
  const expense = claimed.body.expenses[0]?.id;
  expect(code(await post(`expenses/${expense}/decline`, 'manager'))).toBe('grants.reasons_missing');
  expect((await post(`expenses/${expense}/approve`, 'manager')).status).toBe(200);
  expect((await post<{ state: string }>(`events/${id}/settle`, 'manager')).body.state).toBe('settled');
  expect(await held(id)).toBe(0n);
  const { body } = await get<{
    items: { causeType: string; category: string; amount: { amount: number } }[];
  }>('earnings', 'artist');
  expect(body.items.map(({ causeType, category, amount }) => [causeType, category, amount.amount])).toEqual([
    ['expense', 'reimbursement', 40],
    ['attendance', 'service', 100],
  ]);
});

it('respects the cap of a year', async () => {
  const id = await open({ yearlyCap: 1 });
  expect(code(await ask(id, 'artist'))).toBe('grants.yearly_cap');
  expect((await ask(id, 'artist3')).status).toBe(201);
  await post(`events/${id}/cancel`, 'manager');
});
