import { spawn } from 'node:child_process';
import type { Ffmpeg } from './ffmpeg';

export type DecodeResult =
  { readonly ok: true; readonly frames: number } | { readonly ok: false; readonly reason: string };

export interface DecodeOptions {
  readonly timeoutMs: number;
  /** `false` for a file we wrote ourselves a moment ago. */
  readonly untrusted: boolean;
}

const KEPT_ERROR_CHARACTERS = 2000;

/**
 * Arguments that decode every frame and keep none. The demuxer is pinned: left to guess, ffmpeg follows a playlist that
 * calls itself `.mp4` to files and hosts of its author's choosing.
 */
export function decodeArguments(file: string): string[] {
  return [
    ['-hide_banner', '-nostdin', '-v', 'error', '-xerror'],
    ['-protocol_whitelist', 'file,pipe', '-f', 'mov', '-i', `file:${file}`],
    ['-map', '0:v:0', '-f', 'null', '-progress', 'pipe:1', '-'],
  ].flat();
}

/** Decodes a whole MP4 and reports the first error. A truncated file passes a probe of its index, but not this. */
export function decodeFully(ffmpeg: Ffmpeg, file: string, options: DecodeOptions): Promise<DecodeResult> {
  if (options.untrusted && !ffmpeg.mayDecodeUntrusted) {
    return Promise.resolve({
      ok: false,
      reason: `ffmpeg ${ffmpeg.version} is too old to open files from outside; install version 5 or newer`,
    });
  }
  return new Promise((resolve) => {
    const child = spawn(ffmpeg.path, decodeArguments(file), {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: options.timeoutMs,
      killSignal: 'SIGKILL',
    });
    let errors = '';
    let progress = '';
    child.stderr.on(
      'data',
      (chunk: Buffer) => (errors = (errors + chunk.toString('utf8')).slice(-KEPT_ERROR_CHARACTERS)),
    );
    child.stdout.on(
      'data',
      (chunk: Buffer) => (progress = (progress + chunk.toString('utf8')).slice(-KEPT_ERROR_CHARACTERS)),
    );
    child.on('error', (error) => resolve({ ok: false, reason: error.message }));
    child.on('close', (code, signal) => {
      if (signal)
        return resolve({
          ok: false,
          reason: `decoding was stopped (${signal}) within ${options.timeoutMs} ms`,
        });
      if (code !== 0 || errors.trim())
        return resolve({ ok: false, reason: errors.trim() || `ffmpeg left with code ${code}` });
      const frames = [...progress.matchAll(/^frame=\s*(\d+)/gm)].at(-1)?.[1];
      resolve({ ok: true, frames: Number(frames ?? 0) });
    });
  });
}
