import { Client } from 'pg';
import { newId } from '../../../src/kernel/id';
import { SCOPES, type Scope } from '../../../src/modules/access';
import { StatementsService } from '../../../src/modules/redress';
import { startTestApp, type CastName, type TestApp } from '../app';
import { createClip } from '../clips';
import { say } from '../remote-worker';
import type { WorkerIdentity } from './operations';
import { enrollArtist } from '../artist';
import { approveBatch, draftBatch, earn, fundedProgram } from '../payouts';
import { rights, statement } from '../sharing';
import { grantsOf } from './grants';

/** In everything private that the stranger wrote: no answer to anybody who may not read it holds this word. */
export const MARK = 'zephyrinquill';

/** Real objects of one artist, the stranger, and what surrounds them. */
export interface World {
  readonly atelier: TestApp;
  readonly owner: Client;
  /** Every request by which the world was built. */
  readonly requests: readonly { method: string; path: string; status: number }[];
  /** Secrets of keys of another artist, one for each scope. */
  readonly keys: Readonly<Record<Scope, string>>;
  /** What a machine signs in with, and what it works with. */
  readonly workers: Readonly<Record<WorkerIdentity, string>>;
  readonly person: string;
  readonly email: string;
  readonly program: string;
  readonly terms: string;
  readonly session: string;
  readonly key: string;
  readonly passkey: string;
  readonly roleChange: string;
  readonly application: string;
  readonly invitation: string;
  readonly enrollment: string;
  readonly generation: string;
  readonly reference: string;
  readonly batch: string;
  readonly submission: string;
  readonly appeal: string;
  readonly reasons: string;
  readonly hearing: string;
  readonly work: string;
  readonly pressLink: string;
  readonly slug: string;
  readonly feedback: string;
  readonly feedbackFile: string;
  readonly task: string;
  readonly taskSeat: string;
  readonly call: string;
  readonly callApplication: string;
  readonly callQuestion: string;
  readonly question: string;
  readonly cohort: string;
  readonly award: string;
  readonly milestone: string;
  readonly earning: string;
  readonly amendment: string;
  readonly grantReview: string;
  readonly event: string;
  readonly seat: string;
  readonly expense: string;
  readonly payoutBatch: string;
  readonly payout: string;
  readonly month: string;
  readonly notice: string;
  readonly archive: string;
  readonly webhook: string;
  readonly webhookDelivery: string;
  stop(): Promise<void>;
}

type Ask = <T = { id: string }>(as: CastName, method: string, path: string, body?: object) => Promise<T>;

function asker(atelier: TestApp): Ask {
  return async (as, method, path, body) => {
    const answer = await atelier.request(method, `/api/v1${path}`, { as, ...(body && { body }) });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body as never;
  };
}

const STRANGER = 'artist2';

async function offer(ask: Ask, generationId: string, title: string, description = MARK): Promise<string> {
  const body = { generationId, title, description, rights, labels: [], audience: 'wide' };
  const { id } = await ask(STRANGER, 'POST', '/submissions', body);
  await ask('reviewer', 'POST', `/submissions/${id}/claim`, {});
  return id;
}

/** Clips, one published work, one declined submission with its appeal, and feedback. */
async function share(atelier: TestApp, ask: Ask, programId: string) {
  const clip = async (): Promise<string> => {
    const id = await createClip(atelier, { programId, artist: STRANGER });
    await atelier.db.tx((tx) =>
      tx.run('UPDATE generation_generations SET prompt = $2 WHERE id = $1', [id, MARK]),
    );
    return id;
  };
  const generation = await clip();
  const published = await offer(ask, await clip(), 'A public film', 'For everybody.');
  await ask('reviewer', 'POST', `/submissions/${published}/approve`, {});
  const submission = await offer(ask, generation, MARK);
  await ask('reviewer', 'POST', `/submissions/${submission}/decline`, {
    statement: { ...statement, clauseId: 'RU-1' },
  });
  const grounds = `Nobody is hit; ${MARK}.`;
  const text = `The fog slides as one sheet: ${MARK}`;
  const feedback = await ask(STRANGER, 'POST', '/feedback', {
    generationId: generation,
    type: 'issue',
    text,
  });
  await atelier.settle();
  const reasons = await refuse(atelier, feedback.id);
  const feedbackFile = newId('fbf');
  await atelier.db.tx((tx) =>
    tx.run(
      `INSERT INTO feedback_files (id, person_id, feedback_id, name, content_type, bytes, sha256, key)
       SELECT $1, person_id, id, 'fog.txt', 'text/plain', 1, repeat('0', 64), 'feedback/' || $1::text FROM feedback_items WHERE id = $2`,
      [feedbackFile, feedback.id],
    ),
  );
  const hearing = await ask(STRANGER, 'POST', `/reasons/${reasons}/appeals`, { grounds });
  // Last: what is decided against somebody who appealed waits for a second look.
  const appeal = await ask(STRANGER, 'POST', `/submissions/${submission}/appeals`, { grounds });
  return {
    generation,
    submission,
    appeal: appeal.id,
    reasons,
    hearing: hearing.id,
    feedback: feedback.id,
    feedbackFile,
  };
}

