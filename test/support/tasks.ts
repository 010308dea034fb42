import { Client } from 'pg';
import { newId } from '../../src/kernel/id';
import type { TaskSeatView } from '../../src/modules/feedback/tasks/seat.dto';
import type { TaskView } from '../../src/modules/feedback/tasks/task.dto';
import { startTestApp, type Answer, type CastName, type TestApp } from './app';
import { createProgram } from './clips';
import { violations } from './invariants';
import { prices } from './program';

type Refused = { readonly code?: string; readonly [member: string]: unknown };

export const questions = [
  { key: 'calm', label: 'How calm is the camera?', kind: 'scale', min: 1, max: 5 },
  { key: 'why', label: 'Why?', kind: 'text' },
] as const;
export const answers = { calm: 4, why: 'It hardly moves.' } as const;

/** Publishes a card with a floor of 18.00 an hour and fills the fund. */
export async function priced(atelier: TestApp, programId: string, amount = 1_000_000): Promise<void> {
  const card = {
    items: { ...prices(), 'task.minimum': 200 },
    rules: { floorPerHour: 1_800, killFeePercent: 40 },
  };
  const published = await atelier.request('POST', `/api/v1/programs/${programId}/rate-cards`, {
    as: 'manager',
    body: card,
  });
  const body = { amount, currency: 'EUR' };
  const funded = await atelier.request('POST', `/api/v1/programs/${programId}/funding`, {
    as: 'finance',
    body,
  });
  if (published.status >= 300 || funded.status >= 300)
    throw new Error(JSON.stringify([published.body, funded.body]));
}

/** An MP4 that a task can show, as if it had been uploaded. */
export async function taskClip(atelier: TestApp, as: CastName = 'manager', seconds = 8): Promise<string> {
  const id = newId('fbf');
  await atelier.db.tx((tx) =>
    tx.run(
      `INSERT INTO feedback_files (id, person_id, name, content_type, bytes, sha256, key, seconds)
       VALUES ($1, $2, 'take.mp4', 'video/mp4', 1, repeat('0', 64), 'feedback/' || $1::text, $3)`,
      [id, atelier.people[as].id, seconds],
    ),
  );
  return id;
}

/** What a suite about tasks stands on. Its members are there once the first test begins. */
export interface TaskDesk {
  readonly atelier: TestApp;
  /** A programme of three artists with a card and a full fund. */
  readonly programId: string;
  /** The owner of the tables, who may do what no role of the product may. */
  readonly owner: Client;
}

/** Brings a desk up for a whole file and ends it; after each test the checks of these parts return no rows. */
export function taskDesk(name: string, parts: readonly string[]): TaskDesk {
  const desk = {} as { -readonly [member in keyof TaskDesk]: TaskDesk[member] };
  beforeAll(async () => {
    desk.atelier = await startTestApp(name);
    desk.programId = await createProgram(desk.atelier, ['artist', 'artist2', 'artist3']);
    await priced(desk.atelier, desk.programId);
    desk.owner = new Client({ connectionString: desk.atelier.databaseUrl });
    await desk.owner.connect();
  }, 60_000);
  afterAll(async () => {
    await desk.owner?.end();
    await desk.atelier?.stop();
  });
  afterEach(async () => {
    await desk.atelier.settle();
    for (const part of parts) expect(await violations(desk.atelier, part)).toEqual({});
  });
  return desk;
}

/** Making, taking, doing, deciding, over HTTP. */
export function tasksOf(atelier: () => TestApp) {
  const ask = <T>(
    method: string,
    path: string,
    as: CastName,
    body?: object,
    key?: string,
  ): Promise<Answer<T & Refused>> =>
    atelier().request<T & Refused>(method, `/api/v1${path}`, {
      as,
      ...(body && { body }),
      ...(key && { headers: { 'idempotency-key': key } }),
    });
  const make = (programId: string, more: object = {}) =>
    ask<TaskView>('POST', '/tasks', 'manager', {
      programId,
      title: 'Which take is calmer?',
      seats: 5,
      dueAt: new Date(Date.now() + 86_400_000).toISOString(),
      price: 500,
      currency: 'EUR',
      minutes: 10,
      questions,
      ...more,
    });
  const move = (id: string, verb: string, body: object = {}) =>
    ask<TaskView>('POST', `/tasks/${id}/${verb}`, 'manager', body);
  const open = async (programId: string, more: object = {}): Promise<TaskView> => {
    const made = await make(programId, more);
    const published = await move(made.body.id, 'publish');
    if (published.status !== 200) throw new Error(JSON.stringify([made.body, published.body]));
    return published.body;
  };
  const take = (id: string, as: CastName = 'artist', formVersion = 1) =>
    ask<TaskSeatView>('POST', `/tasks/${id}/seat`, as, { formVersion });
  const submit = (id: string, as: CastName = 'artist', more: object = {}) =>
    ask<TaskSeatView>('POST', `/task-seats/${id}/submit`, as, {
      formVersion: 1,
      answers,
      minutes: 10,
      ...more,
    });
  const accept = (id: string) => ask<TaskSeatView>('POST', `/task-seats/${id}/accept`, 'manager', {});
  return { ask, make, move, open, take, submit, accept };
}
