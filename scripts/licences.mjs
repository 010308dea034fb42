// `npm run licences`: every installed package must have a licence of the list, come from the registry with a checksum,
// and run no install script that package.json does not know. Names what does not; exit code 1.
import './bootstrap.mjs';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const read = (file) => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'));

const ALLOWED = new Set([
  'MIT', 'MIT-0', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'CC0-1.0', 'CC-BY-4.0',
  'Unlicense', 'Python-2.0', 'WTFPL', 'OFL-1.1', 'Zlib', 'MPL-2.0', 'PostgreSQL', 'Artistic-2.0', 'CC-BY-3.0',
]); // prettier-ignore

/** Packages whose licence is not on the list or not stated, each looked at by hand. */
const LOOKED_AT = new Map(Object.entries(read('scripts/lib/licences-looked-at.json')));

/** `(MIT OR Apache-2.0)` needs one, `MIT AND ISC` all. */
function isAllowed(expression) {
  const text = expression.replaceAll(/[()]/g, ' ').trim();
  if (/ AND /.test(text)) return text.split(' AND ').every((part) => isAllowed(part));
  return text.split(' OR ').some((part) => ALLOWED.has(part.trim()));
}

const { packages } = read('package-lock.json');
const { allowScripts = {} } = read('package.json');
const faults = [];
const counts = new Map();
for (const [place, entry] of Object.entries(packages)) {
  if (!place.startsWith('node_modules/') && !place.includes('/node_modules/')) continue;
  if (entry.link) continue;
  const name = entry.name ?? place.slice(place.lastIndexOf('node_modules/') + 13);
  const manifest = path.join(root, place, 'package.json');
  const own = fs.existsSync(manifest) ? JSON.parse(fs.readFileSync(manifest, 'utf8')).license : undefined;
  const licence = entry.license ?? (typeof own === 'object' ? own?.type : own) ?? 'none stated';
  counts.set(licence, (counts.get(licence) ?? 0) + 1);
  if (!isAllowed(String(licence)) && !LOOKED_AT.has(name))
    faults.push(`${name} ${entry.version}: licence ${licence}`);
  if (!entry.integrity && !entry.inBundle)
    faults.push(`${name} ${entry.version}: no checksum in the lock file`);
  if (entry.resolved && !entry.resolved.startsWith('https://'))
    faults.push(`${name}: comes from ${entry.resolved}`);
  if (entry.hasInstallScript && !Object.hasOwn(allowScripts, name))
    faults.push(
      `${name} ${entry.version}: has an install script that package.json (allowScripts) says nothing about`,
    );
}
for (const fault of faults) console.log(fault);
const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
const most = [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, 6);
console.log(
  `${total} packages: ${most.map(([licence, count]) => `${count} ${licence}`).join(', ')}; ${faults.length} faults`,
);
process.exitCode = faults.length > 0 ? 1 : 0;
