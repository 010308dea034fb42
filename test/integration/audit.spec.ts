import { publicKeyOf, signedNote, signingKey } from '../../src/modules/audit/domain/checkpoint';
import { SYSTEM } from '../../src/kernel/actor';
import { encodeCursor } from '../../src/kernel/page';
import { AuditRepository } from '../../src/modules/audit/audit.repository';
import { AuditService, chainVerifierOn, type Verification } from '../../src/modules/audit';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { openDatabase, type OpenDatabase } from '../support/ledger';

let test: TestDatabase;
let app: OpenDatabase;
let owner: OpenDatabase;
let audit: AuditService;
let entries: AuditRepository;
let verify: () => Promise<Verification>;

beforeEach(async () => {
  test = await createTestDatabase('audit');
  [app, owner] = await Promise.all([openDatabase(test.url), openDatabase(test.url, 'owner', 1)]);
  entries = new AuditRepository(app.db);
  audit = new AuditService(app.db, entries);
  verify = () => chainVerifierOn(app.db).verify();
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
  const { items } = await entries.list({}, undefined, 10);
  expect(items.map(({ subject, details, via }) => ({ subject, details, via }))).toEqual([
    { subject: 'one', details: { amount: '5' }, via: 'system' },
  ]);
});

it('lists by subject, actor and act, page by page', async () => {
  for (const subject of ['a', 'b', 'a', 'a']) await note(subject);
  const first = await entries.list({ subject: 'a', act: 'test.happened' }, undefined, 2);
  expect(first.items.map(({ id }) => id)).toEqual([4n, 3n]);
  const second = await entries.list({ subject: 'a' }, first.next ?? undefined, 2);
  expect(second.items.map(({ id }) => id)).toEqual([1n]);
  expect((await entries.list({ actor: 'prs_none' }, undefined, 2)).items).toEqual([]);
  const foreign = entries.list({}, encodeCursor(['sub_01']), 2);
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
  expect(await verify()).toEqual({ seals: 4, entries: 1201, checkpoints: 0, fault: null });
});

it('does not skip an entry that drew an early number and was committed late', async () => {
  await app.db.tx(async (slow) => {
    await audit.record(slow, SYSTEM, 'test.happened', 'slow');
    await note('fast');
    expect(await audit.seal()).toBe(0);
  });
  await note('after');
  await sealAll(3);
  expect(await verify()).toMatchObject({ entries: 3, fault: null });
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
  expect((await verify()).fault).toBeNull();
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
  ['seal_altered', `UPDATE audit_seals SET leaves[1] = hash WHERE id = 1`, '1'],
])('names the first entry that was %s: %s', async (what, sql, entry) => {
  for (const subject of ['a', 'b', 'c']) await note(subject);
  await sealAll(3);
  await note('d');
  await sealAll(1);
  expect((await verify()).fault).toBeNull();
  expect(await asOwner(sql)).toBe(1);
  expect((await verify()).fault).toMatchObject({ what, entry });
});

it('names the first entry after a seal that was deleted', async () => {
  for (const subject of ['a', 'b', 'c']) await note(subject);
  await sealAll(3);
  await note('d');
  await sealAll(1);
  // How many entries the first seal holds depends on every open transaction of the server.
  const [seal] = await owner.db.read<{ held: number }>(
    'SELECT cardinality(leaves) AS held FROM audit_seals WHERE id = 1',
  );
  expect(await asOwner('DELETE FROM audit_seals WHERE id = 1')).toBe(1);
  expect((await verify()).fault).toMatchObject({ what: 'seal_altered', entry: `${(seal?.held ?? 0) + 1}` });
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

describe('a checkpoint', () => {
  const key = signingKey(Buffer.alloc(32, 7));
  const publicKey = publicKeyOf(key);
  const signAt = async (seal: bigint): Promise<string> => {
    const [row] = await app.db.read<{ hash: Buffer; last_entry: bigint }>(
      'SELECT hash, last_entry FROM audit_seals WHERE id = $1',
      [seal],
    );
    return signedNote(
      { seal, hash: row?.hash as Buffer, entries: 3n, lastEntry: row?.last_entry as bigint },
      key,
    );
  };

  it('shows a cut end, which a chain alone cannot', async () => {
    for (const subject of ['a', 'b', 'c']) await note(subject);
    await sealAll(3);
    await note('d');
    await sealAll(1);
    const [end] = await app.db.read<{ id: bigint }>('SELECT max(id) AS id FROM audit_seals');
    const note2 = await signAt(end?.id ?? 0n);
    await asOwner(`DELETE FROM audit_seals WHERE id = ${end?.id}`);
    await asOwner('DELETE FROM audit_entries WHERE id = 4');
    const verifier = chainVerifierOn(app.db);
    expect((await verifier.verify()).fault).toBeNull();
    expect((await verifier.verify({ notes: [note2], publicKey })).fault).toMatchObject({
      what: 'end_cut',
      entry: '4',
    });
  });

  it('shows a chain that was written anew with all its hashes right', async () => {
    for (const subject of ['a', 'b']) await note(subject);
    await sealAll(2);
    const promise = await signAt(1n); // the first seal holds the first entry, however many there are
    await asOwner('DELETE FROM audit_seals');
    await asOwner(`UPDATE audit_entries SET actor = 'somebody_else' WHERE id = 1`);
    await sealAll(2);
    expect((await verify()).fault).toBeNull();
    const { fault } = await chainVerifierOn(app.db).verify({ notes: [promise], publicKey });
    expect(fault).toMatchObject({ what: 'rewritten', entry: '1' });
  });

  it('is worth nothing when somebody else signed it, and is kept for ever', async () => {
    await note('a');
    await sealAll(1);
    const forged = await signAt(1n);
    await app.db.tx((tx) => tx.run('INSERT INTO audit_checkpoints (seal, note) VALUES (1, $1)', [forged]));
    const other = publicKeyOf(signingKey(Buffer.alloc(32, 8)));
    expect((await chainVerifierOn(app.db).verify({ publicKey: other })).fault).toMatchObject({
      what: 'checkpoint_forged',
    });
    await expect(app.db.tx((tx) => tx.run('DELETE FROM audit_checkpoints'))).rejects.toMatchObject({
      code: '42501',
    });
  });
});
