// One holder per lock file, even when the last holder was killed with -9. Only node: builtins.
import fs from 'node:fs';
import path from 'node:path';
import { birthOf, isLive, waitUntil } from './processes.mjs';

/** Somebody alive holds the lock; `holder` is what they wrote into it. */
export class LockHeld extends Error {
  constructor(file, holder) {
    super(`${file} is held by process ${holder.pid}`);
    this.name = 'LockHeld';
    this.holder = holder;
  }
}

/**
 * Take the lock, or take it over from a holder that is no longer alive.
 * @param {string} file
 * @param {object} facts what others may read about the holder
 * @returns {{ previous: any, update(facts: object): void, release(): void }} `previous`: what a dead holder left
 * @throws {LockHeld}
 */
export function takeLock(file, facts = {}) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const mine = { pid: process.pid, birth: birthOf(process.pid), ...facts };
  let previous;
  while (!create(file, mine)) {
    const holder = read(file);
    if (holder && isAlive(holder)) throw new LockHeld(file, holder);
    previous = holder || previous;
    retire(file, holder);
  }
  return {
    previous,
    update(more) {
      Object.assign(mine, more);
      const next = `${file}.${process.pid}`;
      fs.writeFileSync(next, JSON.stringify(mine));
      fs.renameSync(next, file);
    },
    release() {
      const holder = read(file);
      if (holder && holder.pid === mine.pid && holder.birth === mine.birth) fs.rmSync(file, { force: true });
    },
  };
}

/** Run `work` under the lock, waiting for the present holder for as long as it lives. */
export async function withLock(file, work) {
  const lock = await waitUntil(() => attempt(file), 30 * 60_000, 250);
  if (!lock) throw new Error(`${file} was held for half an hour`);
  try {
    return await work();
  } finally {
    lock.release();
  }
}

function attempt(file) {
  try {
    return takeLock(file);
  } catch (error) {
    if (error instanceof LockHeld) return undefined;
    throw error;
  }
}

/** Appear with content in one step (link), so that nobody ever reads a lock without its holder. */
function create(file, content) {
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, JSON.stringify(content));
  try {
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/** Move a dead lock aside; when a faster process has replaced it meanwhile, put theirs back. */
function retire(file, expected) {
  const aside = `${file}.dead.${process.pid}`;
  try {
    fs.renameSync(file, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  const found = read(aside);
  if (found && isAlive(found) && found.pid !== (expected && expected.pid)) {
    try {
      fs.linkSync(aside, file);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
  fs.rmSync(aside, { force: true });
}

function isAlive(holder) {
  return isLive(holder.pid) && (holder.birth === undefined || holder.birth === birthOf(holder.pid));
}

function read(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
