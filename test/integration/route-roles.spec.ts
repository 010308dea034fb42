import { drive, keepSessions, type Driven } from '../support/routes/drive';
import { NOT_404, SLOTS, takesStrangers, verbsOf } from '../support/routes/objects';
import {
  IDENTITIES,
  isAllowed,
  OPERATIONS,
  slotsOf,
  type Identity,
  type Operation,
} from '../support/routes/operations';
import { unknownFields } from '../support/routes/samples';
import { buildWorld, MARK, type World } from '../support/routes/world';

let world: World;
let restoreSessions: () => Promise<void>;

beforeAll(async () => {
  world = await buildWorld('route_roles');
  restoreSessions = await keepSessions(world);
}, 90_000);
afterAll(() => world?.stop());

/** What the guard answers when the table says no. */
const GUARD = [
  'access.sign_in_required',
  'access.role_missing',
  'access.scope_missing',
  'access.route_closed',
];
const isStaff = (identity: Identity): boolean =>
  ['reviewer', 'finance', 'manager', 'admin'].includes(identity);
const saysOf = ({ status, code, text }: Driven): string => `${status} ${code ?? ''} ${text.slice(0, 300)}`;

/** Everything the stranger alone may read, as it would appear in an answer. */
const secrets = (): string[] => [MARK, world.email];

describe('the tables of the route test', () => {
  test('the running application has the operations of the document, no more and no fewer', async () => {
    const { body } = await world.atelier.request<{
      paths: Record<string, Record<string, { operationId: string }>>;
    }>('GET', '/docs-json');
    const running = Object.values(body.paths).flatMap((item) =>
      Object.values(item).map((node) => node.operationId),
    );
    expect(running.toSorted()).toEqual(OPERATIONS.map(({ id }) => id).toSorted());
  });

  test('every path parameter has its line in SLOTS (test/support/routes/objects.ts)', () => {
    const slots = OPERATIONS.flatMap(slotsOf).filter(({ name }) => name !== 'verb');
    expect([...new Set(slots.map(({ slot }) => slot))].filter((slot) => !Object.hasOwn(SLOTS, slot))).toEqual(
      [],
    );
  });

  test('every id in a body or a query has its line in FIELDS (test/support/routes/samples.ts)', () => {
    expect(
      OPERATIONS.flatMap((operation) => unknownFields(operation).map((name) => `${operation.id}: ${name}`)),
    ).toEqual([]);
  });

  test('every verb parameter names its words', () => {
    expect(OPERATIONS.filter((operation) => verbsOf(operation).length === 0).map(({ id }) => id)).toEqual([]);
  });
});

describe.each(OPERATIONS.map((operation) => [`${operation.method} ${operation.path}`, operation] as const))(
  '%s',
  (_name, operation: Operation) => {
    const refused = IDENTITIES.filter((identity) => !isAllowed(identity, operation.permission));
    const allowed = IDENTITIES.filter((identity) => isAllowed(identity, operation.permission));
    const outsiders = allowed.filter((identity) => !isStaff(identity));

    test(`is closed to ${refused.join(', ') || 'nobody'}`, async () => {
      for (const identity of refused) {
        const answer = await drive(world, operation, identity, verbsOf(operation)[0]);
        const expected =
          identity === 'nobody'
            ? { status: 401, code: 'access.sign_in_required' }
            : {
                status: 403,
                code: identity.startsWith('key ') ? 'access.scope_missing' : 'access.role_missing',
              };
        expect({ identity, status: answer.status, code: answer.code }).toEqual({ identity, ...expected });
        for (const secret of secrets()) expect(answer.text).not.toContain(secret);
      }
    });

    test(`keeps the stranger's from ${outsiders.join(', ') || 'nobody'}`, async () => {
      for (const identity of outsiders) {
        for (const verb of verbsOf(operation)) {
          const answer = await drive(world, operation, identity, verb);
          expect(saysOf(answer)).toMatch(/^[1-4]/);
          for (const secret of secrets()) expect(answer.text).not.toContain(secret);
          const wanted = NOT_404[operation.id]?.status ?? 404;
          if (takesStrangers(operation))
            expect(`${identity} ${verb}: ${saysOf(answer)}`).toMatch(new RegExp(`: ${wanted} `));
        }
      }
    });

    test(`is open to ${allowed.join(', ') || 'nobody'}, and never breaks`, async () => {
      for (const identity of allowed) {
        for (const verb of verbsOf(operation)) {
          let answer = await drive(world, operation, identity, verb);
          if (answer.code === 'access.sign_in_required') {
            await restoreSessions();
            answer = await drive(world, operation, identity, verb);
          }
          expect(`${identity} ${verb}: ${saysOf(answer)}`).toMatch(/: [1-4]/);
          expect({ identity, isRefused: GUARD.includes(answer.code ?? '') }).toEqual({
            identity,
            isRefused: false,
          });
        }
      }
      await restoreSessions();
    });
  },
);
