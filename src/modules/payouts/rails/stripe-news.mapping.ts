import type Sdk from 'stripe';
import { SECOND } from '../../../kernel/clock';
import { refusal } from '../../../kernel/refusal';
import { payoutsRefusals } from '../contract';
import type { RailNews } from '../domain/rail';

/** Signing secrets by endpoint; two of one while it is being changed. */
export interface StripeSecrets {
  readonly account: readonly string[];
  readonly connect: readonly string[];
  readonly thin: readonly string[];
}

interface Thing {
  readonly id?: string;
  readonly object?: string;
  readonly account?: string;
}

/** A snapshot event. What it says of its object is not believed: the object is fetched. */
export function newsOf(event: Sdk.Event): RailNews {
  const thing = event.data.object as Thing;
  return {
    id: event.id,
    type: event.type,
    mode: event.livemode ? 'live' : 'test',
    at: new Date(event.created * SECOND),
    recipient: event.account ?? (thing.object === 'account' ? (thing.id ?? null) : null),
    object: thing.id ?? null,
  };
}

interface ThinEvent {
  readonly id: string;
  readonly type: string;
  readonly created: string;
  readonly livemode: boolean;
  readonly context?: { toString(): string } | string | null;
  readonly related_object?: { readonly id: string } | null;
}

/** A thin event names only what changed; `v1.` in front of its type is dropped, so that both kinds are one. */
function thinNewsOf(event: ThinEvent): RailNews {
  const context = event.context?.toString() ?? '';
  const object = event.related_object?.id ?? null;
  const isAccount = object?.startsWith('acct_') === true;
  return {
    id: event.id,
    type: event.type.replace(/^v1\./, ''),
    mode: event.livemode ? 'live' : 'test',
    at: new Date(event.created),
    recipient: context !== '' ? context : isAccount ? object : null,
    object,
  };
}

/**
 * Verifies under each secret of the endpoint. Endpoints are told apart by their address, never by what a body looks like.
 * Refuses `signature_wrong`.
 */
export function parseNews(
  stripe: Sdk,
  secrets: StripeSecrets,
  raw: Buffer,
  headers: Readonly<Record<string, unknown>>,
  source: string,
): RailNews {
  const signature = headers['stripe-signature'];
  const candidates = secrets[source as keyof StripeSecrets] ?? [];
  if (typeof signature !== 'string' || candidates.length === 0)
    throw refusal(payoutsRefusals, 'signature_wrong');
  for (const secret of candidates) {
    try {
      return source === 'thin'
        ? thinNewsOf(stripe.parseEventNotification(raw, signature, secret) as unknown as ThinEvent)
        : newsOf(stripe.webhooks.constructEvent(raw, signature, secret));
    } catch {
      // Another secret may fit while one is being changed.
    }
  }
  throw refusal(payoutsRefusals, 'signature_wrong');
}
