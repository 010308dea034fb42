import fc from 'fast-check';
import { Refusal } from '../../src/kernel/refusal';
import type { LedgerService } from '../../src/modules/ledger';
import type { HoldProcessor } from '../../src/modules/ledger/hold.processor';
import type { Database } from '../../src/platform/db/database';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { failedChecks, ledgerOn, openDatabase, type OpenDatabase } from '../support/ledger';
import { ledgerCommand, type LedgerCommand } from '../support/ledger-commands';
import { LedgerModel } from '../support/ledger-model';

const RUNS = 300;
const seed = Number(process.env.SEED ?? Date.now() % 2_147_483_647);

let test: TestDatabase;
let app: OpenDatabase;
let owner: OpenDatabase;
let db: Database;
let ledger: LedgerService;
let sweep: HoldProcessor;

beforeAll(async () => {
  test = await createTestDatabase('ledger_model');
  [app, owner] = await Promise.all([openDatabase(test.url), openDatabase(test.url, 'owner', 1)]);
  db = app.db;
  ({ ledger, sweep } = ledgerOn(db));
});

afterAll(async () => {
  await app?.close();
  await owner?.close();
  await test?.drop();
});

const CLEAR = 'TRUNCATE ledger_holds, ledger_postings, ledger_entries, ledger_accounts';

async function answer(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

/** Asks both and compares what they say. */
async function ask(model: LedgerModel, command: LedgerCommand): Promise<void> {
  if (command.ask === 'expire') {
    model.expire(new Date());
    return sweep.expire();
  }
  const [said, expected] =
    command.ask === 'post'
      ? [answer(db.tx((tx) => ledger.post(tx, command.entry))), model.post(command.entry)]
      : command.ask === 'hold'
        ? [answer(db.tx((tx) => ledger.hold(tx, command.hold))), model.hold(command.hold)]
        : command.ask === 'settle'
          ? [answer(db.tx((tx) => ledger.settle(tx, command.settlement))), model.settle(command.settlement)]
          : [answer(db.tx((tx) => ledger.release(tx, command.hold))), model.release(command.hold)];
  expect(await said).toBe(expected);
}

async function expectSameAccounts(model: LedgerModel): Promise<void> {
  const names = [...model.accounts.keys()];
  const found = await ledger.balances(names);
  for (const name of names) {
    const { balance, held } = model.accounts.get(name) ?? { balance: 0n, held: 0n };
    expect([name, found.get(name)]).toEqual([name, { balance, held, available: balance - held }]);
  }
  const [open] = await db.read<{ states: Record<string, number> | null }>(
    'SELECT jsonb_object_agg(state, n) AS states FROM (SELECT state, count(*) AS n FROM ledger_holds GROUP BY state) s',
  );
  const states: Record<string, number> = {};
  for (const { state } of model.holds.values()) states[state] = (states[state] ?? 0) + 1;
  expect(open?.states ?? {}).toEqual(states);
}

it(`Postgres answers like the model in ${RUNS} sequences (SEED=${seed})`, async () => {
  const sequences = fc.array(ledgerCommand('m'), { minLength: 5, maxLength: 30, size: 'max' });
  const check = fc.asyncProperty(sequences, async (commands) => {
    await owner.db.tx((tx) => tx.run(CLEAR));
    const model = new LedgerModel();
    for (const command of commands) await ask(model, command);
    await expectSameAccounts(model);
    expect(await failedChecks(db, 'ledger-')).toEqual({});
  });
  await fc.assert(check, { numRuns: RUNS, seed });
}, 120_000);
