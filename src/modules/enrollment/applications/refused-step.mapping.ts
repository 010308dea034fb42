import { refusal } from '../../../kernel/refusal';
import { refusedMove } from '../../../kernel/workflow';
import { enrollmentRefusals } from '../contract';
import { applicationWorkflow } from '../domain/application.workflow';
import { inZone } from '../domain/promise';

/** The refusal of a step, with what helps: when the deadline was, on the clock of whoever is late. */
export function refusedStep(
  code: string,
  state: string,
  verb: string,
  program: { readonly capacity: number; readonly applicationsUntil: Date | null },
  timeZone: string,
  more: Readonly<Record<string, unknown>> = {},
): Error {
  if (code === 'programme_full') return refusal(enrollmentRefusals, code, { capacity: program.capacity });
  if (code === 'too_late' && program.applicationsUntil !== null) {
    const closedAt = program.applicationsUntil.toISOString();
    return refusal(enrollmentRefusals, code, {
      closedAt,
      there: inZone(program.applicationsUntil, timeZone),
    });
  }
  if (code === 'reviews_missing' || code === 'decided_otherwise')
    return refusal(enrollmentRefusals, code, more);
  return refusedMove(enrollmentRefusals, code, applicationWorkflow, state, verb);
}
