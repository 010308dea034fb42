import type { CircuitState, CircuitVerb } from './circuit.workflow';
import type { FaultCode } from './faults';

/** Failures in a row after which a provider is left alone. */
export const TRIP_AFTER = 5;
const FIRST_REST_SECONDS = 30;
const LONGEST_REST_SECONDS = 15 * 60;
const HOLD_SECONDS = 15;

/** What of a provider's past the rule looks at. */
export interface Circuit {
  readonly state: CircuitState;
  /** Failures since the last success. */
  readonly failures: number;
  /** Times it was left alone since the last success. */
  readonly trips: number;
}

export interface Consequence {
  readonly verb: CircuitVerb | null;
  readonly failures: number;
  readonly trips: number;
  /** Seconds after which an open circuit may be probed. */
  readonly restSeconds: number | null;
  /** Seconds during which nothing new is sent, its circuit being as it is. */
  readonly holdSeconds: number | null;
}

/** What each fault says of the provider itself. What it says of one request only leaves the circuit alone. */
const MEANS: Readonly<Record<FaultCode, 'answers' | 'ails' | 'busy' | 'stop'>> = {
  CONTENT_POLICY: 'answers',
  INVALID_INPUT: 'answers',
  CANCELLED: 'answers',
  BAD_OUTPUT: 'ails',
  AUTH: 'stop',
  QUOTA: 'stop',
  RATE_LIMITED: 'busy',
  TRANSIENT: 'ails',
  TIMEOUT: 'ails',
  UNKNOWN: 'ails',
  UNKNOWN_TICKET: 'ails',
  LOST_SUBMIT: 'ails',
  LOST_WORKER: 'answers',
  NOT_MARKED: 'answers',
};

const STAYS = { verb: null, restSeconds: null, holdSeconds: null } as const;

/** After an answer that was none of the provider's failings. */
export function afterAnswer({ state }: Circuit): Consequence {
  const verb = state === 'probing' || state === 'open' ? 'close' : null;
  return { ...STAYS, verb, failures: 0, trips: 0 };
}

/** After a failure. `retryAfter`: seconds the vendor asked for, or `null`. */
export function afterFault(circuit: Circuit, code: FaultCode, retryAfter: number | null): Consequence {
  const { state, failures, trips } = circuit;
  switch (MEANS[code]) {
    case 'answers':
      return afterAnswer(circuit);
    case 'busy':
      return { ...STAYS, failures, trips, holdSeconds: Math.ceil(retryAfter ?? HOLD_SECONDS) };
    case 'stop':
      return { ...STAYS, failures: failures + 1, trips, verb: state === 'paused' ? null : 'pause' };
    case 'ails': {
      const isTripped = state === 'probing' || (state === 'closed' && failures + 1 >= TRIP_AFTER);
      if (!isTripped) return { ...STAYS, failures: failures + 1, trips };
      const rest = Math.min(LONGEST_REST_SECONDS, FIRST_REST_SECONDS * 2 ** trips);
      return { ...STAYS, failures: failures + 1, trips: trips + 1, verb: 'trip', restSeconds: rest };
    }
  }
}

/** What somebody can do about it; `null` where waiting is enough. */
export function adviceOf(state: CircuitState, code: string | null): string | null {
  if (state === 'paused' && code === 'QUOTA')
    return 'The account with this vendor is used up. Add credit there, then resume it here. Clips wait meanwhile and cost nothing.';
  if (state === 'paused' && code === 'AUTH')
    return 'The vendor does not accept our key. Set a valid key, restart, then resume it here.';
  if (state === 'paused') return 'Somebody paused it. Resume it when it may render again.';
  if (state === 'open')
    return 'It failed again and again and is left alone for a while; then one clip tries it.';
  return null;
}
