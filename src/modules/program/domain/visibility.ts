import type { Actor } from '../../../kernel/actor';
import { may } from '../../access/contract';

/** Whether the caller prepares programmes: to everybody else a draft does not exist. */
export function maySeeDrafts(me: Pick<Actor, 'roles'>): boolean {
  return may(me, 'program.manage') || may(me, 'program.fund');
}
