const ADDRESS = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
const LINK = /\b(?:https?:\/\/|www\.)\S+/giu;
const HANDLE = /(?<![\w@])@[\w.]{2,}/gu;
const PHONE = /(?<!\w)\+?\d[\d\s().-]{7,}\d(?!\w)/gu;

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Parts of a name that would give somebody away, longest first; words of one or two letters would hit by chance. */
function nameParts(names: readonly string[]): string[] {
  const parts = names.flatMap((name) => [name.trim(), ...name.split(/[\s,]+/)]);
  return [...new Set(parts)]
    .filter((part) => [...part].length >= 3 || /[^\u0000-\u024F]/u.test(part))
    .toSorted((a, b) => b.length - a.length);
}

/** What of a text would tell who wrote it: the names given, addresses, links, handles, phone numbers. */
export function identifying(text: string, names: readonly string[]): string[] {
  const found = [ADDRESS, LINK, HANDLE, PHONE].flatMap((pattern) => text.match(pattern) ?? []);
  for (const part of nameParts(names)) {
    const [hit] = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(part)}(?![\\p{L}\\p{N}])`, 'iu').exec(text) ?? [];
    if (hit !== undefined) found.push(hit);
  }
  return [...new Set(found)];
}

/** The text with `[…]` in the place of all that. */
export function anonymised(text: string, names: readonly string[]): string {
  let result = text;
  for (const found of identifying(text, names).toSorted((a, b) => b.length - a.length))
    result = result.replaceAll(new RegExp(escaped(found), 'giu'), '[…]');
  return result.replaceAll(/(?:\[…\]\s*){2,}/g, '[…] ').trim();
}
