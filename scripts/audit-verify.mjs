// `npm run audit:verify`: recomputes the audit log's chain and compares it with every signed checkpoint. Names the first
// entry that was altered, removed, put in or cut off. Exit code 0: whole; 1: not whole; 2: it could not be looked at.
// Reads DATABASE_URL, or the embedded database. `-- --checkpoint <file>` adds notes that were kept elsewhere, `--key
// <base64>` the published key; without it, ATELIER_SECRET or the data folder's secret gives the key.
import './bootstrap.mjs';
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const { Trouble } = await import('./lib/trouble.mjs');
const home = path.resolve(root, process.env.ATELIER_DATA_DIR ?? '.atelier');

const SAYS = {
  altered: 'was altered after it was sealed',
  deleted: 'was deleted',
  inserted: 'was put in afterwards',
  seal_altered: 'is the first under a seal that does not follow from the one before',
  rewritten: 'is the first under a seal that is not the one that was promised: the chain was written anew',
  end_cut: 'and what follows are gone: a checkpoint promises more than there is',
  checkpoint_forged: 'is named by a checkpoint whose signature does not hold',
};

process.exitCode = await main().catch((error) => {
  process.stderr.write(`${error instanceof Trouble ? error.message : (error.stack ?? error)}\n`);
  return 2;
});

async function main() {
  const { values } = parseArgs({
    options: {
      checkpoint: { type: 'string', multiple: true },
      key: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  await (await import('./transpile.mjs')).transpile();
  require('reflect-metadata');
  const { verifyAudit, checkpointKeyOf } = require(path.join(root, 'dist/src/verify-audit.js'));
  const { url, stop } = await database();
  const started = performance.now();
  try {
    const secret = ownSecret();
    const publicKey = values.key ?? (secret && checkpointKeyOf(secret));
    const notes = [...storedNotes(), ...(values.checkpoint ?? []).map((file) => readNote(file))];
    const result = await verifyAudit(url, { ...(publicKey ? { publicKey } : {}), notes }).catch((error) => {
      if (error.code === '42P01')
        throw new Trouble('That database holds no Atelier of this version. Start it once.');
      throw error;
    });
    const seconds = Math.round((performance.now() - started) / 10) / 100;
    report(result, { seconds, isSigned: Boolean(publicKey), json: values.json });
    return result.fault ? 1 : 0;
  } finally {
    await stop();
  }
}

function report({ seals, entries, checkpoints, fault }, { seconds, isSigned, json }) {
  if (json) {
    const plain = fault && { ...fault, seal: String(fault.seal) };
    console.log(JSON.stringify({ seals, entries, checkpoints, signatures: isSigned, fault: plain, seconds }));
    return;
  }
  if (fault) console.log(`Entry ${fault.entry || '(unknown)'} ${SAYS[fault.what]} (seal ${fault.seal}).`);
  const signed = isSigned ? 'signatures checked' : 'signatures not checked: no key was given';
  const count = (n) => n.toLocaleString('en');
  console.log(
    `${fault ? 'Whole up to there' : 'The audit log is whole'}: ${count(entries)} entries under ${count(seals)} seals, ${count(checkpoints)} checkpoints (${signed}), ${seconds} s.`,
  );
}

async function database() {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, stop: async () => {} };
  if (!fs.existsSync(path.join(home, 'postgres', 'PG_VERSION')))
    throw new Trouble(
      `There is no database: set DATABASE_URL, or run \`npm start\` once (it makes one in ${home}).`,
    );
  const { startEmbeddedPostgres } = await import('./lib/embedded-postgres.mjs');
  const postgres = await startEmbeddedPostgres({ dataDir: home });
  // One that was running before is somebody's: it stays.
  return { url: postgres.url, stop: postgres.isReused ? async () => {} : postgres.stop };
}

function ownSecret() {
  const file = path.join(home, 'secret');
  return (
    process.env.ATELIER_SECRET || (fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : undefined)
  );
}

/** Copies in the file store of this machine: they outlive what happens in the database. */
function storedNotes() {
  const folder = path.join(home, 'files', 'audit', 'checkpoints');
  if (process.env.DATABASE_URL || !fs.existsSync(folder)) return [];
  const files = fs.readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return files.map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));
}

function readNote(file) {
  if (!fs.existsSync(file)) throw new Trouble(`There is no file ${file}.`);
  return fs.readFileSync(file, 'utf8');
}
