import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Ffmpeg } from './ffmpeg';

const run = promisify(execFile);
const TIMEOUT_MS = 20_000;

const DEMUXERS: Readonly<Record<string, string>> = {
  'image/png': 'png_pipe',
  'image/jpeg': 'jpeg_pipe',
  'image/webp': 'webp_pipe',
};

/** Why a picture cannot be decoded, or `null`. The demuxer is pinned: a playlist that calls itself a picture opens nothing. */
export async function decodePicture(
  ffmpeg: Ffmpeg,
  file: string,
  contentType: string,
): Promise<string | null> {
  if (!ffmpeg.mayDecodeUntrusted) return null;
  const demuxer = DEMUXERS[contentType];
  if (demuxer === undefined) return 'its kind is not known';
  const input = ['-protocol_whitelist', 'file,pipe', '-f', demuxer, '-i', `file:${file}`];
  try {
    await run(
      ffmpeg.path,
      ['-nostdin', '-v', 'error', '-xerror', ...input, '-frames:v', '1', '-f', 'null', '-'],
      {
        timeout: TIMEOUT_MS,
      },
    );
    return null;
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    return said.split('\n').at(-1)?.slice(0, 200) || 'it cannot be decoded';
  }
}
