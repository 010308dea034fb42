import { SYSTEM } from '../../src/kernel/actor';
import { DrawService } from '../../src/modules/draw';
import { startTestApp, type TestApp } from '../support/app';

let test: TestApp;
let draws: DrawService;

beforeAll(async () => {
  test = await startTestApp('draw');
  draws = test.app.get(DrawService);
});
afterAll(async () => {
  await test.stop();
});

const ENTRIES = Array.from({ length: 40 }, (_, index) => `app_${String(index).padStart(3, '0')}`);
const subject = (subjectId: string) => ({ kind: 'enrollment', subjectId }) as const;
const commit = (subjectId: string): Promise<string> =>
  test.db.tx((tx) => draws.commit(tx, SYSTEM, { ...subject(subjectId), title: 'Ten places', places: 10 }));
const freeze = (subjectId: string, entries = ENTRIES): Promise<string> =>
  test.db.tx((tx) => draws.freeze(tx, SYSTEM, subject(subjectId), entries));
const reveal = (subjectId: string, entries = ENTRIES) =>
  test.db.tx((tx) => draws.reveal(tx, SYSTEM, subject(subjectId), entries));

it('shows the hash first, then the list, the seed last', async () => {
  const id = await commit('steps');
  const seen = async () => (await test.request('GET', `/api/v1/draws/${id}`)).body;
  expect(await seen()).toMatchObject({ state: 'committed', entries: null, seed: null, places: 10 });
  await freeze('steps');
  expect(await seen()).toMatchObject({ state: 'frozen', entries: 40, seed: null });
  expect((await test.request('GET', `/api/v1/draws/${id}/result`)).status).toBe(409);
  const { winners, order } = await reveal('steps');
  expect(winners).toEqual(order.slice(0, 10));
  expect(await seen()).toMatchObject({ state: 'revealed', seed: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const listed = await test.request<{ items: { id: string }[] }>('GET', '/api/v1/draws?subjectId=steps');
  expect(listed.body.items.map((row) => row.id)).toEqual([id]);
});

it('answers the same order when a step is repeated', async () => {
  await commit('twice');
  expect(await freeze('twice')).toBe(await freeze('twice', ENTRIES.toReversed()));
  expect(await reveal('twice')).toEqual(await reveal('twice'));
  await expect(commit('twice')).rejects.toMatchObject({ code: 'drawn_already' });
});

it('refuses a list that changed after it was published', async () => {
  await commit('changed');
  await freeze('changed');
  await expect(freeze('changed', ENTRIES.slice(1))).rejects.toMatchObject({ code: 'list_changed' });
  await expect(reveal('changed', [...ENTRIES, 'app_late'])).rejects.toMatchObject({ code: 'list_changed' });
  const { order } = await reveal('changed');
  await expect(reveal('changed', ENTRIES.slice(1))).rejects.toMatchObject({ code: 'list_changed' });
  expect(order).toHaveLength(40);
});

it('refuses a draw without a commitment, without a list and with nobody on it', async () => {
  await expect(freeze('none')).rejects.toMatchObject({ code: 'not_committed' });
  await commit('empty');
  await expect(reveal('empty')).rejects.toMatchObject({ code: 'wrong_state' });
  await expect(freeze('empty', [])).rejects.toMatchObject({ code: 'nobody_to_draw' });
});

it('keeps a cancelled draw in public and lets another be committed to', async () => {
  const id = await commit('again');
  await test.db.tx((tx) =>
    draws.cancel(tx, { ...SYSTEM, roles: ['manager'] }, subject('again'), 'the list had a gap'),
  );
  expect((await test.request('GET', `/api/v1/draws/${id}`)).body).toMatchObject({
    state: 'cancelled',
    seed: null,
  });
  expect(await commit('again')).not.toBe(id);
});

it.each([
  ['the hash', `UPDATE draw_draws SET seed_hash = repeat('0', 64) WHERE subject_id = 'steps'`],
  ['the places', `UPDATE draw_draws SET places = 11 WHERE subject_id = 'steps'`],
  ['the list', `UPDATE draw_draws SET entries = 'app_mine' WHERE subject_id = 'changed'`],
  ['the seed', `UPDATE draw_seeds SET seed = repeat('0', 64)`],
])('the database itself refuses to change %s of a draw', async (_, sql) => {
  await expect(test.db.tx((tx) => tx.run(sql))).rejects.toMatchObject({ code: '23514' });
});
