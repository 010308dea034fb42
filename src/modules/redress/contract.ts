import type { Role } from '../../kernel/actor';
import { eventKind } from '../../kernel/event';
import { refusals } from '../../kernel/refusal';
import type { AppealState, AppealVerb } from './domain/appeal.workflow';
import type { AnyGround } from './domain/grounds';
import type { StatementKind } from './domain/kinds';
import type { Rule, Timecode } from './domain/statement';
import type { StatementState } from './domain/statement.workflow';

export { ALL_GROUNDS, ALL_GROUND_NAMES, type AnyGround } from './domain/grounds';
export { KINDS, STATEMENT_KINDS, kindRow, type StatementKind } from './domain/kinds';
export {
  appealUntil,
  FACTS_LENGTH,
  REMEDY_LENGTH,
  type Party,
  type Rule,
  type StatementDraft,
} from './domain/statement';
export type { StatementState } from './domain/statement.workflow';
export { APPEAL_STATES, APPEAL_VERBS, type AppealState, type AppealVerb } from './domain/appeal.workflow';
export type { ProtectedKind } from './domain/guard';

export const redressRefusals = refusals('redress', {
  statement_incomplete: {
    kind: 'invalid',
    says: 'Nobody is refused, stopped or left unpaid without reasons. `missing` lists the parts of the statement that are not there.',
  },
  own_appeal: { kind: 'forbidden', says: 'This appeal is your own. Somebody else hears it.' },
  took_part: {
    kind: 'forbidden',
    says: 'You took part in this decision. Somebody who did not looks at it now; take another one.',
  },
  heard_by_other: {
    kind: 'conflict',
    says: 'Another person hears this appeal. Take the next one, or ask them to give it back.',
  },
  reasons_missing: {
    kind: 'invalid',
    says: 'Nothing is answered without reasons: write at least 20 characters that the artist can follow.',
  },
  already_appealed: {
    kind: 'conflict',
    says: 'This decision was appealed before. Follow that appeal; its answer stands.',
  },
  nothing_to_appeal: {
    kind: 'conflict',
    says: 'There is no decision in force here that could be appealed.',
  },
  appealed_in_place: {
    kind: 'conflict',
    says: 'This decision is appealed on the page of the submission, beside the clip; `subjectId` names it.',
  },
  appeal_too_late: {
    kind: 'conflict',
    says: 'The six months for an appeal against this decision are over: `appealUntil` was the last day.',
  },
  appeal_closed: {
    kind: 'conflict',
    says: 'This appeal is closed. What was said and decided stays readable; nothing more is added.',
  },
  own_act: { kind: 'forbidden', says: 'This decision is about you. Somebody else takes the second look.' },
  same_line: {
    kind: 'forbidden',
    says: 'A second look is taken by somebody in another role than whoever decided. Leave it to them.',
  },
  not_due: { kind: 'conflict', says: 'The time for the second look is not over yet.' },
});

/** What others may know of a statement: whole, for the artist; without who decided, only in which role. */
export interface StatementCard {
  readonly statementId: string;
  readonly kind: StatementKind;
  readonly subjectId: string;
  readonly actId: string;
  readonly personId: string;
  readonly programId: string | null;
  readonly state: StatementState;
  readonly ground: AnyGround;
  readonly rule: Rule;
  readonly facts: string;
  readonly timecodes: readonly Timecode[];
  readonly scope: string;
  /** RFC 3339; `null`: no end of its own. */
  readonly endsAt: string | null;
  readonly remedy: string;
  readonly decidedByRole: Role;
  /** RFC 3339. */
  readonly decidedAt: string;
  /** RFC 3339. */
  readonly appealUntil: string;
}

/** A statement took effect: its artist is told now. */
export interface StatementIssued extends StatementCard {
  readonly says: string;
}
export const statementIssued = eventKind<StatementIssued>('redress.statement_issued');

/**
 * A second look has its verdict. `confirmed`: whoever proposed the act takes it now, with the same `actId`. `rejected`:
 * it is not taken; one that has taken effect already is undone like after an appeal.
 */
export interface LookDecided {
  readonly statementId: string;
  readonly kind: StatementKind;
  readonly subjectId: string;
  readonly actId: string;
  readonly personId: string;
  readonly programId: string | null;
  readonly timing: 'before' | 'after';
  readonly verdict: 'confirmed' | 'rejected' | 'lapsed';
  readonly decidedBy: string;
  readonly decidedByRole: Role;
  readonly reasons: string | null;
}
export const lookDecided = eventKind<LookDecided>('redress.look_decided');

/** An appeal was filed (`from` null) or took a step. `personId` is the artist. */
export interface AppealMoved {
  readonly appealId: string;
  readonly statementId: string;
  readonly kind: StatementKind;
  readonly subjectId: string;
  readonly personId: string;
  readonly programId: string | null;
  readonly verb: AppealVerb | 'file';
  readonly from: AppealState | null;
  readonly to: AppealState;
  /** The hearer's answer, once there is one. */
  readonly reasons: string | null;
}
export const appealMoved = eventKind<AppealMoved>('redress.appeal_moved');

/** An appeal succeeded, wholly or in part: the module of its subject restores what was taken, and says that it has. */
export interface AppealDecided {
  readonly appealId: string;
  readonly statementId: string;
  readonly kind: StatementKind;
  readonly subjectId: string;
  readonly actId: string;
  readonly personId: string;
  readonly programId: string | null;
  readonly outcome: 'overturned' | 'partly_overturned';
  readonly reasons: string;
}
export const appealDecided = eventKind<AppealDecided>('redress.appeal_decided');

/** Something was said in an appeal. `personId` is who is told: the artist, or whoever hears it. */
export interface AppealMessageSent {
  readonly appealId: string;
  readonly personId: string;
  readonly isByArtist: boolean;
}
export const appealMessageSent = eventKind<AppealMessageSent>('redress.appeal_message_sent');
