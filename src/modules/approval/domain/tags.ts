export const MOST_TAGS = 8;

/** `long-take`, `35mm`, `海`: letters and digits of any script, parted by single hyphens, at most 30 characters. */
export const TAG = /^(?=.{1,30}$)[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u;

/** What somebody typed as a tag, or `null` where nothing of it can be one: `Long take!` → `long-take`. */
export function tagOf(text: string): string | null {
  const tag = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 30)
    .replaceAll(/^-+|-+$/g, '');
  return TAG.test(tag) ? tag : null;
}

/** Each once, in the order they came. */
export function tagsOf(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => tagOf(text) ?? []))].slice(0, MOST_TAGS);
}
