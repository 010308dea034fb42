import type { CircuitState } from './circuit.workflow';
import type { LimitFault } from './request';
import type { Unhonoured } from './unhonoured';

/** A provider as it stands before one request. */
export interface Candidate {
  readonly key: string;
  readonly pool: string;
  /** Why it cannot make this clip at all; empty when it can. */
  readonly faults: readonly LimitFault[];
  /** Why it cannot run at present, or `null`. */
  readonly ailment: string | null;
  readonly state: CircuitState;
  readonly isDraining: boolean;
  readonly isPinned: boolean;
  /** Above 1: preferred. */
  readonly weight: number;
  /** Price of one clip. */
  readonly credits: bigint;
  readonly renderSeconds: number;
  /** Seconds of work that wait before it, over all its places. */
  readonly waitSeconds: number;
  readonly unhonoured: readonly Unhonoured[];
}

export type Verdict =
  | 'chosen' | 'dearer_or_slower' | 'not_pinned' | 'grants_less' | 'beyond_limits' | 'unwell' | 'resting' | 'paused' | 'draining'; // prettier-ignore

/** One line of the answer to "why this provider". */
export interface RouteLine {
  readonly provider: string;
  readonly verdict: Verdict;
  readonly says: string;
}

export interface Route {
  readonly provider: string;
  readonly lines: readonly RouteLine[];
}

/** A minute of waiting weighs as much as the price again. */
const PATIENCE_SECONDS = 60;

/** Less is better: the price, made worse by every minute until the clip is there and better by a manager's weight. */
export function burdenOf({ credits, waitSeconds, renderSeconds, weight }: Candidate): number {
  return (Number(credits) * (1 + (waitSeconds + renderSeconds) / PATIENCE_SECONDS)) / weight;
}

function hindrance(candidate: Candidate): Omit<RouteLine, 'provider'> | null {
  const [fault] = candidate.faults;
  if (fault !== undefined)
    return { verdict: 'beyond_limits', says: `${fault.field}: ${fault.faults.join('; ')}` };
  if (candidate.isDraining) return { verdict: 'draining', says: 'It takes no new clips.' };
  if (candidate.ailment !== null) return { verdict: 'unwell', says: candidate.ailment };
  if (candidate.state === 'paused') return { verdict: 'paused', says: 'It is paused.' };
  if (candidate.state === 'open') return { verdict: 'resting', says: 'It failed again and again and rests.' };
  return null;
}

const count = (value: number): string => String(Math.round(value));

function praise(best: Candidate, others: number, isPinned: boolean, isSame: boolean): string {
  const cost = `${best.credits} credits, about ${count(best.waitSeconds)} s of waiting and ${count(best.renderSeconds)} s of rendering`;
  if (isSame) return `It made the draft, so that the final looks like it: ${cost}.`;
  if (isPinned) return `A manager has pinned it: ${cost}.`;
  if (others === 0) return `It is the only one that can make this clip now: ${cost}.`;
  return `The best of ${others + 1} by price and time: ${cost}.`;
}

/**
 * Who makes a clip: of those that can and may, the pinned ones; of these, those that grant the most wishes; of these the
 * one with the least burden; among equals the first. `same`: who must make it if it can. Where all who could are resting,
 * the clip waits for one of them. Pure: the same candidates give the same answer. `null` provider: nobody can, and every
 * line says why.
 */
export function chooseRoute(
  candidates: readonly Candidate[],
  same: string | null = null,
): Route | { readonly provider: null; readonly lines: readonly RouteLine[] } {
  const hindered = new Map<string, Omit<RouteLine, 'provider'>>();
  for (const candidate of candidates) {
    const line = hindrance(candidate);
    if (line !== null) hindered.set(candidate.key, line);
  }
  if (candidates.every(({ key }) => hindered.has(key)))
    for (const [key, { verdict }] of hindered) if (verdict === 'resting') hindered.delete(key);
  const able = candidates.filter(({ key }) => !hindered.has(key));
  const isSame = able.some(({ key }) => key === same);
  const isPinned = able.some((candidate) => candidate.isPinned);
  const allowed = able.filter((one) => (isSame ? one.key === same : !isPinned || one.isPinned));
  const fewest = Math.min(...allowed.map(({ unhonoured }) => unhonoured.length));
  const granting = allowed.filter(({ unhonoured }) => unhonoured.length === fewest);
  const best = granting.reduce<Candidate | null>(
    (least, one) => (least === null || burdenOf(one) < burdenOf(least) ? one : least),
    null,
  );
  const lineOf = (candidate: Candidate): RouteLine => {
    const provider = candidate.key;
    const line = hindered.get(provider);
    if (line !== undefined) return { provider, ...line };
    if (candidate === best)
      return { provider, verdict: 'chosen', says: praise(candidate, granting.length - 1, isPinned, isSame) };
    if (!allowed.includes(candidate))
      return {
        provider,
        verdict: 'not_pinned',
        says: isSame ? 'Another one made the draft.' : 'Another one is pinned.',
      };
    if (!granting.includes(candidate)) {
      const fields = candidate.unhonoured.map(({ field }) => field).join(', ');
      return { provider, verdict: 'grants_less', says: `It cannot honour ${fields}.` };
    }
    const { credits, waitSeconds, renderSeconds } = candidate;
    const says = `${credits} credits, about ${count(waitSeconds)} s of waiting and ${count(renderSeconds)} s of rendering.`;
    return { provider, verdict: 'dearer_or_slower', says };
  };
  return { provider: best?.key ?? null, lines: candidates.map(lineOf) };
}
