import { workflow } from '../../../kernel/workflow';

export const WEBHOOK_STATES = ['active', 'paused', 'disabled', 'removed'] as const;
export type WebhookState = (typeof WEBHOOK_STATES)[number];

const OWNERS = ['artist', 'manager', 'admin'] as const;

/**
 * An endpoint that messages are sent to. Its owner pauses and resumes it; one that stays silent is disabled by the
 * system and told of, and its owner resumes it when it is mended. Removed is final: its secret is gone.
 */
export const webhookWorkflow = workflow<object>()({
  name: 'webhook',
  table: 'notice_webhooks',
  states: WEBHOOK_STATES,
  initial: 'active',
  moves: {
    pause: { from: ['active'], to: 'paused', by: OWNERS },
    resume: { from: ['paused', 'disabled'], to: 'active', by: OWNERS },
    disable: { from: ['active'], to: 'disabled', by: ['system'] },
    remove: { from: ['active', 'paused', 'disabled'], to: 'removed', by: OWNERS },
  },
});
export const WEBHOOK_VERBS = ['pause', 'resume'] as const;
export type WebhookVerb = keyof typeof webhookWorkflow.moves;

export const DELIVERY_STATES = ['queued', 'delivered', 'failed', 'skipped'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/**
 * One message to one endpoint. Given up after its last try; skipped when its endpoint was paused or disabled as it
 * happened. Its owner may send it (again) at any time.
 */
export const deliveryWorkflow = workflow<object>()({
  name: 'webhook delivery',
  table: 'notice_webhook_deliveries',
  states: DELIVERY_STATES,
  initial: 'queued',
  moves: {
    deliver: { from: ['queued'], to: 'delivered', by: ['system'] },
    giveUp: { from: ['queued'], to: 'failed', by: ['system'] },
    skip: { from: ['queued'], to: 'skipped', by: ['system'] },
    resend: { from: ['delivered', 'failed', 'skipped'], to: 'queued', by: OWNERS },
  },
});
