import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { FfmpegLocator } from '../../../../platform/media/ffmpeg';
import type { ProviderCheck, VideoRequest } from '../../domain/provider';
import { captionOf, type SetCaption } from '../../domain/caption';
import { FILES } from '../../domain/encoding';
import { layOut } from '../../finishing/caption.service';
import { encodeArguments } from './domain/ffmpeg-arguments';
import { failureFromError, type Failure } from './domain/outcome';
import { planOf, type Plan } from './domain/plan';
import { faultOf } from './domain/request';
import { Encoder } from './encoder.service';
import { availableThreads, deliverFrames } from './frame.service';

export interface RenderOptions {
  readonly ffmpeg: FfmpegLocator;
  /** This render's own directory; made at the start, removed after a failure. */
  readonly directory: string;
  readonly threads: number;
  readonly stallSeconds: number;
}

/** The picture is complete some time before the index has been moved to the front of the file. */
const PROGRESS_BEFORE_DONE = 0.99;
const CANCELLED: Failure = { code: 'CANCELLED', message: 'The render was cancelled.' };

/** One clip on its way from request to files. Its state is always a value; nothing here rejects. */
export class Render {
  private state: ProviderCheck = { state: 'running', progress: 0 };
  private readonly abort = new AbortController();
  private readonly settled: Promise<void>;

  constructor(
    private readonly request: VideoRequest,
    private readonly options: RenderOptions,
  ) {
    this.settled = this.run();
  }

  check(): ProviderCheck {
    return this.state;
  }

  /** Stops drawing and encoding, and waits until nothing of it is left. No effect on a render that has ended. */
  async cancel(): Promise<void> {
    this.abort.abort();
    await this.settled;
  }

  async discard(): Promise<void> {
    await this.cancel();
    await this.removeFiles();
  }

  private async run(): Promise<void> {
    const failure = await this.render().catch(failureFromError);
    if (!failure) return;
    await this.removeFiles();
    this.state = { state: 'failed', ...(this.abort.signal.aborted ? CANCELLED : failure) };
  }

  /** Leaves the finished state behind, or returns why there is none. */
  private async render(): Promise<Failure | null> {
    const fault = faultOf(this.request);
    if (fault) return { code: 'INVALID_INPUT', message: fault };
    const finding = await this.options.ffmpeg.find();
    if (!finding.found) return { code: 'TRANSIENT', message: finding.reason };
    const plan = planOf(this.request);
    const words = captionOf(this.request.mark, 'procedural', plan.width, plan.height);
    const caption = await layOut(this.options.directory, words);
    if (this.abort.signal.aborted) return CANCELLED;
    return this.encode(finding.ffmpeg.path, plan, caption);
  }

  private async encode(command: string, plan: Plan, caption: SetCaption): Promise<Failure | null> {
    const { directory, threads, stallSeconds } = this.options;
    const encoder = new Encoder({
      command,
      args: encodeArguments(plan, caption),
      directory,
      frames: plan.frames,
      stallSeconds,
      onFrame: (frame) => this.advance(frame / plan.frames),
    });
    const stop = (): void => encoder.kill();
    this.abort.signal.addEventListener('abort', stop, { once: true });
    try {
      const drawing = await deliverFrames(
        plan,
        availableThreads(threads),
        (frame) => encoder.write(frame),
        this.abort.signal,
      );
      const result = await encoder.finish();
      if (!result.ok) return result.failure;
      this.complete(result.cpuSeconds === null ? null : result.cpuSeconds + drawing.cpuSeconds);
      return null;
    } catch (error) {
      encoder.kill();
      await encoder.finish();
      return failureFromError(error);
    } finally {
      this.abort.signal.removeEventListener('abort', stop);
    }
  }

  private advance(share: number): void {
    if (this.state.state !== 'running') return;
    const progress = Math.max(this.state.progress, Math.min(share, 1) * PROGRESS_BEFORE_DONE);
    this.state = { state: 'running', progress };
  }

  private complete(cpuSeconds: number | null): void {
    const file = (name: string): string => path.join(this.options.directory, name);
    this.state = {
      state: 'done',
      files: {
        video: file(FILES.video),
        poster: file(FILES.poster),
        sheet: file(FILES.sheet),
        isFinished: true,
      },
      cpuSeconds,
    };
  }

  private async removeFiles(): Promise<void> {
    // A file that cannot be removed now is no reason to lose the outcome.
    await rm(this.options.directory, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
}
