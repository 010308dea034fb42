import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Ffmpeg } from './ffmpeg';

const run = promisify(execFile);
const TIMEOUT_MS = 120_000;

export type Stills =
  | { readonly ok: true; readonly poster: string; readonly sheet: string }
  | { readonly ok: false; readonly reason: string };

/**
 * Draws a poster and a sheet of nine frames beside an MP4 of somebody else's making. The demuxer is pinned, as for every
 * file from outside.
 */
export async function drawStills(ffmpeg: Ffmpeg, video: string): Promise<Stills> {
  if (!ffmpeg.mayDecodeUntrusted) {
    return { ok: false, reason: `ffmpeg ${ffmpeg.version} is too old to open files from outside` };
  }
  const poster = `${video}.poster.jpg`;
  const sheet = `${video}.sheet.jpg`;
  const input = [
    '-nostdin',
    '-v',
    'error',
    '-y',
    '-protocol_whitelist',
    'file,pipe',
    '-f',
    'mov',
    '-i',
    `file:${video}`,
  ];
  const graph =
    '[0:v]split=2[a][b];[a]select=eq(n\\,0)[p];[b]select=not(mod(n\\,6)),scale=320:-2,tile=3x3[s]';
  const first = ['-map', '[p]', '-frames:v', '1', poster];
  const second = ['-map', '[s]', '-frames:v', '1', sheet];
  try {
    await run(ffmpeg.path, [...input, '-filter_complex', graph, ...first, ...second], {
      timeout: TIMEOUT_MS,
    });
    return { ok: true, poster, sheet };
  } catch (error) {
    const reason = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    return { ok: false, reason: `it cannot be decoded (${reason.slice(0, 300)})` };
  }
}
