// The portal's build: web/ → web/dist, only when its sources changed since the last one.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { draftFor, replaceFolder } from './folders.mjs';
import { Trouble } from './trouble.mjs';

const stampName = '.built-from';

/**
 * Build the portal when it is absent or older than its sources (compared by content). The build goes to a folder of
 * its own and takes the place of web/dist by a rename, so that a kill never leaves half a portal.
 * @param {{ root: string }} options the repository
 * @returns {Promise<{ isBuilt: boolean, ms: number }>} isBuilt: false when it was fresh already, or there is no web/
 */
export async function buildPortal({ root }) {
  const web = path.join(root, 'web');
  if (!fs.existsSync(path.join(web, 'index.html'))) return { isBuilt: false, ms: 0 };
  const started = Date.now();
  const dist = path.join(web, 'dist');
  const wanted = fingerprint(root, web);
  if (readText(path.join(dist, stampName)) === wanted) return { isBuilt: false, ms: Date.now() - started };
  const draft = draftFor(dist);
  try {
    await vite(web, ['build', '--outDir', draft, '--emptyOutDir', '--logLevel', 'warn']);
    fs.writeFileSync(path.join(draft, stampName), wanted);
    replaceFolder(draft, dist);
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
  }
  return { isBuilt: true, ms: Date.now() - started };
}

/** All sources by content, and the lock file for the versions of everything bundled in. */
function fingerprint(root, web) {
  const hash = createHash('sha256').update(readText(path.join(root, 'package-lock.json')) ?? '');
  for (const file of sourcesOf(web)) hash.update(`\0${file}\0`).update(fs.readFileSync(path.join(web, file)));
  return hash.digest('hex');
}

const isSource = (name) => name !== 'node_modules' && !name.startsWith('dist');

function sourcesOf(web) {
  return fs
    .readdirSync(web, { withFileTypes: true })
    .filter((entry) => isSource(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(web, entry.name) : [entry.name]))
    .toSorted();
}

function filesIn(web, folder) {
  return fs
    .readdirSync(path.join(web, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(web, path.join(entry.parentPath ?? entry.path, entry.name)));
}

function vite(web, args) {
  const manifest = createRequire(path.join(web, 'package.json')).resolve('vite/package.json');
  const cli = path.join(path.dirname(manifest), 'bin', 'vite.js');
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NODE_ENV: 'production' };
    const child = spawn(process.execPath, [cli, ...args], {
      cwd: web,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (said += text));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) return resolve();
      process.stderr.write(said);
      reject(
        new Trouble(
          'The portal could not be built (vite’s reason stands above): repair web/ and start again.',
        ),
      );
    });
  });
}

function readText(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
}
