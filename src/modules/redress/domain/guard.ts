import { DAY } from '../../../kernel/clock';
import type { StatementKind } from './kinds';
import { kindRow } from './kinds';
import type { AnyGround } from './grounds';

/** Days after a protected act within which an adverse one is looked at by somebody else. */
export const GUARD_DAYS = 60;

/** What is protected: something that a programme might want to punish. No more than this word and a date is kept. */
export const PROTECTED_KINDS = ['feedback', 'appeal', 'question'] as const;
export type ProtectedKind = (typeof PROTECTED_KINDS)[number];

/** `none`: takes effect now. `before`: waits for the second look. `after`: takes effect now and is looked at. */
export type LookTiming = 'none' | 'before' | 'after';

/** Whether an act at `now` comes within 60 days of the last protected one, to the millisecond. */
export function isGuarded(lastProtectedAt: Date | null, now: Date): boolean {
  return lastProtectedAt !== null && now.getTime() - lastProtectedAt.getTime() <= GUARD_DAYS * DAY;
}

/**
 * When an act is looked at. Whoever is in danger does not wait: a work that is taken down for safety or for the rights of
 * others goes at once. `isSampled`: chosen by chance, so that a second look tells nobody anything about the artist.
 */
export function lookTiming(
  kind: StatementKind,
  ground: AnyGround,
  { guarded, isSampled }: { guarded: boolean; isSampled: boolean },
): LookTiming {
  const { look } = kindRow(kind);
  if (look === 'never' || !(guarded || isSampled)) return 'none';
  const isUrgent = kind === 'work_taken_down' && (ground === 'safety' || ground === 'rights');
  return look === 'after' || isUrgent ? 'after' : 'before';
}
