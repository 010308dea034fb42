import { FRAME_RATES, STYLES, type ProviderLimits, type VideoRequest } from '../../../domain/provider';

/** Sizes in pixels, long enough for 2.39:1 at 1080 lines and for 9:16. */
export const LIMITS: ProviderLimits = {
  minSeconds: 1,
  maxSeconds: 60,
  maxWidth: 2592,
  maxHeight: 1920,
  frameRates: FRAME_RATES,
  styles: STYLES,
  maxPromptLength: 2000,
};

const SMALLEST_SIDE = 128;

/** What is wrong with a request in one sentence, or `null`. */
export function faultOf(request: VideoRequest): string | null {
  const { width, height, seconds, fps, seed } = request;
  if (!isEven(width) || !isEven(height))
    return `Width and height must be even whole numbers, not ${width}×${height}.`;
  if (width < SMALLEST_SIDE || height < SMALLEST_SIDE)
    return `No side may be shorter than ${SMALLEST_SIDE} pixels.`;
  if (width > LIMITS.maxWidth || height > LIMITS.maxHeight) {
    return `The picture may be at most ${LIMITS.maxWidth}×${LIMITS.maxHeight}, not ${width}×${height}.`;
  }
  if (!(seconds >= LIMITS.minSeconds && seconds <= LIMITS.maxSeconds)) {
    return `The length must lie between ${LIMITS.minSeconds} and ${LIMITS.maxSeconds} seconds, not ${seconds}.`;
  }
  if (!FRAME_RATES.includes(fps))
    return `The frame rate must be one of ${FRAME_RATES.join(', ')}, not ${fps}.`;
  if (!STYLES.includes(request.style)) return `There is no style called ${request.style}.`;
  if (request.prompt.length > LIMITS.maxPromptLength)
    return `The prompt is longer than ${LIMITS.maxPromptLength} characters.`;
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff)
    return 'The seed must be a whole number from 0 to 4294967295.';
  return null;
}

function isEven(value: number): boolean {
  return Number.isInteger(value) && value % 2 === 0;
}

/** Processor seconds for drawing and encoding one million pixels, measured on a 2.x GHz server core with a margin. */
const SECONDS_PER_MEGAPIXEL = 0.04;
const START_UP_SECONDS = 1;

/** Wall-clock seconds on an idle machine; encoding keeps about one more core busy beside the drawing threads. */
export function estimateSeconds(request: VideoRequest, cores: number): number {
  const megapixels = (request.width * request.height * request.seconds * request.fps) / 1e6;
  const share = request.draft ? 0.7 : 1;
  return Math.ceil(
    START_UP_SECONDS + (megapixels * SECONDS_PER_MEGAPIXEL * share) / Math.max(1, Math.min(cores, 2.5)),
  );
}
