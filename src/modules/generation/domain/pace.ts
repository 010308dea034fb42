/*
 * How long clips really take. Learned per provider, model, resolution and seconds as the natural logarithm of actual ÷
 * estimated seconds, so that drafts and frame rates, which the estimate knows of, share what is learned.
 */

/** What one kind of clip was seen to take: moving mean and variance of ln(actual ÷ estimate). */
export interface Pace {
  readonly mean: number;
  readonly variance: number;
  readonly samples: number;
}

/** Seconds a clip is expected to take: half of all take at most `median`; `spread` is the deviation of its logarithm. */
export interface Expected {
  readonly median: number;
  readonly spread: number;
}

/** Before anything is known: the provider's estimate, nine of ten within 1.8 times of it. */
export const PRIOR: Pace = { mean: 0, variance: 0.46 ** 2, samples: 0 };
export const UNSEEN: Pace = { mean: 0, variance: 0, samples: 0 };

/** The latest clip counts a tenth once there are ten: an upgrade of the workers is learned within a day's work. */
const SLOWEST = 0.1;
/** As many clips as the more general knowledge counts for. */
const WEIGHT_OF_PRIOR = 3;
const WEIGHT_OF_KIN = 4;
/** One clip on a suspended machine must not ruin the forecast of the next ten. */
const WILDEST = Math.log(20);

/** `pace` after one more clip that took `actual` seconds where `estimate` was expected. Ignores what no clock can show. */
export function learn(pace: Pace, actual: number, estimate: number): Pace {
  if (!(actual > 0) || !(estimate > 0) || !Number.isFinite(actual)) return pace;
  const seen = Math.max(-WILDEST, Math.min(WILDEST, Math.log(actual / estimate)));
  const share = Math.max(SLOWEST, 1 / (pace.samples + 1));
  const off = seen - pace.mean;
  return {
    mean: pace.mean + share * off,
    variance: (1 - share) * (pace.variance + share * off * off),
    samples: pace.samples + 1,
  };
}

/** What is known of one kind of clip, with `general` counting as `weight` clips beside it. */
function blend(own: Pace, general: Pace, weight: number): Pace {
  const samples = Math.min(own.samples, 2 / SLOWEST);
  const part = samples / (samples + weight);
  return {
    mean: part * own.mean + (1 - part) * general.mean,
    variance: part * own.variance + (1 - part) * general.variance,
    samples: own.samples,
  };
}

function pooled(paces: readonly Pace[]): Pace {
  const samples = paces.reduce((sum, pace) => sum + pace.samples, 0);
  if (samples === 0) return UNSEEN;
  const over = (of: (pace: Pace) => number): number =>
    paces.reduce((sum, pace) => sum + pace.samples * of(pace), 0) / samples;
  const mean = over((pace) => pace.mean);
  return { mean, variance: over((pace) => pace.variance + (pace.mean - mean) ** 2), samples };
}

/**
 * Seconds to expect for a clip that the provider estimates at `estimate`: from its own kind, where that is thin from
 * all kinds of the same provider and model (`kin`), where those are thin from the estimate itself.
 */
export function expectedOf(estimate: number, own: Pace | undefined, kin: readonly Pace[]): Expected {
  const general = blend(pooled(kin), PRIOR, WEIGHT_OF_PRIOR);
  const { mean, variance } = blend(own ?? UNSEEN, general, WEIGHT_OF_KIN);
  return { median: Math.max(1, estimate * Math.exp(mean)), spread: Math.sqrt(variance) };
}
