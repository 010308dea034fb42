import { workflow } from '../../../kernel/workflow';

export const MAIL_STATES = ['queued', 'sent', 'failed'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** A mail leaves once the server took it, or is given up: its notice is in the portal either way. */
export const mailWorkflow = workflow<object>()({
  name: 'mail',
  table: 'notice_mails',
  states: MAIL_STATES,
  initial: 'queued',
  moves: {
    send: { from: ['queued'], to: 'sent', by: ['system'] },
    giveUp: { from: ['queued'], to: 'failed', by: ['system'] },
  },
});
