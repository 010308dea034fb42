import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { AuditService } from '../../src/modules/audit';
import { isSigned, readNote } from '../../src/modules/audit/domain/checkpoint';
import { CheckpointService } from '../../src/modules/audit/chain/checkpoint.service';
import { Settings } from '../../src/platform/config/settings';
import { BlobStore } from '../../src/platform/storage/blob-store';
import { startTestApp, type TestApp } from '../support/app';

interface Entry {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly actorName: string | null;
  readonly act: string;
  readonly subject: string;
  readonly seal?: { id: string; hash: string } | null;
}

let atelier: TestApp;
let owner: Client;
let folder: string;

beforeAll(async () => {
  atelier = await startTestApp('audit_search', { roles: ['api'] });
  owner = new Client({ connectionString: atelier.databaseUrl });
  await owner.connect();
  folder = await mkdtemp(path.join(os.tmpdir(), 'atelier-audit-'));
  const audit = atelier.app.get(AuditService);
  const { artist } = atelier.people;
  const actor = { id: artist.id, roles: ['artist'], via: 'session', keyId: null } as const;
  for (const n of [1, 2, 3]) {
    await atelier.db.tx((tx) =>
      audit.record(tx, actor, 'test.step', `thing_${n}`, { text: '=HYPERLINK("x")', n }),
    );
  }
}, 60_000);
afterAll(async () => {
  await owner?.end();
  await atelier?.stop();
  await rm(folder, { recursive: true, force: true });
});

const search = async (query: string): Promise<Entry[]> =>
  (await atelier.request<{ items: Entry[] }>('GET', `/api/v1/audit?${query}`, { as: 'manager' })).body.items;
const sealEverything = async (): Promise<void> => {
  const audit = atelier.app.get(AuditService);
  for (let left = 1; left > 0;) {
    await audit.seal();
    const [row] = await atelier.db.read<{ left: number }>(
      'SELECT (SELECT count(*) FROM audit_entries)::int - coalesce((SELECT sum(entries) FROM audit_seals), 0)::int AS left',
    );
    left = row?.left ?? 0;
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

/** The command line on this database: exit code and what it said. */
const verifyByHand = (...args: string[]): Promise<{ code: number; said: string }> =>
  new Promise((resolve) => {
    const { dataDir } = atelier.app.get(Settings);
    const env = { ...process.env, DATABASE_URL: atelier.databaseUrl, ATELIER_DATA_DIR: dataDir };
    execFile(process.execPath, ['scripts/audit-verify.mjs', ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: stdout + stderr }),
    );
  });

describe('searching the audit log', () => {
  test('finds by who, what, object and time, with names, page by page', async () => {
    const { artist } = atelier.people;
    expect((await search(`actor=${artist.id}&act=test.step`)).map(({ subject }) => subject)).toEqual([
      'thing_3',
      'thing_2',
      'thing_1',
    ]);
    expect(await search('subject=thing_2')).toMatchObject([
      { act: 'test.step', actorName: 'artist of the test' },
    ]);
    const before = (await search('act=test.step')).map(({ at }) => at).toSorted();
    const [first, last] = [before[0], before.at(-1)].map((at) => new Date(at ?? NaN));
    if (first === undefined || last === undefined) throw new Error('no entries');
    // Answers show whole milliseconds, and the three may share one: the bounds lie around all of them.
    const after = new Date(last.getTime() + 1).toISOString();
    expect(await search(`act=test.step&from=${first.toISOString()}&until=${after}`)).toHaveLength(3);
    expect(await search(`act=test.step&until=${first.toISOString()}`)).toEqual([]);
    expect(await search(`act=test.step&from=${after}`)).toEqual([]);
    expect(await search('from=2099-01-01T00:00:00Z')).toEqual([]);
    const page = await atelier.request<{ items: Entry[]; next: string }>(
      'GET',
      '/api/v1/audit?act=test.step&limit=2',
      { as: 'admin' },
    );
    expect(await search(`act=test.step&cursor=${page.body.next}`)).toMatchObject([{ subject: 'thing_1' }]);
    const { body } = await atelier.request<{ items: string[] }>('GET', '/api/v1/audit/acts', {
      as: 'manager',
    });
    expect(body.items).toEqual(expect.arrayContaining(['test.step']));
    expect(body.items).toEqual([...new Set(body.items)].toSorted());
  });

  test('shows the seal over an entry, and none for what does not exist', async () => {
    await sealEverything();
    const [entry] = await search('subject=thing_1');
    const { body } = await atelier.request<Entry>('GET', `/api/v1/audit/${entry?.id}`, { as: 'manager' });
    expect(body.seal?.hash).toMatch(/^[0-9a-f]{64}$/);
    for (const id of ['999999', 'x', '99999999999999999999'])
      expect((await atelier.request('GET', `/api/v1/audit/${id}`, { as: 'manager' })).status).toBe(404);
  });

  test('gives a copy as CSV in which nothing runs, and notes who took it', async () => {
    const answer = await atelier.request<string>('GET', '/api/v1/audit.csv?act=test.step', { as: 'manager' });
    expect(answer.headers.get('content-disposition')).toContain('audit.csv');
    expect(answer.body.split('\r\n')[0]).toBe('entry,at,actor,via,key,act,subject,details');
    expect(answer.body.split('\r\n')).toHaveLength(5);
    expect(await search('act=audit.export')).toMatchObject([{ actor: atelier.people.manager.id }]);
  });
});

describe('the promises about the log', () => {
  test('are signed, public, stored outside of the database, and one for each state of the chain', async () => {
    await sealEverything();
    const checkpoints = atelier.app.get(CheckpointService);
    const note = await checkpoints.make();
    expect(await checkpoints.make()).toBeNull();
    const { body } = await atelier.request<{ note: string; publicKey: string }>(
      'GET',
      '/api/v1/audit/checkpoint',
    );
    expect(body.note).toBe(note);
    expect(isSigned(body.note, body.publicKey)).toBe(true);
    const seal = readNote(body.note)?.seal ?? 0n;
    const stored = await atelier.app
      .get(BlobStore)
      .read(`audit/checkpoints/${String(seal).padStart(12, '0')}.txt`);
    const chunks: Buffer[] = [];
    for await (const chunk of stored) chunks.push(chunk as Buffer);
    expect(String(Buffer.concat(chunks))).toBe(note);
    const chain = await atelier.request('GET', '/api/v1/audit/chain', { as: 'admin' });
    expect(chain.body).toMatchObject({
      checkpoint: String(seal),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test('are kept by the command line: whole, then altered, then unreadable', async () => {
    const whole = await verifyByHand();
    expect(whole).toMatchObject({
      code: 0,
      said: expect.stringMatching(/whole.*checkpoints \(signatures checked\)/),
    });
    const file = path.join(folder, 'kept.txt');
    await writeFile(file, (await atelier.app.get(CheckpointService).newest())?.note ?? '');
    expect((await verifyByHand('--checkpoint', file)).code).toBe(0);
    const [row] = await search('subject=thing_2');
    await owner.query(`UPDATE audit_entries SET details = '{}' WHERE id = $1`, [row?.id]);
    const altered = await verifyByHand('--checkpoint', file);
    expect(altered).toMatchObject({ code: 1, said: expect.stringContaining(`Entry ${row?.id} was altered`) });
    const found = await atelier.request<{ fault: { entry: string } }>('GET', '/api/v1/audit/verification', {
      as: 'manager',
    });
    expect(found.body.fault.entry).toBe(row?.id);
    expect((await verifyByHand('--checkpoint', '/nowhere')).code).toBe(2);
  }, 60_000);
});
