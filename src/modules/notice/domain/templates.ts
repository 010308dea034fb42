import { ACCOUNT } from './account.templates';
import { INCIDENTS, KEYS } from './key.templates';
import { FEEDBACK } from './feedback.templates';
import { GRANT } from './grant.templates';
import { INVITATION } from './invitation.templates';
import type { Words } from './letter';
import { MONEY } from './money.templates';
import { LICENCES } from './licence.templates';
import { REDRESS } from './redress.templates';
import { PAY } from './pay.templates';
import { READING } from './reading.templates';
import { TASK } from './task.templates';
import type { AnyTemplate, Template } from './template';
import { WORK } from './work.templates';

/** Those whose test stands beside them. */
export const WITH_OWN_CASES: readonly AnyTemplate[] = [
  ...FEEDBACK,
  ...PAY,
  ...GRANT,
  ...READING,
  ...INVITATION,
  ...LICENCES,
  ...REDRESS,
  ...TASK,
];

/** The one table: what people are told, when, whether by mail too, and in which words. */
export const TEMPLATES: readonly AnyTemplate[] = [
  ...ACCOUNT,
  ...KEYS,
  ...INCIDENTS,
  ...WORK,
  ...MONEY,
  ...WITH_OWN_CASES,
];

/** The templates that apply to one occurrence, in the order of the table. */
export function templatesFor(
  event: string,
  payload: object,
): { kind: string; isMailed: boolean; words: Words }[] {
  return (TEMPLATES as readonly Template<object>[])
    .filter((template) => template.event === event && template.when(payload))
    .map(({ kind, isMailed, write }) => ({ kind, isMailed, words: write(payload) }));
}
