import { answerFault, blank, CONTRACT, requestFault, routeOf, type Match } from './contract';
import { parse } from './form';
import { StripeWorld } from './world';

/**
 * What goes wrong with one call. `reset_*`: the connection breaks before or after the work was done. `late`: it breaks,
 * and the work is done some calls later. `stored_500*`: a server error which this key answers for ever, after the work or
 * without it.
 */
export type StripeFault =
  | 'none'
  | 'reset_before'
  | 'reset_after'
  | 'hang'
  | 'late'
  | 'stored_500_after'
  | 'stored_500_before'
  | 'rate_limit'
  | 'in_use'
  | 'html_502'
  | 'proxy_404'
  | 'empty_200';

interface Stored {
  readonly fingerprint: string;
  readonly status: number;
  readonly body: object;
  readonly at: number;
}

interface Call {
  readonly match: Match;
  readonly parameters: Record<string, unknown>;
  readonly account: string | null;
  readonly key: string | null;
}

interface Answer {
  readonly status: number;
  readonly body: object;
  /** What Stripe refuses while checking a request is not stored under its key. */
  readonly isStored?: boolean;
}

const DAY = 86_400;

export const NOT_APPROVED =
  'Your platform needs approval for accounts to have requested the `transfers` capability without the `card_payments` capability.';

function fault(status: number, code: string, message: string, type = 'invalid_request_error'): Answer {
  return { status, body: { error: { type, code, message } } };
}

/**
 * A strict, stateful Stripe in memory: every request and every answer is held against the contract, keys are kept for a
 * day as the documentation says, and money is conserved. `fetch` is what an SDK takes as its way out; `server.ts` puts
 * it behind a port. Not faithful: wording of messages, identity checks, rates, and that real sandboxes may be laxer.
 */
export class FakeStripe {
  readonly violations: string[] = [];
  readonly calls: string[] = [];
  private readonly stored = new Map<string, Stored>();
  private readonly flying = new Map<string, { left: number; land: () => void }>();
  private faults: StripeFault[] = [];

  constructor(
    readonly world = new StripeWorld(),
    readonly secretKey = 'sk_test_fake',
  ) {}

  plan(faults: readonly StripeFault[]): void {
    this.faults = [...faults];
  }

  /** Lets everything that is still on the wire arrive. */
  land(): void {
    for (const { land } of this.flying.values()) land();
    this.flying.clear();
  }

