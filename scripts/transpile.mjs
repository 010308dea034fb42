// src/, migrations/, bench/ and deploy/ → dist/ with SWC alone (no type check, that is `npm run check`): under half a second
// for everything, a few milliseconds when nothing changed. `nest build` makes the same tree for the production image.
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { draftFor, replaceFolder } from './lib/folders.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const manifestName = '.transpiled.json';

/** The same semantics as jest.transform.cjs and tsconfig.json; `import()` stays a real one, as tsc leaves it. */
const options = {
  swcrc: false,
  sourceMaps: true,
  module: { type: 'commonjs', ignoreDynamic: true },
  jsc: {
    target: 'es2022',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};

/**
 * Bring dist/ up to date. The new tree is built next to the old one (unchanged files are linked over) and put in its
 * place by a rename, so that a kill at any moment leaves either a whole dist/ or none.
 * @param {{ base?: string, roots?: string[], out?: string }} [where] paths are relative to `base`, the repository
 * @returns {Promise<{ files: number, changed: number, ms: number }>}
 */
export async function transpile({
  base = root,
  roots = ['src', 'migrations', 'bench', 'deploy'],
  out = 'dist',
} = {}) {
  const started = performance.now();
  const dist = path.join(base, out);
  const toolchain = await toolchainKey();
  const before = await readManifest(dist, toolchain);
  const sources = await readSources(base, roots);
  const changed = Object.keys(sources).filter((file) => before[file] !== sources[file].hash);
  const isSame = changed.length === 0 && Object.keys(before).length === Object.keys(sources).length;
  if (!isSame) await rebuild({ base, dist, sources, changed: new Set(changed), toolchain });
  return {
    files: Object.keys(sources).length,
    changed: changed.length,
    ms: Math.round(performance.now() - started),
  };
}

/** Anything that changes the output for the same source: the compiler and this file. */
async function toolchainKey() {
  const swc = await fs.readFile(path.join(root, 'node_modules/@swc/core/package.json'), 'utf8');
  return sha256(JSON.parse(swc).version + (await fs.readFile(fileURLToPath(import.meta.url), 'utf8')));
}

async function readManifest(dist, toolchain) {
  try {
    const manifest = JSON.parse(await fs.readFile(path.join(dist, manifestName), 'utf8'));
    return manifest.toolchain === toolchain ? manifest.files : {};
  } catch {
    return {};
  }
}

async function readSources(base, roots) {
  const sources = {};
  for (const folder of roots) {
    const names = await fs.readdir(path.join(base, folder), { recursive: true }).catch(ignoreAbsent);
    const wanted = names.filter((name) => name.endsWith('.ts') && !/\.(d|spec)\.ts$/.test(name)).toSorted();
    for (const name of wanted) {
      const file = path.join(folder, name);
      const text = await fs.readFile(path.join(base, file), 'utf8');
      sources[file] = { text, hash: sha256(text) };
    }
  }
  return sources;
}

async function rebuild({ base, dist, sources, changed, toolchain }) {
  const { transform } = await import('@swc/core');
  const draft = draftFor(dist);
  try {
    await Promise.all(
      Object.keys(sources).map((file) => place({ base, dist, draft, file, sources, changed, transform })),
    );
    const files = Object.fromEntries(Object.entries(sources).map(([file, { hash }]) => [file, hash]));
    await fs.mkdir(draft, { recursive: true });
    await fs.writeFile(path.join(draft, manifestName), JSON.stringify({ toolchain, files }));
    replaceFolder(draft, dist);
  } finally {
    await fs.rm(draft, { recursive: true, force: true });
  }
}

async function place({ base, dist, draft, file, sources, changed, transform }) {
  const name = file.replace(/\.ts$/, '.js');
  const target = path.join(draft, name);
  await fs.mkdir(path.dirname(target), { recursive: true });
  if (!changed.has(file) && (await linkOver(path.join(dist, name), target))) return;
  const sourceFileName = path.relative(path.dirname(path.join(dist, name)), path.join(base, file));
  const { code, map } = await transform(sources[file].text, { ...options, filename: file, sourceFileName });
  await fs.writeFile(target, `${code}\n//# sourceMappingURL=${path.basename(name)}.map\n`);
  await fs.writeFile(`${target}.map`, map);
}

/** Reuse yesterday's output without copying it; false when it is not there (somebody tidied dist/ by hand). */
async function linkOver(from, to) {
  try {
    await Promise.all([fs.link(from, to), fs.link(`${from}.map`, `${to}.map`)]);
    return true;
  } catch {
    await Promise.all([fs.rm(to, { force: true }), fs.rm(`${to}.map`, { force: true })]);
    return false;
  }
}

function ignoreAbsent(error) {
  if (error.code === 'ENOENT') return [];
  throw error;
}

function sha256(text) {
  return createHash('sha256').update(text).digest('hex');
}

// No top-level await: a test imports this file as CommonJS.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  void transpile().then(({ files, changed, ms }) =>
    console.log(`transpiled ${changed} of ${files} files in ${ms} ms`),
  );
}
