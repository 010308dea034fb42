import { STYLES, type FrameRate, type Style, type VideoRequest, type VisibleMark } from './provider';

/** What of a generation a provider is told. Nothing of artist, programme or credits. */
export interface Ordered {
  readonly id: string;
  readonly attempt: number;
  readonly prompt: string;
  readonly negativePrompt: string | null;
  readonly style: string;
  readonly seconds: number;
  readonly width: number;
  readonly height: number;
  readonly fps: FrameRate;
  readonly seed: bigint;
  readonly draft: boolean;
  readonly mark: VisibleMark | null;
}

const isBuiltIn = (style: string): style is Style => (STYLES as readonly string[]).includes(style);

/** One request per release: a job that the queue delivers twice is recognised, a new attempt starts afresh. */
export function videoRequestOf(row: Ordered): VideoRequest {
  return {
    requestId: `${row.id}.${row.attempt}`,
    prompt: row.prompt,
    negativePrompt: row.negativePrompt,
    style: isBuiltIn(row.style) ? row.style : 'none',
    seconds: row.seconds,
    width: row.width,
    height: row.height,
    fps: row.fps,
    seed: Number(row.seed),
    draft: row.draft,
    mark: row.mark,
    reference: null,
    parameters: {},
  };
}
