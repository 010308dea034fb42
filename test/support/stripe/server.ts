import http from 'node:http';
import type { AddressInfo } from 'node:net';
import Sdk from 'stripe';
import { FakeStripe } from './fake';

export const STRIPE_SECRETS = { account: 'whsec_account', connect: 'whsec_connect', thin: 'whsec_thin' };

export interface StripeServer {
  readonly fake: FakeStripe;
  /** What an Atelier needs to know in order to pay by this one. */
  readonly env: Record<string, string>;
  stop(): Promise<void>;
}

/** The fake behind a port. A broken connection is one: the socket is closed without an answer. */
export async function startStripe(fake = new FakeStripe()): Promise<StripeServer> {
  fake.world.now = Math.trunc(Date.now() / 1_000);
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://stripe.test');
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      );
      try {
        const answer = fake.handle(request.method ?? 'GET', url, headers, Buffer.concat(chunks).toString());
        void answer
          .text()
          .then((text) => response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(text));
      } catch {
        request.socket.destroy();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    fake,
    env: {
      STRIPE_SECRET_KEY: fake.secretKey,
      STRIPE_API_BASE: `http://127.0.0.1:${port}`,
      ATELIER_OUTGOING_HOSTS: `127.0.0.1:${port}`,
      STRIPE_COUNTRY: 'DE',
      STRIPE_WEBHOOK_SECRET: STRIPE_SECRETS.account,
      STRIPE_CONNECT_WEBHOOK_SECRET: STRIPE_SECRETS.connect,
      STRIPE_THIN_WEBHOOK_SECRET: STRIPE_SECRETS.thin,
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A body as Stripe sends it: signed with the secret of its endpoint. */
export function signed(body: object, secret: string): { payload: string; signature: string } {
  const payload = JSON.stringify(body);
  const { webhooks } = new Sdk('sk_test_unused');
  return { payload, signature: webhooks.generateTestHeaderString({ payload, secret }) };
}

/** The same happening as a thin event. */
export const thinOf = (event: Record<string, unknown>): object => {
  const { id, type, account, created, data, livemode } = event as {
    id: string;
    type: string;
    account?: string;
    created: number;
    data: { object: { id: string; object: string } };
    livemode: boolean;
  };
  return {
    id: `${id}_thin`,
    object: 'v2.core.event',
    type: `v1.${type}`,
    created: new Date(created * 1_000).toISOString(),
    livemode,
    ...(account === undefined ? {} : { context: account }),
    related_object: {
      id: data.object.id,
      type: data.object.object,
      url: `/v1/${data.object.object}s/${data.object.id}`,
    },
  };
};
