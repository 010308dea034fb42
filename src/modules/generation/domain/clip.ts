/** What a video file was found to be; see platform/media. */
export interface ClipFacts {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly seconds: number;
  readonly codec: string | null;
  readonly frames: number;
}

export interface ClipOrder {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly seconds: number;
}

/** Containers round times to their own ticks, and a last frame may be cut. */
const SECONDS_TOLERANCE = 0.5;
const FPS_TOLERANCE = 0.5;
/** Models work in blocks of pixels; what is this close is scaled to the size that was ordered. */
const SIZE_TOLERANCE = 0.02;

const isNear = (found: number, ordered: number): boolean =>
  Math.abs(found - ordered) <= ordered * SIZE_TOLERANCE;

/** Why a clip from outside is not what was ordered, or `null`. `codecs`: the ones that may be decoded. */
export function arrivalFault(facts: ClipFacts, order: ClipOrder, codecs: readonly string[]): string | null {
  if (facts.codec === null || !codecs.includes(facts.codec))
    return `it is encoded as ${facts.codec ?? 'something unknown'}, taken is ${codecs.join(', ')}`;
  if (!isNear(facts.width, order.width) || !isNear(facts.height, order.height))
    return sizeFault(facts, order);
  return timeFault(facts, order);
}

/** Why a finished file is not what was ordered, or `null`. */
export function clipFault(facts: ClipFacts, order: ClipOrder): string | null {
  if (facts.width !== order.width || facts.height !== order.height) return sizeFault(facts, order);
  if (facts.codec !== 'avc')
    return `it is encoded as ${facts.codec ?? 'something unknown'}, delivered is H.264`;
  return timeFault(facts, order);
}

const sizeFault = (facts: ClipFacts, order: ClipOrder): string =>
  `it is ${facts.width}×${facts.height}, ordered was ${order.width}×${order.height}`;

function timeFault(facts: ClipFacts, order: ClipOrder): string | null {
  if (!(Math.abs(facts.seconds - order.seconds) <= SECONDS_TOLERANCE))
    return `it lasts ${facts.seconds.toFixed(2)} s, ordered were ${order.seconds} s`;
  if (!(Math.abs(facts.fps - order.fps) <= FPS_TOLERANCE))
    return `it has ${facts.fps.toFixed(2)} frames per second, ordered were ${order.fps}`;
  return null;
}
