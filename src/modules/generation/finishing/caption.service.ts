import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fontFile, runsOf } from '../../../platform/pdf/fonts';
import { widthOfRun } from '../../../platform/pdf/pdf';
import { isLatin, type Caption, type CaptionLine, type SetCaption, type SetLine } from '../domain/caption';
import { FILES, inOneFont } from '../domain/encoding';

const WEIGHT = 700;

/**
 * Makes the working directory of an encoding, with the fonts and the words of the caption in it. What the first font does
 * not have is set in runs of the others, side by side.
 */
export async function layOut(directory: string, caption: Caption): Promise<SetCaption> {
  await mkdir(directory, { recursive: true });
  const font = require.resolve('@fontsource/inter/files/inter-latin-600-normal.woff');
  await copyFile(font, path.join(directory, FILES.font));
  const lines: SetLine[] = [];
  for (const line of caption.lines) {
    const set = isLatin(line.text) ? inOneFont(line) : await inRuns(directory, line);
    if (isLatin(line.text)) await writeFile(path.join(directory, line.file), line.text);
    if (set.runs.length > 0) lines.push(set);
  }
  return { ...caption, lines };
}

async function inRuns(directory: string, line: CaptionLine): Promise<SetLine> {
  const runs: SetLine['runs'][number][] = [];
  let width = 0;
  for (const [place, { part, text }] of runsOf(line.text, '').entries()) {
    const [file, font] = [`${place}.${line.file}`, `${place}.${line.file}.woff`];
    await writeFile(path.join(directory, file), text);
    await copyFile(fontFile(part, WEIGHT), path.join(directory, font));
    runs.push({ file, font, shift: Math.round(width) });
    width += widthOfRun({ part, text }, WEIGHT, line.size);
  }
  return { ...line, runs, width: Math.ceil(width) };
}
