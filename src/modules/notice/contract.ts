import { refusals } from '../../kernel/refusal';

export const noticeRefusals = refusals('notice', {
  outbox_off: {
    kind: 'not_found',
    says: 'Mails leave through the mail server here, so there is no outbox to look into.',
  },
});
