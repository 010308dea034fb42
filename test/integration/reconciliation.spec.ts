import { ReconciliationService } from '../../src/modules/payouts/reconciliation/reconciliation.service';
import { RunRepository } from '../../src/modules/payouts/reconciliation/run.repository';
import { FindingBook } from '../../src/modules/payouts/reconciliation/finding-book.service';
import { RailRegistry } from '../../src/modules/payouts/rails/rail-registry.service';
import { RecipientRepository } from '../../src/modules/payouts/recipients/recipient.repository';
import { startTestApp, type TestApp } from '../support/app';
import {
  approveBatch,
  breakNextPay,
  complaints,
  draftBatch,
  earn,
  fundedProgram,
  payoutIn,
  settleAfter,
  until,
} from '../support/payouts';
import { startStripe, type StripeServer } from '../support/stripe/server';

let stripe: StripeServer;
let atelier: TestApp;
let account: string;

beforeAll(async () => {
  stripe = await startStripe();
  stripe.fake.world.fund('eur', 1_000_000);
  atelier = await startTestApp('reconciliation', { env: stripe.env });
  settleAfter(atelier, 600_000);
  const rail = atelier.app.get(RailRegistry).get('stripe');
  const { id: personId, email } = atelier.people.artist;
  const { ref } = await rail.createRecipient({ personId, email, name: 'artist', country: 'DE' });
  stripe.fake.world.onboard(ref);
  const seen = await rail.recipientStatus(ref);
  await atelier.db.tx((tx) =>
    atelier.app.get(RecipientRepository).save(tx, personId, 'stripe', 'test', seen),
  );
  account = ref;
}, 60_000);
afterAll(async () => {
  await atelier?.stop();
  await stripe?.stop();
  expect(stripe?.fake.violations).toEqual([]);
});

interface Finding {
  readonly id: string;
  readonly subject: string;
  readonly match: string;
  readonly state: string;
  readonly age: number | null;
  readonly available: readonly string[];
  readonly acceptedBy: string | null;
  readonly code?: string;
}
interface Page {
  readonly items: readonly Finding[];
  readonly sums: readonly { match: string; count: number; ours: { amount: number; currency: string } }[];
}

const write = (sql: string, ...values: unknown[]) => atelier.db.tx((tx) => tx.run(sql, values));

async function reconcile(rail: 'sandbox' | 'stripe'): Promise<void> {
  const { status, body } = await atelier.request<{ items: { id: string }[] }>(
    'POST',
    '/api/v1/reconciliation/runs',
    {
      as: 'finance',
      body: { rail },
    },
  );
  if (status !== 202) throw new Error(JSON.stringify(body));
  const id = body.items[0]?.id ?? '';
  const run = await until('the run has ended', async () => {
    const row = await atelier.app.get(RunRepository).find(id);
    return row?.endedAt == null ? null : row;
  });
  if (run.fault !== null) throw new Error(run.fault);
}

const findings = async (query = ''): Promise<Page> =>
  (await atelier.request<Page>('GET', `/api/v1/reconciliation/findings?limit=100${query}`, { as: 'finance' }))
    .body;
const findingOf = async (subject: string): Promise<Finding | undefined> =>
  (await findings()).items.find((row) => row.subject === subject);
const act = (id: string, verb: string, as: 'finance' | 'finance2', body: object = {}) =>
  atelier.request<Finding>('POST', `/api/v1/reconciliation/findings/${id}/${verb}`, { as, body });

