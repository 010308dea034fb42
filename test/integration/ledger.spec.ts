import { account, type EntryDraft, type LedgerService } from '../../src/modules/ledger';
import type { HoldProcessor } from '../../src/modules/ledger/hold.processor';
import type { Database } from '../../src/platform/db/database';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { failedChecks, ledgerOn, openDatabase, type OpenDatabase } from '../support/ledger';

let test: TestDatabase;
let app: OpenDatabase;
let owner: OpenDatabase;
let db: Database;
let ledger: LedgerService;
let sweep: HoldProcessor;
let serial = 0;

beforeAll(async () => {
  test = await createTestDatabase('ledger');
  [app, owner] = await Promise.all([openDatabase(test.url), openDatabase(test.url, 'owner', 1)]);
  db = app.db;
  ({ ledger, sweep } = ledgerOn(db));
});

afterAll(async () => {
  await app?.close();
  await owner?.close();
  await test?.drop();
});

afterEach(async () => expect(await failedChecks(db, 'ledger-')).toEqual({}));

const issued = account.issued('credit');
const spent = account.spent('credit');
const artist = () => account.credits(`enr_${(serial += 1)}`);

const grant = (to: ReturnType<typeof artist>, amount: bigint, reference = `grant:${to}`): EntryDraft => ({
  reference,
  kind: 'quota.granted',
  unit: 'credit',
  postings: [{ from: issued, to, amount }],
});

const refused = (code: string, details: object = {}): object => ({
  module: 'ledger',
  code,
  details: expect.objectContaining(details),
});
const balanceOf = async (name: ReturnType<typeof artist>) => (await ledger.balances([name])).get(name);

describe('posting', () => {
  it('opens an account on its first arrival and does nothing when it comes again', async () => {
    const to = artist();
    await db.tx((tx) => ledger.post(tx, grant(to, 100n)));
    await db.tx((tx) => ledger.post(tx, grant(to, 100n)));
    expect(await balanceOf(to)).toEqual({ balance: 100n, held: 0n, available: 100n });
  });

  it('refuses a reference that stands for something else', async () => {
    const to = artist();
    await db.tx((tx) => ledger.post(tx, grant(to, 100n)));
    await expect(db.tx((tx) => ledger.post(tx, grant(to, 101n)))).rejects.toMatchObject(
      refused('reference_reused'),
    );
    expect((await balanceOf(to))?.balance).toBe(100n);
  });

  it('refuses to overdraw, says what there is, and leaves the transaction usable', async () => {
    const from = artist();
    const to = artist();
    await db.tx(async (tx) => {
      await ledger.post(tx, grant(from, 10n));
      const draft = { ...grant(to, 11n), postings: [{ from, to, amount: 11n }] };
      await expect(ledger.post(tx, draft)).rejects.toMatchObject({
        status: 402,
        ...refused('insufficient', { account: from, available: 10, needed: 11 }),
      });
      await ledger.post(tx, grant(to, 3n, 'after-the-refusal'));
    });
    expect((await balanceOf(from))?.balance).toBe(10n);
    expect((await balanceOf(to))?.balance).toBe(3n);
  });

  it('moves all arrows of an entry or none', async () => {
    const [a, b, c] = [artist(), artist(), artist()];
    await db.tx((tx) => ledger.post(tx, grant(a, 5n)));
    const postings = [
      { from: a, to: b, amount: 5n },
      { from: c, to: b, amount: 1n },
    ];
    const both = db.tx((tx) =>
      ledger.post(tx, { reference: 'both', kind: 'test.moved', unit: 'credit', postings }),
    );
    await expect(both).rejects.toMatchObject(refused('insufficient', { account: c }));
    expect((await ledger.balances([a, b])).get(b)?.balance).toBe(0n);
    expect((await balanceOf(a))?.balance).toBe(5n);
  });

  it('calls a malformed draft a bug, not a refusal', async () => {
    const draft = { ...grant(artist(), 1n), unit: 'EUR' as const };
    await expect(db.tx((tx) => ledger.post(tx, draft))).rejects.toThrow(RangeError);
  });

  it('replays system accounts', async () => {
    const before = (await ledger.balances([account.goodwill()])).get(account.goodwill())?.balance ?? 0n;
    const draft = { ...grant(artist(), 7n, 'goodwill-7') };
    const postings = draft.postings.map((posting) => ({ ...posting, from: account.goodwill() }));
    await db.tx((tx) => ledger.post(tx, { ...draft, postings }));
    expect((await ledger.balances([account.goodwill()])).get(account.goodwill())?.balance).toBe(before - 7n);
  });
});