/** A statement of reasons about the stranger's feedback. */
async function refuse(atelier: TestApp, subjectId: string): Promise<string> {
  const draft = {
    kind: 'feedback_declined' as const,
    subjectId,
    actId: 'decline',
    personId: atelier.people[STRANGER].id,
    programId: null,
    ground: 'evidence' as const,
    rule: { source: 'criterion' as const, id: 'known_limit', text: 'It is a documented limit.' },
    facts: `The limit is documented since May: ${MARK}`,
    remedy: 'Report what is not documented.',
    decidedBy: { id: atelier.people.manager.id, role: 'manager' as const },
  };
  return (await atelier.db.tx((tx) => atelier.app.get(StatementsService).issue(tx, draft))).id;
}

/** A task that the stranger does, with what was written so far. */
async function asked(ask: Ask, programId: string) {
  const { id: task } = await ask('manager', 'POST', '/tasks', {
    programId,
    title: 'Is it calm?',
    seats: 2,
    dueAt: new Date(Date.now() + 86_400_000).toISOString(),
    price: 500,
    currency: 'EUR',
    minutes: 10,
    questions: [{ key: 'calm', label: 'Is it calm?', kind: 'text' }],
  });
  await ask('manager', 'POST', `/tasks/${task}/publish`, {});
  const { id: taskSeat } = await ask(STRANGER, 'POST', `/tasks/${task}/seat`, { formVersion: 1 });
  await ask(STRANGER, 'PUT', `/task-seats/${taskSeat}/draft`, { formVersion: 1, answers: { calm: MARK } });
  return { task, taskSeat };
}

async function pay(atelier: TestApp, programId: string) {
  await earn(atelier, STRANGER, programId, 2);
  const batch = await draftBatch(atelier, programId);
  await approveBatch(atelier, batch);
  const payout = batch.payouts[0]?.id ?? '';
  return { payoutBatch: batch.id, payout };
}

/** One value of one row of the database. */
async function the(atelier: TestApp, sql: string, values: unknown[]): Promise<string> {
  const [row] = await atelier.db.read<{ it: string }>(sql, values);
  if (row === undefined) throw new Error(`no row: ${sql}`);
  return row.it;
}

async function keysOf(ask: Ask, as: CastName, name: string): Promise<World['keys']> {
  const made = await Promise.all(
    (Object.keys(SCOPES) as Scope[]).map(async (scope) => {
      const body = { name: `${name} ${scope}`, scopes: [scope], expiresInDays: 30 };
      return [scope, (await ask<{ secret: string }>(as, 'POST', '/keys', body)).secret] as const;
    }),
  );
  return Object.fromEntries(made) as World['keys'];
}

async function workersOf(atelier: TestApp, ask: Ask): Promise<World['workers']> {
  const body = { name: 'a machine', pool: 'cpu', expiresInDays: 30 };
  const { secret } = await ask<{ secret: string }>('manager', 'POST', '/worker-keys', body);
  const { token } = (await say<{ token: string }>(atelier, secret, 'register', { name: 'box', version: '1' }))
    .body;
  return { 'worker key': secret, 'worker token': token };
}

/** A passkey of the stranger, and a proposal of staff that waits for a second person. */
async function protect(atelier: TestApp, ask: Ask, owner: Client, person: string) {
  const passkey = newId('pky');
  await owner.query(
    `INSERT INTO access_passkeys (id, person_id, credential_id, public_key, counter, transports, name, is_synced)
     VALUES ($1, $2, 'a credential of the stranger', '\\x00', 0, '{}', $3, false)`,
    [passkey, person, MARK],
  );
  const body = { roles: ['manager', 'admin'], reason: 'Deputy of the administrator.' };
  const at = `/people/${atelier.people.manager2.id}/roles`;
  const { proposalId } = await ask<{ proposalId: string }>('admin', 'PUT', at, body);
  return { passkey, roleChange: proposalId };
}

