import type { FailureCode } from './provider';
import type { GenerationVerb } from './generation.workflow';

/** What a vendor said, or what happened to the worker itself. */
export type FaultCode = FailureCode | 'LOST_WORKER' | 'UNKNOWN_TICKET' | 'LOST_SUBMIT' | 'NOT_MARKED';

/** Failed attempts after which a clip is given up. */
export const MAX_FAULTS = 3;

type Consequence = Extract<GenerationVerb, 'refuse' | 'fail' | 'retry'>;

interface FaultRow {
  readonly verb: Consequence;
  /** Said to the artist in place of what the vendor wrote, where that is of no use to them; `null` passes it on. */
  readonly says: string | null;
  /** Nobody's clip is to blame: tried again without counting, when the renderer may be asked again. */
  readonly isFree?: true;
}

const AGAIN =
  'The renderer failed three times. Nothing was charged. Try again, or report it if it happens again.';

const NOT_MARKED =
  'The clip was made, but could not be marked as this programme promises, so it was not delivered. Nothing was charged. Try again later.';

/** What each fault means: one table. Only what may come out differently next time is tried again. */
const FAULTS: Readonly<Record<FaultCode, FaultRow>> = {
  CONTENT_POLICY: { verb: 'refuse', says: null },
  INVALID_INPUT: { verb: 'fail', says: null },
  AUTH: { verb: 'retry', says: AGAIN, isFree: true },
  QUOTA: { verb: 'retry', says: AGAIN, isFree: true },
  RATE_LIMITED: { verb: 'retry', says: AGAIN, isFree: true },
  TRANSIENT: { verb: 'retry', says: AGAIN },
  TIMEOUT: { verb: 'retry', says: AGAIN },
  BAD_OUTPUT: { verb: 'retry', says: AGAIN },
  CANCELLED: { verb: 'retry', says: AGAIN },
  UNKNOWN: { verb: 'retry', says: AGAIN },
  UNKNOWN_TICKET: { verb: 'retry', says: AGAIN },
  NOT_MARKED: { verb: 'retry', says: NOT_MARKED },
  LOST_WORKER: { verb: 'retry', says: AGAIN },
  // Whether the renderer has begun cannot be told: a second submit might be a second bill and a second clip.
  LOST_SUBMIT: {
    verb: 'fail',
    says: 'The connection to the renderer broke while your clip was handed over, and it cannot tell whether it has it. Nothing was charged. Submit it again.',
  },
};

export interface Verdict {
  readonly verb: Consequence;
  /** What the artist reads when this is the end. */
  readonly message: string;
  /** Seconds before the next attempt may start. */
  readonly delaySeconds: number;
  /** Failed attempts with this one; unchanged where nobody's clip is to blame. */
  readonly faults: number;
}

/** How long a vendor that asks for patience without a number is left alone. Seconds. */
const PATIENCE = 15;

/**
 * What follows from one more failed attempt after `before` of them. Delays: 1, 2, 4 … seconds, or what the vendor asked
 * for; an attempt that is free of blame never ends a clip.
 */
export function verdictOf(
  code: FaultCode,
  message: string,
  before: number,
  retryAfter: number | null = null,
): Verdict {
  const row = FAULTS[code];
  const isFree = row.isFree === true;
  const faults = isFree ? before : before + 1;
  const verb = row.verb === 'retry' && !isFree && faults >= MAX_FAULTS ? 'fail' : row.verb;
  const delay = Math.max(isFree ? PATIENCE : 2 ** Math.max(0, faults - 1), 0);
  const delaySeconds = verb === 'retry' ? Math.ceil(retryAfter ?? delay) : 0;
  return { verb, message: row.says ?? message, delaySeconds, faults };
}
