import { DAY } from '../../../kernel/clock';
import { workflow } from '../../../kernel/workflow';
import type { SuspensionScope } from '../contract';

export const SUSPENSION_STATES = [
  'proposed',
  'confirmed',
  'in_force',
  'refused',
  'withdrawn',
  'expired',
  'dropped',
  'lifted',
  'ended',
  'overturned',
] as const;
export type SuspensionState = (typeof SUSPENSION_STATES)[number];

/** Days within which a second person confirms; then the proposal is over. */
export const CONFIRM_DAYS = 7;
export const SUSPENSION_FACTS_LENGTH = 20;
export const SUSPENSION_REMEDY_LENGTH = 5;

/** Why somebody may be suspended; the grounds of statements that fit. None is tone, opinion or image. */
export const SUSPENSION_GROUNDS = ['terms', 'safety', 'rights', 'confidentiality', 'security'] as const;
export type SuspensionGround = (typeof SUSPENSION_GROUNDS)[number];

/** What is closed, in the words of the statement of reasons. */
export const SCOPE_SAYS: Readonly<Record<SuspensionScope, string>> = {
  generation: 'making clips',
  sharing: 'handing in works to be shared',
  tasks: 'taking new paid tasks',
};

export interface SuspensionFacts {
  /** It is about the caller. */
  readonly isOwn: boolean;
  readonly isProposer: boolean;
  /** Its end date has come. */
  readonly isOver: boolean;
  /** The time for a second person has passed. */
  readonly isStale: boolean;
}

const MANAGERS = ['manager', 'admin'] as const;

const second = ({ isOwn, isProposer, isOver }: SuspensionFacts): string | null => {
  if (isOwn) return 'own_enrollment';
  if (isProposer) return 'second_person';
  return isOver ? 'end_in_past' : null;
};

/**
 * confirmed: a second person said yes, and a second look outside of the line may come first · in_force · dropped: that
 * look said no, or there was nothing left to suspend. It ends by itself; no move here touches pay, portal or appeal.
 */
export const suspensionWorkflow = workflow<SuspensionFacts>()({
  name: 'suspension',
  table: 'enrollment_suspensions',
  states: SUSPENSION_STATES,
  initial: 'proposed',
  moves: {
    confirm: { from: ['proposed'], to: 'confirmed', by: MANAGERS, unless: second },
    refuse: {
      from: ['proposed'],
      to: 'refused',
      by: MANAGERS,
      unless: (facts) => second({ ...facts, isOver: false }),
    },
    withdraw: {
      from: ['proposed'],
      to: 'withdrawn',
      by: MANAGERS,
      unless: ({ isProposer }) => (isProposer ? null : 'not_allowed'),
    },
    expire: {
      from: ['proposed'],
      to: 'expired',
      by: ['system'],
      unless: ({ isOver, isStale }) => (isOver || isStale ? null : 'suspension_not_over'),
    },
    begin: { from: ['confirmed'], to: 'in_force', by: ['system'] },
    drop: { from: ['confirmed'], to: 'dropped', by: ['system'] },
    lift: {
      from: ['in_force'],
      to: 'lifted',
      by: MANAGERS,
      unless: ({ isOwn }) => (isOwn ? 'own_enrollment' : null),
    },
    end: {
      from: ['in_force'],
      to: 'ended',
      by: ['system'],
    },
    overturn: { from: ['in_force', 'lifted', 'ended'], to: 'overturned', by: ['system'] },
  },
});

export type SuspensionVerb = keyof typeof suspensionWorkflow.moves;
/** What a person can ask for. */
export const SUSPENSION_VERBS = ['confirm', 'refuse', 'withdraw', 'lift'] as const;
export type SuspensionButton = (typeof SUSPENSION_VERBS)[number];

/** The plain facts for one caller at `now`. */
export function suspensionFacts(
  row: { personId: string; proposedBy: string; endsAt: Date; createdAt: Date },
  actorId: string,
  now: Date,
): SuspensionFacts {
  return {
    isOwn: row.personId === actorId,
    isProposer: row.proposedBy === actorId,
    isOver: row.endsAt <= now,
    isStale: now.getTime() - row.createdAt.getTime() > CONFIRM_DAYS * DAY,
  };
}
