import type { Role } from '../../../kernel/actor';
import { ALL_GROUNDS, type AnyGround } from './grounds';
import { kindRow, type StatementKind } from './kinds';

/** Characters that facts and remedy have at least. */
export const FACTS_LENGTH = 20;
export const REMEDY_LENGTH = 5;
export const APPEAL_MONTHS = 6;

/** A point or range of a clip, in seconds from its start. */
export interface Timecode {
  readonly at: number;
  readonly until?: number;
}

/**
 * What the act stands on: a clause of the terms in one version, a law, or a criterion that was published beforehand
 * (selection, the rate card, a provider's rules). Always with its text: the artist reads it without looking it up.
 */
export type Rule =
  | { readonly source: 'clause'; readonly id: string; readonly version: number; readonly text: string }
  | { readonly source: 'law' | 'criterion'; readonly id: string; readonly text: string };

export const AUTOMATION = ['none', 'partly', 'fully'] as const;
export type Automation = (typeof AUTOMATION)[number];

export const SOURCES = ['own', 'notice', 'flagger', 'other'] as const;
/** How it came to light: found by the programme, a notice by anybody, a trusted flagger, something else. */
export type Source = (typeof SOURCES)[number];

/** A person who took part, by role at that moment. `system` is nobody. */
export interface Party {
  readonly id: string;
  readonly role: Role;
}

/** Everything that an adverse act hands in. What is absent has the default of its kind. */
export interface StatementDraft {
  readonly kind: StatementKind;
  /** What it is about: `sub_…`, `enr_…`, `key_…`. */
  readonly subjectId: string;
  /** Natural key of this one act on the subject: the same one twice is one statement. */
  readonly actId: string;
  readonly personId: string;
  readonly programId: string | null;
  readonly ground: AnyGround;
  readonly rule: Rule;
  /** Rulings on “May I?” that it stands on beside the rule. */
  readonly rulings?: readonly string[];
  readonly facts: string;
  readonly timecodes?: readonly Timecode[];
  /** What exactly is restricted; the sentence of the kind when absent. */
  readonly scope?: string;
  /** ISO country codes; absent: everywhere. */
  readonly territories?: readonly string[];
  readonly endsAt?: Date | null;
  /** What to change or do so that it passes, or ends. */
  readonly remedy: string;
  readonly isFoundBySoftware?: boolean;
  readonly automation?: Automation;
  readonly source?: Source;
  readonly decidedBy: Party;
  /** The second person, where there must be one. */
  readonly confirmedBy?: Party;
  /** Everybody else who took part before: none of them hears an appeal. */
  readonly participants?: readonly string[];
  /** What was decided upon, as it stood: plain values, shown to whoever hears an appeal. */
  readonly snapshot?: Readonly<Record<string, unknown>>;
  /** Clips whose files stay while an appeal is possible. */
  readonly evidence?: readonly string[];
  /** When the content was made, for content. */
  readonly contentAt?: Date;
}

export type DraftPart =
  'ground' | 'rule' | 'facts' | 'timecodes' | 'remedy' | 'endsAt' | 'decidedBy' | 'confirmedBy';

const isRuleWhole = (rule: Rule): boolean =>
  rule.id.trim() !== '' && rule.text.trim() !== '' && (rule.source !== 'clause' || rule.version > 0);

/** Nobody decides about themselves, and a second person is another one. */
function arePartiesApart({ personId, decidedBy, confirmedBy }: StatementDraft): boolean {
  if (decidedBy.id === personId) return false;
  return confirmedBy === undefined || (confirmedBy.id !== decidedBy.id && confirmedBy.id !== personId);
}

/** The parts that are missing or wrong, in the order of the form; empty when the statement may be issued. */
export function missingOf(draft: StatementDraft, now: Date): DraftPart[] {
  const { hasEnd } = kindRow(draft.kind);
  const end = draft.endsAt ?? null;
  const holds: Record<DraftPart, boolean> = {
    ground: Object.hasOwn(ALL_GROUNDS, draft.ground),
    rule: isRuleWhole(draft.rule),
    facts: draft.facts.trim().length >= FACTS_LENGTH,
    timecodes: (draft.timecodes ?? []).every(
      ({ at, until }) => at >= 0 && (until === undefined || until > at),
    ),
    remedy: draft.remedy.trim().length >= REMEDY_LENGTH,
    endsAt: hasEnd ? end !== null && end > now : end === null || end > now,
    decidedBy: draft.decidedBy.id !== draft.personId,
    confirmedBy: arePartiesApart(draft),
  };
  return (Object.keys(holds) as DraftPart[]).filter((part) => !holds[part]);
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

/** Ids of all who took part and are persons, each once. */
export function partiesOf({ decidedBy, confirmedBy, participants = [], personId }: StatementDraft): string[] {
  const all = [decidedBy.id, confirmedBy?.id, ...participants];
  return [...new Set(all)].filter(
    (id): id is string => id !== undefined && id !== 'system' && id !== personId,
  );
}
