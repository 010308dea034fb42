import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Ffmpeg } from './ffmpeg';

const TILES = 9;
const TILE_WIDTH = 320;
const TIMEOUT_MS = 120_000;
const KEPT_ERROR_CHARACTERS = 500;

export interface Stills {
  readonly poster: string;
  readonly sheet: string;
}

/** One frame and a sheet of nine as JPEG, from an MP4 of `frames` frames. The demuxer is pinned, as for every file from outside. */
export function stillsArguments(video: string, frames: number, { poster, sheet }: Stills): string[] {
  const at = Math.min(frames - 1, Math.round(frames * 0.4));
  const graph = [
    '[0:v]setsar=1,split=2[still][tiles]',
    `[still]select=eq(n\\,${at}),format=yuvj420p[poster]`,
    `[tiles]select=lt(mod(n*${TILES}\\,${frames})\\,${TILES}),scale=${TILE_WIDTH}:-2,format=yuvj420p,tile=3x3[sheet]`,
  ].join(';');
  return [
    ['-hide_banner', '-nostdin', '-v', 'error', '-y'],
    ['-protocol_whitelist', 'file,pipe', '-f', 'mov', '-i', `file:${video}`],
    ['-filter_complex', graph],
    ['-map', '[poster]', '-frames:v', '1', '-q:v', '3', '-f', 'image2', '-update', '1', poster],
    ['-map', '[sheet]', '-frames:v', '1', '-q:v', '4', '-f', 'image2', '-update', '1', sheet],
  ].flat();
}

/** Makes both beside the video. Throws with what ffmpeg said when it cannot. */
export async function makeStills(ffmpeg: Ffmpeg, video: string, frames: number): Promise<Stills> {
  const folder = path.dirname(video);
  const stills = { poster: path.join(folder, 'poster.jpg'), sheet: path.join(folder, 'sheet.jpg') };
  await new Promise<void>((resolve, reject) => {
    const child = spawn(ffmpeg.path, stillsArguments(video, frames, stills), {
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: TIMEOUT_MS,
      killSignal: 'SIGKILL',
    });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => {
      errors = (errors + chunk.toString('utf8')).slice(-KEPT_ERROR_CHARACTERS);
    });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`no stills could be made: ${errors.trim()}`)),
    );
  });
  return stills;
}
