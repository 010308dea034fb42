import type { FrameRate } from './provider';

/** What a remote worker says it can do. What it does not say is no limit. Pixels and seconds. */
export interface Capabilities {
  /** Keys of the providers whose clips it renders. */
  readonly models?: readonly string[];
  readonly maxWidth?: number;
  readonly maxHeight?: number;
  readonly maxSeconds?: number;
  readonly frameRates?: readonly number[];
}

/** What of a clip decides whether a worker can make it. */
export interface Offered {
  readonly provider: string;
  readonly seconds: number;
  readonly width: number;
  readonly height: number;
  readonly fps: FrameRate;
}

export const SKIP_REASONS = ['model', 'size', 'length', 'frame_rate'] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** Why a worker cannot make a clip, or `null`: the first reason of the list. */
export function misfit(can: Capabilities, clip: Offered): SkipReason | null {
  if (can.models !== undefined && !can.models.includes(clip.provider)) return 'model';
  const isTooWide = clip.width > (can.maxWidth ?? Infinity);
  if (isTooWide || clip.height > (can.maxHeight ?? Infinity)) return 'size';
  if (clip.seconds > (can.maxSeconds ?? Infinity)) return 'length';
  if (can.frameRates !== undefined && !can.frameRates.includes(clip.fps)) return 'frame_rate';
  return null;
}

/** The clips a worker can make, in order, and how many were passed over for which reason. */
export function fitting<C extends Offered>(
  can: Capabilities,
  clips: readonly C[],
): { readonly fit: C[]; readonly skipped: Partial<Record<SkipReason, number>> } {
  const fit: C[] = [];
  const skipped: Partial<Record<SkipReason, number>> = {};
  for (const clip of clips) {
    const reason = misfit(can, clip);
    if (reason === null) fit.push(clip);
    else skipped[reason] = (skipped[reason] ?? 0) + 1;
  }
  return { fit, skipped };
}
