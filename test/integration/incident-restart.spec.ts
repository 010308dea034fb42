import { setTimeout as pause } from 'node:timers/promises';
import { transpile } from '../../scripts/transpile.mjs';
import { enrollArtist } from '../support/artist';
import { byKey, newKey, type MadeKey } from '../support/keys';
import { until } from '../support/payouts';
import { openFolder, runNode, type Running } from '../support/processes';
import { quotaPlan } from '../support/program';
import { Studio } from '../support/studio';

const SECRET = {
  ATELIER_SECRET: 'one secret for every process of this test',
  TRUSTED_PROXIES: '127.0.0.1,::1',
};

interface Api {
  readonly url: string;
  readonly process: Running;
}

let studio: Studio;
let folder: Awaited<ReturnType<typeof openFolder>>;
let api: Api | undefined;
let leaked: MadeKey;
let own: MadeKey;
let stranger: MadeKey;

/** An API process of its own, on the database of the test. */
async function start(): Promise<Api> {
  const process = runNode(['dist/src/main.js'], {
    ...SECRET,
    DATABASE_URL: studio.atelier.databaseUrl,
    ATELIER_DATA_DIR: folder.path,
    ATELIER_ROLES: 'api',
    PORT: '0',
    LOG_LEVEL: 'fatal',
  });
  const [, url = ''] = await process.prints(/Atelier is ready at (\S+)/);
  return { url, process };
}

/** As the machine does it when memory runs out: nothing is written down, nobody says goodbye. */
async function kill({ process }: Api): Promise<void> {
  process.child.kill('SIGKILL');
  await process.ended;
}

const submit = async (to: Api, { secret }: MadeKey, address = '203.0.113.9') => {
  const response = await fetch(`${to.url}/api/v1/generations`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${secret}`,
      'x-forwarded-for': address,
      'user-agent': 'studio-script/1.0',
    },
    body: JSON.stringify(studio.request({ prompt: 'hang' })),
  });
  return { status: response.status, code: ((await response.json()) as { code?: string }).code };
};

const stateOf = async ({ key }: MadeKey) =>
  (
    await studio.atelier.db.read<{ state: string }>('SELECT state FROM access_keys WHERE id = $1', [key.id])
  )[0]?.state;
const incidentsOf = async ({ key }: MadeKey) =>
  (await studio.atelier.db.read('SELECT id FROM access_incidents WHERE key_id = $1', [key.id])).length;

beforeAll(async () => {
  await transpile();
  folder = await openFolder();
  studio = await Studio.start('incident_restart', SECRET);
  const plan = { ...quotaPlan, credits: 100_000, concurrency: 4, queued: 100 };
  await studio.ask('POST', `/programs/${studio.program}/quota-plans`, 'manager', plan);
  await enrollArtist(studio.atelier, studio.program, 'artist');
  await enrollArtist(studio.atelier, studio.program, 'artist2');
  studio.fake.close();
}, 120_000);
beforeEach(async () => {
  leaked = await newKey(studio, 'artist');
  own = await newKey(studio, 'artist');
  stranger = await newKey(studio, 'artist2');
  api = await start();
}, 60_000);
afterEach(async () => {
  if (api !== undefined) await kill(api);
});
afterAll(async () => {
  await studio?.stop();
  await folder?.remove();
});

describe('a process that is killed in the middle of an incident', () => {
  test('changes nothing: the key stays stopped in the next one, and no other key is touched', async () => {
    const first = api as Api;
    const over = new AbortController();
    // They go on while the process dies and while the next one comes up.
    const hammering = Array.from({ length: 8 }, async (_, n) => {
      for (; !over.signal.aborted; await pause(50))
        await submit(api as Api, leaked, `198.51.${n}.9`).catch((error: unknown) => error);
    });
    await until('the stop', async () => (await stateOf(leaked)) === 'quarantined');
    await kill(first);
    api = await start();
    for (const address of ['203.0.113.9', '198.51.1.9', '192.0.2.1'])
      expect(await submit(api, leaked, address)).toEqual({ status: 401, code: 'access.key_quarantined' });
    over.abort();
    await Promise.all(hammering);
    expect((await submit(api, own)).status).toBe(201);
    expect((await submit(api, stranger)).status).toBe(201);
    expect((await byKey(studio, leaked.secret)).status).toBe(401);
    expect([await stateOf(own), await stateOf(stranger)]).toEqual(['active', 'active']);
    expect(await incidentsOf(leaked)).toBe(1);
  }, 90_000);

  test('before it was one loses no count that was written: the next process goes on from there', async () => {
    for (const n of [1, 2, 3]) await submit(api as Api, leaked, `198.18.${n}.9`);
    await until('three networks written down', async () => {
      const rows = await studio.atelier.db.read(
        'SELECT DISTINCT network FROM access_key_minutes WHERE key_id = $1',
        [leaked.key.id],
      );
      return rows.length === 3;
    });
    await kill(api as Api);
    expect(await stateOf(leaked)).toBe('active');
    api = await start();
    for (const n of [4, 5, 6]) await submit(api, leaked, `198.18.${n}.9`);
    await until('the stop', async () => (await stateOf(leaked)) === 'quarantined');
    await until('the refusal', async () => (await submit(api as Api, leaked)).status === 401);
    expect((await submit(api, own)).status).toBe(201);
  }, 90_000);
});
