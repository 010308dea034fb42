import { startTestApp, type CastName, type TestApp } from '../support/app';
import { entrance } from '../support/enrollment';
import { violations } from '../support/invariants';
import { openProgram } from '../support/program';

const ANSWER = 'The portfolio shows what the rubric asks for.';
const reasons = [{ code: 'portfolio', text: 'Few long takes' }];

describe('a declined application', () => {
  let atelier: TestApp;
  const { apply, step, enrolled } = entrance(() => atelier);
  beforeAll(async () => {
    atelier = await startTestApp('redress_declines');
  }, 60_000);
  afterAll(() => atelier?.stop());
  afterEach(async () => {
    expect(await violations(atelier, 'redress-')).toEqual({});
    expect(await violations(atelier, 'enrollment-')).toEqual({});
  });

  const get = <T>(path: string, as: CastName = 'artist') =>
    atelier.request<T>('GET', `/api/v1/${path}`, { as });
  const post = <T = { id: string; code?: string }>(path: string, as: CastName, body: object = {}) =>
    atelier.request<T>('POST', `/api/v1/${path}`, { as, body });
  const statementOf = async (subjectId: string, as: CastName = 'artist') => {
    const { body } = await get<{ items: { id: string; state: string; canAppeal: boolean }[] }>(
      `reasons?subjectId=${subjectId}`,
      as,
    );
    return body.items[0];
  };
  const stateOf = async (id: string) => (await get<{ state: string }>(`applications/${id}`)).body.state;
  async function inReview(): Promise<string> {
    const { body } = await apply((await openProgram(atelier)).id);
    await step(body.id, 'startReview');
    return body.id;
  }

  it('has a whole statement, is appealed, and is open again when the appeal succeeds', async () => {
    const id = await inReview();
    expect((await step(id, 'decline', 'manager', { reasons })).body.state).toBe('declined');
    const statement = await statementOf(id);
    expect(statement).toMatchObject({
      kind: 'application_declined',
      state: 'in_force',
      ground: 'selection',
      rule: { source: 'criterion', id: 'Work that was shown' },
      facts: expect.stringContaining('Few long takes'),
      canAppeal: true,
    });
    await atelier.settle();
    const { body: told } = await get<{ items: { link: string }[] }>('notices');
    expect(told.items.filter(({ link }) => link === `/studio/decisions/${statement?.id}`)).toHaveLength(1);
    const appeal = await post(`reasons/${statement?.id}/appeals`, 'artist', {
      grounds: 'There are nine long takes.',
    });
    expect((await post(`hearings/${appeal.body.id}/take`, 'manager')).body.code).toBe('redress.took_part');
    await post(`hearings/${appeal.body.id}/take`, 'manager2');
    await post(`hearings/${appeal.body.id}/overturn`, 'manager2', { reasons: ANSWER });
    await atelier.settle();
    expect(await stateOf(id)).toBe('in_review');
    expect(await statementOf(id)).toMatchObject({ state: 'annulled' });
  });

  it('waits for somebody outside of the line soon after a question about the press', async () => {
    const program = await openProgram(atelier);
    await enrolled(program.id, 'artist2');
    await post('questions', 'artist2', {
      programId: program.id,
      topic: 'speak',
      question: 'May I tell a newspaper how this works?',
    });
    await atelier.settle();
    const { body } = await apply((await openProgram(atelier)).id, 'artist2');
    await step(body.id, 'startReview');
    expect((await step(body.id, 'decline', 'manager', { reasons })).body.state).toBe('in_review');
    expect(await statementOf(body.id, 'artist2')).toBeUndefined();
    const seen = async (as: CastName) =>
      (await get<{ isHeld: boolean; reasons: object[] }>(`applications/${body.id}`, as)).body;
    expect(await seen('manager')).toMatchObject({ isHeld: true, reasons: [{ code: 'portfolio' }] });
    expect(await seen('artist2')).toMatchObject({ isHeld: false, reasons: [] });
    expect((await step(body.id, 'decline', 'manager', { reasons })).body.state).toBe('in_review');
    const looks = await get<{ items: { id: string; statement: { subjectId: string } }[] }>(
      'second-looks',
      'reviewer',
    );
    const [look, ...more] = looks.body.items.filter(({ statement }) => statement.subjectId === body.id);
    expect(more).toEqual([]);
    await post(`second-looks/${look?.id}/confirm`, 'reviewer', { reasons: ANSWER });
    await atelier.settle();
    expect((await get<{ state: string }>(`applications/${body.id}`, 'artist2')).body.state).toBe('declined');
    expect(await statementOf(body.id, 'artist2')).toMatchObject({ state: 'in_force' });
  });

  it('never takes effect when the second look says no', async () => {
    const { body } = await apply((await openProgram(atelier)).id, 'artist2');
    await step(body.id, 'startReview');
    await step(body.id, 'decline', 'manager', { reasons });
    const looks = await get<{ items: { id: string; statement: { subjectId: string } }[] }>(
      'second-looks',
      'reviewer',
    );
    const look = looks.body.items.find(({ statement }) => statement.subjectId === body.id);
    await post(`second-looks/${look?.id}/reject`, 'reviewer', { reasons: ANSWER });
    await atelier.settle();
    expect(await step(body.id, 'decline', 'manager', { reasons })).toMatchObject({
      status: 409,
      body: { code: 'enrollment.second_look_no' },
    });
    const { body: seen } = await get(`applications/${body.id}`, 'manager');
    expect(seen).toMatchObject({ isHeld: false, reasons: [] });
    expect((await step(body.id, 'invite')).body.state).toBe('invited');
  });

  it('is guarded by critical feedback, by its own label, without a way back to what was written', async () => {
    const program = await openProgram(atelier);
    await enrolled(program.id, 'artist3');
    const file = (more: object) =>
      post('feedback', 'artist3', {
        programId: program.id,
        type: 'issue',
        text: 'The fog slides as one sheet over the water.',
        ...more,
      });
    const count = async () =>
      (
        await atelier.db.read<{ source: string }>(
          'SELECT source_id AS source FROM redress_protected_acts WHERE person_id = $1',
          [atelier.people.artist3.id],
        )
      ).map(({ source }) => source);
    await file({ sentiment: 'favourable' });
    expect(await count()).toEqual([]);
    const { body } = await file({ sentiment: 'critical' });
    const sources = await count();
    expect(sources).toHaveLength(1);
    expect(sources).not.toContain(body.id);
  });
});
