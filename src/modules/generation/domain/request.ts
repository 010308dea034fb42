import { frameSize } from './frame';
import { nearestNumber } from './nearest';
import { RESOLUTIONS, type Aspect, type FrameRate, type ProviderLimits, type Resolution } from './provider';

/** What an artist asks for, validated and with every default filled in. Seconds are whole. */
export interface ClipSpec {
  readonly prompt: string;
  readonly negativePrompt: string | null;
  /** Key of a style, or `none`. */
  readonly style: string;
  readonly seconds: number;
  readonly resolution: Resolution;
  readonly fps: FrameRate;
  readonly aspect: Aspect;
  readonly draft: boolean;
}

/** Everyone's limits; a provider may have tighter ones. */
export const LIMITS = {
  promptMin: 3,
  promptMax: 2_000,
  secondsMin: 1,
  secondsMax: 60,
  variationsMax: 8,
  seedMax: 2 ** 32 - 1,
  projectMax: 80,
} as const;

/** A value that this provider cannot serve, with its limit and the nearest one it can. */
export interface LimitFault {
  readonly field: string;
  readonly faults: readonly string[];
}

/** The largest resolution that this provider makes in this shape, as words; without any, what it makes at most. */
function largest({ aspect }: ClipSpec, { maxWidth, maxHeight, sizes }: ProviderLimits): string {
  const fits = RESOLUTIONS.filter((resolution) => {
    const { width, height } = frameSize(resolution, aspect);
    const isListed = sizes === undefined || sizes.includes(`${width}x${height}`);
    return isListed && width <= maxWidth && height <= maxHeight;
  }).at(-1);
  return fits === undefined ? `; no resolution fits with ${aspect}` : `; nearest allowed: ${fits}`;
}

/** Every way in which `spec` exceeds a provider's limits; empty when it can be served. */
export function limitFaults(spec: ClipSpec, limits: ProviderLimits): LimitFault[] {
  const faults: LimitFault[] = [];
  const add = (field: string, fault: string): void => void faults.push({ field, faults: [fault] });
  const { width, height } = frameSize(spec.resolution, spec.aspect);
  const seconds = Math.min(Math.max(spec.seconds, limits.minSeconds), limits.maxSeconds);
  if (seconds !== spec.seconds) {
    add(
      'seconds',
      `must be ${limits.minSeconds} to ${limits.maxSeconds} with this provider; nearest allowed: ${seconds}`,
    );
  }
  if (width > limits.maxWidth || height > limits.maxHeight) {
    add(
      'resolution',
      `${width}×${height} exceeds this provider's ${limits.maxWidth}×${limits.maxHeight}${largest(spec, limits)}`,
    );
  }
  if (!limits.frameRates.includes(spec.fps)) {
    add(
      'fps',
      `must be one of ${limits.frameRates.join(', ')} with this provider; nearest allowed: ${nearestNumber(limits.frameRates, spec.fps)}`,
    );
  }
  if (limits.sizes !== undefined && !limits.sizes.includes(`${width}x${height}`)) {
    add(
      'resolution',
      `${width}×${height} is not among this provider's ${limits.sizes.join(', ')}${largest(spec, limits)}`,
    );
  }
  if (spec.prompt.length > limits.maxPromptLength) {
    add(
      'prompt',
      `must have at most ${limits.maxPromptLength} characters with this provider; it has ${spec.prompt.length}; nearest allowed: ${limits.maxPromptLength}`,
    );
  }
  return faults;
}

/** Seeds of a batch: the first as asked, each variation one further, wrapping at 2^32. */
export function seedsOf(first: number, variations: number): number[] {
  return Array.from({ length: variations }, (_, index) => (first + index) % (LIMITS.seedMax + 1));
}
