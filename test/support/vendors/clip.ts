import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findFfmpeg } from '../../../src/platform/media/ffmpeg';

interface Shape {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly seconds: number;
}

const made = new Map<string, Buffer>();

/** A real MP4 of one colour, without poster and sheet: what a vendor delivers. */
export async function clipOf({ width, height, fps, seconds }: Shape): Promise<Buffer> {
  const name = `${width}x${height}-${fps}-${seconds}`;
  const known = made.get(name);
  if (known !== undefined) return known;
  const finding = await findFfmpeg({
    configured: process.env.FFMPEG_PATH ?? null,
    searchPath: process.env.PATH ?? '',
  });
  if (!finding.found) throw new Error(finding.reason);
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'atelier-vendor-')), 'clip.mp4');
  const encode = `-v error -y -f lavfi -i color=c=teal:s=${width}x${height}:r=${fps}:d=${seconds} -c:v libx264 -preset ultrafast -pix_fmt yuv420p -movflags +faststart`;
  const run = spawnSync(finding.ffmpeg.path, [...encode.split(' '), file]);
  if (run.status !== 0) throw new Error(`ffmpeg: ${run.stderr.toString()}`);
  const content = readFileSync(file);
  made.set(name, content);
  return content;
}
