import type { Wish } from './provider';
import { lookFor, type StylePreset } from './style';

/** What of a request somebody asked for expressly. */
export interface Wished {
  readonly seed: boolean;
  readonly negativePrompt: boolean;
  readonly reference: boolean;
  readonly draft: boolean;
  readonly preset: StylePreset | null;
}

export interface Unhonoured {
  readonly field: Wish;
  /** What happens in its place. */
  readonly says: string;
}

const SAYS: Readonly<Record<Exclude<Wish, 'fps'>, string>> = {
  seed: 'This renderer takes no seed: the same request gives another picture each time, and a final will not look like its draft.',
  negativePrompt: 'This renderer cannot be told what to leave out; the negative prompt is kept but not used.',
  style: 'This style says nothing to this renderer; the prompt is used as it stands.',
  reference: 'This renderer cannot start from a picture; the reference is kept but not used.',
  draft: 'This renderer makes no drafts: a draft is a whole render at the price of a draft.',
};

/** Every wish that this provider cannot grant; empty when it grants them all. */
export function unhonouredBy(
  provider: { readonly key: string; readonly honours: readonly Wish[]; readonly kind: string },
  wished: Wished,
): Unhonoured[] {
  const lacks = (wish: Wish): boolean => !provider.honours.includes(wish);
  const fields: (keyof typeof SAYS)[] = [];
  if (wished.seed && lacks('seed')) fields.push('seed');
  if (wished.negativePrompt && lacks('negativePrompt')) fields.push('negativePrompt');
  if (wished.reference && lacks('reference')) fields.push('reference');
  if (wished.preset !== null && lookFor(wished.preset, provider.key) === null) fields.push('style');
  return fields.map((field) => ({ field, says: SAYS[field] }));
}
