import { Injectable } from '@nestjs/common';
import { MINUTE } from '../../../kernel/clock';
import { Settings } from '../../../platform/config/settings';

/** Looking costs little: that many times as many calls. */
const READS_FOR_A_WRITE = 4;
/** A bound key cannot be passed on by accident: it may do more. */
const BOUND_FACTOR = 5;
const THROTTLED = { spending: 6, reading: 60 } as const;
const LARGEST = 50_000;

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
}

/** Calls of each key per minute and process, in memory: the first bound, before anything is looked up. */
@Injectable()
export class PacePolicy {
  private readonly minutes = new Map<string, Minute>();

  constructor(private readonly settings: Settings) {}

  /** Seconds to wait when this call is one too many, else `null` and the call is counted. */
  take(key: Paced, isSpending: boolean, now = Date.now()): number | null {
    let minute = this.minutes.get(key.id);
    if (minute === undefined || now - minute.startedAt >= MINUTE) {
      if (this.minutes.size >= LARGEST) this.minutes.clear();
      minute = { startedAt: now, spending: 0, reading: 0 };
      this.minutes.set(key.id, minute);
    }
    const kind = isSpending ? 'spending' : 'reading';
    if (minute[kind] >= this.limitOf(key)[kind]) {
      return Math.max(1, Math.ceil((minute.startedAt + MINUTE - now) / 1_000));
    }
    minute[kind] += 1;
    return null;
  }

  limitOf({ state, boundTo, callsPerMinute }: Paced): { spending: number; reading: number } {
    if (state === 'throttled') return THROTTLED;
    const factor = boundTo === null ? 1 : BOUND_FACTOR;
    const spending = callsPerMinute ?? this.settings.keyCallsPerMinute * factor;
    return { spending, reading: spending * READS_FOR_A_WRITE };
  }
}
