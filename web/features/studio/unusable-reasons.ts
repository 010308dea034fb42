/** Words for the reasons why a clip is of no use. */
export const REASONS: Readonly<Record<string, string>> = {
  artifacts: 'Visible faults: flicker, torn limbs, blocks',
  ignored_prompt: 'It does not show what I asked for',
  broken_motion: 'It stands still, jumps, or moves like nothing moves',
  wrong_style: 'It is not in the style I chose',
  unsafe: 'It shows something nobody should see',
};