async function sent(rail: 'sandbox' | 'stripe', ready: () => void = () => undefined): Promise<string> {
  const artist = rail === 'stripe' ? 'artist' : 'artist2';
  if (rail === 'sandbox') {
    const personId = atelier.people.artist2.id;
    const recipients = atelier.app.get(RecipientRepository);
    const seen = await atelier.app.get(RailRegistry).get('sandbox').recipientStatus(personId);
    await atelier.db.tx(async (tx) => {
      await recipients.save(tx, personId, 'sandbox', 'test', seen);
      await recipients.choose(tx, personId, 'sandbox');
    });
  }
  const programId = await fundedProgram(atelier);
  await earn(atelier, artist, programId);
  const body = { programId, currency: 'EUR', rail };
  const batch = rail === 'stripe' ? await draftBatch(atelier, programId) : await drafted(body);
  ready();
  await approveBatch(atelier, batch);
  return batch.payouts[0]?.id ?? '';
}
async function drafted(body: object): ReturnType<typeof draftBatch> {
  const answer = await atelier.request<Awaited<ReturnType<typeof draftBatch>>>(
    'POST',
    '/api/v1/payout-batches',
    {
      as: 'finance',
      body,
    },
  );
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

const unexplainedView = async (): Promise<string[]> => {
  const rows = await atelier.db.read<{ id: string }>('SELECT item_id AS id FROM payouts_unexplained');
  return rows.map(({ id }) => id);
};

describe('a rail of ours', () => {
  it('matches payout by payout, and a payout that nobody compared keeps its month open', async () => {
    const id = await sent('sandbox');
    await payoutIn(atelier, id, 'in_transit');
    expect(await unexplainedView()).toContain(id);
    await reconcile('sandbox');
    expect(await findingOf(id)).toMatchObject({ match: 'matched', state: 'clear', age: null, available: [] });
    expect(await unexplainedView()).not.toContain(id);
  });

  it('that lost a transfer is told of, explained by one person and accepted by another only', async () => {
    const id = await sent('sandbox');
    await payoutIn(atelier, id, 'in_transit');
    await write('DELETE FROM payouts_sandbox_transfers WHERE reference = $1', id);
    await reconcile('sandbox');
    const open = (await findingOf(id)) as Finding;
    expect(open).toMatchObject({ match: 'missing_there', state: 'open', available: ['explain'] });
    expect(open.age).toBeGreaterThanOrEqual(0);
    expect(await unexplainedView()).toContain(open.id);
    expect((await act(open.id, 'explain', 'finance')).body.code).toBe('payouts.explanation_missing');
    const explained = await act(open.id, 'explain', 'finance', {
      explanation: 'The bank confirms it by letter.',
    });
    expect(explained.body).toMatchObject({ state: 'proposed' });
    expect((await act(open.id, 'accept', 'finance')).body.code).toBe('payouts.own_explanation');
    expect((await act(open.id, 'send_back', 'finance2')).body).toMatchObject({ state: 'open' });
    await act(open.id, 'explain', 'finance2', { explanation: 'The bank confirms it, letter of 3 March.' });
    expect((await act(open.id, 'accept', 'finance')).body).toMatchObject({ state: 'explained' });
    expect(await unexplainedView()).not.toContain(open.id);
    await reconcile('sandbox');
    expect(await findingOf(id)).toMatchObject({ state: 'explained' });
    const soon = new Date(Date.now() + 60_000);
    expect(await atelier.app.get(FindingBook).unexplained(soon)).toBe(0);
  });

  it('whose answer is not known is pending at first, unknown later, and clear once it is known', async () => {
    const id = await sent('sandbox', () => breakNextPay(atelier, 'before'));
    await payoutIn(atelier, id, 'sending');
    await reconcile('sandbox');
    expect(await findingOf(id)).toMatchObject({ match: 'pending', state: 'clear' });
    await write(
      `UPDATE payouts_attempts SET leased_until = now() + interval '1 hour' WHERE payout_id = $1`,
      id,
    );
    await write(`UPDATE payouts_payouts SET updated_at = now() - interval '16 minutes' WHERE id = $1`, id);
    await reconcile('sandbox');
    expect(await findingOf(id)).toMatchObject({ match: 'unknown', state: 'open' });
    await write('UPDATE payouts_attempts SET leased_until = now() WHERE payout_id = $1', id);
    await payoutIn(atelier, id, 'in_transit');
    await reconcile('sandbox');
    expect(await findingOf(id)).toMatchObject({ match: 'matched', state: 'clear' });
  });
});

describe('Stripe', () => {
  it('matches, transfers and balance', async () => {
    const id = await sent('stripe');
    await payoutIn(atelier, id, 'in_transit');
    await reconcile('stripe');
    expect(await findingOf(id)).toMatchObject({ match: 'matched', state: 'clear' });
    expect(await findingOf('EUR')).toMatchObject({ match: 'matched', state: 'clear' });
  });

  it('is followed before a difference is believed: news that got lost is no difference', async () => {
    const id = await sent('stripe');
    await payoutIn(atelier, id, 'in_transit');
    const transfer = stripe.fake.world.transfers.find(({ group }) => group === id);
    stripe.fake.world.reverse(transfer?.id ?? '');
    await reconcile('stripe');
    expect(await findingOf(id)).toMatchObject({ match: 'matched', state: 'clear' });
    await payoutIn(atelier, id, 'returned');
  });

  it('has a transfer that nobody here knows: it is told of until two people explained it', async () => {
    const { world } = stripe.fake;
    const made = world.transfer({
      amount: 777,
      currency: 'eur',
      destination: account,
      transfer_group: 'by_hand',
    });
    const railRef = 'id' in made ? made.id : '';
    await reconcile('stripe');
    const open = (await findingOf(railRef)) as Finding;
    expect(open).toMatchObject({ match: 'missing_here', state: 'open' });
    await act(open.id, 'explain', 'finance', { explanation: 'Sent by hand in the dashboard, ticket 12.' });
    await act(open.id, 'accept', 'finance2');
    await reconcile('stripe');
    expect(await findingOf(railRef)).toMatchObject({
      state: 'explained',
      acceptedBy: 'finance2 of the test',
    });
  });

  it('holds less than moved: the balance differs until it is explained, and counts from there', async () => {
    const { world } = stripe.fake;
    world.book(null, 'gone', -500, 'eur', 'adjustment');
    const line = world.lines.pop();
    await reconcile('stripe');
    expect(await findingOf('EUR')).toMatchObject({ match: 'matched' });
    if (line !== undefined) world.lines.push({ ...line, created: 1 });
    await reconcile('stripe');
    await reconcile('stripe');
    const open = (await findingOf('EUR')) as Finding;
    expect(open).toMatchObject({ match: 'differs', state: 'open' });
    await act(open.id, 'explain', 'finance', { explanation: 'A correction by Stripe, ticket 13.' });
    await act(open.id, 'accept', 'finance2');
    await reconcile('stripe');
    await reconcile('stripe');
    expect(await findingOf('EUR')).toMatchObject({ match: 'matched', state: 'clear' });
  });

  it('that cannot be asked leaves the findings as they are and says why', async () => {
    const service = atelier.app.get(ReconciliationService);
    stripe.fake.plan(Array.from({ length: 50 }, () => 'html_502' as const));
    await expect(reconcile('stripe')).rejects.toThrow(/./);
    stripe.fake.plan([]);
    expect(service.keys()).toEqual(expect.arrayContaining(['sandbox', 'stripe']));
    const { body } = await atelier.request<{ runs: { fault: string | null }[]; verification: object }>(
      'GET',
      '/api/v1/reconciliation',
      { as: 'manager' },
    );
    expect(body.runs[0]?.fault).toEqual(expect.any(String));
    expect(body.verification).toMatchObject({ apiVersion: '2026-10-28.endive' });
  });
});

describe('the list', () => {
  it('sums the whole filtered set, pages it and gives it as a file with the same totals', async () => {
    const page = await findings('&match=matched&rail=stripe');
    const [sum] = page.sums;
    expect(sum?.count).toBe(page.items.length);
    const first = await atelier.request<Page & { next: string }>(
      'GET',
      '/api/v1/reconciliation/findings?limit=1',
      { as: 'finance' },
    );
    const second = await atelier.request<Page>(
      'GET',
      `/api/v1/reconciliation/findings?limit=1&cursor=${first.body.next}`,
      { as: 'finance' },
    );
    expect(second.body.items[0]?.id).not.toBe(first.body.items[0]?.id);
    const file = await atelier.request<string>(
      'GET',
      '/api/v1/reconciliation/findings.csv?match=matched&rail=stripe',
      {
        as: 'finance',
      },
    );
    const lines = file.body.trim().split('\r\n');
    expect(lines).toHaveLength(1 + page.items.length + page.sums.length);
    expect(lines.at(-1)).toContain(`TOTAL,${sum?.count} findings`);
  });

  it('is for those who look at payouts, its steps for those who work with them', async () => {
    const nobody = await atelier.request('GET', '/api/v1/reconciliation/findings', { as: 'artist' });
    expect(nobody.status).toBe(403);
    const manager = await atelier.request('POST', '/api/v1/reconciliation/runs', { as: 'manager', body: {} });
    expect(manager.status).toBe(403);
  });
});

it('holds every standing check of its own afterwards', async () => {
  await atelier.settle();
  expect(await complaints(atelier, /^payouts-findings/)).toEqual({});
});
