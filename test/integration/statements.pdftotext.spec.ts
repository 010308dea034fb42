import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { findTool } from '../../scripts/lib/tools.mjs';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import { approveBatch, draftBatch, earn, fundedProgram, payoutIn, settleAfter } from '../support/payouts';

const NAME = '片山 Łukasz';
const month = new Date().toISOString().slice(0, 7);
const run = promisify(execFile);

let atelier: TestApp;
let folder: string;

const get = (address: string, as: CastName): Promise<Response> =>
  fetch(`${atelier.url}/api/v1${address}`, { headers: { cookie: atelier.people[as].cookie } });
async function bytesOf(address: string, as: CastName): Promise<Buffer> {
  const answer = await get(address, as);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  return Buffer.from(await answer.arrayBuffer());
}

beforeAll(async () => {
  atelier = await startTestApp('statements_pdf');
  folder = await mkdtemp(path.join(os.tmpdir(), 'statement-'));
  settleAfter(atelier, 0);
  await atelier.db.tx((tx) =>
    tx.run('UPDATE access_people SET name = $2 WHERE id = $1', [atelier.people.artist.id, NAME]),
  );
  const programId = await fundedProgram(atelier, 50_000);
  await earn(atelier, 'artist', programId, 2);
  const batch = await draftBatch(atelier, programId);
  await approveBatch(atelier, batch);
  await payoutIn(atelier, batch.payouts[0]?.id ?? '', 'paid');
}, 90_000);
afterAll(async () => {
  await atelier?.stop();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

test('a statement is a document that any reader reads back, name, sums and entries', async () => {
  const bytes = await bytesOf(`/statements/${month}/pdf`, 'artist');
  const file = path.join(folder, 'statement.pdf');
  await writeFile(file, bytes);
  const pdftotext = findTool('poppler-utils') ?? 'pdftotext';
  const { stdout } = await run(pdftotext, ['-layout', file, '-']);
  expect(stdout).toContain(NAME);
  const { body } = await atelier.request<{
    currencies: { earned: number; lines: { reference: string }[] }[];
  }>('GET', `/api/v1/statements/${month}`, { as: 'artist' });
  const [part] = body.currencies;
  expect(part?.earned).toBeGreaterThan(0);
  expect(stdout).toContain(`Earned: ${((part?.earned ?? 0) / 100).toFixed(2)} EUR`);
  const flat = stdout.replaceAll(/\s/g, '');
  for (const { reference } of part?.lines ?? []) expect(flat).toContain(reference);
});

test('every font is inside the file', async () => {
  const file = path.join(folder, 'fonts.pdf');
  await writeFile(file, await bytesOf(`/statements/${month}/pdf`, 'artist'));
  const { stdout } = await run('pdffonts', [file]);
  const fonts = stdout.trim().split('\n').slice(2);
  expect(fonts.length).toBeGreaterThanOrEqual(2);
  // Columns: name, type, encoding, embedded, subset, unicode.
  for (const font of fonts) expect(font).toMatch(/ yes yes yes /);
});

test('the same month is the same bytes, for the artist and for finance, and for nobody else', async () => {
  const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
  const own = digest(await bytesOf(`/statements/${month}/pdf`, 'artist'));
  const { id } = atelier.people.artist;
  expect(digest(await bytesOf(`/finance/statements/${id}/${month}/pdf`, 'finance'))).toBe(own);
  expect((await get(`/finance/statements/${id}/${month}/pdf`, 'artist2')).status).toBe(403);
  expect(digest(await bytesOf(`/statements/${month}/pdf`, 'artist2'))).not.toBe(own);
});
