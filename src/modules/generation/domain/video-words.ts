import { frameSize } from './frame';
import type { GenerationState } from './generation.workflow';
import { ASPECTS, RESOLUTIONS, type Aspect, type Resolution } from './provider';
import { LIMITS } from './request';

/** The words of the `/v1/videos` API for what Atelier has words of its own for. */

export const VIDEO_STATUSES = ['queued', 'in_progress', 'completed', 'failed'] as const;
export type VideoStatus = (typeof VIDEO_STATUSES)[number];

export function videoStatus(state: GenerationState): VideoStatus {
  switch (state) {
    case 'queued':
    case 'throttled':
    case 'starting':
      return 'queued';
    case 'processing':
    case 'finishing':
      return 'in_progress';
    case 'succeeded':
      return 'completed';
    case 'failed':
    case 'canceled':
    case 'aborted':
    case 'expired':
    case 'refused':
      return 'failed';
  }
}

export interface NamedSize {
  readonly resolution: Resolution;
  readonly aspect: Aspect;
}

/** Every frame there is, by its size in pixels such as `1280x720`. */
const SIZES = new Map<string, NamedSize>(
  RESOLUTIONS.flatMap((resolution) =>
    ASPECTS.map((aspect) => {
      const { width, height } = frameSize(resolution, aspect);
      return [`${width}x${height}`, { resolution, aspect }] as const;
    }),
  ),
);

export const VIDEO_SIZES: readonly string[] = [...SIZES.keys()];

export function sizeNamed(size: string): NamedSize | null {
  return SIZES.get(size) ?? null;
}

/** What that API does without a word: four seconds, upright. */
export const VIDEO_DEFAULTS = { seconds: '4', size: '720x1280' } as const;

/** A value that cannot be, for its `param` and in words. */
export interface ParamFault {
  readonly param: string;
  readonly says: string;
}

export interface VideoWish extends NamedSize {
  readonly prompt: string;
  readonly seconds: number;
  /** `null`: whichever there is. */
  readonly model: string | null;
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : null;

/** Fields of that API that ask for something which is not done here. */
const UNKNOWN = 'is not known here; known are prompt, model, seconds and size';

/** What is asked for, or the first thing that cannot be. `models`: the ones there are. */
export function wishOf(
  fields: Readonly<Record<string, unknown>>,
  models: readonly string[],
): VideoWish | ParamFault {
  const { prompt, model, seconds = VIDEO_DEFAULTS.seconds, size = VIDEO_DEFAULTS.size, ...rest } = fields;
  if ('input_reference' in rest)
    return {
      param: 'input_reference',
      says: 'input_reference cannot be used here: a clip starts from words only.',
    };
  const [stranger] = Object.keys(rest);
  if (stranger !== undefined) return { param: stranger, says: `${stranger} ${UNKNOWN}.` };
  const words = typeof prompt === 'string' ? prompt.trim() : '';
  if (words.length < LIMITS.promptMin || words.length > LIMITS.promptMax)
    return {
      param: 'prompt',
      says: `prompt must have ${LIMITS.promptMin} to ${LIMITS.promptMax} characters.`,
    };
  const length = textOf(seconds) ?? '';
  if (!/^\d{1,3}$/.test(length) || Number(length) < LIMITS.secondsMin || Number(length) > LIMITS.secondsMax)
    return {
      param: 'seconds',
      says: `seconds must be whole, ${LIMITS.secondsMin} to ${LIMITS.secondsMax}, such as "8".`,
    };
  const named = sizeNamed(textOf(size) ?? '');
  if (named === null) return { param: 'size', says: `size must be one of ${VIDEO_SIZES.join(', ')}.` };
  const wanted = model === undefined || model === null ? null : textOf(model);
  if (wanted !== null && !models.includes(wanted))
    return {
      param: 'model',
      says: `There is no model ${wanted.slice(0, 80)} here; there are: ${models.join(', ')}.`,
    };
  return { ...named, prompt: words, seconds: Number(length), model: wanted };
}
