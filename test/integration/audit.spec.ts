import { SYSTEM } from '../../src/kernel/actor';
import { encodeCursor } from '../../src/kernel/page';
import { AuditService } from '../../src/modules/audit';
import { AuditRepository } from '../../src/modules/audit/audit.repository';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { openDatabase, type OpenDatabase } from '../support/ledger';

let test: TestDatabase;
let app: OpenDatabase;
let owner: OpenDatabase;
let audit: AuditService;

beforeEach(async () => {
  test = await createTestDatabase('audit');
  [app, owner] = await Promise.all([openDatabase(test.url), openDatabase(test.url, 'owner', 1)]);
  audit = new AuditService(app.db, new AuditRepository(app.db));
});

afterEach(async () => {
  await app?.close();
  await owner?.close();
  await test?.drop();
});

const note = (subject: string, details?: Record<string, unknown>): Promise<void> =>
  app.db.tx((tx) => audit.record(tx, SYSTEM, 'test.happened', subject, details));

/** Seals `count` entries. An open transaction anywhere on the server, another test's too, holds the horizon back for a moment. */
async function sealAll(count: number): Promise<void> {
  for (let sealed = 0; sealed < count;) {
    const more = await audit.seal();
    sealed += more;
    if (more === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const asOwner = (sql: string): Promise<number> => owner.db.tx((tx) => tx.run(sql));

it('keeps an act if and only if its transaction is kept', async () => {
  await note('one', { amount: 5n });
  const lost = app.db.tx(async (tx) => {
    await audit.record(tx, SYSTEM, 'test.happened', 'lost');
    throw new Error('rolled back');
  });
  await expect(lost).rejects.toThrow('rolled back');
  const { items } = await audit.list({}, { limit: 10 });
  expect(items.map(({ subject, details, via }) => ({ subject, details, via }))).toEqual([
    { subject: 'one', details: { amount: '5' }, via: 'system' },
  ]);
});

it('lists by subject, actor and act, page by page', async () => {
  for (const subject of ['a', 'b', 'a', 'a']) await note(subject);
  const first = await audit.list({ subject: 'a', act: 'test.happened' }, { limit: 2 });
  expect(first.items.map(({ id }) => id)).toEqual([4n, 3n]);
  const second = await audit.list({ subject: 'a' }, { limit: 2, cursor: first.next ?? undefined });
  expect(second.items.map(({ id }) => id)).toEqual([1n]);
  expect((await audit.list({ actor: 'prs_none' }, { limit: 2 })).items).toEqual([]);
  const foreign = audit.list({}, { limit: 2, cursor: encodeCursor(['sub_01']) });
  await expect(foreign).rejects.toMatchObject({ code: 'bad_cursor' });
});

it('seals everything once, in several runs when there is much, and finds it whole', async () => {
  await asOwner(
    `INSERT INTO audit_entries (actor, via, act, subject) SELECT 'system', 'system', 'test.happened', n::text FROM generate_series(1, 1200) n`,
  );
  await sealAll(1200);
  await note('later', { ü: '\u{1f3ac}' });
  await sealAll(1);
  expect(await audit.seal()).toBe(0);
  expect(await audit.verify()).toEqual({ seals: 4, entries: 1201, fault: null });
});

it('does not skip an entry that drew an early number and was committed late', async () => {
  await app.db.tx(async (slow) => {
    await audit.record(slow, SYSTEM, 'test.happened', 'slow');
    await note('fast');
    expect(await audit.seal()).toBe(0);
  });
  await note('after');
  await sealAll(3);
  expect(await audit.verify()).toMatchObject({ entries: 3, fault: null });
});

it('lets one sealer work at a time', async () => {
  for (let n = 0; n < 5; n += 1) await note(`n${n}`);
  // Rounds of four at once: what is sealed when depends on every open transaction of the server, the sum does not.
  const round = async (): Promise<number> => {
    const sealed = await Promise.all([audit.seal(), audit.seal(), audit.seal(), audit.seal()]);
    return sealed.reduce((sum, n) => sum + n, 0);
  };
  let sealed = 0;
  while (sealed < 5) sealed += await round();
  expect(sealed + (await round())).toBe(5);
  expect((await audit.verify()).fault).toBeNull();
});

it.each([
  ['altered', `UPDATE audit_entries SET details = '{"to": "approved"}' WHERE id = 2`, '2'],
  ['altered', `UPDATE audit_entries SET at = at + interval '1 microsecond' WHERE id = 3`, '3'],
  ['deleted', 'DELETE FROM audit_entries WHERE id = 1', '1'],
  [
    'inserted',
    `INSERT INTO audit_entries (id, actor, via, act, subject, xid) OVERRIDING SYSTEM VALUE
     SELECT 99, 'system', 'system', 'test.forged', 'x', xid FROM audit_entries WHERE id = 2`,
    '99',
  ],
  ['seal_altered', `UPDATE audit_seals SET leaves[2] = leaves[1] WHERE id = 1`, '1'],
  ['seal_altered', `DELETE FROM audit_seals WHERE id = 1`, '4'],
])('names the first entry that was %s: %s', async (what, sql, entry) => {
  for (const subject of ['a', 'b', 'c']) await note(subject);
  await sealAll(3);
  await note('d');
  await sealAll(1);
  expect((await audit.verify()).fault).toBeNull();
  expect(await asOwner(sql)).toBe(1);
  expect((await audit.verify()).fault).toMatchObject({ what, entry });
});

it.each([
  'UPDATE audit_entries SET actor = actor',
  'DELETE FROM audit_entries',
  'UPDATE audit_seals SET hash = hash',
  'DELETE FROM audit_seals',
])('is closed to the application: %s', async (sql) => {
  await expect(app.db.tx((tx) => tx.run(sql))).rejects.toMatchObject({ code: '42501' });
});

it('says what to do when the database came from a dump and counts transactions anew', async () => {
  await note('a');
  await sealAll(1);
  await asOwner('UPDATE audit_seals SET last_xid = 9000000000000');
  await expect(audit.seal()).rejects.toThrow(/restored from a dump.*pg_resetwal/);
});
