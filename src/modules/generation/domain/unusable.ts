import { createHash } from 'node:crypto';

/** Why a clip is of no use to its artist. Taste is not on the list: what was asked for and delivered is paid. */
export const UNUSABLE_REASONS = {
  artifacts: 'Visible faults: flicker, torn limbs, blocks, broken frames.',
  ignored_prompt: 'It does not show what the prompt asked for.',
  broken_motion: 'It stands still, jumps, or moves in a way that nothing moves.',
  wrong_style: 'It is not in the style that was chosen.',
  unsafe: 'It shows something that nobody asked for and nobody should see.',
} as const;
export type UnusableReason = keyof typeof UNUSABLE_REASONS;

export const UNUSABLE_REASON_CODES = Object.keys(UNUSABLE_REASONS) as readonly UnusableReason[];

/**
 * What the allowance per shot counts: all clips of one artist for one prompt, whatever their seeds, drafts and finals.
 * Case and white space make no other idea of it.
 */
export function shotOf({ prompt }: { readonly prompt: string }): string {
  const words = prompt.normalize('NFKC').toLowerCase().split(/\s+/u).join(' ').trim();
  return createHash('sha256').update(words, 'utf8').digest('hex');
}
