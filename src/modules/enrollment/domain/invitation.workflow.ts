import { workflow } from '../../../kernel/workflow';

export interface InvitationFacts {
  /** It is for the address of whoever acts. */
  readonly isTheirs: boolean;
  readonly isOver: boolean;
}

export const INVITATION_STATES = ['open', 'used', 'withdrawn', 'expired'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

/** Days that an invitation is open unless it says otherwise, and at most. */
export const INVITATION_DAYS = { usual: 14, most: 60 } as const;
/** Open invitations of one person in one programme. */
export const PER_INVITER = 25;

/** A seat held out to one address: used once, by that address, before its date. */
export const invitationWorkflow = workflow<InvitationFacts>()({
  name: 'invitation',
  table: 'enrollment_invitations',
  states: INVITATION_STATES,
  initial: 'open',
  moves: {
    accept: {
      from: ['open'],
      to: 'used',
      by: ['artist'],
      unless: ({ isTheirs, isOver }) =>
        isTheirs ? (isOver ? 'invitation_spent' : null) : 'invitation_not_yours',
    },
    withdraw: { from: ['open'], to: 'withdrawn', by: ['manager', 'admin'] },
    expire: { from: ['open'], to: 'expired', by: ['system'] },
  },
});

export const INVITATION_VERBS = ['accept', 'withdraw'] as const;
export type InvitationVerb = (typeof INVITATION_VERBS)[number];

/** Why no further invitation fits, with the cap that is reached; `null`: it fits. Open ones hold a seat each. */
export function invitationCap(facts: {
  readonly capacity: number;
  readonly taken: number;
  readonly open: number;
  readonly openOfInviter: number;
}): number | null {
  if (facts.openOfInviter >= PER_INVITER) return PER_INVITER;
  return facts.taken + facts.open >= facts.capacity ? facts.capacity : null;
}
