import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { encoderSeconds, failureOf, type Failure } from './domain/outcome';

export interface EncoderOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly directory: string;
  readonly frames: number;
  /** An encoder that takes no frame for so long is ended. */
  readonly stallSeconds: number;
  /** Called with the number of frames that ffmpeg has taken. */
  readonly onFrame: (taken: number) => void;
}

export type EncodeResult =
  | { readonly ok: true; readonly cpuSeconds: number | null }
  | { readonly ok: false; readonly failure: Failure };

/** Enough for the settings it lists at the start not to push out the error at the end. */
const KEPT_LOG_CHARACTERS = 16_384;

/** One ffmpeg process that takes raw frames. Never throws: its end is a value. */
export class Encoder {
  private readonly child: ChildProcess;
  private readonly input: Writable;
  private readonly ended: Promise<{ code: number | null; signal: string | null }>;
  private log = '';
  private frames = 0;
  private taken = 0;
  private stalled = false;
  private watch: NodeJS.Timeout | null = null;

  constructor(private readonly options: EncoderOptions) {
    const child = spawn(options.command, options.args, {
      cwd: options.directory,
      stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    this.input = child.stdin as Writable;
    // A broken pipe is reported by the end of the process; without a listener it would end ours.
    this.input.on('error', () => undefined);
    child.stderr?.on('data', (chunk: Buffer) => {
      this.log = (this.log + chunk.toString('utf8')).slice(-KEPT_LOG_CHARACTERS);
    });
    this.followProgress(child.stdio[3] as Readable);
    this.ended = new Promise((resolve) => {
      child.on('error', (error) => {
        this.log += `\n[error] ${error.message}`;
        resolve({ code: -1, signal: null });
      });
      child.on('close', (code, signal) => resolve({ code, signal }));
    });
    this.restartWatch();
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** Resolves when ffmpeg has taken the frame; `false` when it will take no more. */
  write(frame: Uint8Array): Promise<boolean> {
    this.restartWatch();
    if (!this.input.writable) return Promise.resolve(false);
    return new Promise((resolve) =>
      this.input.write(frame, (error) => {
        if (!error) this.options.onFrame((this.taken += 1));
        resolve(!error);
      }),
    );
  }

  /** Ends the input and waits for the files to be complete. */
  async finish(): Promise<EncodeResult> {
    this.restartWatch();
    this.input.end();
    const { code, signal } = await this.ended;
    if (this.watch) clearTimeout(this.watch);
    const failure = failureOf({
      code,
      signal,
      log: this.log,
      stalled: this.stalled,
      frames: this.frames,
      expectedFrames: this.options.frames,
    });
    return failure ? { ok: false, failure } : { ok: true, cpuSeconds: encoderSeconds(this.log) };
  }

  /** Ends the process at once. Its files are worthless afterwards. */
  kill(): void {
    this.child.kill('SIGKILL');
  }

  /** For the count at the end only: ffmpeg 5 reports nothing until its last output has begun, which is the contact sheet. */
  private followProgress(stream: Readable): void {
    let rest = '';
    stream.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString('utf8')).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const frame = /^frame=\s*(\d+)/.exec(line)?.[1];
        if (frame === undefined) continue;
        this.frames = Number(frame);
        this.restartWatch();
      }
    });
    stream.on('error', () => undefined);
  }

  private restartWatch(): void {
    if (this.watch) clearTimeout(this.watch);
    this.watch = setTimeout(() => {
      this.stalled = true;
      this.kill();
    }, this.options.stallSeconds * 1000);
    this.watch.unref();
  }
}
