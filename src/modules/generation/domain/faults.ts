import type { FailureCode } from './provider';
import type { GenerationVerb } from './generation.workflow';

/** What a vendor said, or what happened to the worker itself. */
export type FaultCode = FailureCode | 'LOST_WORKER' | 'UNKNOWN_TICKET' | 'NOT_MARKED';

/** Failed attempts after which a clip is given up. */
export const MAX_FAULTS = 3;

type Consequence = Extract<GenerationVerb, 'refuse' | 'fail' | 'retry'>;

interface FaultRow {
  readonly verb: Consequence;
  /** Said to the artist in place of what the vendor wrote, where that is of no use to them; `null` passes it on. */
  readonly says: string | null;
}

const AGAIN =
  'The renderer failed three times. Nothing was charged. Try again, or report it if it happens again.';

const NOT_MARKED =
  'The clip was made, but could not be marked as this programme promises, so it was not delivered. Nothing was charged. Try again later.';

/** What each fault means: one table. Only what may come out differently next time is tried again. */
const FAULTS: Readonly<Record<FaultCode, FaultRow>> = {
  CONTENT_POLICY: { verb: 'refuse', says: null },
  INVALID_INPUT: { verb: 'fail', says: null },
  AUTH: { verb: 'retry', says: AGAIN },
  QUOTA: { verb: 'retry', says: AGAIN },
  RATE_LIMITED: { verb: 'retry', says: AGAIN },
  TRANSIENT: { verb: 'retry', says: AGAIN },
  TIMEOUT: { verb: 'retry', says: AGAIN },
  BAD_OUTPUT: { verb: 'retry', says: AGAIN },
  CANCELLED: { verb: 'retry', says: AGAIN },
  UNKNOWN: { verb: 'retry', says: AGAIN },
  UNKNOWN_TICKET: { verb: 'retry', says: AGAIN },
  NOT_MARKED: { verb: 'retry', says: NOT_MARKED },
  LOST_WORKER: { verb: 'retry', says: AGAIN },
};

export interface Verdict {
  readonly verb: Consequence;
  /** What the artist reads when this is the end. */
  readonly message: string;
  /** Seconds before the next attempt may start. */
  readonly delaySeconds: number;
}

/** What follows from the `faults`-th failed attempt (1 for the first). Delays: 1, 2, 4 … seconds. */
export function verdictOf(code: FaultCode, message: string, faults: number): Verdict {
  const row = FAULTS[code];
  const verb = row.verb === 'retry' && faults >= MAX_FAULTS ? 'fail' : row.verb;
  return { verb, message: row.says ?? message, delaySeconds: verb === 'retry' ? 2 ** (faults - 1) : 0 };
}
