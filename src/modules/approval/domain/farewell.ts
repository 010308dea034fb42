/** What becomes of an artist's works when they leave. Asked beforehand, changeable afterwards. */
export const FAREWELLS = {
  keep_name: 'They stay public under your name.',
  former_artist: 'They stay public, credited to “Former artist”.',
  remove: 'They leave the gallery at once. You can list them again at any time.',
} as const satisfies Record<string, string>;

export type Farewell = keyof typeof FAREWELLS;

export const FAREWELL_NAMES = Object.keys(FAREWELLS) as readonly Farewell[];

/** Whose name stands under a work. */
export type Byline = 'name' | 'former_artist';

export const FORMER_ARTIST = 'Former artist';

/** What the choice writes into each of the works; `remove` lists none of them any more and says nothing of the name. */
export function farewellChanges(choice: Farewell): { byline?: Byline; isListed?: false } {
  if (choice === 'remove') return { isListed: false };
  return { byline: choice === 'keep_name' ? 'name' : 'former_artist' };
}

export function creditOf(byline: Byline, name: string | undefined): string {
  return byline === 'former_artist' || name === undefined ? FORMER_ARTIST : name;
}