describe('holding', () => {
  const settle = (hold: string, amount: bigint, reference = `settle:${hold}`) =>
    db.tx((tx) => ledger.settle(tx, { hold, amount, entry: { reference, kind: 'quota.spent', to: spent } }));
  const hold = (
    name: ReturnType<typeof artist>,
    amount: bigint,
    reference: string,
    expiresAt: Date | null = null,
  ) => db.tx((tx) => ledger.hold(tx, { reference, account: name, amount, expiresAt }));

  it('reserves once and refuses more than is available', async () => {
    const from = artist();
    await db.tx((tx) => ledger.post(tx, grant(from, 10n)));
    await hold(from, 6n, 'h-once');
    await hold(from, 6n, 'h-once');
    expect(await balanceOf(from)).toEqual({ balance: 10n, held: 6n, available: 4n });
    await expect(hold(from, 5n, 'h-more')).rejects.toMatchObject(
      refused('insufficient', { available: 4, needed: 5 }),
    );
    await expect(hold(from, 5n, 'h-once')).rejects.toMatchObject(refused('reference_reused'));
    await expect(hold(artist(), 1n, 'h-empty')).rejects.toMatchObject(
      refused('insufficient', { available: 0 }),
    );
    const drain = { ...grant(from, 5n, 'drain'), postings: [{ from, to: spent, amount: 5n }] };
    await expect(db.tx((tx) => ledger.post(tx, drain))).rejects.toMatchObject(refused('insufficient'));
  });

  it('settles at most what is held, gives the rest back, and only once', async () => {
    const from = artist();
    await db.tx((tx) => ledger.post(tx, grant(from, 10n)));
    await hold(from, 6n, 'h-settle');
    await expect(settle('h-settle', 7n)).rejects.toMatchObject(refused('over_hold', { held: 6, asked: 7 }));
    await settle('h-settle', 4n);
    await settle('h-settle', 4n);
    expect(await balanceOf(from)).toEqual({ balance: 6n, held: 0n, available: 6n });
    await expect(settle('h-settle', 3n)).rejects.toMatchObject(refused('hold_closed'));
    await expect(settle('h-settle', 4n, 'another')).rejects.toMatchObject(refused('hold_closed'));
    await expect(db.tx((tx) => ledger.release(tx, 'h-settle'))).rejects.toMatchObject(
      refused('hold_closed', { state: 'settled' }),
    );
    await expect(settle('h-nowhere', 1n)).rejects.toMatchObject(refused('hold_unknown'));
  });

  it('refuses to settle under a reference that stands for something else', async () => {
    const from = artist();
    await db.tx((tx) => ledger.post(tx, grant(from, 10n)));
    await hold(from, 6n, 'h-taken');
    await expect(settle('h-taken', 1n, `grant:${from}`)).rejects.toMatchObject(refused('reference_reused'));
    expect(await balanceOf(from)).toEqual({ balance: 10n, held: 6n, available: 4n });
  });

  it('settles to a guarded account that did not exist, and refuses one of another unit as a bug', async () => {
    const [from, to] = [artist(), artist()];
    await db.tx((tx) => ledger.post(tx, grant(from, 10n)));
    await hold(from, 6n, 'h-guarded');
    const entry = { reference: 'settle:h-guarded', kind: 'test.moved' };
    const money = { ...entry, to: account.outside('EUR') };
    await expect(
      db.tx((tx) => ledger.settle(tx, { hold: 'h-guarded', amount: 6n, entry: money })),
    ).rejects.toThrow(RangeError);
    await db.tx((tx) => ledger.settle(tx, { hold: 'h-guarded', amount: 6n, entry: { ...entry, to } }));
    expect((await balanceOf(to))?.balance).toBe(6n);
  });

  it('releases once, and not after it was settled', async () => {
    const from = artist();
    await db.tx((tx) => ledger.post(tx, grant(from, 10n)));
    await hold(from, 6n, 'h-release');
    await db.tx((tx) => ledger.release(tx, 'h-release'));
    await db.tx((tx) => ledger.release(tx, 'h-release'));
    expect((await balanceOf(from))?.held).toBe(0n);
    await expect(settle('h-release', 1n)).rejects.toMatchObject(
      refused('hold_closed', { state: 'released' }),
    );
    await expect(db.tx((tx) => ledger.release(tx, 'h-nobody'))).rejects.toMatchObject(
      refused('hold_unknown'),
    );
  });

  it('times out by the sweep, and only what is due', async () => {
    const from = artist();
    await db.tx((tx) => ledger.post(tx, grant(from, 10n)));
    await hold(from, 2n, 'h-due', new Date(Date.now() - 1_000));
    await hold(from, 3n, 'h-later', new Date(Date.now() + 60_000));
    await hold(from, 4n, 'h-never');
    await sweep.expire();
    await sweep.expire();
    expect((await balanceOf(from))?.held).toBe(7n);
    await expect(settle('h-due', 1n)).rejects.toMatchObject(refused('hold_closed', { state: 'expired' }));
    await db.tx((tx) => ledger.release(tx, 'h-due'));
  });

  it('takes several accounts together or none', async () => {
    const [rich, poor] = [artist(), artist()];
    await db.tx((tx) => ledger.post(tx, grant(rich, 10n)));
    const both = [
      { reference: 'all-rich', account: rich, amount: 3n, expiresAt: null },
      { reference: 'all-poor', account: poor, amount: 3n, expiresAt: null },
    ];
    await expect(db.tx((tx) => ledger.holdAll(tx, both))).rejects.toMatchObject(
      refused('insufficient', { account: poor }),
    );
    expect((await balanceOf(rich))?.held).toBe(0n);
    await db.tx((tx) => ledger.post(tx, grant(poor, 3n)));
    await db.tx((tx) => ledger.holdAll(tx, both));
    await db.tx((tx) => ledger.holdAll(tx, both));
    expect((await balanceOf(rich))?.held).toBe(3n);
    expect((await balanceOf(poor))?.held).toBe(3n);
  });
});

