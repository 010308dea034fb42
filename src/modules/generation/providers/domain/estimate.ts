import type { VideoRequest } from '../../domain/provider';

const START_SECONDS = 15;
const SECONDS_PER_MEGAPIXEL_FRAME = 0.35;

/** A first guess for a model elsewhere; what clips really take is learned with every one of them. */
export function hostedEstimate({ width, height, seconds, fps }: VideoRequest): number {
  return Math.ceil(START_SECONDS + ((width * height * seconds * fps) / 1e6) * SECONDS_PER_MEGAPIXEL_FRAME);
}
