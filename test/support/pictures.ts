import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { FfmpegLocator } from '../../src/platform/media/ffmpeg';
import { BlobStore } from '../../src/platform/storage/blob-store';
import type { TestApp } from './app';

/** Gives a clip of the tests, whose files are words, a real still of 640 × 360. */
export async function storeStill({ app }: TestApp, generationId: string): Promise<void> {
  const found = await app.get(FfmpegLocator).find();
  if (!found.found) throw new Error(found.reason);
  const still = path.join(mkdtempSync(path.join(os.tmpdir(), 'still-')), 'still.jpg');
  const source = ['-f', 'lavfi', '-i', 'testsrc=s=640x360'];
  execFileSync(found.ffmpeg.path, ['-v', 'error', ...source, '-frames:v', '1', still]);
  await app.get(BlobStore).put(`generations/${generationId}/poster`, still, 'image/jpeg');
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
