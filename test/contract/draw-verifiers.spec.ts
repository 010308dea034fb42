import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import {
  asList,
  drawOrder,
  listDigest,
  publicFile,
  resultFile,
  seedHash,
} from '../../src/modules/draw/domain/drawing';
import { verifyDraw } from '../../web/features/draws/verify';

const run = promisify(execFile);
const SCRIPT = path.resolve(__dirname, '../../scripts/verify-draw.mjs');
const SEED = '0f'.repeat(32);
const MANY = 100_000;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'draw-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

function draw(entries: readonly string[], places: number): { file: string; result: string } {
  const list = asList(entries);
  const file = publicFile({
    id: 'drw_1',
    title: 'Fifty places',
    places,
    seedHash: seedHash(SEED),
    committedAt: '2026-11-01T00:00:00.000Z',
    list: { digest: listDigest(list), frozenAt: '2026-11-02T00:00:00.000Z', entries: list },
    seed: { value: SEED, revealedAt: '2026-11-03T00:00:00.000Z' },
  });
  return { file, result: resultFile(drawOrder(SEED, list)) };
}

async function script(file: string, result: string): Promise<{ code: number; out: string; said: string }> {
  const [filePath, resultPath] = [path.join(folder, 'draw.txt'), path.join(folder, 'result.txt')];
  await Promise.all([writeFile(filePath, file), writeFile(resultPath, result)]);
  const options = { maxBuffer: 64_000_000 };
  return run(process.execPath, [SCRIPT, filePath, '--result', resultPath], options).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, said: stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      out: error.stdout,
      said: error.stderr,
    }),
  );
}

it('server, script and browser agree byte for byte on 50 of 100,000', async () => {
  const { file, result } = draw(
    Array.from({ length: MANY }, (_, index) => `app_${index.toString(36)}`),
    50,
  );
  const [byScript, byBrowser] = await Promise.all([script(file, result), verifyDraw(file, result)]);
  expect(byScript.code).toBe(0);
  expect(byScript.out === result).toBe(true);
  expect(byBrowser.result === result).toBe(true);
  expect(byBrowser.checks.map(({ isGood }) => isGood)).toEqual([true, true, true, true]);
});

const { file, result } = draw(['app_a', 'app_b', 'app_c', 'app_d'], 2);

it.each([
  ['an entry is gone', file.replace('app_b\n', ''), result],
  ['an entry was added', file.replace('app_b\n', 'app_b\napp_bb\n'), result],
  ['the seed is another', file.replace(`seed ${SEED}`, `seed ${'1f'.repeat(32)}`), result],
  [
    'the list came before the hash',
    file.replace('committed-at 2026-11-01', 'committed-at 2026-11-09'),
    result,
  ],
  ['the result was changed', file, result.replace('1 ', '9 ')],
])('both refuse a draw in which %s', async (_, changed, said) => {
  const [byScript, byBrowser] = await Promise.all([script(changed, said), verifyDraw(changed, said)]);
  expect(byScript.code).toBe(1);
  expect(byBrowser.checks.some(({ isGood }) => !isGood)).toBe(true);
});

it('both say what is missing when there is nothing to recompute yet', async () => {
  const early = file.replace(`seed ${SEED}\n`, '');
  expect(await script(early, result)).toMatchObject({
    code: 2,
    said: expect.stringContaining('not published yet'),
  });
  await expect(verifyDraw(early, result)).rejects.toThrow('not published yet');
  expect(await script('<html>', result)).toMatchObject({ code: 2 });
  await expect(verifyDraw('<html>', result)).rejects.toThrow('atelier-draw/1');
});
