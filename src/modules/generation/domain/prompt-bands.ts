/**
 * Lengths of a prompt in characters by which attempts for one keeper are told apart: each band begins at its number and
 * ends below the next. They are published with the figures; a change of them changes what past clips are counted under.
 */
export const PROMPT_BANDS = [0, 60, 160, 400] as const;

export interface PromptBand {
  /** Such as `60-159` or `400+`. */
  readonly key: string;
  readonly from: number;
  /** The longest that belongs to it; `null`: whatever is longer. */
  readonly to: number | null;
}

/** All bands, the shortest first. */
export const promptBands: readonly PromptBand[] = PROMPT_BANDS.map((from, place): PromptBand => {
  const next = PROMPT_BANDS[place + 1];
  return next === undefined
    ? { key: `${from}+`, from, to: null }
    : { key: `${from}-${next - 1}`, from, to: next - 1 };
});
