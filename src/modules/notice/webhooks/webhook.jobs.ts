import { SECOND } from '../../../kernel/clock';
import { jobKind } from '../../../platform/queue/job';

/** One try of one message. Tried once per job: the row knows when to try again, and the sweep reminds. */
export const sendWebhook = jobKind<{ readonly deliveryId: string }>('notice.send_webhook', {
  queue: 'webhooks',
  attempts: 1,
});

export const sweepWebhooks = jobKind<object>('notice.sweep_webhooks', {
  queue: 'webhooks',
  every: 15 * SECOND,
});
