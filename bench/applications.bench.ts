import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import { AppModule } from '../src/app.module';
import type { Actor } from '../src/kernel/actor';
import { encodeCursor } from '../src/kernel/page';
import { bringUpToDate } from '../src/migrate';
import { ApplicationService } from '../src/modules/enrollment/applications/application.service';
import { SelectingService } from '../src/modules/enrollment/selection/selecting.service';
import { readSettings } from '../src/platform/config/env';
import { Settings } from '../src/platform/config/settings';

interface Postgres {
  readonly urlOf: (database: string) => string;
  readonly url: string;
  destroy(): Promise<void>;
}

const BAR = { p95Ms: 50, drawMs: 2_000, ratio: 1.3 } as const;
const PLACES = 50;
const ME: Actor = { id: 'per_manager', roles: ['manager'], via: 'session', keyId: null };
const POLICY = { selection: 'draw', criteria: 'Chance', reviewers: 2, decisionDays: 14 };

const idOf = (n: number): string => `app_${String(n).padStart(26, '0')}`;

/** One programme that scores, with applications in every state, and one that draws from as many. */
const FILL = (size: number): string => `
  SET session_replication_role = replica;
  INSERT INTO access_people (id, email, name, password_hash, roles)
    SELECT 'per_' || n, 'artist' || n || '@example.org', 'Artist ' || n, 'x', '{artist}'::text[] FROM generate_series(1, ${size}) n
    UNION ALL SELECT '${ME.id}', 'manager@example.org', 'Manager', 'x', '{manager}';
  INSERT INTO program_programs (id, slug, name, model, currency, starts_at, ends_at, applications_until, capacity, state)
    SELECT 'prg_' || n, 'bench-' || n, 'Bench ' || n, 'model-1', 'EUR', now(), now() + interval '1 year',
      now() - interval '1 minute', ${PLACES}, 'running' FROM generate_series(1, 2) n;
  INSERT INTO program_versions (id, program_id, kind, version, hash, content, published_by)
    VALUES ('rvp_2', 'prg_2', 'review_policy', 1, repeat('0', 64), '${JSON.stringify(POLICY)}', 'bench');
  INSERT INTO enrollment_applications (id, program_id, person_id, statement, portfolio, state, reasons, submitted_at,
      decide_by, decided_at, score, reviews, waitlist_place)
    SELECT 'app_' || lpad(n::text, 26, '0'), 'prg_1', 'per_' || n, repeat('Long takes of water. ', 20), '{}', s.state,
      CASE WHEN s.state = 'declined' THEN '[{"code": "fit", "text": "No"}]'::jsonb ELSE '[]' END, now(),
      now() + (n - ${size} * 0.98) * interval '1 second', CASE WHEN s.state = 'declined' THEN now() END, 100 + n % 401, 2,
      CASE WHEN s.state = 'waitlisted' THEN n END
    FROM generate_series(1, ${size}) n,
      LATERAL (SELECT (ARRAY['submitted', 'in_review', 'waitlisted', 'declined'])[1 + n % 4] AS state) s;
  INSERT INTO enrollment_applications (id, program_id, person_id, statement, portfolio, state, submitted_at)
    SELECT 'apd_' || lpad(n::text, 26, '0'), 'prg_2', 'per_' || n, 'Chance', '{}', 'submitted', now() - interval '1 hour'
    FROM generate_series(1, ${size}) n;
  SET session_replication_role = origin`;

const quantileOf = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;
const round = (value: number): number => Math.round(value * 100) / 100;

