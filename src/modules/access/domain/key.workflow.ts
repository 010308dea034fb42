import { workflow } from '../../../kernel/workflow';

export const KEY_STATES = ['active', 'throttled', 'quarantined', 'revoked'] as const;
export type KeyState = (typeof KEY_STATES)[number];

export interface KeyFacts {
  /** A successor exists; this key only lives through its overlap, or lies in quarantine. */
  readonly isRotated: boolean;
}

const once = ({ isRotated }: KeyFacts): string | null => (isRotated ? 'key_rotated' : null);

/**
 * The life of an API key. Rotation keeps the old key alive for the overlap (24 h); `retire` is the clock that ends it.
 * `leak` is its owner's own alarm. What is suspected is throttled and gets calm again by itself; what is dangerous is
 * quarantined: only a person ends that, and the key is never revived, whatever they find. Its owner gets a new key by
 * `replace`.
 */
export const keyWorkflow = workflow<KeyFacts>()({
  name: 'key',
  table: 'access_keys',
  states: KEY_STATES,
  initial: 'active',
  moves: {
    rotate: { from: ['active'], to: 'active', by: ['artist'], unless: once },
    leak: { from: ['active', 'throttled'], to: 'quarantined', by: ['artist'] },
    replace: { from: ['quarantined'], to: 'quarantined', by: ['artist'], unless: once },
    throttle: { from: ['active'], to: 'throttled', by: ['system'] },
    calm: { from: ['throttled'], to: 'active', by: ['system'] },
    quarantine: { from: ['active', 'throttled'], to: 'quarantined', by: ['manager', 'admin', 'system'] },
    release: { from: ['quarantined'], to: 'revoked', by: ['manager', 'admin'] },
    revoke: { from: ['active', 'throttled'], to: 'revoked', by: ['artist', 'manager', 'admin', 'system'] },
    retire: { from: ['active', 'throttled'], to: 'revoked', by: ['system'] },
  },
});
