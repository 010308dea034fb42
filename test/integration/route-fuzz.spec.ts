import { credential } from '../support/routes/drive';
import { hostileOf, type Hostile } from '../support/routes/hostile';
import { addressOf, verbsOf } from '../support/routes/objects';
import {
  IDENTITIES,
  isAllowed,
  OPERATIONS,
  type Identity,
  type Operation,
} from '../support/routes/operations';
import { buildWorld, type World } from '../support/routes/world';

/** Hostile requests for each operation; `FUZZ=200 npm test -- integration route-fuzz` asks more. */
const EACH = Number(process.env.FUZZ ?? 30);
/** Would end the session that everything else is asked with. */
const ENDS_SESSION = /session|signOut|Password/i;
const TELLS_TOO_MUCH =
  /\bat \w+ \(|node_modules|\/src\/modules|\.ts:\d+|SELECT .* FROM|INSERT INTO|violates .* constraint|QueryFailed|pg_catalog|postgres:\/\/|root:x:0/;

/** Pages for people: what is not there is a page that says so. */
const PAGES = /^get(Work|Embed)Page$/;

let world: World;

beforeAll(async () => {
  world = await buildWorld('route_fuzz');
}, 90_000);
afterAll(() => world?.stop());

/** The strongest role that may use the operation: it comes furthest. */
function strongest({ permission }: Operation): Identity {
  const order: Identity[] = ['admin', 'manager', 'finance', 'reviewer', 'artist'];
  const found = [...order, ...IDENTITIES].find((identity) => isAllowed(identity, permission));
  // What only machines may use is refused to everybody here; its own tests send it hostile input.
  return found ?? 'nobody';
}

async function send(operation: Operation, hostile: Hostile, identity: Identity) {
  const address = addressOf(operation, world, verbsOf(operation)[0] ?? 'x', hostile.id);
  const hasBody = hostile.body !== undefined;
  const started = performance.now();
  const response = await fetch(
    `${world.atelier.url}${address}${hostile.query === undefined ? '' : `?${hostile.query}`}`,
    {
      method: operation.method,
      headers: {
        ...credential(world, identity),
        ...(hasBody ? { 'content-type': hostile.type ?? 'application/json' } : {}),
      },
      redirect: 'manual',
      ...(hasBody && operation.method !== 'GET' ? { body: hostile.body as string } : {}),
    },
  );
  const type = response.headers.get('content-type') ?? '';
  let text = '';
  if (type.startsWith('text/event-stream')) await response.body?.cancel();
  else text = await response.text();
  return {
    status: response.status,
    type,
    text,
    headers: response.headers,
    seconds: (performance.now() - started) / 1_000,
  };
}

test.each(OPERATIONS.map((operation) => [`${operation.method} ${operation.path}`, operation] as const))(
  '%s survives hostile input',
  async (_name, operation) => {
    const identity = ENDS_SESSION.test(operation.id) ? 'nobody' : strongest(operation);
    for (const hostile of hostileOf(operation, world, EACH)) {
      const answer = await send(operation, hostile, identity);
      const said = `${hostile.name}: ${answer.status} ${answer.text.slice(0, 300)}`;
      expect(said).not.toMatch(/^[^\n]*: 5\d\d /);
      expect(answer.text).not.toMatch(TELLS_TOO_MUCH);
      expect(answer.headers.get('set-cookie') ?? '').not.toContain('sid=1');
      // The routes that other programs know by heart answer in the form those programs read.
      const form = operation.path.startsWith('/v1/')
        ? /application\/(problem\+)?json/
        : PAGES.test(operation.id)
          ? /application\/problem\+json|text\/html/
          : /application\/problem\+json/;
      if (answer.status >= 400) expect(`${said} ${answer.type}`).toMatch(form);
      if (answer.type.includes('html')) expect(answer.text).not.toContain('<script>alert(1)');
      // pg_sleep(7) that took effect, or a walk that does not end.
      expect({ hostile: hostile.name, isSlow: answer.seconds > 6.5 }).toEqual({
        hostile: hostile.name,
        isSlow: false,
      });
    }
  },
  60_000,
);

test('the database is whole after all of it', async () => {
  await world.atelier.settle();
  const [row] = await world.atelier.db.read<{ people: number }>(
    'SELECT count(*)::int AS people FROM access_people',
  );
  expect(row?.people).toBeGreaterThanOrEqual(Object.keys(world.atelier.people).length);
  expect((await fetch(`${world.atelier.url}/health/ready`)).status).toBe(200);
});
