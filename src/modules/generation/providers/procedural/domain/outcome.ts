import type { FailureCode } from '../../../domain/provider';

export interface Failure {
  readonly code: FailureCode;
  readonly message: string;
}

/** How an encoder came to its end. */
export interface Ending {
  readonly code: number | null;
  readonly signal: string | null;
  /** The last part of what it said on standard error. */
  readonly log: string;
  /** It accepted no frame for so long that it was stopped. */
  readonly stalled: boolean;
  readonly frames: number;
  readonly expectedFrames: number;
}

const DISK_FULL =
  'The disk for renders in progress is full; free some space and the render can be tried again.';

/** Why this ending is no finished clip, or `null` if it is one. */
export function failureOf(ending: Ending): Failure | null {
  if (ending.stalled) return { code: 'TIMEOUT', message: 'The encoder stopped taking frames and was ended.' };
  if (/No space left on device/i.test(ending.log)) return { code: 'TRANSIENT', message: DISK_FULL };
  if (ending.signal) {
    return {
      code: 'TRANSIENT',
      message: `The encoder was ended from outside (${ending.signal}); the render can be tried again.`,
    };
  }
  if (ending.code !== 0) {
    return {
      code: 'TRANSIENT',
      message: `The encoder gave up (code ${ending.code}): ${lastError(ending.log)}`,
    };
  }
  if (ending.frames !== ending.expectedFrames) {
    return {
      code: 'BAD_OUTPUT',
      message: `The encoder wrote ${ending.frames} of ${ending.expectedFrames} frames.`,
    };
  }
  return null;
}

/** What went wrong on our side of the pipe: the file system, or a render thread. */
export function failureFromError(error: unknown): Failure {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (code === 'ENOSPC' || code === 'EDQUOT') return { code: 'TRANSIENT', message: DISK_FULL };
  const text = typeof message === 'string' ? message : String(error);
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EMFILE' || code === 'ENOMEM' || code === 'EAGAIN') {
    return { code: 'TRANSIENT', message: `The render could not be started: ${text}` };
  }
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return {
      code: 'TRANSIENT',
      message: 'A render thread ran out of memory; the render can be tried again.',
    };
  }
  return { code: 'UNKNOWN', message: `The renderer failed: ${text}` };
}

function lastError(log: string): string {
  const lines = log.split('\n').filter((line) => /\[(error|fatal|panic)\]/.test(line));
  return (lines.at(-1) ?? 'no reason given')
    .replace(/\[[^\]]*\]\s*/g, '')
    .trim()
    .slice(0, 300);
}

/** Processor seconds from the `bench: utime=… stime=…` line, or `null` if there is none. */
export function encoderSeconds(log: string): number | null {
  const match = /bench: utime=([\d.]+)s stime=([\d.]+)s/.exec(log);
  return match ? Number(match[1]) + Number(match[2]) : null;
}
