import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { boot } from '../../src/boot';
import { PUBLIC, SYSTEM, type Role } from '../../src/kernel/actor';
import { DEMO_CODE_SECRET } from '../../scripts/lib/codes.mjs';
import { CodeAppService, PeopleService } from '../../src/modules/access';
import { cookieName } from '../../src/modules/access/credentials.service';
import { PasswordService } from '../../src/modules/access/people/password.service';
import { OpeningService } from '../../src/modules/access/sessions/opening.service';
import { readSettings } from '../../src/platform/config/env';
import { Settings, type ProcessRole } from '../../src/platform/config/settings';
import { Database } from '../../src/platform/db/database';
import { createTestDatabase } from './database';

export const PASSWORD = 'correct horse battery';

/** The people of every test, by name; staff sign in with the second factor that they must have. Two of a role where separation of duties needs another person. */
const CAST = {
  admin: ['admin'],
  manager: ['manager'],
  manager2: ['manager'],
  reviewer: ['reviewer'],
  reviewer2: ['reviewer'],
  finance: ['finance'],
  finance2: ['finance'],
  finance3: ['finance'],
  artist: ['artist'],
  artist2: ['artist'],
  artist3: ['artist'],
} as const satisfies Record<string, readonly Role[]>;

export type CastName = keyof typeof CAST;

export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

export interface Ask {
  /** Whose session to use; nobody's when absent. */
  readonly as?: CastName;
  /** An API key instead of a session. */
  readonly key?: string;
  readonly body?: object;
  readonly headers?: Record<string, string>;
}

export interface TestApp {
  readonly url: string;
  readonly databaseUrl: string;
  readonly app: NestFastifyApplication;
  readonly db: Database;
  readonly people: Readonly<Record<CastName, { id: string; email: string; cookie: string }>>;
  request<T = Record<string, unknown>>(method: string, path: string, ask?: Ask): Promise<Answer<T>>;
  /** Waits until every committed event has reached every listener. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

async function settle(db: Database): Promise<void> {
  for (let turn = 0; turn < 1_000; turn += 1) {
    const [open] = await db.read<{ open: boolean }>(`
      SELECT EXISTS (SELECT 1 FROM platform_events WHERE relayed_at IS NULL)
          OR EXISTS (SELECT 1 FROM platform_deliveries WHERE received_at IS NULL) AS open`);
    if (open?.open === false) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('events are still on their way after 20 s');
}

/** The cookie that an answer sets, as a browser would send it back. */
export const cookieOf = (headers: Headers): string => (headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';

/** From where the cast signs in. */
const VISIT = { me: PUBLIC, sessionId: null, address: '127.0.0.1', agent: 'node' } as const;

/** Their sessions are opened as a sign-in opens them once it has been proven; proving is what `access.spec.ts` is about. */
async function createCast(app: NestFastifyApplication, url: string): Promise<TestApp['people']> {
  const opening = app.get(OpeningService);
  const passwords = app.get(PasswordService);
  // One password, hashed once: a hash is made to be slow.
  const hashed = passwords.hash(PASSWORD, { email: '', name: '' });
  const hashing = jest.spyOn(passwords, 'hash').mockReturnValue(hashed);
  const settings = app.get(Settings);
  const people = app.get(PeopleService);
  const codeApps = app.get(CodeAppService);
  const db = app.get(Database);
  const cast = await Promise.all(
    Object.entries(CAST).map(async ([name, roles]) => {
      const email = `${name}@example.org`;
      const isStaff = !roles.some((role) => role === 'artist');
      const person = await db.tx(async (tx) => {
        const draft = { name: `${name} of the test`, email, password: PASSWORD, roles };
        const made = await people.create(tx, draft, SYSTEM);
        if (isStaff) await codeApps.adopt(tx, made.id, DEMO_CODE_SECRET);
        return made;
      });
      const { token } = await opening.open(
        { ...VISIT, host: new URL(url).host },
        person.id,
        'password',
        isStaff,
      );
      const cookie = `${cookieName(settings)}=${token}`;
      return [name, { id: person.id, email, cookie }] as const;
    }),
  );
  hashing.mockRestore();
  return Object.fromEntries(cast) as TestApp['people'];
}

/** A whole Atelier on its own database, with real queue workers and a port of its own. Call `stop` in `afterAll`. */
export async function startTestApp(
  name: string,
  options: { roles?: readonly ProcessRole[]; env?: Record<string, string> } = {},
): Promise<TestApp> {
  const database = await createTestDatabase(name);
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'atelier-test-'));
  const settings = readSettings(Settings, {
    DATABASE_URL: database.url,
    PORT: '0',
    ATELIER_DATA_DIR: dataDir,
    LOG_LEVEL: process.env.TEST_LOG ?? 'fatal',
    // verdicts leave at once, unless a test is about taking them back
    ATELIER_UNDO_SECONDS: '0',
    ATELIER_SECOND_LOOK_SHARE: '0', // chance has no place in a test
    ...(options.roles === undefined ? {} : { ATELIER_ROLES: options.roles.join(',') }),
    ...options.env,
  });
  const running = await boot(settings);
  const { url } = running;
  const db = running.app.get(Database);
  const people = await createCast(running.app, url);
  return {
    url,
    databaseUrl: database.url,
    app: running.app,
    db,
    people,
    settle: () => settle(db),
    async request<T>(method: string, route: string, ask: Ask = {}): Promise<Answer<T>> {
      const response = await fetch(`${url}${route}`, {
        method,
        headers: {
          ...(ask.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(ask.as === undefined ? {} : { cookie: people[ask.as].cookie }),
          ...(ask.key === undefined ? {} : { authorization: `Bearer ${ask.key}` }),
          ...ask.headers,
        },
        ...(ask.body === undefined ? {} : { body: JSON.stringify(ask.body) }),
      });
      const text = await response.text();
      const isJson = /json/.test(response.headers.get('content-type') ?? '');
      return {
        status: response.status,
        body: (isJson && text !== '' ? JSON.parse(text) : text) as T,
        headers: response.headers,
      };
    },
    async stop(): Promise<void> {
      await running.stop();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/**
 * Runs `work` while an artist holds a staff role as well, with the second factor that staff need: for rules about one's
 * own things. Afterwards they are only an artist again.
 */
export async function alsoStaff(
  test: TestApp,
  name: CastName,
  role: Role,
  work: () => Promise<void>,
): Promise<void> {
  const { id } = test.people[name];
  const roles = (list: readonly Role[]): Promise<number> =>
    test.db.tx((tx) => tx.run('UPDATE access_people SET roles = $2 WHERE id = $1', [id, list]));
  const [known] = await test.db.read(`SELECT 1 FROM access_totps WHERE person_id = $1`, [id]);
  await test.db.tx(async (tx) => {
    if (known === undefined) await test.app.get(CodeAppService).adopt(tx, id, DEMO_CODE_SECRET);
    await tx.run('UPDATE access_sessions SET second_factor_at = now() WHERE person_id = $1', [id]);
  });
  await roles(['artist', role]);
  try {
    await work();
  } finally {
    await roles(['artist']);
  }
}
