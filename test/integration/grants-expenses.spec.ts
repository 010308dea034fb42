import { startTestApp, type Answer, type CastName, type TestApp } from '../support/app';
import { entrance } from '../support/enrollment';
import { grantRound } from '../support/grants';
import { violations } from '../support/invariants';
import { openProgram } from '../support/program';

interface Expense {
  readonly id: string;
  readonly state: string;
  readonly reason: string | null;
  readonly answer: string | null;
  readonly isLookedAt?: boolean;
  readonly available: string[];
}
interface Seat {
  readonly id: string;
  readonly expenses: Expense[];
  readonly code?: string;
}
interface Statement {
  readonly id: string;
  readonly state: string;
}

const said = { reason: 'no_receipt', reasons: 'The link opens an empty page.' };
const verdict = 'The link was opened again: there is no receipt behind it.';

describe('declined expenses', () => {
  let test: TestApp;
  let programId: string;
  const { post, get, attended } = grantRound(
    () => test,
    () => programId,
  );
  beforeAll(async () => {
    test = await startTestApp('grants_expenses');
    programId = (await openProgram(test)).id;
    for (const name of ['artist', 'artist2', 'artist3'] as const)
      await entrance(() => test).enrolled(programId, name);
    await post(`programs/${programId}/funding`, 'finance', { amount: 1_000, currency: 'EUR' });
  }, 60_000);
  afterAll(() => test?.stop());
  afterEach(async () => {
    for (const prefix of ['ledger-', 'grants-', 'compensation-', 'redress-'])
      expect(await violations(test, prefix)).toEqual({});
  });

  /** An event that `as` came to, with a claim of 40 of at most 50. */
  async function claimed(as: CastName): Promise<{ event: string; seat: string; id: string }> {
    const { event, seat } = await attended(as);
    return { event, seat, id: (await claim(seat, as)).body.expenses.at(-1)?.id ?? '' };
  }
  const claim = (seat: string, as: CastName, amount = 40) =>
    post<Seat>(`seats/${seat}/expenses`, as, { amount, what: 'Train' });
  const answer = (id: string, verb: string, body: object = {}, as: CastName = 'manager') =>
    post<Seat>(`expenses/${id}/${verb}`, as, body);
  const read = async (seat: string, id: string, as: CastName): Promise<Expense> => {
    const { items } = (await get<{ items: Seat[] }>(`seats`, as)).body;
    return items.find((one) => one.id === seat)?.expenses.find((one) => one.id === id) as Expense;
  };
  const seen = (answered: Answer<Seat>, id: string) =>
    answered.body.expenses.find((one) => one.id === id) as Expense;
  const statements = async (subjectId: string, as: CastName) =>
    (await get<{ items: Statement[] }>(`reasons?subjectId=${subjectId}`, as)).body.items;
  const look = async (subjectId: string) =>
    (
      await get<{ items: { id: string; statement: { subjectId: string } }[] }>('second-looks', 'reviewer')
    ).body.items.find(({ statement }) => statement.subjectId === subjectId)?.id;
  const paid = (id: string) =>
    test.db.read<{ amount: string; source: string; state: string }>(
      `SELECT amount::text, source, state FROM compensation_earnings WHERE cause_type = 'expense' AND cause_id = $1`,
      [id],
    );
  /** Appeals, and has it heard by finance. */
  async function overturned(subjectId: string, as: CastName): Promise<void> {
    const [statement] = await statements(subjectId, as);
    const grounds = 'The receipt opens when one is signed in.';
    const { body } = await post<{ id: string }>(`reasons/${statement?.id}/appeals`, as, { grounds });
    expect((await post<Seat>(`hearings/${body.id}/take`, 'manager')).body.code).toBe('redress.took_part');
    await post(`hearings/${body.id}/take`, 'finance');
    await post(`hearings/${body.id}/overturn`, 'finance', { reasons: verdict });
    await test.settle();
  }

  it('names one of the published rules and what is wrong, or is refused', async () => {
    const { id, seat } = await claimed('artist3');
    expect((await answer(id, 'decline', { reason: 'tone', reasons: 'No.' })).status).toBe(422);
    for (const part of [{}, { reason: 'no_receipt' }, { reasons: said.reasons }, { ...said, reasons: ' ' }])
      expect((await answer(id, 'decline', part)).body.code).toBe('grants.reasons_missing');
    expect(await statements(id, 'artist3')).toEqual([]);
    expect(await read(seat, id, 'artist3')).toMatchObject({ state: 'claimed' });
  });

  it('has its statement of reasons, and an appeal that succeeds pays it out of the money of the event', async () => {
    const { event, seat, id } = await claimed('artist');
    expect(seen(await answer(id, 'decline', said), id)).toMatchObject({
      state: 'declined',
      isLookedAt: false,
    });
    expect((await answer(id, 'decline', said)).status).toBe(200);
    const [statement, ...more] = await statements(id, 'artist');
    expect(more).toEqual([]);
    expect(statement).toMatchObject({
      kind: 'expense_declined',
      state: 'in_force',
      ground: 'evidence',
      rule: { source: 'criterion', text: 'What was claimed has no receipt that can be opened and read.' },
      facts: expect.stringMatching(/Train.*0\.40 EUR.*Open studio.*empty page/),
      canAppeal: true,
    });
    expect(
      (await get<{ items: { title: string }[] }>('notices', 'artist')).body.items.map((one) => one.title),
    ).toContain('A decision, and its reasons');
    await overturned(id, 'artist');
    expect(await read(seat, id, 'artist')).toMatchObject({ state: 'approved' });
    expect(await paid(id)).toMatchObject([{ amount: '40', source: `award:${event}.EUR`, state: 'due' }]);
    expect((await statements(id, 'artist'))[0]?.state).toBe('annulled');
    expect((await post(`events/${event}/settle`, 'manager')).status).toBe(200);
  });

  it('is paid out of the fund when the appeal succeeds after the event was settled', async () => {
    const { event, id } = await claimed('artist');
    // an appeal is protected: what is refused after it waits for a second look
    await answer(id, 'decline', said);
    await post(`second-looks/${await look(id)}/confirm`, 'reviewer', { reasons: verdict });
    await test.settle();
    expect((await post(`events/${event}/settle`, 'manager')).status).toBe(200);
    await overturned(id, 'artist');
    expect(await paid(id)).toMatchObject([{ amount: '40', source: `fund:${programId}.EUR`, state: 'due' }]);
  });

  it('is paid once when it was claimed again meanwhile: never more than was announced for a seat', async () => {
    const { seat, id } = await claimed('artist3');
    await answer(id, 'decline', said);
    const again =
      (await claim(seat, 'artist3')).body.expenses.find(({ state }) => state === 'claimed')?.id ?? '';
    await answer(again, 'approve');
    await overturned(id, 'artist3');
    expect([...(await paid(id)), ...(await paid(again))].map(({ amount }) => amount)).toEqual(['10', '40']);
  });

  it('waits for a second look soon after criticism: nothing is told, nothing else is answered', async () => {
    const criticism = await post('feedback', 'artist2', {
      programId,
      type: 'issue',
      text: 'The lighthouse bends in the wind when the camera comes near.',
      sentiment: 'critical',
    });
    expect(criticism.status).toBe(201);
    await test.settle();
    const { event, seat, id } = await claimed('artist2');
    expect(seen(await answer(id, 'decline', said), id)).toMatchObject({
      state: 'claimed',
      isLookedAt: true,
      available: [],
    });
    const own = await read(seat, id, 'artist2');
    expect(own).toMatchObject({ state: 'claimed', answer: null, reason: null });
    expect(own.isLookedAt).toBeUndefined();
    expect(await statements(id, 'artist2')).toEqual([]);
    for (const verb of ['approve', 'decline'])
      expect((await answer(id, verb, said, 'admin')).body.code).toBe('grants.second_look_open');
    expect((await post<Seat>(`events/${event}/settle`, 'manager')).body.code).toBe(
      'grants.expenses_unanswered',
    );
    await post(`second-looks/${await look(id)}/confirm`, 'reviewer', { reasons: verdict });
    await test.settle();
    expect(await read(seat, id, 'artist2')).toMatchObject({
      state: 'declined',
      reason: said.reason,
      answer: said.reasons,
    });
    expect(await statements(id, 'artist2')).toHaveLength(1);
  });

  it('is as it was when the second look says no, and can then only be approved', async () => {
    const { seat, id } = await claimed('artist2');
    await answer(id, 'decline', said);
    await post(`second-looks/${await look(id)}/reject`, 'reviewer', { reasons: verdict });
    await test.settle();
    expect(await read(seat, id, 'artist2')).toMatchObject({ state: 'claimed' });
    expect((await answer(id, 'decline', said)).body.code).toBe('grants.second_look_no');
    expect(seen(await answer(id, 'approve'), id)).toMatchObject({ state: 'approved' });
    expect(await paid(id)).toHaveLength(1);
    expect(await statements(id, 'artist2')).toEqual([]);
  });

  it('is declined by a rule and held only while open: the database says so too', async () => {
    const { id } = await claimed('artist3');
    const write = (set: string) =>
      test.db.tx((tx) => tx.run(`UPDATE grants_expenses SET answer = 'x', ${set} WHERE id = $1`, [id]));
    await expect(write(`state = 'declined'`)).rejects.toThrow('grants_expense_declined_by_rule');
    await expect(write(`state = 'approved', declining = '{}'`)).rejects.toThrow(
      'grants_expense_declining_while_open',
    );
  });
});
