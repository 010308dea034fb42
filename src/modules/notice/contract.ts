import { eventKind } from '../../kernel/event';
import { refusals } from '../../kernel/refusal';

export const noticeRefusals = refusals('notice', {
  outbox_off: {
    kind: 'not_found',
    says: 'Mails leave through the mail server here, so there is no outbox to look into.',
  },
  address_refused: {
    kind: 'invalid',
    says: 'Messages are sent over https to a public address on port 443 or 8443, without a name or password in it. Correct the address.',
  },
  webhook_exists: {
    kind: 'conflict',
    says: 'You have a webhook at this address. Change its events instead, or remove it first.',
  },
  too_many_webhooks: {
    kind: 'conflict',
    says: 'You have 10 webhooks, the most there can be. Remove one that you no longer need.',
  },
  event_not_yours: {
    kind: 'forbidden',
    says: 'These events are told only to the artist they belong to. Choose from the list of events.',
  },
});

/** An endpoint was disabled, because it failed for days or said that it is gone. */
export interface WebhookDisabled {
  readonly webhookId: string;
  readonly personId: string;
  /** Host of its address; the path may hold a secret. */
  readonly host: string;
  readonly status: number | null;
  readonly fault: string | null;
}
export const webhookDisabled = eventKind<WebhookDisabled>('notice.webhook_disabled');

/** A signing secret was found in public and signs nothing any more. */
export interface WebhookSecretLeaked {
  readonly webhookId: string;
  readonly personId: string;
  readonly host: string;
  /** Otherwise it was the one of before a rotation. */
  readonly isCurrent: boolean;
  /** Where it was found; empty: not told. */
  readonly place: string;
}
export const webhookSecretLeaked = eventKind<WebhookSecretLeaked>('notice.webhook_secret_leaked');
