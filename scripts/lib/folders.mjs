// A folder that is always whole: built next to its place, then put there by a rename. Only node: builtins.
import fs from 'node:fs';
import path from 'node:path';
import { isLive } from './processes.mjs';

/** A place to build `target` in, unique to this process. Drafts of processes that were killed are removed. */
export function draftFor(target) {
  sweep(target);
  return `${target}.new-${process.pid}`;
}

/** Put the draft in the target's place. Another process may do the same at this moment: the last one wins. */
export function replaceFolder(draft, target) {
  const old = `${target}.old-${process.pid}`;
  for (let attempt = 1; ; attempt++) {
    moveAside(target, old);
    try {
      fs.renameSync(draft, target);
      break;
    } catch (error) {
      if (!['ENOTEMPTY', 'EEXIST'].includes(error.code) || attempt === 5) throw error;
    }
  }
  fs.rmSync(old, { recursive: true, force: true });
}

function moveAside(target, old) {
  fs.rmSync(old, { recursive: true, force: true });
  try {
    fs.renameSync(target, old);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}

function sweep(target) {
  const parent = path.dirname(target);
  if (!fs.existsSync(parent)) return;
  for (const name of fs.readdirSync(parent)) {
    const [, owner] = name.match(/\.(?:new|old)-(\d+)$/) ?? [];
    const isDraft = owner && name.startsWith(`${path.basename(target)}.`);
    if (isDraft && !isLive(Number(owner)))
      fs.rmSync(path.join(parent, name), { recursive: true, force: true });
  }
}
