import { createTestDatabase, type TestDatabase } from '../support/database';
import { openFolder, runNode } from '../support/processes';

interface Line {
  readonly attack: string;
  readonly measure: string;
  readonly value: number | string;
  readonly ok: boolean;
}

/** The founding incident, smaller: `npm run replay:leak` plays it in full and also looks at the time of the others. */
describe('one leaked key among twenty artists and two API processes', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase('incident_replay');
  });
  afterAll(() => database?.drop());

  test('is stopped, alone, whichever way it is used', async () => {
    const home = await openFolder();
    const { ended } = runNode(['scripts/replay-leak.mjs', '--quick'], {
      DATABASE_URL: database.url,
      ATELIER_DATA_DIR: home.path,
    });
    const { code, stdout, stderr } = await ended;
    await home.remove();
    const said = stdout.split('\n').find((text) => text.startsWith('{"replay"'));
    if (said === undefined) throw new Error(`the replay ended with ${code}: ${stderr.slice(-2_000)}`);
    const { lines } = JSON.parse(said) as { lines: Line[] };
    expect(lines.filter(({ ok }) => !ok)).toEqual([]);
    expect(new Set(lines.map(({ attack }) => attack))).toEqual(
      new Set(['many addresses', 'one proxy', 'a web page', 'slowly', 'slowly, and reported', 'all']),
    );
    expect(code).toBe(0);
  }, 400_000);
});
