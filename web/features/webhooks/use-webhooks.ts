import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap, type Schemas } from '../../api/client';
import { pagesOf } from '../../api/pages';

export type Webhook = Schemas['WebhookView'];
export type NewWebhook = Schemas['NewWebhookView'];
export type WebhookEvent = Schemas['WebhookEventView'];
export type Delivery = Schemas['WebhookDeliveryView'];
export type EventName = WebhookEvent['name'];

export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: () => unwrap(api.GET('/api/v1/webhooks')),
});

export const eventsQuery = queryOptions({
  queryKey: ['webhook-events'],
  staleTime: Infinity,
  queryFn: () => unwrap(api.GET('/api/v1/webhook-events')),
});

export const deliveriesQuery = (id: string) =>
  pagesOf(['webhooks', id, 'deliveries'], (page) =>
    unwrap(api.GET('/api/v1/webhooks/{id}/deliveries', { params: { path: { id }, query: page } })),
  );

/** An act on webhooks that reloads what it may have changed. */
export function useWebhookAct<I, O>(act: (input: I) => Promise<O>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['webhooks'] }),
  });
}

const at = (id: string) => ({ params: { path: { id } } });

export const createWebhook = (body: Schemas['WebhookBody']) => unwrap(api.POST('/api/v1/webhooks', { body }));
export const changeWebhook = (id: string, body: Schemas['WebhookChangeBody']) =>
  unwrap(api.PATCH('/api/v1/webhooks/{id}', { ...at(id), body }));
export const rotateWebhook = (id: string) => unwrap(api.POST('/api/v1/webhooks/{id}/rotate', at(id)));
export const testWebhook = (id: string) => unwrap(api.POST('/api/v1/webhooks/{id}/test', at(id)));
export const removeWebhook = (id: string) => unwrap(api.DELETE('/api/v1/webhooks/{id}', at(id)));
export const moveWebhook = (id: string, verb: 'pause' | 'resume') =>
  unwrap(api.POST('/api/v1/webhooks/{id}/{verb}', { params: { path: { id, verb } } }));
export const resendSkipped = (id: string) => unwrap(api.POST('/api/v1/webhooks/{id}/resend-skipped', at(id)));
export const resendDelivery = (id: string, deliveryId: string) =>
  unwrap(
    api.POST('/api/v1/webhooks/{id}/deliveries/{deliveryId}/resend', {
      params: { path: { id, deliveryId } },
    }),
  );

const FAULTS: Record<string, string> = {
  bad_address: 'the address cannot be read',
  not_https: 'the address is not https',
  has_credentials: 'the address holds a name or password',
  forbidden_port: 'the port is not 443 or 8443',
  forbidden_address: 'the address is not a public one',
  unknown_host: 'no such host',
  too_slow: 'no answer within ten seconds',
  too_large: 'the answer was too large',
  unreachable: 'no connection',
  role_missing: 'you no longer manage a programme',
};

/** What came of one try, in words. */
export function saysOf({ status, fault }: { status: number | null; fault: string | null }): string {
  if (status === null) return FAULTS[fault ?? ''] ?? fault ?? 'no answer';
  if (status >= 200 && status < 300) return `received (${status})`;
  return status >= 300 && status < 400
    ? `answered with a redirect (${status}); it is not followed`
    : `answered ${status}`;
}
