import type { Role } from '../../../kernel/actor';
import type { Statement } from './statement';

/** The verdicts that wait before they leave: whoever gave one can take it back until then. */
export const STAGED_VERBS = ['approve', 'requestChanges', 'decline'] as const;
export type StagedVerb = (typeof STAGED_VERBS)[number];

/** A verdict that was given and has not left yet. Whole, so that nothing is asked for again when it leaves. */
export interface Staged {
  readonly verb: StagedVerb;
  /** When it was given, ISO date-time: a verdict in time is not late because it waits to leave. */
  readonly at: string;
  readonly actorId: string;
  readonly roles: readonly Role[];
  readonly note: string | null;
  readonly statement: Statement | null;
  readonly batchId: string | null;
  /** Waits for a second look outside of the line; cannot be taken back any more. */
  readonly isHeld?: boolean;
}

export function isStaged(verb: string): verb is StagedVerb {
  return (STAGED_VERBS as readonly string[]).includes(verb);
}
