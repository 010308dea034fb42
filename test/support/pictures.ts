import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { FfmpegLocator } from '../../src/platform/media/ffmpeg';
import { BlobStore } from '../../src/platform/storage/blob-store';
import type { TestApp } from './app';

let still: string | null = null;

/** Gives a clip of the tests, whose files are words, a real still of 640 × 360. */
export async function storeStill({ app }: TestApp, generationId: string): Promise<void> {
  const found = await app.get(FfmpegLocator).find();
  if (!found.found) throw new Error(found.reason);
  if (still === null) {
    still = path.join(mkdtempSync(path.join(os.tmpdir(), 'still-')), 'still.jpg');
    const source = ['-f', 'lavfi', '-i', 'testsrc=s=640x360'];
    execFileSync(found.ffmpeg.path, ['-v', 'error', ...source, '-frames:v', '1', still]);
  }
  await app.get(BlobStore).put(`generations/${generationId}/poster`, await copyOf(still), 'image/jpeg');
}

let movie: string | null = null;

/** Gives such a clip ten real seconds that a player can step through, and a still. */
export async function storeMovie(atelier: TestApp, generationId: string): Promise<void> {
  const found = await atelier.app.get(FfmpegLocator).find();
  if (!found.found) throw new Error(found.reason);
  if (movie === null) {
    movie = path.join(mkdtempSync(path.join(os.tmpdir(), 'movie-')), 'movie.mp4');
    const options =
      '-v error -f lavfi -i testsrc=s=640x360:r=24:d=10 -c:v libx264 -preset ultrafast -pix_fmt yuv420p';
    execFileSync(found.ffmpeg.path, [...options.split(' '), '-g', '12', '-movflags', '+faststart', movie]);
  }
  await atelier.app.get(BlobStore).put(`generations/${generationId}/video`, await copyOf(movie), 'video/mp4');
  await storeStill(atelier, generationId);
}

/** What is put into the store is gone from where it was. */
async function copyOf(file: string): Promise<string> {
  const copy = path.join(mkdtempSync(path.join(os.tmpdir(), 'copy-')), path.basename(file));
  await copyFile(file, copy);
  return copy;
}

/** Width and height of a JPEG, from its frame header. */
export function sizeOf(bytes: Buffer): [number, number] {
  for (let at = 2; at < bytes.length;) {
    const marker = bytes.readUInt16BE(at);
    if (marker >= 0xff_c0 && marker <= 0xff_c3)
      return [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)];
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  throw new Error('not a JPEG');
}
