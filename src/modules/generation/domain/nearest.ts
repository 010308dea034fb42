/** How many letters must be put in, taken out or changed to make `b` of `a`. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 1; j < row.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (letter === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** Longer than any word of a list: what is cut off cannot make it more alike. */
const LONGEST = 40;

/** The number of the list that is closest to `value`, the first of two that are as close; infinite is the largest. */
export function nearestNumber(list: readonly number[], value: number): number {
  const [first = value] = list;
  if (Number.isNaN(value)) return first;
  const asked = Math.min(Math.max(value, Math.min(...list)), Math.max(...list));
  return list.reduce((best, one) => (Math.abs(one - asked) < Math.abs(best - asked) ? one : best), first);
}

/** The word of the list that is written most alike, the first of two that are; for no word at all the first. */
export function nearestWord(list: readonly string[], value: unknown): string {
  const [first = ''] = list;
  if (typeof value !== 'string') return first;
  const asked = value.trim().toLowerCase().slice(0, LONGEST);
  const far = new Map(list.map((word) => [word, distance(asked, word.toLowerCase())]));
  return list.reduce((best, word) => ((far.get(word) ?? 0) < (far.get(best) ?? 0) ? word : best), first);
}

/** Lines of a frame that a word like `1080p`, `2160` or `4k` names; NaN for other words. */
function linesOf(word: string): number {
  const [, number, unit] = /^\s*(\d+(?:\.\d+)?)\s*(p|k)?\s*$/i.exec(word) ?? [];
  return number === undefined ? Number.NaN : Number(number) * (unit?.toLowerCase() === 'k' ? 540 : 1);
}

/** How wide a frame like `16:9` is against its height, as a logarithm; NaN for other words. */
function widthOf(word: string): number {
  const [, across, down] = /^\s*(\d+(?:\.\d+)?)\s*[:x/]\s*(\d+(?:\.\d+)?)\s*$/i.exec(word) ?? [];
  return Math.log(Number(across) / Number(down));
}

function nearestBy(measure: (word: string) => number): typeof nearestWord {
  return (list, value) => {
    const asked =
      typeof value === 'string' || typeof value === 'number' ? measure(String(value)) : Number.NaN;
    if (Number.isNaN(asked)) return nearestWord(list, value);
    const closest = nearestNumber(list.map(measure), asked);
    return list.find((word) => measure(word) === closest) ?? nearestWord(list, value);
  };
}

/** As `nearestWord`, for sizes: `4k` is closest to the largest one there is. */
export const nearestSize = nearestBy(linesOf);
/** As `nearestWord`, for the shape of a frame: `21:9` is closest to the widest one there is. */
export const nearestShape = nearestBy(widthOf);
