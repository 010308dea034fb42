import { workflow } from '../../../kernel/workflow';

/** The only reasons for taking pay back, as published. None is tone, opinion, or that somebody else said it before. */
export const VOID_REASONS = {
  copied: 'It is copied from somebody else or from another item of one’s own.',
  bulk_made: 'It was made in bulk by a program, about no real use.',
  not_done: 'The answers have nothing to do with what was asked.',
  shared_account: 'It was done by somebody who is not the artist of this account.',
  paid_by_mistake: 'The programme paid for the wrong item or twice for the same work.',
} as const satisfies Record<string, string>;
export type VoidReason = keyof typeof VOID_REASONS;
export const VOID_REASON_NAMES = Object.keys(VOID_REASONS) as readonly VoidReason[];

export const isVoidReason = (text: string | undefined): text is VoidReason =>
  text !== undefined && Object.hasOwn(VOID_REASONS, text);

export const VOID_STATES = ['proposed', 'confirmed', 'dropped', 'overturned'] as const;
export type VoidState = (typeof VOID_STATES)[number];

export interface VoidFacts {
  /** Whoever acts proposed it. */
  readonly isProposer: boolean;
  /** Whoever acts is the artist whose pay it is. */
  readonly isOwner: boolean;
  /** Whoever acts took part in the void: an appeal is for somebody else. */
  readonly hasDecided: boolean;
  readonly hasAnswer: boolean;
  /** Two agreed, and somebody outside of the line looks at it before it takes effect. */
  readonly isHeld: boolean;
}

type Rule = (facts: VoidFacts) => string | null;

const notHeld: Rule = ({ isOwner, isHeld }) => {
  if (isOwner) return 'own_feedback';
  return isHeld ? 'second_look_open' : null;
};
const second: Rule = (facts) => notHeld(facts) ?? (facts.isProposer ? 'second_person_missing' : null);
const other: Rule = ({ isOwner, hasDecided, hasAnswer }) => {
  if (isOwner) return 'own_feedback';
  if (hasDecided) return 'second_person_missing';
  return hasAnswer ? null : 'answer_missing';
};

const STAFF = ['manager', 'admin'] as const;

/** Taking pay back for what was accepted: one person proposes, another confirms, a third may overturn. */
export const voidWorkflow = workflow<VoidFacts>()({
  name: 'feedback_void',
  table: 'feedback_voids',
  states: VOID_STATES,
  initial: 'proposed',
  moves: {
    confirm: { from: ['proposed'], to: 'confirmed', by: STAFF, unless: second },
    drop: { from: ['proposed'], to: 'dropped', by: STAFF, unless: notHeld },
    overturn: { from: ['confirmed'], to: 'overturned', by: [...STAFF, 'reviewer', 'system'], unless: other },
  },
});

export type VoidVerb = keyof typeof voidWorkflow.moves;
export const VOID_VERBS = Object.keys(voidWorkflow.moves) as readonly VoidVerb[];
