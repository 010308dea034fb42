import type { Aspect, Resolution } from './provider';

export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/** Short side of a 16:9 or 9:16 frame, in pixels. */
const SHORT_SIDE: Readonly<Record<Resolution, number>> = {
  '360p': 360,
  '480p': 480,
  '720p': 720,
  '1080p': 1080,
};

/** The nearest even number: H.264 in 4:2:0 halves both sides for colour. */
const even = (pixels: number): number => 2 * Math.round(pixels / 2);

/**
 * The size of the frame in pixels, always even. `2.39:1` keeps the width of the 16:9 frame and is lower, so that no
 * pixel is spent on black bars.
 */
export function frameSize(resolution: Resolution, aspect: Aspect): FrameSize {
  const short = SHORT_SIDE[resolution];
  const long = even((short * 16) / 9);
  switch (aspect) {
    case '16:9':
      return { width: long, height: short };
    case '9:16':
      return { width: short, height: long };
    case '1:1':
      return { width: short, height: short };
    case '2.39:1':
      return { width: long, height: even(long / 2.39) };
  }
}