/** Builds the world once, over the API where it can be. Call `stop` in `afterAll`. */
export async function buildWorld(name: string): Promise<World> {
  const atelier = await startTestApp(name, {
    env: { ATELIER_REQUESTS_PER_MINUTE: '1000000', ATELIER_KEY_CALLS_PER_MINUTE: '1000000' },
  });
  const requests: World['requests'][number][] = [];
  const send = atelier.request.bind(atelier);
  const request: TestApp['request'] = async <T>(
    method: string,
    path: string,
    ask?: Parameters<TestApp['request']>[2],
  ) => {
    const answer = await send<T>(method, path, ask);
    requests.push({ method, path, status: answer.status });
    return answer;
  };
  Object.assign(atelier, { request });
  const owner = new Client({ connectionString: atelier.databaseUrl });
  await owner.connect();
  const ask = asker(atelier);
  const { id: person, email } = atelier.people[STRANGER];
  const program = await fundedProgram(atelier);
  const enrollment = await enrollArtist(atelier, program, STRANGER);
  await enrollArtist(atelier, program, 'artist');
  const shared = await share(atelier, ask, program);
  const paid = await pay(atelier, program);
  const work = await asked(ask, program);
  const grants = await grantsOf(atelier, program, MARK);
  const wish = { programId: program, topic: 'show', question: 'May I show it at a festival?', context: MARK };
  const { id: question } = await ask(STRANGER, 'POST', '/questions', wish);
  const days = (n: number): string => new Date(Date.now() + n * 86_400_000).toISOString();
  const autumn = { name: 'Autumn', startsAt: days(5), endsAt: days(50), capacity: 4 };
  const { id: cohort } = await ask('manager', 'POST', `/programs/${program}/cohorts`, autumn);
  const seat = { email, note: MARK };
  const { id: invitation } = await ask('manager', 'POST', `/programs/${program}/invitations`, seat);
  const keys = await keysOf(ask, 'artist', 'own');
  await keysOf(ask, STRANGER, MARK);
  const workers = await workersOf(atelier, ask);
  const application = await the(
    atelier,
    'SELECT id AS it FROM enrollment_applications WHERE person_id = $1',
    [person],
  );
  // What was handed in does not change: only the owner of the tables can mark it, and only so.
  await owner.query('ALTER TABLE enrollment_applications DISABLE TRIGGER enrollment_applications_stay');
  await owner.query('UPDATE enrollment_applications SET statement = $2 WHERE id = $1', [application, MARK]);
  await owner.query('ALTER TABLE enrollment_applications ENABLE TRIGGER enrollment_applications_stay');
  await owner.query('UPDATE access_sessions SET agent = $2 WHERE person_id = $1', [person, MARK]);
  const hook = { url: 'https://example.org/hook', description: MARK, events: ['key.stopped'] };
  const { id: webhook } = await ask(STRANGER, 'POST', '/webhooks', hook);
  await owner.query(
    `INSERT INTO notice_webhook_deliveries (id, webhook_id, event_id, event, payload, state) VALUES ('whd_1', $1, 'evt_1', 'key.stopped', '{}', 'failed')`,
    [webhook],
  );
  // However long the test takes: what needs a recent proof is tested elsewhere, here it would hide the rest.
  await owner.query(`UPDATE access_sessions SET proved_at = now() + interval '2 hours'`);
  const protection = await protect(atelier, ask, owner, person);
  await atelier.settle();
  const of = async (sql: string): Promise<string> => the(atelier, sql, [person]);
  return {
    atelier, owner, requests, keys, workers, person, email, program, enrollment, application, invitation, ...shared, ...paid, ...work, ...grants, question, cohort, ...protection, webhook, webhookDelivery: 'whd_1',
    month: new Date().toISOString().slice(0, 7),
    terms: await the(atelier, `SELECT id AS it FROM program_versions WHERE program_id = $1 AND kind = 'terms'`, [program]),
    session: await of('SELECT id AS it FROM access_sessions WHERE person_id = $1'),
    key: await of('SELECT id AS it FROM access_keys WHERE person_id = $1 LIMIT 1'),
    batch: await the(atelier, 'SELECT batch_id AS it FROM generation_generations WHERE id = $1', [shared.generation]),
    work: await of('SELECT id AS it FROM approval_works WHERE person_id = $1'),
    pressLink: await the(atelier, `INSERT INTO approval_press_links (id, submission_id, person_id, label, expires_at)
      SELECT 'prl_1', submission_id, person_id, 'For a paper', now() + interval '1 day' FROM approval_works
      WHERE person_id = $1 LIMIT 1 RETURNING id AS it`, [person]),
    slug: await of('SELECT slug AS it FROM approval_works WHERE person_id = $1'),
    reference: await the(atelier, `INSERT INTO generation_references (id, person_id, key, sha256, bytes, content_type, width, height)
      VALUES ('ref_1', $1, 'references/none', repeat('0', 64), 1, 'image/png', 64, 64) RETURNING id AS it`, [person]),
    earning: await of('SELECT id AS it FROM compensation_earnings WHERE person_id = $1 LIMIT 1'),
    archive: await the(atelier, `INSERT INTO reports_archives (id, person_id, state) VALUES ('arc_1', $1, 'canceled') RETURNING id AS it`, [person]),
    notice: await of('SELECT id AS it FROM notice_notices WHERE person_id = $1 LIMIT 1'),
    async stop(): Promise<void> {
      await owner.end();
      await atelier.stop();
    },
  }; // prettier-ignore
}