/** Runs statements and always hangs up: an open line would hide what failed behind the end of the server. */
async function asked(url: string, ...statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** What managers ask for: the newest, a state, the best scored, the overdue, the line; at the top and deep down. */
const ASKED = {
  newest: () => ({}),
  deep: (size: number) => ({ cursor: encodeCursor([idOf(Math.ceil(size * 0.05) + random(100))]) }),
  state: () => ({ state: 'in_review' }),
  stateDeep: (size: number) => ({
    state: 'in_review',
    cursor: encodeCursor([idOf(Math.ceil(size * 0.05) + random(100))]),
  }),
  score: () => ({ sort: 'score', state: 'in_review' }),
  scoreDeep: (size: number) => ({
    sort: 'score',
    state: 'in_review',
    cursor: encodeCursor([120 + random(10), idOf(size)]),
  }),
  late: () => ({ late: true, sort: 'due' }),
  waiting: () => ({ sort: 'waiting' }),
} as const satisfies Record<string, (size: number) => object>;
type Kind = keyof typeof ASKED;
const KINDS = Object.keys(ASKED) as Kind[];
const random = (below: number): number => Math.floor(Math.random() * below);

class Desk {
  readonly times = new Map<Kind, number[]>(KINDS.map((kind) => [kind, []]));

  private constructor(
    readonly size: number,
    private readonly applications: ApplicationService,
    private readonly selecting: SelectingService,
    readonly close: () => Promise<void>,
  ) {}

  static async open(url: string, home: string, size: number): Promise<Desk> {
    const settings = readSettings(Settings, {
      DATABASE_URL: url, ATELIER_DATA_DIR: home, ATELIER_ROLES: 'api', LOG_LEVEL: 'fatal',
    }); // prettier-ignore
    await bringUpToDate(settings);
    await asked(url, FILL(size), 'VACUUM ANALYZE');
    const app = await NestFactory.createApplicationContext(AppModule.for(settings), { logger: false });
    return new Desk(size, app.get(ApplicationService), app.get(SelectingService), () => app.close());
  }

  async ask(kind: Kind): Promise<void> {
    const query = { limit: 25, sort: 'newest', programId: 'prg_1', ...ASKED[kind](this.size) };
    const begun = performance.now();
    const { items } = await this.applications.list(ME, query as Parameters<ApplicationService['list']>[1]);
    this.times.get(kind)?.push(performance.now() - begun);
    if (items.length !== 25) throw new Error(`${kind}: ${items.length} rows`);
  }

  forget(): void {
    for (const kind of KINDS) this.times.set(kind, []);
  }

  /** Milliseconds of the three public steps, and of the last alone. */
  async draw(): Promise<{ wholeMs: number; holdMs: number }> {
    const begun = performance.now();
    const take = (step: 'commit' | 'close' | 'hold') =>
      this.selecting.draw({ owner: ME.id, key: null, fingerprint: '' }, ME, 'prg_2', step, 'bench');
    await take('commit');
    await take('close');
    const held = performance.now();
    await take('hold');
    const ended = performance.now();
    return { wholeMs: Math.round(ended - begun), holdMs: Math.round(ended - held) };
  }
}

function report(desks: readonly Desk[], drawn: { wholeMs: number; holdMs: number }, rounds: number): object {
  const [short, long] = desks as [Desk, Desk];
  const at = (desk: Desk, kind: Kind, share: number) => round(quantileOf(desk.times.get(kind) ?? [], share));
  const ratio = (above: number, below: number) => round(above / below);
  const ratios = {
    ...Object.fromEntries(KINDS.map((kind) => [kind, ratio(at(long, kind, 0.5), at(short, kind, 0.5))])),
    depth: ratio(at(long, 'deep', 0.5), at(long, 'newest', 0.5)),
    stateDepth: ratio(at(long, 'stateDeep', 0.5), at(long, 'state', 0.5)),
    scoreDepth: ratio(at(long, 'scoreDeep', 0.5), at(long, 'score', 0.5)),
  };
  const figures = Object.fromEntries(
    desks.map((desk) => [
      desk.size,
      Object.fromEntries(
        KINDS.map((kind) => [kind, { p50Ms: at(desk, kind, 0.5), p95Ms: at(desk, kind, 0.95) }]),
      ),
    ]),
  );
  const ok =
    KINDS.every((kind) => at(long, kind, 0.95) <= BAR.p95Ms) &&
    [ratios.depth, ratios.stateDepth, ratios.scoreDepth].every((one) => one <= BAR.ratio) &&
    drawn.wholeMs <= BAR.drawMs;
  return { ratios, figures, draw: { ...drawn, places: PLACES, entries: long.size }, bar: BAR, rounds, ok };
}

/** The list of applications with its filters, shallow and deep, over 10,000 and 100,000 rows; a draw from 100,000. */
export async function run({ quick }: { quick: boolean }): Promise<object> {
  const [rounds, asks] = quick ? [2, 15] : [5, 60];
  const home = await mkdtemp(path.join(os.tmpdir(), 'applications-bench-'));
  const library = pathToFileURL(path.resolve('scripts/lib/embedded-postgres.mjs')).href;
  const { startEmbeddedPostgres } = (await import(library)) as {
    startEmbeddedPostgres: (options: object) => Promise<Postgres>;
  };
  const postgres = await startEmbeddedPostgres({ dataDir: home });
  const desks: Desk[] = [];
  try {
    for (const size of [10_000, 100_000]) {
      process.stderr.write(`applications: ${size} are written …\n`);
      await asked(postgres.url, `CREATE DATABASE applications_${size}`);
      desks.push(await Desk.open(postgres.urlOf(`applications_${size}`), home, size));
    }
    for (const desk of desks) {
      for (const kind of KINDS) for (let n = 0; n < 5; n += 1) await desk.ask(kind);
      desk.forget();
    }
    for (let turn = 0; turn < rounds; turn += 1) {
      for (const desk of desks)
        for (const kind of KINDS) for (let n = 0; n < asks; n += 1) await desk.ask(kind);
      process.stderr.write(`applications: round ${turn + 1} of ${rounds}\n`);
    }
    process.stderr.write('applications: the draw …\n');
    return report(desks, await (desks[1] as Desk).draw(), rounds);
  } finally {
    for (const desk of desks) await desk.close();
    await postgres.destroy();
    await rm(home, { recursive: true, force: true });
  }
}
