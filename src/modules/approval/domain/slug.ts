const LONGEST = 60;

/** The address of a work: its title in plain letters and the end of its id, e.g. `tide-study-4f9k2m7q`. */
export function slugOf(title: string, workId: string): string {
  const words = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replaceAll(/^-+|-+$/g, '');
  return `${words === '' ? 'work' : words}-${workId.slice(-8)}`;
}

/** Where people reach a work: the link to share. */
export function sharePath(slug: string): string {
  return `/works/${slug}`;
}
