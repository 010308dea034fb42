import { useRef } from 'react';
import { newIdempotencyKey } from './client';

/**
 * Headers with one Idempotency-Key per intended act. It stays the same until `done`, so that a second try after a lost
 * answer is not a second act.
 */
export function useActKey() {
  const keys = useRef(new Map<string, string>());
  return {
    headers: (act: string) => {
      const key = keys.current.get(act) ?? newIdempotencyKey();
      keys.current.set(act, key);
      return { 'Idempotency-Key': key };
    },
    done: (act: string) => {
      keys.current.delete(act);
    },
  };
}
