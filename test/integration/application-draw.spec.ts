import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { SettlingService } from '../../src/modules/enrollment/selection/settling.service';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { violations } from '../support/invariants';
import { selection, type Applied } from '../support/selection';

let atelier: TestApp;
const { post, get, programme, apply, deadline } = selection(() => atelier);
const ARTISTS: readonly CastName[] = ['artist', 'artist2', 'artist3'];

beforeAll(async () => {
  atelier = await startTestApp('application_draw', { roles: ['api'] });
}, 60_000);
afterAll(() => atelier?.stop());

const step = (program: string, name: string, body: object = {}) =>
  post<{ code?: string; draw: { id: string } | null; steps: string[] }>(
    `programs/${program}/selection/draw/${name}`,
    'manager',
    body,
  );
const mine = async (program: string, as: CastName) =>
  (await get<{ items: Applied[] }>(`applications?programId=${program}`, as)).body.items[0] as Applied;
const settle = () => atelier.app.get(SettlingService).settle();

async function entered(capacity: number): Promise<string> {
  const program = await programme('draw', capacity);
  expect((await step(program, 'commit')).status).toBe(200);
  for (const as of ARTISTS) await apply(program, as);
  await deadline(program, -1);
  return program;
}

describe('selection by a draw', () => {
  test('commits first, publishes the list after the deadline, and gives seats and places by the seed', async () => {
    const program = await programme('draw', 1);
    const first = await step(program, 'commit');
    expect(first.body).toMatchObject({
      steps: ['cancel'],
      draw: { state: 'committed', places: 1, entries: null },
    });
    for (const as of ARTISTS) await apply(program, as);
    expect((await step(program, 'close')).body.code).toBe('enrollment.deadline_ahead');
    await deadline(program, -1);
    expect((await step(program, 'close')).body).toMatchObject({
      steps: ['hold', 'cancel'],
      draw: { entries: 3 },
    });
    const held = await step(program, 'hold');
    expect(held.body).toMatchObject({ steps: [], draw: { state: 'revealed' } });
    expect((await step(program, 'hold')).status).toBe(200);
    await settle();
    expect(await settle()).toBe(0);
    const all = await Promise.all(ARTISTS.map((as) => mine(program, as)));
    expect(all.map(({ state }) => state).toSorted()).toEqual(['invited', 'waitlisted', 'waitlisted']);
    const result = await fetch(`${atelier.url}/api/v1/draws/${held.body.draw?.id}/result`).then((response) =>
      response.text(),
    );
    const order = result
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[1]);
    const placed = all
      .toSorted((a, b) => (a.waiting?.place ?? 0) - (b.waiting?.place ?? 0))
      .map(({ id }) => id);
    expect(placed).toEqual(order);
    expect(all.flatMap(({ waiting }) => (waiting === null ? [] : [waiting.position])).toSorted()).toEqual([
      1, 2,
    ]);
  });

  test('is verified by the script from what is public, and not when one entry differs', async () => {
    const program = await entered(1);
    await step(program, 'close');
    const { body } = await step(program, 'hold');
    const folder = await mkdtemp(path.join(os.tmpdir(), 'atelier-draw-'));
    const fetched = async (what: string) =>
      fetch(`${atelier.url}/api/v1/draws/${body.draw?.id}/${what}`).then((one) => one.text());
    const [file, result] = [path.join(folder, 'draw.txt'), path.join(folder, 'result.txt')];
    const check = () =>
      promisify(execFile)(process.execPath, ['scripts/verify-draw.mjs', file, '--result', result]);
    await writeFile(file, await fetched('file'));
    await writeFile(result, await fetched('result'));
    expect((await check()).stdout).toBe(await fetched('result'));
    await writeFile(file, (await fetched('file')).replace(/app_\w+/, 'app_somebody_else'));
    await expect(check()).rejects.toMatchObject({ code: 1 });
    await rm(folder, { recursive: true });
  });

  test('is refused when the list is no longer the published one, and nobody is let in past it', async () => {
    const program = await entered(2);
    await step(program, 'close');
    await deadline(program, 60);
    // Somebody takes theirs back to write on: the list is another one.
    await post(`applications/${(await mine(program, 'artist3')).id}/reopen`, 'artist3');
    expect(await step(program, 'hold')).toMatchObject({ status: 409, body: { code: 'draw.list_changed' } });
    const { id, state } = await mine(program, 'artist');
    expect(state).toBe('submitted');
    await post(`applications/${id}/startReview`, 'manager');
    expect((await post(`applications/${id}/invite`, 'manager')).body.code).toBe(
      'enrollment.decided_otherwise',
    );
    expect((await post(`applications/${id}/waitlist`, 'manager')).body.code).toBe(
      'enrollment.decided_otherwise',
    );
    await step(program, 'cancel', { reason: 'The list was still open.' });
    expect((await step(program, 'commit')).status).toBe(200);
  });

  test('passes over whoever withdraws after the list is public: the next gets the seat', async () => {
    const program = await entered(2);
    await step(program, 'close');
    await post(`applications/${(await mine(program, 'artist2')).id}/withdraw`, 'artist2');
    expect((await step(program, 'hold')).status).toBe(200);
    expect((await mine(program, 'artist')).state).toBe('invited');
    expect((await mine(program, 'artist3')).state).toBe('invited');
    expect((await mine(program, 'artist2')).state).toBe('withdrawn');
  });

  test('is not for programmes that published another way', async () => {
    const program = await programme('review');
    expect(await step(program, 'commit')).toMatchObject({
      status: 409,
      body: { code: 'enrollment.not_by_draw', selection: 'review' },
    });
  });
});

describe('first come', () => {
  beforeAll(settle);

  test('gives a seat at once while there is one, then places in line; a free seat goes to the next', async () => {
    const program = await programme('first_come', 1);
    const first = await apply(program, 'artist');
    expect(first.body).toMatchObject({ state: 'invited', enrollmentId: expect.any(String) });
    expect((await apply(program, 'artist2')).body).toMatchObject({
      state: 'waitlisted',
      waiting: { place: 1, position: 1 },
    });
    expect((await apply(program, 'artist3')).body).toMatchObject({
      state: 'waitlisted',
      waiting: { place: 2, position: 2 },
    });
    expect(await settle()).toBe(0);
    await post(`enrollments/${first.body.enrollmentId}/leave`, 'artist');
    expect(await settle()).toBe(0); // their seat is held while they can still stay
    await atelier.db.tx((tx) =>
      tx.run('UPDATE enrollment_enrollments SET leaves_at = now() WHERE id = $1', [first.body.enrollmentId]),
    );
    expect(await settle()).toBe(1);
    expect((await mine(program, 'artist2')).state).toBe('invited');
    expect((await mine(program, 'artist3')).waiting).toMatchObject({ place: 2, position: 1 });
  });

  test('gives the last seat once, also when everybody comes at the same moment', async () => {
    const program = await programme('first_come', 1);
    const answers = await Promise.all(ARTISTS.map((as) => apply(program, as)));
    expect(answers.map(({ body }) => body.state).toSorted()).toEqual(['invited', 'waitlisted', 'waitlisted']);
  });

  test('leaves no standing invariant broken', async () => {
    expect(await violations(atelier, 'enrollment-')).toEqual({});
  });
});
