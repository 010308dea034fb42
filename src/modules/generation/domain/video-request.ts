import type { FrameRate, Style, VideoRequest, VisibleMark } from './provider';

/** What of a generation a provider is told. Nothing of artist, programme or credits. */
export interface Ordered {
  readonly id: string;
  readonly attempt: number;
  readonly prompt: string;
  readonly negativePrompt: string | null;
  readonly style: Style;
  readonly seconds: number;
  readonly width: number;
  readonly height: number;
  readonly fps: FrameRate;
  readonly seed: bigint;
  readonly draft: boolean;
  readonly mark: VisibleMark | null;
}

/** One request per release: a job that the queue delivers twice is recognised, a new attempt starts afresh. */
export function videoRequestOf({ id, attempt, seed, ...row }: Ordered): VideoRequest {
  return {
    requestId: `${id}.${attempt}`,
    prompt: row.prompt,
    negativePrompt: row.negativePrompt,
    style: row.style,
    seconds: row.seconds,
    width: row.width,
    height: row.height,
    fps: row.fps,
    seed: Number(seed),
    draft: row.draft,
    mark: row.mark,
  };
}