describe('reading', () => {
  it('shows signed lines, newest first, page by page', async () => {
    const to = artist();
    for (let n = 1n; n <= 4n; n += 1n) await db.tx((tx) => ledger.post(tx, grant(to, n, `${to}:${n}`)));
    const back = {
      ...grant(to, 1n, `${to}:back`),
      postings: [{ from: to, to: spent, amount: 5n }],
      memo: { why: 'test' },
    };
    await db.tx((tx) => ledger.post(tx, back));
    const first = await ledger.statement(to, { limit: 3 });
    expect(first.items.map(({ amount }) => amount)).toEqual([-5n, 4n, 3n]);
    expect(first.items[0]).toMatchObject({
      reference: `${to}:back`,
      kind: 'quota.granted',
      other: spent,
      memo: { why: 'test' },
    });
    const second = await ledger.statement(to, { limit: 3, cursor: first.next ?? undefined });
    expect(second.items.map(({ amount }) => amount)).toEqual([2n, 1n]);
    expect(second.next).toBeNull();
  });
});

describe('what was written', () => {
  it.each([
    'UPDATE ledger_entries SET memo = memo',
    'DELETE FROM ledger_entries',
    'UPDATE ledger_postings SET amount = amount',
    'DELETE FROM ledger_postings',
    'TRUNCATE ledger_postings',
  ])('cannot be changed by the application: %s', async (statement) => {
    await expect(db.tx((tx) => tx.run(statement))).rejects.toMatchObject({ code: '42501' });
  });

  it('cannot be made to promise more than there is, whatever the statement', async () => {
    const to = artist();
    await db.tx((tx) => ledger.post(tx, grant(to, 1n)));
    const raise = db.tx((tx) => tx.run('UPDATE ledger_accounts SET held = 2 WHERE name = $1', [to]));
    await expect(raise).rejects.toMatchObject({ constraint: 'ledger_accounts_guard' });
  });

  it('is compared by checks that notice a changed balance and a lost hold', async () => {
    const to = artist();
    await db.tx((tx) => ledger.post(tx, grant(to, 5n)));
    await db.tx((tx) => ledger.hold(tx, { reference: 'h-check', account: to, amount: 2n, expiresAt: null }));
    await owner.db.tx((tx) =>
      tx.run('UPDATE ledger_accounts SET balance = 6, held = 1 WHERE name = $1', [to]),
    );
    expect(Object.keys(await failedChecks(db, 'ledger-'))).toEqual([
      'ledger-balances-equal-replay.sql',
      'ledger-held-equals-open-holds.sql',
    ]);
    await owner.db.tx((tx) =>
      tx.run('UPDATE ledger_accounts SET balance = 5, held = 2 WHERE name = $1', [to]),
    );
  });
});
