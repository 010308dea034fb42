/** One published version of the terms, as far as time is concerned. */
export interface TermsLine {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
  readonly publishedAt: Date;
  readonly effectiveAt: Date;
  readonly isMaterial: boolean;
}

export interface Governing {
  /** What binds the artist now; null before the first consent. */
  readonly governs: TermsLine | null;
  /** A later version that asks for consent; null when there is nothing to accept. */
  readonly asks: TermsLine | null;
  /** The notice of `asks` has run out: working on needs the consent now. */
  readonly isOverdue: boolean;
}

/**
 * Which terms bind an artist who accepted version `accepted` (0: none). The accepted ones do, and later ones for as long
 * as their changes are not material and in effect; the first material change after them binds nobody before they agree.
 * `versions` in any order.
 */
export function governing(versions: readonly TermsLine[], accepted: number, now: Date): Governing {
  const ordered = versions.toSorted((a, b) => a.version - b.version);
  const newest = ordered.at(-1) ?? null;
  let governs: TermsLine | null = ordered.find(({ version }) => version === accepted) ?? null;
  if (governs === null) return { governs, asks: newest, isOverdue: false };
  const later = ordered.filter(({ version }) => version > accepted);
  const material = later.find(({ isMaterial }) => isMaterial);
  for (const line of later) {
    if (line === material) break;
    if (line.effectiveAt <= now) governs = line;
  }
  if (material === undefined) return { governs, asks: null, isOverdue: false };
  return { governs, asks: newest, isOverdue: material.effectiveAt <= now };
}
