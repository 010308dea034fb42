import type { Role } from '../../../kernel/actor';
import { workflow } from '../../../kernel/workflow';

export const LOOK_STATES = ['open', 'confirmed', 'rejected', 'lapsed'] as const;
export type LookState = (typeof LOOK_STATES)[number];

export const VERDICT_LENGTH = 20;
/** Days within which a second look has its verdict; an act that waited for longer does not take effect at all. */
export const LOOK_DAYS = 5;

export interface LookFacts {
  /** The caller decided, confirmed or took part in the act. */
  readonly tookPart: boolean;
  /** The act concerns the caller. */
  readonly isOwn: boolean;
  /** The caller holds the role in which the act was decided. */
  readonly isSameLine: boolean;
  readonly hasReasons: boolean;
  readonly isOverdue: boolean;
}

/** Outside of the line: another person, in none of the roles of whoever decided. */
export function isSameLine(roles: readonly Role[], decidedAs: readonly Role[]): boolean {
  return decidedAs.some((role) => roles.includes(role));
}

const outside = (facts: LookFacts): string | null => {
  if (facts.isOwn) return 'own_act';
  if (facts.tookPart) return 'took_part';
  if (facts.isSameLine) return 'same_line';
  return facts.hasReasons ? null : 'reasons_missing';
};

const LOOKERS = ['reviewer', 'finance', 'manager', 'admin'] as const;

/** A second look at an adverse act. Silence is in favour of the artist. */
export const lookWorkflow = workflow<LookFacts>()({
  name: 'second_look',
  table: 'redress_looks',
  states: LOOK_STATES,
  initial: 'open',
  moves: {
    confirm: { from: ['open'], to: 'confirmed', by: LOOKERS, unless: outside },
    reject: { from: ['open'], to: 'rejected', by: LOOKERS, unless: outside },
    lapse: {
      from: ['open'],
      to: 'lapsed',
      by: ['system'],
      unless: ({ isOverdue }) => (isOverdue ? null : 'not_due'),
    },
  },
});

export type LookVerb = keyof typeof lookWorkflow.moves;
export const LOOK_VERBS = ['confirm', 'reject'] as const;