  readonly fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const url = new URL(input instanceof Request ? input.url : input);
    const headers = Object.fromEntries(new Headers(init?.headers));
    return this.handle(init?.method ?? 'GET', url, headers, typeof init?.body === 'string' ? init.body : '');
  };

  /** Throws what a broken connection throws. */
  handle(method: string, url: URL, headers: Record<string, string>, body: string): Response {
    this.calls.push(`${method} ${url.pathname}`);
    for (const [key, flight] of this.flying) {
      flight.left -= 1;
      if (flight.left > 0) continue;
      flight.land();
      this.flying.delete(key);
    }
    const planned = this.faults.shift() ?? 'none';
    if (planned === 'reset_before') throw new TypeError('fetch failed: ECONNRESET');
    if (planned === 'rate_limit')
      return reply(fault(429, 'rate_limit', 'Too many requests', 'rate_limit_error'));
    if (planned === 'html_502') return new Response('<html>Bad Gateway</html>', { status: 502 });
    if (planned === 'proxy_404') return reply({ status: 404, body: { message: 'not found by proxy' } });
    if (planned === 'empty_200') return reply({ status: 200, body: {} });
    if (planned === 'in_use')
      return reply(fault(409, 'idempotency_key_in_use', 'Another request is using this key', 'api_error'));
    const call = this.accept(method, url, headers, body);
    if ('status' in call) return reply(call);
    return this.serve(call, planned);
  }

  private accept(method: string, url: URL, headers: Record<string, string>, body: string): Call | Answer {
    if (headers.authorization !== `Bearer ${this.secretKey}`)
      return fault(401, 'api_key_invalid', 'Invalid API Key provided');
    if (headers['stripe-version'] !== CONTRACT.info.version)
      this.violations.push(`version ${headers['stripe-version']} on ${method} ${url.pathname}`);
    const match = routeOf(method, url.pathname);
    if (match === null)
      return fault(404, 'url_invalid', `Unrecognized request URL (${method}: ${url.pathname})`);
    const parameters = parse(method === 'GET' ? url.searchParams : new URLSearchParams(body));
    const wrong = requestFault(match, parameters);
    if (wrong !== null) {
      this.violations.push(wrong);
      return fault(400, 'parameter_unknown', wrong);
    }
    const account = headers['stripe-context'] ?? headers['stripe-account'] ?? null;
    const key = method === 'POST' ? (headers['idempotency-key'] ?? null) : null;
    return { match, parameters, account, key };
  }

  private serve(call: Call, planned: StripeFault): Response {
    const { key } = call;
    const fingerprint = JSON.stringify([call.match.operation.operationId, call.match.names, call.parameters]);
    const kept = key === null ? undefined : this.stored.get(key);
    if (key !== null && this.flying.has(key))
      return reply(fault(409, 'idempotency_key_in_use', 'Another request is using this key', 'api_error'));
    if (kept !== undefined && this.world.now - kept.at < DAY) {
      if (kept.fingerprint !== fingerprint)
        return reply(
          fault(
            400,
            'idempotency_error',
            'Keys for idempotent requests can only be used with the same parameters',
            'idempotency_error',
          ),
        );
      return reply(kept, { 'idempotent-replayed': 'true' });
    }
    if (planned === 'late' && key !== null) {
      this.flying.set(key, { left: 3, land: () => void this.run(call, fingerprint, 'none') });
      throw new TypeError('fetch failed: socket hang up');
    }
    const answer = this.run(call, fingerprint, planned);
    if (planned === 'reset_after') throw new TypeError('fetch failed: socket hang up');
    if (planned === 'hang') throw new DOMException('The operation was aborted', 'AbortError');
    return reply(answer);
  }

  private run(call: Call, fingerprint: string, planned: StripeFault): Answer {
    const { key, match } = call;
    const isWrite = key !== null;
    const done = planned === 'stored_500_before' && isWrite ? null : this.work(call);
    const isBroken = isWrite && (planned === 'stored_500_before' || planned === 'stored_500_after');
    const answer =
      isBroken || done === null ? fault(500, 'api_error', 'Something went wrong', 'api_error') : done;
    if (answer.status === 200) {
      const wrong = answerFault(match, answer.body);
      if (wrong !== null) this.violations.push(wrong);
    }
    if (key !== null && answer.isStored !== false)
      this.stored.set(key, { fingerprint, status: answer.status, body: answer.body, at: this.world.now });
    return answer;
  }

  private work({ match, parameters, account }: Call): Answer {
    const { world } = this;
    const { names } = match;
    const ok = (body: object): Answer => ({ status: 200, body });
    switch (match.operation.operationId) {
      case 'Accounts.create':
        return world.isApproved
          ? ok(this.newAccount(parameters))
          : fault(400, 'parameter_invalid', NOT_APPROVED);
      case 'Accounts.retrieve': {
        const found = world.accounts.get(names.id ?? '');
        return found === undefined
          ? fault(403, 'account_invalid', 'The provided key does not have access to that account')
          : ok(world.accountView(found));
      }
      case 'AccountLinks.create':
        return ok({
          ...blank('AccountLink'),
          object: 'account_link',
          created: world.now,
          expires_at: world.now + 300,
          url: `https://connect.stripe.example/setup/${world.next('c')}`,
        });
      case 'Accounts.createLoginLink':
        return ok({
          ...blank('LoginLink'),
          object: 'login_link',
          created: world.now,
          url: 'https://connect.stripe.example/express',
        });
      case 'Transfers.create': {
        const made = world.transfer(parameters);
        return 'code' in made ? fault(400, made.code, made.message) : ok(world.transferView(made));
      }
      case 'Transfers.retrieve': {
        const found = world.transfers.find(({ id }) => id === names.id);
        return found === undefined
          ? fault(404, 'resource_missing', 'No such transfer')
          : ok(world.transferView(found));
      }
      case 'Transfers.createReversal': {
        const made = world.reverse(names.id ?? '');
        if ('code' in made) return fault(400, made.code, made.message);
        const transfer = world.transfers.find(({ id }) => id === names.id);
        return ok(transfer === undefined ? {} : world.reversalView(transfer, made));
      }
      case 'Balance.retrieve':
        return ok(this.balance(account));
      case 'Payouts.retrieve': {
        const found = world.payouts.find(({ id }) => id === names.id);
        return found === undefined
          ? fault(404, 'resource_missing', 'No such payout')
          : ok(world.payoutView(found));
      }
      default:
        return this.list(match.operation.operationId, parameters, account, names.id ?? '');
    }
  }

  private newAccount(parameters: Record<string, unknown>): object {
    const { world } = this;
    const given = parameters as { country?: string; email?: string; metadata?: Record<string, string> };
    const { country = 'DE', email = null, metadata = {} } = given;
    const account = {
      id: world.next('acct'),
      created: world.now,
      country,
      email,
      metadata,
      transfers: 'inactive' as const,
      payoutsEnabled: false,
      detailsSubmitted: false,
      disabledReason: null,
      due: ['individual.first_name', 'external_account'],
      bank: null,
    };
    world.accounts.set(account.id, account);
    return world.accountView(account);
  }

  private balance(account: string | null): object {
    const codes = [...new Set(this.world.lines.map(({ currency }) => currency))];
    const available = codes.map((currency) => ({ amount: this.world.balance(account, currency), currency }));
    return { ...blank('Balance'), object: 'balance', livemode: this.world.isLive, available, pending: [] };
  }

  private list(
    operation: string,
    given: Record<string, unknown>,
    account: string | null,
    id: string,
  ): Answer {
    const { world } = this;
    const {
      created,
      transfer_group: group,
      payout,
      starting_after: after,
      limit = 10,
    } = given as {
      created?: { gte?: number };
      transfer_group?: string;
      payout?: string;
      starting_after?: string;
      limit?: number;
    };
    const since = created?.gte ?? 0;
    const rows: Record<string, Record<string, unknown>[]> = {
      'Accounts.list': [...world.accounts.values()]
        .filter((one) => one.created >= since)
        .map((one) => world.accountView(one)),
      'Transfers.list': world.transfers
        .filter((one) => one.created >= since && (group === undefined || one.group === group))
        .map((one) => world.transferView(one)),
      'Transfers.listReversals': world.transfers
        .filter((one) => one.id === id)
        .flatMap((one) => one.reversals.map((reversal) => world.reversalView(one, reversal))),
      'Payouts.list': world.payouts
        .filter((one) => one.account === account && one.created >= since)
        .map((one) => world.payoutView(one)),
      'BalanceTransactions.list': world.lines
        .filter((one) => one.account === account && one.created >= since)
        .filter((one) => payout === undefined || one.payout === payout)
        .map((one) => ({
          ...blank('BalanceTransaction'),
          id: one.id,
          object: 'balance_transaction',
          amount: one.net,
          net: one.net,
          currency: one.currency,
          source: one.source,
          created: one.created,
          status: 'available',
          type: one.type,
        })),
      'Events.list': world.events
        .filter((one) => one.account === account && one.created >= since)
        .map((one) => this.eventView(one)),
    };
    const all = rows[operation];
    if (all === undefined) return fault(404, 'url_invalid', `the fake has no ${operation}`);
    const newest = all.toReversed();
    const from = after === undefined ? 0 : newest.findIndex((row) => row.id === after) + 1;
    const data = newest.slice(from, from + limit);
    const url = `/v1/${operation}`;
    return { status: 200, body: { object: 'list', data, has_more: from + data.length < newest.length, url } };
  }

  eventView({ id, type, account, object, created }: StripeWorld['events'][number]): Record<string, unknown> {
    return {
      id,
      object: 'event',
      type,
      ...(account === null ? {} : { account }),
      api_version: CONTRACT.info.version,
      created,
      data: { object },
      livemode: this.world.isLive,
      pending_webhooks: 1,
      request: null,
    };
  }
}

function reply(
  { status, body }: Pick<Answer, 'status' | 'body'>,
  headers: Record<string, string> = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', 'request-id': 'req_fake', ...headers },
  });
}
