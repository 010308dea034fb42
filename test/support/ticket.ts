import type { Submission, Ticket } from '../../src/modules/generation/domain/provider';

/** The ticket of a submit that must have been accepted. */
export function ticketOf(submission: Submission): Ticket {
  if (submission.state === 'accepted') return submission.ticket;
  throw new Error(`not accepted: ${submission.message}`);
}
