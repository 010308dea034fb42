const ADDRESS = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
const LINK = /\b(?:https?:\/\/|www\.)\S+/giu;
const HANDLE = /(?<![\w@])@[\w.]{2,}/gu;
const PHONE = /(?<!\w)\+?\d[\d\s().-]{7,}\d(?!\w)/gu;

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Names that are words of every second question. */
const WORDS = new Set(['May', 'Will', 'Can', 'The', 'And', 'For']);

/** Single parts of a name that would give somebody away: written with a capital, or in a script without any. */
function nameParts(names: readonly string[]): string[] {
  const parts = names.flatMap((name) => name.split(/[\s,]+/));
  return [...new Set(parts)].filter((part) => {
    const [first = ''] = part;
    const isName = first !== first.toLowerCase() || first.toLowerCase() === first.toUpperCase();
    return (
      isName && !WORDS.has(part) && ([...part].length >= 3 || /[^\p{Script=Latin}\p{P}\p{N}]/u.test(part))
    );
  });
}

const asWord = (text: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escaped(text)}(?![\\p{L}\\p{N}])`, flags);

/** What of a text would tell who wrote it: the names given, addresses, links, handles, phone numbers. */
export function identifying(text: string, names: readonly string[]): string[] {
  const found = [ADDRESS, LINK, HANDLE].flatMap((pattern) => text.match(pattern) ?? []);
  // A date has eight digits, a phone number more.
  found.push(...(text.match(PHONE) ?? []).filter((number) => number.replaceAll(/\D/g, '').length > 8));
  for (const name of names.map((text) => text.trim()).filter((text) => text !== '')) {
    const [hit] = asWord(name, 'iu').exec(text) ?? [];
    if (hit !== undefined) found.push(hit);
  }
  found.push(...nameParts(names).filter((part) => asWord(part, 'u').test(text)));
  return [...new Set(found)];
}

/** The text with `[…]` in the place of all that. */
export function anonymised(text: string, names: readonly string[]): string {
  let result = text;
  for (const found of identifying(text, names).toSorted((a, b) => b.length - a.length))
    result = result.replaceAll(new RegExp(escaped(found), 'giu'), '[…]');
  return result.replaceAll(/(?:\[…\]\s*){2,}/g, '[…] ').trim();
}
