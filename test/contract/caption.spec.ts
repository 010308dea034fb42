import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { captionOf } from '../../src/modules/generation/domain/caption';
import { pictureGraph } from '../../src/modules/generation/domain/encoding';
import type { VisibleMark } from '../../src/modules/generation/domain/provider';
import { layOut } from '../../src/modules/generation/finishing/caption.service';
import { FfmpegLocator } from '../../src/platform/media/ffmpeg';

const WIDTH = 1280;
const HEIGHT = 720;
const PICTURE = { width: WIDTH, height: HEIGHT, fps: 24, frames: 1, draft: false } as const;

let folder: string;
let ffmpeg: string;
beforeAll(async () => {
  const finding = await new FfmpegLocator({
    configured: process.env.FFMPEG_PATH ?? null,
    searchPath: process.env.PATH ?? '',
  }).find();
  if (!finding.found) throw new Error(finding.reason);
  ffmpeg = finding.ffmpeg.path;
});
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'caption-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A black frame with the mark in it, as brightness by pixel; and the line of the mark. */
async function drawn(text: string, place: VisibleMark['place'] = 'bottom_right') {
  const caption = captionOf({ text, place }, 'model', WIDTH, HEIGHT);
  const set = await layOut(folder, caption);
  const graph = pictureGraph('[0:v]setsar=1', PICTURE, set);
  const raw = execFileSync(
    ffmpeg,
    [
      '-v', 'error', '-f', 'lavfi', '-i', `color=c=black:s=${WIDTH}x${HEIGHT}:r=24:d=1`,
      '-filter_complex', `${graph};[poster]nullsink;[sheet]nullsink`,
      '-map', '[video]', '-frames:v', '1', '-f', 'rawvideo', '-pix_fmt', 'gray', 'pipe:1',
    ],
    { cwd: folder, maxBuffer: 4 * WIDTH * HEIGHT },
  ); // prettier-ignore
  const line = set.lines.find(({ file }) => file === 'mark.txt');
  return { raw, line, margin: set.margin };
}

/** The ink between two heights. */
function inkOf(raw: Buffer, from: number, until: number): Box {
  const box = { left: WIDTH, top: HEIGHT, right: -1, bottom: -1 };
  for (let y = from; y < until; y += 1)
    for (let x = 0; x < WIDTH; x += 1) {
      if ((raw[y * WIDTH + x] ?? 0) < 96) continue;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
    }
  return box;
}

/** The letters of a line that is `size` high and begins at `left`, one square each, as text of bits. */
function letters(
  raw: Buffer,
  { left, top }: { left: number; top: number },
  size: number,
  count: number,
): string[] {
  return Array.from({ length: count }, (_, n) => {
    const bits: string[] = [];
    for (let y = top; y < top + size; y += 1)
      for (let x = left + n * size; x < left + (n + 1) * size; x += 1)
        bits.push((raw[y * WIDTH + x] ?? 0) >= 96 ? '#' : '.');
    return bits.join('');
  });
}

const share = (bits: string): number => [...bits].filter((bit) => bit === '#').length / bits.length;

describe('the visible mark', () => {
  test('in Japanese has every letter, each its own, and the same one where it is the same', async () => {
    const { raw, line, margin } = await drawn('東京日本東', 'top_left');
    if (line === undefined) throw new Error('there is no mark');
    const at = { left: margin, top: line.offset - 2 };
    const [east, capital, sun, origin, again] = letters(raw, at, line.size, 5) as [string, string, string, string, string]; // prettier-ignore
    for (const letter of [east, capital, sun, origin]) {
      expect(share(letter)).toBeGreaterThan(0.1);
      expect(share(letter)).toBeLessThan(0.75);
    }
    // What a font does not have is drawn as one and the same box.
    expect(new Set([east, capital, sun, origin]).size).toBe(4);
    const differing = [...east].filter((bit, place) => bit !== again[place]).length;
    expect(differing / east.length).toBeLessThan(0.08);
  });

  test.each(['bottom_right', 'bottom_left', 'top_right', 'top_left'] as const)(
    'in two scripts stands whole in the corner, %s, on one line',
    async (place) => {
      const { raw, line, margin } = await drawn('Atelier 東京の朝', place);
      if (line === undefined) throw new Error('there is no mark');
      const top = place.startsWith('top') ? line.offset : HEIGHT - line.offset - line.size;
      const ink = inkOf(raw, top - 4, top + line.size + 4);
      expect(line.runs.length).toBeGreaterThan(1);
      expect(ink.right - ink.left).toBeGreaterThan(line.width - line.size);
      expect(ink.right - ink.left).toBeLessThan(line.width + 6);
      if (place.endsWith('left')) expect(Math.abs(ink.left - margin)).toBeLessThan(6);
      else expect(Math.abs(WIDTH - margin - ink.right)).toBeLessThan(6);
      expect(ink.bottom - ink.top).toBeLessThanOrEqual(line.size + 4);
    },
  );

  test('in Cyrillic, Greek and with every accent is drawn; what no font has is left out', async () => {
    for (const text of ['Ателье', 'Εργαστήριο', 'Dvořák']) {
      const { raw, line } = await drawn(text, 'top_left');
      const ink = inkOf(raw, (line?.offset ?? 0) - 4, (line?.offset ?? 0) + (line?.size ?? 0) + 8);
      expect({ text, isWide: ink.right - ink.left > (line?.size ?? 0) * 2 }).toEqual({ text, isWide: true });
    }
    const { line } = await drawn('Atelier ő 𓀀', 'top_left');
    expect(line?.runs.length).toBeGreaterThan(0);
  });

  test('in Latin is drawn as before, by one font alone', async () => {
    const { line } = await drawn('Made with lumen-1');
    expect(line?.runs).toEqual([{ file: 'mark.txt', font: 'font.woff', shift: 0 }]);
    expect((await readdir(folder)).filter((name) => name.endsWith('.woff'))).toEqual(['font.woff']);
  });
});
