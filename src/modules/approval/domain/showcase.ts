/** What a work may be used for beyond being in the gallery. Each is asked for, priced and revoked by itself. */
export const USES = {
  showcase: { rateItem: 'showcase.licence', says: 'shown in the showcase, one slot of a round at a time' },
  marketing: { rateItem: 'licence.marketing', says: 'shown in advertising for the programme or its model' },
  training: { rateItem: 'licence.training', says: 'used to train or to measure a model' },
  press: { rateItem: 'licence.press', says: 'handed to the press by the programme' },
} as const;

export type Use = keyof typeof USES;
export const USE_NAMES = Object.keys(USES) as readonly Use[];
/** Uses that a curator takes one work at a time; slots of the showcase come from rounds only. */
export const SINGLE_USES = ['marketing', 'training', 'press'] as const satisfies readonly Use[];
export type SingleUse = (typeof SINGLE_USES)[number];

export const METHODS = ['rotation', 'draw'] as const;
export type Method = (typeof METHODS)[number];

export const OUTCOMES = ['shown', 'waiting', 'cap', 'withdrawn', 'price_fell'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A work whose artist consents to being shown, with how often this programme showed both before. */
export interface Candidate {
  readonly workId: string;
  readonly personId: string;
  /** Slots that its artist had. */
  readonly artistShown: number;
  /** The end of the artist's last one; `null`: never shown. */
  readonly lastShownAt: Date | null;
  /** Slots that the work itself had. */
  readonly workShown: number;
  /** Slots that its artist has in the quarter of the round. */
  readonly inQuarter: number;
  readonly consentedAt: Date;
}

/** Nothing stands here but turns, times and ids: no taste, no reach, no report of anybody. */
const earlier = (a: Date | null, b: Date | null): number => (a?.getTime() ?? 0) - (b?.getTime() ?? 0);
const byText = (a: string, b: string): number => Number(a > b) - Number(a < b);

/** Whose turn comes first: fewest slots, longest wait, first consent; ids only decide what is equal in all of these. */
export function byTurn(a: Candidate, b: Candidate): number {
  return (
    a.artistShown - b.artistShown ||
    earlier(a.lastShownAt, b.lastShownAt) ||
    a.workShown - b.workShown ||
    earlier(a.consentedAt, b.consentedAt) ||
    byText(a.workId, b.workId)
  );
}

/**
 * The list of a round: of each artist below the cap the one work that was shown least, so that many works are no more
 * tickets than one; in the order of turns.
 */
export function listOf(candidates: readonly Candidate[], perQuarter: number): readonly Candidate[] {
  const first = new Map<string, Candidate>();
  for (const candidate of candidates.toSorted(byTurn))
    if (candidate.inQuarter < perQuarter && !first.has(candidate.personId))
      first.set(candidate.personId, candidate);
  return [...first.values()];
}

/** `2026-Q4`: the quarter in UTC, as the caps are counted. */
export function quarterOf(at: Date): string {
  return `${at.getUTCFullYear()}-Q${Math.floor(at.getUTCMonth() / 3) + 1}`;
}

/**
 * How unevenly slots are spread over artists: 0, everybody had the same; near 1, one had all. `null` without artists or
 * slots. Gini coefficient over everybody who may be shown, those with none included.
 */
export function gini(counts: readonly number[]): number | null {
  const sum = counts.reduce((total, count) => total + count, 0);
  if (sum === 0) return null;
  const sorted = counts.toSorted((a, b) => a - b);
  const weighted = sorted.reduce((total, count, index) => total + (index + 1) * count, 0);
  const n = sorted.length;
  return (2 * weighted) / (n * sum) - (n + 1) / n;
}
