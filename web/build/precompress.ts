import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

/** Below this a header costs more than is won, in bytes. */
const THRESHOLD = 1_024;
const TEXT = /\.(js|css|svg|json)$/;

/** Lays a `.br` and a `.gz` beside every text of the build, as small as they get: the server need not do it per answer. */
export function precompress(): Plugin {
  let folder = '';
  return {
    name: 'atelier-precompress',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = path.resolve(root, build.outDir);
    },
    closeBundle: async () => {
      const names = await readdir(folder, { recursive: true });
      await Promise.all(names.filter((name) => TEXT.test(name)).map((name) => lay(path.join(folder, name))));
    },
  };
}

async function lay(file: string): Promise<void> {
  if ((await stat(file)).size < THRESHOLD) return;
  const text = await readFile(file);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  await writeFile(`${file}.br`, await promisify(brotliCompress)(text, quality));
  await writeFile(`${file}.gz`, await promisify(gzip)(text, { level: 9 }));
}
