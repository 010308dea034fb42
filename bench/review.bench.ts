import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { boot, type RunningApp } from '../src/boot';
import { SYSTEM, type Actor } from '../src/kernel/actor';
import { bringUpToDate } from '../src/migrate';
import { CodeAppService, PeopleService } from '../src/modules/access';
import { listQueue, lockNext } from '../src/modules/approval/review/queue.sql';
import { ReviewQueueService } from '../src/modules/approval/review/queue.service';
import { SubmissionsService } from '../src/modules/approval/submissions/submission.service';
import { readSettings } from '../src/platform/config/env';
import { Settings } from '../src/platform/config/settings';
import { Database } from '../src/platform/db/database';
import { onClient } from './rig/client';
import { costOf, statementsSent, type Cost } from './rig/statements';

interface Postgres {
  readonly urlOf: (database: string) => string;
  readonly url: string;
  destroy(): Promise<void>;
}

const REVIEWERS = 20;
const ARTISTS = 1_000;
const BAR = { p95Ms: 15, ratio: 1.3 } as const;
const TERMS = { clauses: [{ id: 'RU-1', document: 'responsible_use', title: 'Rule', text: 'A rule.', summary: 'A rule.', examples: [] }] }; // prettier-ignore

const PEOPLE = `
  INSERT INTO access_people (id, email, name, password_hash, roles)
    SELECT 'per_' || n, 'artist' || n || '@example.org', 'Artist ' || n, 'x', '{artist}'::text[] FROM generate_series(1, ${ARTISTS}) n
    UNION ALL SELECT 'rev_' || n, 'reviewer' || n || '@example.org', 'Reviewer ' || n, 'x', '{reviewer}'::text[] FROM generate_series(1, ${REVIEWERS}) n;
  INSERT INTO program_programs (id, slug, name, model, currency, starts_at, ends_at, capacity, state)
    VALUES ('prg_1', 'bench', 'Bench', 'model-1', 'EUR', now(), now() + interval '1 year', ${ARTISTS}, 'running');
  INSERT INTO program_versions (id, program_id, kind, version, hash, content, published_by)
    VALUES ('ter_1', 'prg_1', 'terms', 1, repeat('0', 64), '${JSON.stringify(TERMS)}', 'bench');
  INSERT INTO enrollment_applications (id, program_id, person_id, statement, portfolio, state)
    SELECT 'app_' || n, 'prg_1', 'per_' || n, 'Let me in', '{}', 'invited' FROM generate_series(1, ${ARTISTS}) n;
  INSERT INTO enrollment_enrollments (id, application_id, program_id, person_id, state)
    SELECT 'enr_' || n, 'app_' || n, 'prg_1', 'per_' || n, 'active' FROM generate_series(1, ${ARTISTS}) n;
  INSERT INTO generation_batches (id, enrollment_id, variations)
    SELECT 'bat_' || n, 'enr_' || n, 1 FROM generate_series(1, ${ARTISTS}) n`;

/** Keys to other tables and their triggers are off while the rows are filled in: what is measured has them again. */
const FILL = (size: number): string => `
  SET session_replication_role = replica;
  INSERT INTO generation_generations (id, batch_id, enrollment_id, program_id, person_id, state, prompt, style, seconds,
      resolution, aspect, fps, width, height, seed, draft, credits, price_version, provider, pool, cost_seconds, arrival)
    SELECT 'gen_' || n, 'bat_' || 1 + n % ${ARTISTS}, 'enr_' || 1 + n % ${ARTISTS}, 'prg_1', 'per_' || 1 + n % ${ARTISTS},
      'succeeded', 'a queue', 'none', 10, '720p', '16:9', 24, 1280, 720, 0, true, 1, 1, 'procedural', 'cpu', 10, 0
    FROM generate_series(1, ${size}) n;
  INSERT INTO approval_submissions (id, generation_id, person_id, program_id, state, title, description, rights, labels,
      audience, terms_version, clause_ids, clip_seconds, risk, risk_because, people_for_no, submitted_at, due_at)
    SELECT 'sub_' || lpad(n::text, 26, '0'), 'gen_' || n, 'per_' || 1 + n % ${ARTISTS}, 'prg_1', 'submitted', 'Tide ' || n, '',
      '{"ownsInputs": true, "thirdPartyMaterial": "none", "likenesses": "none", "aiDisclosure": true}',
      CASE WHEN n % 50 = 0 THEN '{nudity}'::text[] WHEN n % 10 = 0 THEN '{violence}' ELSE '{}' END,
      (ARRAY['wide', 'press', 'festival', 'portfolio'])[1 + n % 4], 1, '{RU-1}', 10,
      CASE WHEN n % 50 = 0 THEN 'high' WHEN n % 10 = 0 THEN 'medium' ELSE 'low' END, '{}', 1,
      now() - interval '1 hour', now() + interval '1 day' + n * interval '1 ms'
    FROM generate_series(1, ${size}) n;
  SET session_replication_role = origin`;

