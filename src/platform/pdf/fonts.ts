import path from 'node:path';

export type Weight = 400 | 700;

/** One font file and the code points it draws, as pairs from–to. */
export interface FontPart {
  readonly name: string;
  readonly ranges: readonly (readonly [number, number])[];
}

/** A piece of text that one font file draws whole. */
export interface Run {
  readonly part: FontPart;
  readonly text: string;
}

/** `U+0000-00FF,U+0131` as pairs of numbers. */
export function unicodeRanges(text: string): [number, number][] {
  return text.split(',').map((range) => {
    const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
}

function partsOf(family: string): FontPart[] {
  const ranges = require(`@fontsource/${family}/unicode.json`) as Record<string, string>;
  return Object.entries(ranges).map(([subset, text]) => ({
    name: `${family}/files/${family}-${subset.replaceAll(/[[\]]/g, '')}`,
    ranges: unicodeRanges(text),
  }));
}

let parts: readonly FontPart[] | undefined;

/** Latin first: what several files could draw is drawn by the smallest. */
function allParts(): readonly FontPart[] {
  if (parts !== undefined) return parts;
  const sans = partsOf('noto-sans').toReversed();
  parts = [...sans, ...partsOf('noto-sans-jp')];
  return parts;
}

const draws = ({ ranges }: FontPart, point: number): boolean =>
  ranges.some(([from, to]) => point >= from && point <= to);

/** Where the file of a part lies; `.woff`, because fontkit cannot subset composite glyphs of `.woff2`. */
export function fontFile(part: FontPart, weight: Weight): string {
  const root = path.dirname(require.resolve('@fontsource/noto-sans/package.json'));
  return path.join(root, '..', `${part.name}-${weight}-normal.woff`);
}

/**
 * Text cut into runs of one font file each. What no file draws becomes `instead`; control characters and marks that turn the
 * reading direction are left out, so that nobody can hide words in a document.
 */
export function runsOf(text: string, instead = '?'): Run[] {
  const clean = text
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, ' ');
  const runs: { part: FontPart; text: string }[] = [];
  const all = allParts();
  const fallback = all[0] as FontPart;
  for (const character of clean) {
    const point = character.codePointAt(0) ?? 0;
    const last = runs.at(-1);
    const part =
      last !== undefined && draws(last.part, point) ? last.part : all.find((one) => draws(one, point));
    const drawn = part === undefined ? instead : character;
    if (drawn === '') continue;
    const by = part ?? fallback;
    if (last?.part === by) last.text += drawn;
    else runs.push({ part: by, text: drawn });
  }
  return runs;
}

/** Whether the fonts that are installed have every letter of `text`; the first that they do not have, or null. */
export function undrawable(text: string): string | null {
  const all = allParts();
  return (
    [...text.normalize('NFC')].find((letter) => {
      const point = letter.codePointAt(0) ?? 0;
      return !all.some((part) => draws(part, point));
    }) ?? null
  );
}
