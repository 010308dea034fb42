import { workflow } from '../../../kernel/workflow';

export const KEY_STATES = ['active', 'revoked'] as const;
export type KeyState = (typeof KEY_STATES)[number];

export interface KeyFacts {
  /** A successor exists; this key only lives through its overlap. */
  readonly isRotated: boolean;
}

/**
 * The life of an API key. Rotation keeps the old key alive for the overlap (24 h), unless it leaked; `retire` is the
 * clock that ends the overlap. Revoked is final: a stopped key is never revived.
 */
export const keyWorkflow = workflow<KeyFacts>()({
  name: 'key',
  table: 'access_keys',
  states: KEY_STATES,
  initial: 'active',
  moves: {
    rotate: {
      from: ['active'],
      to: 'active',
      by: ['artist'],
      unless: ({ isRotated }) => (isRotated ? 'key_rotated' : null),
    },
    revoke: { from: ['active'], to: 'revoked', by: ['artist', 'manager', 'admin', 'system'] },
    retire: { from: ['active'], to: 'revoked', by: ['system'] },
  },
});
