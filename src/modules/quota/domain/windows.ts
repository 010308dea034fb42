import { DAY, later } from '../../../kernel/clock';
import type { QuotaWindow } from '../../program/contract';

/** One stretch of time for which credits are granted: `startsAt` belongs to it, `endsAt` to the next one. */
export interface Window {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** When a programme runs. */
export interface Season {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** 1970-01-01 was a Thursday: the first Monday came four days later. */
const FIRST_MONDAY = 4 * DAY;

/** The stretch of `length` milliseconds around `at`, counted from `origin` in milliseconds of Unix time. */
function stretch(at: Date, length: number, origin: number): Window {
  const since = at.getTime() - origin;
  const startsAt = new Date(at.getTime() - (((since % length) + length) % length));
  return { startsAt, endsAt: later(startsAt, length) };
}

/**
 * The window that `at` falls into: a day from 00:00 UTC, a week from Monday 00:00 UTC, or the whole programme. All days
 * are UTC days, hence 24 hours long, and nobody's move or summer time gives an artist two windows.
 */
export function windowAt(kind: QuotaWindow, at: Date, season: Season): Window {
  if (kind === 'programme') return { startsAt: season.startsAt, endsAt: season.endsAt };
  return kind === 'day' ? stretch(at, DAY, 0) : stretch(at, 7 * DAY, FIRST_MONDAY);
}

/** The week of the allowance for goodwill. */
export function weekAt(at: Date): Window {
  return stretch(at, 7 * DAY, FIRST_MONDAY);
}

/**
 * The window after one that ended at `endedAt`. It begins where that one ended, also when the plan has changed from days
 * to weeks meanwhile: windows neither overlap nor leave a gap. `null`: the programme is over by then.
 */
export function windowAfter(endedAt: Date, kind: QuotaWindow, season: Season): Window | null {
  if (endedAt >= season.endsAt) return null;
  return { startsAt: endedAt, endsAt: windowAt(kind, endedAt, season).endsAt };
}

/**
 * The part of a window's credits that belongs to the time of a pause, rounded up to whole credits: never more than the
 * window's own.
 */
export function shareOfWindow(credits: bigint, window: Window, pause: Window): bigint {
  const length = BigInt(window.endsAt.getTime() - window.startsAt.getTime());
  const paused = BigInt(Math.max(0, pause.endsAt.getTime() - pause.startsAt.getTime()));
  if (length <= 0n || paused === 0n) return 0n;
  const part = paused > length ? length : paused;
  return (credits * part + length - 1n) / length;
}
