// First line of every script here: `import './bootstrap.mjs'`, everything else by dynamic import after it, because
// static imports are resolved before any line runs, and neither node_modules nor a fit Node is certain yet.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkNodeVersion } from './lib/node-version.mjs';
import { fail } from './lib/trouble.mjs';

/** The repository. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

try {
  checkNodeVersion(process.version);
  // Scripts may be started from any folder; all paths in them are relative to the repository.
  process.chdir(root);
  const { ensureInstalled } = await import('./lib/install.mjs');
  // On stderr: stdout belongs to the script (--json).
  await ensureInstalled(root, (line) => process.stderr.write(`${line}\n`));
} catch (error) {
  fail(error);
}