const quantileOf = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;
const round = (value: number): number => Math.round(value * 100) / 100;

const STEPS = ['page', 'http', 'filtered', 'claim', 'decide'] as const;
type Step = (typeof STEPS)[number];
type Seen = Record<Step, number[]>;
const nothingSeen = (): Seen => ({ page: [], http: [], filtered: [], claim: [], decide: [] });

/** Those that are held to the bar: what a reviewer waits for. */
const BARRED: readonly Step[] = ['page', 'http', 'claim', 'decide'];
const RARE = { risk: 'high', audience: 'festival', part: 'free' } as const;
const PASSWORD = 'a long word of the bench';

/** One database with `size` waiting submissions, and an application on it. */
class Desk {
  times = nothingSeen();
  statements = nothingSeen();

  private constructor(
    readonly size: number,
    private readonly databaseUrl: string,
    private readonly running: RunningApp,
    private readonly cookie: string,
  ) {}

  private get queue(): ReviewQueueService {
    return this.running.app.get(ReviewQueueService);
  }

  private get submissions(): SubmissionsService {
    return this.running.app.get(SubmissionsService);
  }

  static async open(url: string, home: string, size: number): Promise<Desk> {
    const settings = readSettings(Settings, {
      DATABASE_URL: url, ATELIER_DATA_DIR: home, ATELIER_ROLES: 'api', LOG_LEVEL: 'fatal', DATABASE_POOL: '20', PORT: '0',
      ATELIER_REQUESTS_PER_MINUTE: '10000000',
    }); // prettier-ignore
    await bringUpToDate(settings);
    await onClient(url, async (client) => {
      await client.query(PEOPLE);
      await client.query(FILL(size));
      await client.query('VACUUM ANALYZE');
      await client.query('CHECKPOINT');
    });
    const running = await boot(settings);
    return new Desk(size, url, running, await signIn(running));
  }

  /** What a reviewer does: looks at the queue, at a rare part of it, takes the next one and decides. */
  async turn(reviewer: number): Promise<void> {
    const me: Actor = { id: `rev_${reviewer}`, roles: ['reviewer'], via: 'session', keyId: null };
    const once = { owner: me.id, key: null, fingerprint: '' };
    await this.timed('page', () => this.queue.list(me, { queue: 'open', limit: 25 }));
    await this.timed('http', () => this.fetchPage());
    await this.timed('filtered', () => this.queue.list(me, { queue: 'open', limit: 25, ...RARE }));
    const id = await this.timed('claim', () => this.queue.next(me, once, { limit: 25 }));
    await this.timed('decide', () => this.submissions.act(me, once, id, 'approve', {}));
  }

  /** Ids that all reviewers get when they ask at the same moment. */
  async rush(): Promise<string[]> {
    return Promise.all(
      Array.from({ length: REVIEWERS }, (_, n) => {
        const me: Actor = { id: `rev_${n + 1}`, roles: ['reviewer'], via: 'session', keyId: null };
        return this.queue.next(me, { owner: me.id, key: null, fingerprint: '' }, { limit: 25 });
      }),
    );
  }

  forget(): void {
    this.times = nothingSeen();
    this.statements = nothingSeen();
  }

  /** What the three statements cost inside of Postgres, where other processes of the machine disturb least. */
  async costs(rounds: number): Promise<Record<string, Cost>> {
    const reader = { id: 'rev_1', onlyFor: [] };
    const asked = {
      page: listQueue('*', reader, {}, null, 26),
      filtered: listQueue('*', reader, RARE, null, 26),
      claim: lockNext('*', reader, {}),
    };
    return onClient(this.databaseUrl, async (client) => {
      const found: Record<string, Cost> = {};
      for (const [name, { text, values }] of Object.entries(asked)) {
        const seen: Cost[] = [];
        for (let n = 0; n < rounds; n += 1) seen.push(await costOf(client, text, values));
        const p95 = (of: (cost: Cost) => number) => round(quantileOf(seen.map(of), 0.95));
        const cost = { planMs: p95((one) => one.planMs), runMs: p95((one) => one.runMs) };
        found[name] = { ...cost, pages: p95((one) => one.pages) };
      }
      return found;
    });
  }

  async close(): Promise<void> {
    await this.running.stop();
  }

  private async fetchPage(): Promise<void> {
    const headers = { cookie: this.cookie };
    const answer = await fetch(`${this.running.url}/api/v1/submissions?queue=open&limit=25`, { headers });
    const { items } = (await answer.json()) as { items?: unknown[] };
    if (items?.length !== 25)
      throw new Error(`the queue answers ${answer.status} with ${items?.length} rows`);
  }

