import { Injectable } from '@nestjs/common';
import { MINUTE } from '../../../kernel/clock';
import { Settings } from '../../../platform/config/settings';

/** Looking costs little: that many times as many calls. */
const READS_FOR_A_WRITE = 4;
/** A bound key cannot be passed on by accident: it may do more. */
const BOUND_FACTOR = 5;
const THROTTLED = { spending: 6, reading: 60 } as const;
const LARGEST = 50_000;
/** Spending calls of a minute that were refused, after which each further one makes the key wait. */
export const REFUSALS = 10;
/** Milliseconds that it then waits: a program that does not listen to a refusal costs others little. */
export const BREATHER = 5_000;

export interface Paced {
  readonly id: string;
  readonly state: string;
  readonly boundTo: string | null;
  readonly callsPerMinute: number | null;
}

interface Minute {
  readonly startedAt: number;
  spending: number;
  reading: number;
  /** Spending calls that were answered with a refusal. */
  refused: number;
  /** Until then (milliseconds of the clock) no spending call is taken; 0 when it does not wait. */
  restsUntil: number;
}

const secondsUntil = (moment: number, now: number): number => Math.max(1, Math.ceil((moment - now) / 1_000));

/** Calls of each key per minute and process, in memory: the first bound, before anything is looked up. */
@Injectable()
export class PacePolicy {
  private readonly minutes = new Map<string, Minute>();

  constructor(private readonly settings: Settings) {}

  /** Seconds to wait when this call is one too many, else `null` and the call is counted. */
  take(key: Paced, isSpending: boolean, now = Date.now()): number | null {
    const minute = this.minuteOf(key.id, now);
    const kind = isSpending ? 'spending' : 'reading';
    if (isSpending && now < minute.restsUntil) return secondsUntil(minute.restsUntil, now);
    if (minute[kind] >= this.limitOf(key)[kind]) return secondsUntil(minute.startedAt + MINUTE, now);
    minute[kind] += 1;
    return null;
  }

  /** A spending call of this key was refused: too many of them in a minute, and the key waits a few seconds after each. */
  refuse(keyId: string, now = Date.now()): void {
    const minute = this.minuteOf(keyId, now);
    minute.refused += 1;
    if (minute.refused > REFUSALS) minute.restsUntil = now + BREATHER;
  }

  private minuteOf(keyId: string, now: number): Minute {
    const last = this.minutes.get(keyId);
    if (last !== undefined && now - last.startedAt < MINUTE) return last;
    if (this.minutes.size >= LARGEST) this.minutes.clear();
    const minute = { startedAt: now, spending: 0, reading: 0, refused: 0, restsUntil: last?.restsUntil ?? 0 };
    this.minutes.set(keyId, minute);
    return minute;
  }

  limitOf({ state, boundTo, callsPerMinute }: Paced): { spending: number; reading: number } {
    if (state === 'throttled') return THROTTLED;
    const factor = boundTo === null ? 1 : BOUND_FACTOR;
    const spending = callsPerMinute ?? this.settings.keyCallsPerMinute * factor;
    return { spending, reading: spending * READS_FOR_A_WRITE };
  }
}
