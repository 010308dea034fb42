/** One clip of a family of drafts, finals and remixes. */
export interface Relative {
  readonly id: string;
  /** `null`: where it all began. */
  readonly parentId: string | null;
  readonly kind: 'origin' | 'final' | 'remix';
}

export interface Comparable {
  readonly clipId: string;
  readonly kind: 'draft' | 'source' | 'earlier';
  /** Title under which it was handed in; `null`: it never was. */
  readonly title: string | null;
}

/** As many as anybody looks through. */
const MOST = 10;

/**
 * What a clip is laid beside: up the line it comes from, the nearest first, then what else of its family was handed in
 * before, newest first. `earlier` are those submissions, newest first. Each clip once.
 */
export function comparables(
  clipId: string,
  family: readonly Relative[],
  earlier: readonly { readonly clipId: string; readonly title: string }[],
): Comparable[] {
  const byId = new Map(family.map((one) => [one.id, one]));
  const titles = new Map(earlier.toReversed().map((one) => [one.clipId, one.title]));
  const found = new Map<string, Comparable>();
  for (let child = byId.get(clipId); child !== undefined && child.parentId !== null;) {
    const kind = child.kind === 'final' ? 'draft' : 'source';
    const { parentId } = child;
    // a family is a tree; whatever else it were, this ends
    if (found.has(parentId)) break;
    found.set(parentId, { clipId: parentId, kind, title: titles.get(parentId) ?? null });
    child = byId.get(parentId);
  }
  for (const one of earlier)
    if (one.clipId !== clipId && !found.has(one.clipId))
      found.set(one.clipId, { clipId: one.clipId, kind: 'earlier', title: one.title });
  return [...found.values()].slice(0, MOST);
}
