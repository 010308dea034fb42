import { SECOND } from '../../../kernel/clock';
import { jobKind } from '../../../platform/queue/job';

/** Hands one mail to the server. Tried once per job: the row knows when to try again, and the sweep reminds. */
export const sendMail = jobKind<{ readonly mailId: string }>('notice.send_mail', {
  queue: 'mail',
  attempts: 1,
});

export const sweepMails = jobKind<object>('notice.sweep_mails', { queue: 'mail', every: 15 * SECOND });
