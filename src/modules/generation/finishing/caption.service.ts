import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Caption } from '../domain/caption';
import { FILES } from '../domain/encoding';

/** Makes the working directory of an encoding, with the font and the words of the caption in it. */
export async function layOut(directory: string, caption: Caption): Promise<void> {
  await mkdir(directory, { recursive: true });
  const font = require.resolve('@fontsource/inter/files/inter-latin-600-normal.woff');
  await copyFile(font, path.join(directory, FILES.font));
  for (const line of caption.lines) await writeFile(path.join(directory, line.file), line.text);
}
