import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type {
  FailureCode,
  ProviderCheck,
  RenderedFiles,
  Submission,
  VideoProvider,
  VideoRequest,
} from '../../src/modules/generation/domain/provider';
import { findFfmpeg } from '../../src/platform/media/ffmpeg';

interface Run {
  readonly request: VideoRequest;
  checks: number;
}

const failed = (code: FailureCode, message: string): ProviderCheck => ({ state: 'failed', code, message });

/**
 * A renderer that does what the words of the prompt say: `policy` is refused, `unreadable` is invalid input, `flaky`
 * fails on its first attempt, `uneven` is refused for odd seeds, `broken` always, `short` delivers half the length, `unlucky` does so
 * on its first attempt, `hang` runs until `open()` is called.
 * Everything else is done at the second look. It delivers one real MP4 for each size and length.
 */
export class FakeProvider implements VideoProvider {
  readonly kind = 'procedural' as const;
  readonly runs = 'here' as const;
  readonly honours = ['seed', 'style', 'fps', 'draft', 'negativePrompt'] as const;
  readonly limits = {
    minSeconds: 1,
    maxSeconds: 30,
    maxWidth: 1920,
    maxHeight: 1920,
    frameRates: [24, 25, 30] as const,
    styles: ['none', 'noir'] as const,
    maxPromptLength: 2_000,
  };
  readonly submitted: VideoRequest[] = [];
  readonly canceled: string[] = [];
  private readonly known = new Map<string, Run>();
  private readonly made = new Map<string, RenderedFiles>();
  private readonly folder = mkdtempSync(path.join(os.tmpdir(), 'atelier-fake-'));
  private ffmpeg = '';
  private isOpen = false;

  constructor(
    readonly key = 'procedural',
    readonly model = 'fake-1',
  ) {}

  estimateSeconds(request: VideoRequest): number {
    return request.seconds;
  }

  async unavailable(): Promise<string | null> {
    if (this.ffmpeg !== '') return null;
    const finding = await findFfmpeg({
      configured: process.env.FFMPEG_PATH ?? null,
      searchPath: process.env.PATH ?? '',
    });
    if (!finding.found) return finding.reason;
    this.ffmpeg = finding.ffmpeg.path;
    return null;
  }

  submit(request: VideoRequest): Promise<Submission> {
    this.submitted.push(request);
    const ticket = `fake-${request.requestId}`;
    this.known.set(ticket, { request, checks: 0 });
    return Promise.resolve({ state: 'accepted', ticket });
  }

  check(ticket: string): Promise<ProviderCheck> {
    const run = this.known.get(ticket);
    if (run === undefined) return Promise.resolve({ state: 'unknown' });
    run.checks += 1;
    return Promise.resolve(this.answer(run));
  }

  cancel(ticket: string): Promise<void> {
    this.canceled.push(ticket);
    return Promise.resolve();
  }

  discard(ticket: string): Promise<void> {
    this.known.delete(ticket);
    return Promise.resolve();
  }

  /** Lets every clip that hangs come to its end. */
  open(): void {
    this.isOpen = true;
  }

  close(): void {
    this.isOpen = false;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private answer({ request, checks }: Run): ProviderCheck {
    const says = (word: string): boolean => request.prompt.includes(word);
    const isFirst = request.requestId.endsWith('.1');
    const isShort = says('short') || (says('unlucky') && isFirst);
    if (says('policy')) return failed('CONTENT_POLICY', 'Weapons are not drawn here.');
    if (says('uneven') && request.seed % 2 === 1) return failed('CONTENT_POLICY', 'Not with this seed.');
    if (says('unreadable')) return failed('INVALID_INPUT', 'The prompt cannot be read.');
    if (says('broken') || (says('flaky') && isFirst)) return failed('TRANSIENT', 'busy');
    if (says('hang') && !this.isOpen) return { state: 'running', progress: Math.min(0.9, checks / 10) };
    if (checks < 2) return { state: 'running', progress: 0.5 };
    return {
      state: 'done',
      files: this.make(request, isShort ? request.seconds / 2 : request.seconds),
      cpuSeconds: null,
    };
  }

  private make({ width, height, fps }: VideoRequest, seconds: number): RenderedFiles {
    const name = `${width}x${height}-${fps}-${seconds}`;
    const known = this.made.get(name);
    if (known !== undefined) return known;
    const file = (end: string): string => path.join(this.folder, `${name}${end}`);
    const files = {
      video: file('.mp4'),
      poster: file('.poster.jpg'),
      sheet: file('.sheet.jpg'),
      isFinished: true as const,
    };
    const source = `color=c=navy:s=${width}x${height}:r=${fps}:d=${seconds}`;
    const encode = `-v error -y -f lavfi -i ${source} -c:v libx264 -preset ultrafast -pix_fmt yuv420p -movflags +faststart`;
    const run = spawnSync(this.ffmpeg, [
      ...encode.split(' '),
      files.video,
      '-frames:v',
      '1',
      files.poster,
      '-frames:v',
      '1',
      files.sheet,
    ]);
    if (run.status !== 0) throw new Error(`ffmpeg: ${run.stderr.toString()}`);
    this.made.set(name, files);
    return files;
  }
}
