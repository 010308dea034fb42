import { spawn } from 'node:child_process';

/** What a program that opens files from outside may use at most. */
export interface Limits {
  /** Address space, in megabytes. */
  readonly memoryMb: number;
  /** Processor time, in seconds. */
  readonly cpuSeconds: number;
  /** Size of any file it writes, in megabytes. */
  readonly fileMb: number;
  /** Wall clock, in milliseconds: a program that waits uses no processor time. */
  readonly timeoutMs: number;
}

export type ConfinedEnd =
  | { readonly ok: true; readonly output: string; readonly errors: string }
  | { readonly ok: false; readonly reason: string };

const KEPT_CHARACTERS = 4_000;
const KILOBYTES = 1_024;
/** POSIX counts `ulimit -f` in blocks of 512 bytes. */
const BLOCKS = 2_048;

/** Every limit of a `ulimit` holds for the program that takes the shell's place, and for whatever it starts. */
const SCRIPT = 'ulimit -c 0; ulimit -v "$1" && ulimit -t "$2" && ulimit -f "$3" && shift 3 && exec "$@"';
/** macOS has no limit of address space. */
const SCRIPT_WITHOUT_MEMORY = SCRIPT.replace('ulimit -v "$1" && ', '');

/**
 * Runs a program under hard limits of the system, without this process's environment (it holds secrets) and without
 * input. Its end is a value; reaching a limit is one of the reasons.
 */
export function runConfined(
  command: string,
  args: readonly string[],
  limits: Limits,
  directory: string,
): Promise<ConfinedEnd> {
  const { memoryMb, cpuSeconds, fileMb, timeoutMs } = limits;
  const script = process.platform === 'linux' ? SCRIPT : SCRIPT_WITHOUT_MEMORY;
  const bounds = [memoryMb * KILOBYTES, Math.ceil(cpuSeconds), fileMb * BLOCKS].map(String);
  return new Promise((resolve) => {
    const child = spawn('/bin/sh', ['-c', script, 'sh', ...bounds, command, ...args], {
      cwd: directory,
      env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let [output, errors, isLate] = ['', '', false];
    child.stdout.on('data', (part: Buffer) => (output = (output + part.toString()).slice(-KEPT_CHARACTERS)));
    child.stderr.on('data', (part: Buffer) => (errors = (errors + part.toString()).slice(-KEPT_CHARACTERS)));
    const timer = setTimeout(() => {
      isLate = true;
      killGroup(child.pid);
    }, timeoutMs);
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ ok: false, reason: error.message });
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (code === 0) return resolve({ ok: true, output, errors });
      resolve({
        ok: false,
        reason: isLate ? `it took longer than ${timeoutMs / 1_000} s` : whyOf(code, signal, errors),
      });
    });
  });
}

/** 128 + n is how a shell reports signal n of what it ran. */
const SIGNALS: Readonly<Record<number, string>> = { 9: 'SIGKILL', 24: 'SIGXCPU', 25: 'SIGXFSZ' };

function whyOf(code: number | null, signal: string | null, errors: string): string {
  const name = signal ?? SIGNALS[(code ?? 0) - 128];
  // The soft and the hard limit of processor time are the same here: the system kills without a warning.
  if (name === 'SIGXCPU' || name === 'SIGKILL') return 'it used more processor time or memory than it may';
  if (name === 'SIGXFSZ') return 'it wrote more than it may';
  if (/cannot allocate memory|out of memory/i.test(errors)) return 'it needs more memory than it may use';
  const said = errors.trim().split('\n').slice(-3).join('; ');
  return said !== '' ? said : `the program ended with ${name ?? `code ${code}`}`;
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has just ended by itself.
  }
}
