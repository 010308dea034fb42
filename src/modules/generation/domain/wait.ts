import { chanceOf, quantile } from './chance';
import { courseOf, historyOf, PLAIN, play, type Example, type PoolState, type RunningClip } from './play';

/** Seconds from now: half of all are within `p50`, nine of ten within `p90`. */
export interface Band {
  readonly p50: number;
  readonly p90: number;
}

export interface Forecast {
  /** 1 = next to start, in fair order and as if nobody else arrived. */
  readonly position: number;
  readonly starts: Band;
  readonly finishes: Band;
}

/** How far back arrivals are taken as an example of what is to come. */
export const WINDOW_SECONDS = 4 * 3_600;
/** What came within less is taken to have come within this: a first minute says little of the next hour. */
const SHORTEST_WINDOW_SECONDS = 3_600;
/** Courses that are played for a forecast; fewer over a long queue, where the law of large numbers helps instead. */
const COURSES = 32;
const FEWEST = 8;
const CLIPS_PLAYED = 400_000;

const NOTHING_COMES = historyOf([], SHORTEST_WINDOW_SECONDS, WINDOW_SECONDS);

const coursesFor = (clips: number): number =>
  Math.max(FEWEST, Math.min(COURSES, Math.floor(CLIPS_PLAYED / Math.max(1, clips))));

/**
 * Which of the played courses is told as the p90 of a clip that waits. They do not know everything that may happen: of the
 * 90th percentile some 82 % held in bench/wait, of this one about nine in ten.
 */
const CAUTIOUS = 0.95;

const bandOf = (values: number[], upper: number): Band => {
  const sorted = values.toSorted((a, b) => a - b);
  return { p50: quantile(sorted, 0.5), p90: quantile(sorted, upper) };
};

interface Outcomes {
  readonly starts: number[];
  readonly finishes: number[];
}

/**
 * When clips that wait will start and be finished, by their id: plays the fair order forward many times, with durations
 * and arrivals drawn from what was seen. `only` restricts it to one clip and is much cheaper. Clips that cannot start
 * (no worker, a cap of zero) are missing from the map.
 */
export function forecast(
  pool: PoolState,
  examples: readonly Example[],
  only?: string,
): ReadonlyMap<string, Forecast> {
  const positions = new Map<string, number>();
  play(pool, PLAIN, ({ id }) => {
    positions.set(id, positions.size + 1);
    return id === only;
  });
  const outcomes = new Map<string, Outcomes>();
  const ids = only === undefined ? [...positions.keys()] : [only].filter((id) => positions.has(id));
  for (const id of ids) outcomes.set(id, { starts: [], finishes: [] });
  const history = historyOf(examples, SHORTEST_WINDOW_SECONDS, WINDOW_SECONDS);
  const courses = coursesFor(only === undefined ? pool.waiting.length : (positions.get(only) ?? 1));
  for (let seed = 0; seed < courses && ids.length > 0; seed += 1) {
    play(pool, courseOf(chanceOf(seed), history), ({ id }, at, lasts) => {
      const outcome = outcomes.get(id);
      outcome?.starts.push(at);
      outcome?.finishes.push(at + lasts);
      return id === only;
    });
  }
  return new Map(
    [...outcomes].map(([id, { starts, finishes }]) => [
      id,
      {
        position: positions.get(id) ?? 1,
        starts: bandOf(starts, CAUTIOUS),
        finishes: bandOf(finishes, CAUTIOUS),
      },
    ]),
  );
}

/** Seconds until a clip that is being made is finished. */
export function forecastRunning(clip: RunningClip): Band {
  const left: number[] = [];
  for (let seed = 0; seed < COURSES; seed += 1)
    left.push(courseOf(chanceOf(seed), NOTHING_COMES).remains(clip));
  return bandOf(left, 0.9);
}

/** What starts before `id` as things stand, in order; `null` when it does not wait or cannot start. */
export function aheadOf(
  pool: PoolState,
  id: string,
): readonly { readonly flowId: string; readonly seconds: number }[] | null {
  const ahead: { flowId: string; seconds: number }[] = [];
  let isFound = false;
  play(pool, PLAIN, (clip, _at, lasts) => {
    isFound = clip.id === id;
    if (!isFound) ahead.push({ flowId: clip.flowId, seconds: lasts });
    return isFound;
  });
  return isFound ? ahead : null;
}
