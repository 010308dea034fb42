/** How a clip was made, as it goes with feedback about it. */
export interface ClipParameters {
  readonly model: string | null;
  readonly provider: string;
  readonly style: string;
  readonly seconds: number;
  readonly resolution: string;
  readonly aspect: string;
  readonly fps: number;
  readonly draft: boolean;
  /** Left out of what was filed without a name: staff could find the clip, and with it the artist. */
  readonly prompt?: string;
  readonly seed?: number;
}

/** The parameters of a clip; without what leads to its artist when `isPrivate`. */
export function parametersOf(clip: Required<ClipParameters>, isPrivate: boolean): ClipParameters {
  const { model, provider, style, seconds, resolution, aspect, fps, draft, prompt, seed } = clip;
  const plain = { model, provider, style, seconds, resolution, aspect, fps, draft };
  return isPrivate ? plain : { ...plain, prompt, seed };
}