  private async timed<T>(step: Step, work: () => Promise<T>): Promise<T> {
    const before = statementsSent();
    const begun = performance.now();
    const result = await work();
    this.times[step].push(performance.now() - begun);
    this.statements[step].push(statementsSent() - before);
    return result;
  }
}

/** A reviewer of flesh and blood, with everything that a request of theirs goes through. */
async function signIn({ app, url }: RunningApp): Promise<string> {
  const codes = pathToFileURL(path.resolve('scripts/lib/codes.mjs')).href;
  const { DEMO_CODE_SECRET, freshCode } = (await import(codes)) as {
    DEMO_CODE_SECRET: string;
    freshCode: (email: string) => Promise<string>;
  };
  const email = 'reader@example.org';
  await app.get(Database).tx(async (tx) => {
    const draft = { name: 'Reader', email, password: PASSWORD, roles: ['reviewer' as const] };
    const { id } = await app.get(PeopleService).create(tx, draft, SYSTEM);
    await app.get(CodeAppService).adopt(tx, id, DEMO_CODE_SECRET);
  });
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD, code: await freshCode(email) }),
  });
  if (!answer.ok) throw new Error(`nobody can sign in: ${await answer.text()}`);
  return (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
}

async function measure(desks: readonly Desk[], rounds: number, turns: number): Promise<number> {
  for (const desk of desks) {
    for (let n = 0; n < 10; n += 1) await desk.turn(1 + (n % REVIEWERS));
    desk.forget();
  }
  let doubles = 0;
  for (let round_ = 0; round_ < rounds; round_ += 1) {
    for (const desk of desks) {
      for (let n = 0; n < turns; n += 1) await desk.turn(1 + (n % REVIEWERS));
      doubles += REVIEWERS - new Set(await desk.rush()).size;
    }
    process.stderr.write(`review: round ${round_ + 1} of ${rounds}\n`);
  }
  return doubles;
}

/**
 * Queue page (its service, and over HTTP with a session), a rare filter, the next one and a verdict, over a long and a
 * short queue, interleaved. Beside the times that somebody waits stand what no load of the machine changes: statements
 * of each step, and cost of the three statements of the queue inside of Postgres.
 */
export async function run({ quick }: { quick: boolean }): Promise<object> {
  const [rounds, turns] = quick ? [3, 30] : [5, 80];
  const sizes = quick ? [10_000, 200_000] : [10_000, 1_000_000];
  const home = await mkdtemp(path.join(os.tmpdir(), 'review-bench-'));
  const library = pathToFileURL(path.resolve('scripts/lib/embedded-postgres.mjs')).href;
  const { startEmbeddedPostgres } = (await import(library)) as {
    startEmbeddedPostgres: (options: object) => Promise<Postgres>;
  };
  const postgres = await startEmbeddedPostgres({ dataDir: home });
  const desks: Desk[] = [];
  try {
    for (const size of sizes) {
      process.stderr.write(`review: ${size} submissions wait …\n`);
      await onClient(postgres.url, (client) => client.query(`CREATE DATABASE review_${size}`));
      desks.push(await Desk.open(postgres.urlOf(`review_${size}`), home, size));
    }
    const doubles = await measure(desks, rounds, turns);
    const [short, long] = desks as [Desk, Desk];
    const p50 = (desk: Desk, step: Step) => quantileOf(desk.times[step], 0.5);
    const p95 = (desk: Desk, step: Step) => quantileOf(desk.times[step], 0.95);
    const ratios = Object.fromEntries(STEPS.map((step) => [step, round(p50(long, step) / p50(short, step))]));
    const figures = Object.fromEntries(
      desks.map((desk) => [
        desk.size,
        Object.fromEntries(
          STEPS.map((step) => [
            step,
            {
              p50Ms: round(p50(desk, step)),
              p95Ms: round(p95(desk, step)),
              statements: quantileOf(desk.statements[step], 0.5),
            },
          ]),
        ),
      ]),
    );
    const inPostgres: Record<string, object> = {};
    for (const desk of desks) inPostgres[desk.size] = await desk.costs(quick ? 20 : 100);
    const ok =
      doubles === 0 &&
      Object.values(ratios).every((ratio) => ratio <= BAR.ratio) &&
      BARRED.every((step) => p95(long, step) <= BAR.p95Ms);
    return { ratios, figures, inPostgres, doubles, bar: BAR, rounds, ok };
  } finally {
    for (const desk of desks) await desk.close();
    await postgres.destroy();
    await rm(home, { recursive: true, force: true });
  }
}
