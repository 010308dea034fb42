// `node second-opinion.mjs FILE…`: what two other implementations of C2PA say of each file, as one line of JSON each.
// A process of its own: both are ES modules that Jest cannot load.
import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import { BMFF } from '@trustnxt/c2pa-ts/asset';
import { SuperBox } from '@trustnxt/c2pa-ts/jumbf';
import { ManifestStore } from '@trustnxt/c2pa-ts/manifest';
import initToolkit, { getManifestStoreFromArrayBuffer } from '@contentauth/toolkit';

/** It reads MP4, but knows only the brands of still images by itself. */
for (const brand of ['isom', 'iso2', 'avc1', 'mp41', 'mp42']) BMFF.canReadBrands.add(brand);

/** That nobody vouches for a self-made certificate is expected. */
const EXPECTED = 'signingCredential.untrusted';

/** Written in TypeScript by others than the official library. */
async function independent(bytes) {
  const asset = new BMFF(bytes);
  const box = asset.getManifestJUMBF();
  if (box === undefined) return { isValid: false, failures: ['no manifest'] };
  const result = await ManifestStore.read(SuperBox.fromBuffer(box)).validate(asset);
  const failures = result.statusEntries.filter(({ success }) => !success).map(({ code }) => code);
  return { isValid: result.isValid, failures };
}

/** The reader behind the verify page of the Content Authenticity Initiative. */
async function toolkit(bytes) {
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  const { manifest_store: found } = await getManifestStoreFromArrayBuffer(buffer, 'video/mp4');
  const store = typeof found === 'string' ? JSON.parse(found) : found;
  const failures = (store.validation_status ?? [])
    .map(({ code }) => code)
    .filter((code) => code !== EXPECTED);
  return { isValid: failures.length === 0, failures };
}

const asked = (opinion) =>
  opinion.catch((error) => ({ isValid: false, failures: [String(error?.message ?? error?.name ?? error)] }));

const wasm = createRequire(import.meta.url)
  .resolve('@contentauth/toolkit')
  .replace(/toolkit\.js$/, 'toolkit_bg.wasm');
await initToolkit(await WebAssembly.compile(await fs.readFile(wasm)));
for (const file of process.argv.slice(2)) {
  const bytes = await fs.readFile(file);
  console.log(
    JSON.stringify({ independent: await asked(independent(bytes)), toolkit: await asked(toolkit(bytes)) }),
  );
}
