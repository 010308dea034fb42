import { filesBelow, read } from '../architecture/sources';
import { TRACES } from '../support/routes/acts';
import { operationOf } from '../support/routes/match';
import { OPERATIONS } from '../support/routes/operations';
import { buildWorld, type World } from '../support/routes/world';

const writes = OPERATIONS.filter(({ method }) => method !== 'GET');

/** Every `'program.create'` and `approval.${verb}` of the files that write into the log, with anything for the hole. */
const recorded = filesBelow('src/modules')
  .map(read)
  .filter((text) => text.includes('.record('))
  .flatMap((text) => [...text.matchAll(/['`]([a-z_]+\.[^'`\s]+)['`]/g)])
  .map(
    ([, text = '']) =>
      new RegExp(
        `^${text
          .replaceAll(/\$\{[^}]*\}/g, 'HOLE')
          .replaceAll('.', '\\.')
          .replaceAll('HOLE', '\\w+')}$`,
      ),
  );

let world: World;

beforeAll(async () => {
  world = await buildWorld('route_acts');
}, 90_000);
afterAll(() => world?.stop());

describe('every consequential act', () => {
  test('every operation that is no GET has its line in TRACES (test/support/routes/acts.ts)', () => {
    expect(writes.map(({ id }) => id).filter((id) => !Object.hasOwn(TRACES, id))).toEqual([]);
    expect(Object.keys(TRACES).filter((id) => !writes.some((operation) => operation.id === id))).toEqual([]);
  });

  test('what is said to be noted is noted somewhere in the sources', () => {
    const acts = Object.entries(TRACES).flatMap(([id, trace]) =>
      'act' in trace ? [{ id, act: trace.act }] : [],
    );
    // Two patterns agree when a word for the hole makes them meet.
    const word = (pattern: RegExp): string => pattern.source.replaceAll(/[\^$\\]/g, '').replace('w+', 'step');
    const agree = (one: RegExp, other: RegExp): boolean => one.test(word(other)) || other.test(word(one));
    expect(
      acts.filter(({ act }) => !recorded.some((other) => agree(act, other))).map(({ id }) => id),
    ).toEqual([]);
  });

  test('what was done to build the world is in the log: one act at least for each request that changed something', async () => {
    await world.atelier.settle();
    const done = new Map<string, number>();
    for (const { method, path, status } of world.requests) {
      const id = status < 300 && method !== 'GET' ? operationOf(method, path)?.id : undefined;
      if (id !== undefined) done.set(id, (done.get(id) ?? 0) + 1);
    }
    expect(done.size).toBeGreaterThan(15);
    const rows = await world.atelier.db.read<{ act: string; count: number }>(
      'SELECT act, count(*)::int AS count FROM audit_entries GROUP BY act',
    );
    const missing = [...done].flatMap(([id, times]) => {
      const trace = TRACES[id];
      if (trace === undefined || !('act' in trace)) return [];
      const noted = rows.filter(({ act }) => trace.act.test(act)).reduce((sum, { count }) => sum + count, 0);
      return noted >= times ? [] : [`${id}: ${times} times, ${noted} entries`];
    });
    expect(missing).toEqual([]);
  });

  test('an act that was refused leaves nothing', async () => {
    const count = async (): Promise<number> =>
      (await world.atelier.db.read<{ n: number }>('SELECT count(*)::int AS n FROM audit_entries'))[0]?.n ?? 0;
    const before = await count();
    const answer = await world.atelier.request('POST', `/api/v1/submissions/${world.submission}/withdraw`, {
      as: 'artist',
      body: {},
    });
    expect([answer.status, await count()]).toEqual([404, before]);
  });
});
