import { workflow } from '../../../kernel/workflow';

export const ROLE_CHANGE_STATES = ['proposed', 'confirmed', 'withdrawn'] as const;
export type RoleChangeState = (typeof ROLE_CHANGE_STATES)[number];

export interface RoleChangeFacts {
  readonly isProposer: boolean;
  readonly isSubject: boolean;
}

/** Making an administrator takes two people: an administrator proposes, somebody else of the management confirms. */
export const roleChangeWorkflow = workflow<RoleChangeFacts>()({
  name: 'role_change',
  table: 'access_role_changes',
  states: ROLE_CHANGE_STATES,
  initial: 'proposed',
  moves: {
    confirm: {
      from: ['proposed'],
      to: 'confirmed',
      by: ['manager', 'admin'],
      unless: ({ isProposer, isSubject }) => (isProposer || isSubject ? 'second_person' : null),
    },
    withdraw: { from: ['proposed'], to: 'withdrawn', by: ['manager', 'admin'] },
  },
});
