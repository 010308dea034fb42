import { spawn } from 'node:child_process';
import { access, chmod, constants } from 'node:fs/promises';
import path from 'node:path';

/** Where to look. Pass what the configuration says; nothing here reads the environment on its own. */
export interface FfmpegSearch {
  /** `FFMPEG_PATH`. When set, nothing else is tried: a wrong path should be seen, not papered over. */
  readonly configured: string | null;
  /** `PATH`, in the platform's own notation. */
  readonly searchPath: string;
  /** Lets builds that are too old for it open files from outside all the same. */
  readonly trustsOldBuilds?: boolean;
}

export interface Ffmpeg {
  readonly path: string;
  readonly origin: 'configured' | 'path' | 'package';
  /** As it calls itself, e.g. `5.1.9-0+deb12u1` or `N-47683-g0e8eb07980-static`. */
  readonly version: string;
  /** `null` for builds between releases. */
  readonly major: number | null;
  /** Old builds may encode our own frames, but must not be handed files from outside. */
  readonly mayDecodeUntrusted: boolean;
}

export type FfmpegFinding =
  | { readonly found: true; readonly ffmpeg: Ffmpeg }
  /** One sentence with its remedy, fit for a readiness page. */
  | { readonly found: false; readonly reason: string };

const REMEDY =
  'Install it (Debian: `apt-get install ffmpeg`; anywhere: `npm install @ffmpeg-installer/ffmpeg`) or set FFMPEG_PATH to a build with libx264 and drawtext.';
const OLDEST_TRUSTED_MAJOR = 5;
const PROBE_TIMEOUT_MS = 10_000;
const ENCODERS = ['libx264'];
const FILTERS = ['overlay', 'drawtext'];

interface Candidate {
  readonly path: string;
  readonly origin: Ffmpeg['origin'];
}

/** Finds a usable ffmpeg once and remembers it; a miss is looked up again at the next call. */
export class FfmpegLocator {
  private finding: Promise<FfmpegFinding> | null = null;

  constructor(private readonly search: FfmpegSearch) {}

  async find(): Promise<FfmpegFinding> {
    const current = (this.finding ??= findFfmpeg(this.search));
    const finding = await current;
    if (!finding.found && this.finding === current) this.finding = null;
    return finding;
  }
}

/** Looks at FFMPEG_PATH, or else at PATH and then at the npm package. Never throws. */
export async function findFfmpeg(search: FfmpegSearch): Promise<FfmpegFinding> {
  const misses: string[] = [];
  for (const candidate of await candidates(search)) {
    const result = await inspect(candidate);
    if (typeof result !== 'string') {
      const mayDecodeUntrusted = result.mayDecodeUntrusted || search.trustsOldBuilds === true;
      return { found: true, ffmpeg: { ...result, mayDecodeUntrusted } };
    }
    misses.push(result);
  }
  const reason = misses.length > 0 ? `No usable ffmpeg: ${misses.join('; ')}.` : 'ffmpeg was not found.';
  return { found: false, reason: `${reason} ${REMEDY}` };
}

async function candidates(search: FfmpegSearch): Promise<Candidate[]> {
  if (search.configured) return [{ path: search.configured, origin: 'configured' }];
  const name = process.platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg';
  const list: Candidate[] = [];
  for (const folder of search.searchPath.split(path.delimiter).filter(Boolean)) {
    const file = path.join(folder, name);
    if (await mayRun(file)) list.push({ path: file, origin: 'path' });
  }
  const packaged = packagedPath();
  if (packaged) {
    // Installed with `--ignore-scripts` the file may have lost its execute bit; a read-only disk is no reason to give up.
    await chmod(packaged, 0o755).catch(() => undefined);
    list.push({ path: packaged, origin: 'package' });
  }
  return list;
}

async function mayRun(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** The package throws on platforms it has no binary for, and may not be installed at all. */
function packagedPath(): string | null {
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- optional: must not fail at load
    return (require('@ffmpeg-installer/ffmpeg') as { path: string }).path;
  } catch {
    return null;
  }
}

async function inspect(candidate: Candidate): Promise<Ffmpeg | string> {
  // Asked first: the time-out of a spawn that fails is never cleared and would hold the process for its whole length.
  if (!(await mayRun(candidate.path))) return `${candidate.path} is not there or may not be run`;
  const [banner, encoders, filters] = await Promise.all(
    [['-version'], ['-hide_banner', '-encoders'], ['-hide_banner', '-filters']].map((args) =>
      output(candidate.path, args),
    ),
  );
  if (!banner || !encoders || !filters) return `${candidate.path} does not run`;
  const missing = [...missingNames(encoders, ENCODERS), ...missingNames(filters, FILTERS)];
  if (missing.length > 0) return `${candidate.path} lacks ${missing.join(' and ')}`;
  const { version, major } = parseVersion(banner);
  const mayDecodeUntrusted = major !== null && major >= OLDEST_TRUSTED_MAJOR;
  return { ...candidate, version, major, mayDecodeUntrusted };
}

/** From the first line of `ffmpeg -version`. */
export function parseVersion(banner: string): { version: string; major: number | null } {
  const version = /^ffmpeg version (\S+)/m.exec(banner)?.[1] ?? 'unknown';
  const major = /^n?(\d+)\./.exec(version)?.[1];
  return { version, major: major === undefined ? null : Number(major) };
}

/** Names absent from a listing of `-encoders` or `-filters` (flags, name, description on each line). */
export function missingNames(listing: string, wanted: readonly string[]): string[] {
  const names = new Set(listing.split('\n').map((line) => line.trim().split(/\s+/)[1]));
  return wanted.filter((name) => !names.has(name));
}

/** Standard output of a short command, or `null` when it cannot be run or fails. */
function output(command: string, args: readonly string[]): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'], timeout: PROBE_TIMEOUT_MS });
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
    child.on('error', () => resolve(null));
    child.on('close', (code) => resolve(code === 0 ? text : null));
  });
}
