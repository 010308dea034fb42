const LONGEST = 80;

/** One line that stands for an item: what the artist gave, else the first line of the text, cut at a word. */
export function titleOf(given: string | null | undefined, text: string): string {
  const line = (given ?? '').trim() || (text.trim().split(/\r?\n/u, 1)[0] ?? '').trim();
  const flat = line.replaceAll(/\s+/gu, ' ');
  if (flat.length <= LONGEST) return flat;
  const cut = flat.slice(0, LONGEST - 1);
  const word = cut.lastIndexOf(' ');
  return `${word > LONGEST / 2 ? cut.slice(0, word) : cut}…`;
}
