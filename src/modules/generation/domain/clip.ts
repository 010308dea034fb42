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

/** Why a delivered file is not what was ordered, or `null`. `decodedFrames`: how many frames a full decode gave. */
export function clipFault(facts: ClipFacts, order: ClipOrder, decodedFrames: number): string | null {
  if (facts.width !== order.width || facts.height !== order.height) {
    return `it is ${facts.width}×${facts.height}, ordered was ${order.width}×${order.height}`;
  }
  if (Math.abs(facts.seconds - order.seconds) > SECONDS_TOLERANCE) {
    return `it lasts ${facts.seconds.toFixed(2)} s, ordered were ${order.seconds} s`;
  }
  if (Math.abs(facts.fps - order.fps) > FPS_TOLERANCE) {
    return `it has ${facts.fps.toFixed(2)} frames per second, ordered were ${order.fps}`;
  }
  if (facts.codec !== 'avc')
    return `it is encoded as ${facts.codec ?? 'something unknown'}, delivered is H.264`;
  if (decodedFrames < facts.frames)
    return `only ${decodedFrames} of its ${facts.frames} frames can be decoded`;
  return null;
}
