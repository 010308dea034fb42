import { normal, type Chance } from './chance';
import type { Expected } from './pace';
import type { Course, Example, RunningClip } from './play';

/** The course that takes every clip at its median and nobody else arriving: for positions. */
export const PLAIN: Course = {
  lasts: ({ median }) => median,
  remains: (clip) => remainder(clip, Math.max(clip.expected.median, clip.elapsedSeconds * 1.1)),
  nextArrival: () => null,
};

/** Requests of late, as a source of those to come. */
export interface History {
  /** Clips of one artist that came together; groups are what comes again. */
  readonly groups: readonly (readonly Example[])[];
  readonly windowSeconds: number;
  /** Deviation of the logarithm of how busy it is: large when a few requests made most of the work. */
  readonly doubt: number;
}

/** A course drawn by chance: durations from what was learned, arrivals like those of `history`. */
export function courseOf(chance: Chance, history: History): Course {
  const lasts = ({ median, spread }: Expected): number => median * Math.exp(spread * normal(chance));
  return {
    lasts,
    remains: (clip) => remainder(clip, totalBeyond(clip, lasts)),
    nextArrival: replay(history, chance),
  };
}

const TRIES = 8;

/** A duration of a clip that is known to take longer than it already has. */
function totalBeyond({ expected, elapsedSeconds }: RunningClip, lasts: Course['lasts']): number {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const total = lasts(expected);
    if (total > elapsedSeconds) return total;
  }
  return elapsedSeconds * 1.15;
}

/** What its progress says counts the more the further it is. */
function remainder({ elapsedSeconds, progress }: RunningClip, total: number): number {
  const byTime = Math.max(0.5, total - elapsedSeconds);
  if (progress <= 0 || elapsedSeconds <= 0) return byTime;
  return progress * ((elapsedSeconds * (1 - progress)) / progress) + (1 - progress) * byTime;
}

/** Clips of one artist that came within this time of each other come together again. */
const TOGETHER_SECONDS = 5;

/** What `examples` say of the time to come; `least` and `most` bound how far back they are taken to reach. Seconds. */
export function historyOf(examples: readonly Example[], least: number, most: number): History {
  const groups = groupsOf(examples);
  const work = groups.map((group) => group.reduce((sum, { expected }) => sum + expected.median, 0));
  const [all, squares] = [
    work.reduce((sum, one) => sum + one, 0),
    work.reduce((sum, one) => sum + one * one, 0),
  ];
  const oldest = examples.reduce((age, { agoSeconds }) => Math.max(age, agoSeconds), 0);
  return {
    groups,
    windowSeconds: Math.max(least, Math.min(most, oldest)),
    doubt: all === 0 ? 0 : Math.sqrt(squares) / all,
  };
}

function groupsOf(examples: readonly Example[]): Example[][] {
  const groups: Example[][] = [];
  const latest = new Map<string, Example[]>();
  for (const clip of examples.toSorted((a, b) => b.agoSeconds - a.agoSeconds)) {
    const group = latest.get(clip.flowId);
    if (group !== undefined && (group.at(-1) as Example).agoSeconds - clip.agoSeconds <= TOGETHER_SECONDS)
      group.push(clip);
    else {
      const fresh = [clip];
      latest.set(clip.flowId, fresh);
      groups.push(fresh);
    }
  }
  return groups;
}

/** How often something comes that comes `rate` times on average (Knuth). */
function poisson(chance: Chance, rate: number): number {
  const limit = Math.exp(-rate);
  let count = 0;
  for (let product = chance(); product > limit; product *= chance()) count += 1;
  return count;
}

/**
 * Requests as in the window, each at any moment and any number of times, once on average: what happened to come is itself
 * only a sample of what could have. How busy it is altogether is known the less, the fewer made most of the work.
 */
function replay({ groups, windowSeconds, doubt }: History, chance: Chance): Course['nextArrival'] {
  const busy = Math.exp(doubt * normal(chance));
  let window = -1;
  let drawn: { at: number; clip: Example }[] = [];
  let index = 0;
  const draw = (): void => {
    window += 1;
    index = 0;
    drawn = [];
    for (const group of groups) {
      for (let times = poisson(chance, busy); times > 0; times -= 1) {
        const at = (window + chance()) * windowSeconds;
        for (const clip of group) drawn.push({ at, clip });
      }
    }
    drawn.sort((a, b) => a.at - b.at);
  };
  return () => {
    if (groups.length === 0) return null;
    while (index >= drawn.length) draw();
    const next = drawn[index] as { at: number; clip: Example };
    index += 1;
    return next;
  };
}
