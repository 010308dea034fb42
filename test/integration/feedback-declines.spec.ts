import type { FeedbackView } from '../../src/modules/feedback/feedback.dto';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { createProgram } from '../support/clips';
import { violations } from '../support/invariants';
import { priced } from '../support/tasks';

const text = 'The lighthouse bends in the wind when the camera comes near.';
const answer = 'This is written down as a limit of the model since version 2.';
const verdict = 'The limit is written down in the notes of the version, as cited.';
const body = { reason: 'known_limit', answer };

interface Statement {
  readonly id: string;
  readonly subjectId: string;
  readonly state: string;
  readonly facts: string;
}

describe('declined feedback', () => {
  let atelier: TestApp;
  let programId: string;
  beforeAll(async () => {
    atelier = await startTestApp('feedback_declines');
    programId = await createProgram(atelier, ['artist', 'artist2', 'artist3']);
    await priced(atelier, programId);
  }, 60_000);
  afterAll(() => atelier?.stop());
  afterEach(async () => {
    expect(await violations(atelier, 'redress-')).toEqual({});
    expect(await violations(atelier, 'feedback-')).toEqual({});
  });

  const get = async <T>(path: string, as: CastName) =>
    (await atelier.request<T>('GET', `/api/v1/${path}`, { as })).body;
  const post = <T = FeedbackView & { code?: string }>(path: string, as: CastName, given: object = {}) =>
    atelier.request<T>('POST', `/api/v1/${path}`, { as, body: given });
  const file = async (as: CastName, more: object = {}) =>
    (await post('feedback', as, { programId, type: 'issue', text, ...more })).body;
  const read = (id: string, as: CastName) => get<FeedbackView>(`feedback/${id}`, as);
  const decline = (id: string) => post(`feedback/${id}/decline`, 'manager', body);
  const statementsOf = async (subjectId: string, as: CastName) =>
    (await get<{ items: Statement[] }>(`reasons?subjectId=${subjectId}`, as)).items;
  const lookAt = async (subjectId: string) =>
    (await get<{ items: { id: string; statement: Statement }[] }>('second-looks', 'reviewer')).items.find(
      ({ statement }) => statement.subjectId === subjectId,
    )?.id;
  const earned = (payRef: string) =>
    atelier.db.read<{ amount: string }>(
      `SELECT amount::text FROM compensation_earnings WHERE cause_type = 'feedback' AND cause_id = $1`,
      [payRef],
    );

  it('has its statement of reasons, and an appeal that succeeds accepts and pays it', async () => {
    const { id } = await file('artist', { type: 'idea' });
    expect((await decline(id)).body).toMatchObject({ state: 'declined', isLookedAt: false });
    expect((await decline(id)).status).toBe(200);
    const [statement, ...more] = await statementsOf(id, 'artist');
    expect(more).toEqual([]);
    expect(statement).toMatchObject({
      kind: 'feedback_declined',
      state: 'in_force',
      ground: 'evidence',
      rule: { source: 'criterion', text: 'It is a documented limit of the model.' },
      facts: expect.stringContaining(answer),
      canAppeal: true,
    });
    const appeal = await post<{ id: string }>(`reasons/${statement?.id}/appeals`, 'artist', {
      grounds: 'The notes speak of towers; this is a lighthouse.',
    });
    expect((await post(`hearings/${appeal.body.id}/take`, 'manager')).body.code).toBe('redress.took_part');
    await post(`hearings/${appeal.body.id}/take`, 'reviewer');
    await post(`hearings/${appeal.body.id}/overturn`, 'reviewer', { reasons: verdict });
    await atelier.settle();
    expect((await read(id, 'artist')).state).toBe('accepted');
    expect(await earned(id)).toHaveLength(1);
    expect((await statementsOf(id, 'artist'))[0]?.state).toBe('annulled');
    expect((await post(`feedback/${id}/overturn`, 'admin')).status).toBe(403);
    expect(await earned(id)).toHaveLength(1);
  });

  it('waits for a second look soon after criticism: nothing is told, nothing else is decided, no clock accepts', async () => {
    const { id } = await file('artist2', { sentiment: 'critical' });
    expect((await decline(id)).body).toMatchObject({ state: 'new', isLookedAt: true, available: [] });
    const own = await read(id, 'artist2');
    expect(own).toMatchObject({ state: 'new', answer: null, reason: null });
    expect(own.isLookedAt).toBeUndefined();
    expect(await statementsOf(id, 'artist2')).toEqual([]);
    for (const verb of ['accept', 'decline', 'askInfo'])
      expect((await post(`feedback/${id}/${verb}`, 'admin', body)).body.code).toBe(
        'feedback.second_look_open',
      );
    const queue = await get<{ items: FeedbackView[] }>('feedback?queue=open', 'manager');
    expect(queue.items.map((item) => item.id)).not.toContain(id);
    await post(`second-looks/${await lookAt(id)}/confirm`, 'reviewer', { reasons: verdict });
    await atelier.settle();
    expect(await read(id, 'artist2')).toMatchObject({ state: 'declined', reason: 'known_limit', answer });
    expect(await statementsOf(id, 'artist2')).toHaveLength(1);
    const notices = await get<{ items: { title: string }[] }>('notices', 'artist2');
    expect(notices.items.map(({ title }) => title)).toContain('Your feedback was declined');
  });

  it('is as it was when the second look says no, and is not declined again for the same', async () => {
    const { id } = await file('artist2');
    await decline(id);
    await post(`second-looks/${await lookAt(id)}/reject`, 'reviewer', { reasons: verdict });
    await atelier.settle();
    expect(await read(id, 'manager')).toMatchObject({ state: 'new', isLookedAt: false });
    expect((await decline(id)).body.code).toBe('feedback.second_look_no');
    expect((await post(`feedback/${id}/accept`, 'manager')).body.state).toBe('accepted');
    expect(await statementsOf(id, 'artist2')).toEqual([]);
  });

  it('of what was filed without a name the statement does not lead to the item', async () => {
    const { id } = await file('artist3', { isPrivate: true });
    const { payRef = '' } = await read(id, 'artist3');
    await decline(id);
    const rows = await atelier.db.read<{ all: string }>(
      `SELECT s::text AS all FROM redress_statements s WHERE subject_id = $1`,
      [payRef],
    );
    expect(rows).toHaveLength(1);
    for (const secret of [id, answer, text]) expect(rows[0]?.all).not.toContain(secret);
    const [statement] = await statementsOf(payRef, 'artist3');
    const appeal = await post<{ id: string }>(`reasons/${statement?.id}/appeals`, 'artist3', {
      grounds: 'It is no limit: the first version did it well.',
    });
    await post(`hearings/${appeal.body.id}/take`, 'finance');
    await post(`hearings/${appeal.body.id}/overturnPartly`, 'finance', { reasons: verdict });
    await atelier.settle();
    expect((await read(id, 'artist3')).state).toBe('accepted');
    expect(await earned(payRef)).toHaveLength(1);
  });

  it('records the minutes that an artist names, in the file and hidden in public while few do', async () => {
    expect((await post('feedback', 'artist', { programId, type: 'issue', text, minutes: 0 })).status).toBe(
      422,
    );
    expect((await post('feedback', 'artist', { programId, type: 'issue', text, minutes: 1.5 })).status).toBe(
      422,
    );
    const { id, minutesClaimed } = await file('artist', { minutes: 25, text: 'The minutes of a long look.' });
    expect(minutesClaimed).toBe(25);
    const rows = await get<Record<string, unknown>[]>(
      'feedback-export/feedback.json?words=minutes',
      'manager',
    );
    expect(rows).toMatchObject([{ number: id, minutes_claimed: 25 }]);
    const numbers = await get<{ volunteeredMinutes: number | null }>(
      `reports/pay?programId=${programId}`,
      'manager',
    );
    expect(numbers.volunteeredMinutes).toBeNull();
  });
});
