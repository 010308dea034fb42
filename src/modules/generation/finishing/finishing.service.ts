import { randomUUID } from 'node:crypto';
import { mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../../platform/config/settings';
import { runConfined } from '../../../platform/media/confined';
import { FfmpegLocator, type Ffmpeg } from '../../../platform/media/ffmpeg';
import { probeVideo } from '../../../platform/media/probe';
import { captionOf } from '../domain/caption';
import { arrivalFault, clipFault } from '../domain/clip';
import { FILES, type Picture } from '../domain/encoding';
import type { FaultCode } from '../domain/faults';
import { byteLimit, finishArguments, finishLimits, INPUT_CODECS } from '../domain/finish-pass';
import type { RenderedFiles, VideoProvider } from '../domain/provider';
import type { GenerationEntity } from '../generation.entity';
import { layOut } from './caption.service';

export type Ordered = Pick<GenerationEntity, 'width' | 'height' | 'fps' | 'seconds' | 'draft' | 'mark'>;

/** A clip with its mark, poster and contact sheet, on this machine's disk. */
export interface FinishedClip {
  readonly video: string;
  readonly poster: string;
  readonly sheet: string;
  /** What it was encoded from, when that came from outside: it may carry a statement of origin of its own. */
  readonly original: string | null;
  /** Where more files may be put; removed by `discard`. */
  readonly directory: string;
}

export type Finishing =
  | { readonly ok: true; readonly clip: FinishedClip }
  | { readonly ok: false; readonly code: FaultCode; readonly reason: string };

const unfit = (reason: string): Finishing => ({ ok: false, code: 'BAD_OUTPUT', reason });

/** Turns what a renderer made into what is delivered, or says why it cannot be: nobody pays for it then. */
@Injectable()
export class FinishingService {
  private readonly work: string;

  constructor(
    settings: Settings,
    private readonly ffmpeg: FfmpegLocator,
  ) {
    this.work = path.resolve(settings.dataDir, 'work');
  }

  async finish(order: Ordered, files: RenderedFiles, kind: VideoProvider['kind']): Promise<Finishing> {
    const directory = path.join(this.work, `finish-${randomUUID()}`);
    const finishing = await this.take(order, files, kind, directory);
    if (!finishing.ok) await this.discard({ directory });
    return finishing;
  }

  async discard({ directory }: Pick<FinishedClip, 'directory'>): Promise<void> {
    await rm(directory, { recursive: true, force: true, maxRetries: 3 });
  }

  private async take(
    order: Ordered,
    files: RenderedFiles,
    kind: VideoProvider['kind'],
    directory: string,
  ): Promise<Finishing> {
    const size = await stat(files.video).then(
      (found) => found.size,
      () => 0,
    );
    if (size === 0) return unfit('it is empty');
    if (size > byteLimit(order.seconds)) return unfit(`it has ${size} bytes, more than any such clip`);
    const probe = await probeVideo(files.video);
    if (!probe.ok) return unfit(probe.reason);
    if (files.isFinished === true && files.poster !== null && files.sheet !== null) {
      const fault = clipFault(probe.facts, order);
      if (fault !== null) return unfit(fault);
      await mkdir(directory, { recursive: true });
      const { video, poster, sheet } = files;
      return { ok: true, clip: { video, poster, sheet, original: null, directory } };
    }
    const fault = arrivalFault(probe.facts, order, INPUT_CODECS);
    if (fault !== null) return unfit(fault);
    const finding = await this.ffmpeg.find();
    if (!finding.found) return { ok: false, code: 'TRANSIENT', reason: finding.reason };
    const frames = Math.max(1, Math.round(Math.min(probe.facts.seconds, order.seconds) * order.fps));
    return this.encode(finding.ffmpeg, files.video, order, kind, { frames, directory });
  }

  private async encode(
    ffmpeg: Ffmpeg,
    source: string,
    order: Ordered,
    kind: VideoProvider['kind'],
    { frames, directory }: { frames: number; directory: string },
  ): Promise<Finishing> {
    if (!ffmpeg.mayDecodeUntrusted) return { ok: false, code: 'TRANSIENT', reason: tooOld(ffmpeg) };
    const { width, height, fps, draft, mark } = order;
    const picture: Picture = { width, height, fps, draft, frames };
    const caption = await layOut(directory, captionOf(mark, kind, width, height));
    const args = finishArguments(path.resolve(source), picture, caption);
    const end = await runConfined(ffmpeg.path, args, finishLimits(picture), directory);
    if (!end.ok) return unfit(`it cannot be decoded: ${end.reason}`);
    if (end.errors.trim() !== '') return unfit(`it cannot be decoded: ${end.errors.trim()}`);
    const file = (name: string): string => path.join(directory, name);
    const result = await probeVideo(file(FILES.video));
    const fault = result.ok ? clipFault(result.facts, order) : result.reason;
    if (fault !== null) return unfit(`encoded anew ${fault}`);
    const made = { video: file(FILES.video), poster: file(FILES.poster), sheet: file(FILES.sheet) };
    return { ok: true, clip: { ...made, original: source, directory } };
  }
}

/** Said in the health of providers too: they cannot deliver while this holds. */
export const tooOld = ({ version }: Pick<Ffmpeg, 'version'>): string =>
  `ffmpeg ${version} is too old to open files from outside. Install version 5 or newer, or set FFMPEG_PATH to one.`;
