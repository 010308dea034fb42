import type { Role } from '../../../kernel/actor';
import { isGround, type Ground } from './grounds';

/** Characters that the facts of a statement have at least. */
export const FACTS_LENGTH = 20;
export const REMEDY_LENGTH = 5;
export const APPEAL_MONTHS = 6;

/** A point or range of the clip, in seconds from its start. */
export interface Timecode {
  readonly at: number;
  readonly until?: number;
}

/** Why something was refused: what the person concerned is told, whole. */
export interface Statement {
  readonly ground: Ground;
  readonly clauseId: string;
  /** Version of the terms that the clause is quoted from. */
  readonly termsVersion: number;
  /** A ruling on “May I?” that it stands on beside the clause; checked by the caller. */
  readonly rulingId?: string;
  readonly facts: string;
  readonly timecodes: readonly Timecode[];
  /** Whether software took part in finding or deciding; a person decided in any case. */
  readonly isAutomated: boolean;
  /** What to change so that it passes. */
  readonly remedy: string;
  /** ISO date-time until which an appeal is heard. */
  readonly appealUntil: string;
  readonly decidedByRole: Role;
}

/** What a reviewer hands in; everything may be absent until it is checked. */
export interface StatementDraft {
  readonly ground?: string;
  readonly clauseId?: string;
  readonly termsVersion?: number;
  readonly rulingId?: string;
  readonly facts?: string;
  readonly timecodes?: readonly Timecode[];
  readonly isAutomated?: boolean;
  readonly remedy?: string;
}

/** The clauses that may be cited: of one version of the terms. */
export interface CitableTerms {
  readonly version: number;
  readonly clauseIds: readonly string[];
}

export type StatementPart = 'ground' | 'clauseId' | 'termsVersion' | 'facts' | 'timecodes' | 'remedy';

/** The terms that a draft cites: the version it names, or else the first of `terms` (those in force). */
export function citedTerms(draft: StatementDraft, terms: readonly CitableTerms[]): CitableTerms | undefined {
  const wanted = draft.termsVersion ?? terms[0]?.version;
  return terms.find(({ version }) => version === wanted);
}

function isWithin({ at, until }: Timecode, seconds: number): boolean {
  return at >= 0 && at <= seconds && (until === undefined || (until > at && until <= seconds));
}

/**
 * The parts that are missing or wrong, in the order of the form; empty when the statement may be sent. `terms` are the
 * versions that may be cited, `seconds` is the length of the clip.
 */
export function missingParts(
  draft: StatementDraft,
  terms: readonly CitableTerms[],
  seconds: number,
): StatementPart[] {
  const cited = citedTerms(draft, terms);
  const holds: Record<StatementPart, boolean> = {
    ground: isGround(draft.ground ?? ''),
    clauseId: (cited ?? terms[0])?.clauseIds.includes(draft.clauseId ?? '') === true,
    termsVersion: cited !== undefined,
    facts: (draft.facts ?? '').trim().length >= FACTS_LENGTH,
    timecodes: (draft.timecodes ?? []).every((timecode) => isWithin(timecode, seconds)),
    remedy: (draft.remedy ?? '').trim().length >= REMEDY_LENGTH,
  };
  return (Object.keys(holds) as StatementPart[]).filter((part) => !holds[part]);
}

/** The same day six months on (the last day of a shorter month), UTC: how long an appeal is heard. */
export function appealUntil(decidedAt: Date): Date {
  const end = new Date(decidedAt);
  end.setUTCDate(1);
  end.setUTCMonth(end.getUTCMonth() + APPEAL_MONTHS);
  const lastDay = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate();
  end.setUTCDate(Math.min(decidedAt.getUTCDate(), lastDay));
  return end;
}

/** The statement of a draft without missing parts. Throws `Error` on one with: check `missingParts` first. */
export function completeStatement(
  draft: StatementDraft,
  context: { terms: readonly CitableTerms[]; decidedAt: Date; role: Role },
): Statement {
  const { ground = '', clauseId, facts, remedy } = draft;
  const cited = citedTerms(draft, context.terms);
  const isWhole = isGround(ground) && clauseId !== undefined && facts !== undefined && remedy !== undefined;
  if (!isWhole || cited === undefined) throw new Error('the statement has missing parts');
  return {
    ground,
    clauseId,
    termsVersion: cited.version,
    ...(draft.rulingId === undefined ? {} : { rulingId: draft.rulingId }),
    facts: facts.trim(),
    timecodes: draft.timecodes ?? [],
    isAutomated: draft.isAutomated ?? false,
    remedy: remedy.trim(),
    appealUntil: appealUntil(context.decidedAt).toISOString(),
    decidedByRole: context.role,
  };
}
