import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { findTool } from '../../scripts/lib/tools.mjs';
import { account, LedgerService } from '../../src/modules/ledger';
import { startTestApp, type TestApp } from '../support/app';
import {
  approveBatch,
  draftBatch,
  earn,
  fundedProgram,
  payoutIn,
  settleAfter,
  until,
} from '../support/payouts';

let atelier: TestApp;
let folder: string;
let programId: string;

const run = (tool: string | undefined, ...args: string[]): Promise<{ code: number; said: string }> =>
  new Promise((resolve) => {
    execFile(tool ?? 'absent', args, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, said: stdout + stderr }),
    );
  });

/** The whole ledger as a file of this kind. */
async function journal(format: 'hledger' | 'beancount'): Promise<string> {
  const body = { reading: 'journal', format };
  const made = await atelier.request<{ id: string }>('POST', '/api/v1/exports', { as: 'finance', body });
  const at = `/api/v1/exports/${made.body.id}`;
  await until('the journal', async () => {
    const { body: row } = await atelier.request<{ state: string }>('GET', at, { as: 'finance' });
    return row.state === 'ready';
  });
  const answer = await fetch(`${atelier.url}${at}/file`, {
    headers: { cookie: atelier.people.finance.cookie },
  });
  const file = path.join(folder, format === 'hledger' ? 'atelier.journal' : 'atelier.beancount');
  await writeFile(file, await answer.text());
  return file;
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'atelier-journal-'));
  atelier = await startTestApp('journal');
  settleAfter(atelier, 0);
  programId = await fundedProgram(atelier, 50_000);
  await earn(atelier, 'artist', programId, 3);
  const batch = await draftBatch(atelier, programId);
  await approveBatch(atelier, batch);
  await payoutIn(atelier, batch.payouts[0]?.id ?? '', 'paid');
  await earn(atelier, 'artist2', programId, 1);
  await atelier.settle();
}, 90_000);
afterAll(async () => {
  await atelier?.stop();
  await rm(folder, { recursive: true, force: true });
});

test('hledger finds nothing wrong with the journal, and the fund that the ledger has', async () => {
  const file = await journal('hledger');
  const tool = findTool('hledger');
  expect(await run(tool, '-f', file, 'check', '--strict')).toMatchObject({ code: 0 });
  const [fund] = [account.fund(programId, 'EUR')];
  const balance = (await atelier.app.get(LedgerService).balances([fund])).get(fund)?.balance ?? 0n;
  const { said } = await run(tool, '-f', file, 'balance', '--flat', '-N', 'equity:fund');
  const shown = Number(/-?[\d,]+\.\d\d/.exec(said)?.[0]?.replaceAll(',', ''));
  expect(Math.abs(shown)).toBe(Number(balance) / 100);
});

test('bean-check finds nothing wrong with the journal', async () => {
  const file = await journal('beancount');
  expect(await run(findTool('beancount'), file)).toEqual({ code: 0, said: '' });
});

test('a posting that does not balance is found by both, so that the checks can fail', async () => {
  const broken = path.join(folder, 'broken.journal');
  await writeFile(broken, '2026-01-01 x\n  assets:a  1.00 EUR\n  equity:b  -2.00 EUR\n');
  expect((await run(findTool('hledger'), '-f', broken, 'check')).code).not.toBe(0);
  const beans = path.join(folder, 'broken.beancount');
  await writeFile(
    beans,
    '2026-01-01 open Assets:A\n2026-01-01 open Equity:B\n2026-01-01 * "x"\n  Assets:A  1.00 EUR\n  Equity:B  -2.00 EUR\n',
  );
  expect((await run(findTool('beancount'), beans)).code).not.toBe(0);
});
