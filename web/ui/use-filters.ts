import { useNavigate, useSearch } from '@tanstack/react-router';

/** Filters and selections of a page, kept in its address: a link shows somebody else the same list. */
export function useFilters<K extends string>(names: readonly K[]) {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const values: Partial<Record<K, string>> = {};
  for (const name of names) {
    const value = search[name];
    // The router reads `?version=2` as a number and `?isLate=true` as a flag.
    if (['string', 'number', 'boolean'].includes(typeof value)) values[name] = String(value);
  }
  /** `null` takes a filter away; what is not named stays. */
  const change = (next: Partial<Record<K, string | null>>) =>
    void navigate({
      to: '.',
      replace: true,
      resetScroll: false,
      search: (before: Record<string, unknown>) =>
        Object.fromEntries(Object.entries({ ...before, ...next }).filter(([, value]) => value !== null)),
    });
  return [values, change] as const;
}

/** The value if it is one of the words, else `undefined`: an address can hold anything. */
export const oneOf = <T extends string>(words: readonly T[], value: string | undefined): T | undefined =>
  words.find((word) => word === value);

/** Words of a list as options of a select, read as people write them. */
export const asOptions = (words: readonly string[]) =>
  words.map((value) => ({ value, label: value.replaceAll('_', ' ') }));
