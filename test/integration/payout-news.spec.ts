import { newId } from '../../src/kernel/id';
import { NewsService } from '../../src/modules/payouts/news/news.service';
import { RecipientRepository } from '../../src/modules/payouts/recipients/recipient.repository';
import { RailRegistry } from '../../src/modules/payouts/rails/rail-registry.service';
import { SendingService } from '../../src/modules/payouts/sending/sending.service';
import { startTestApp, type CastName, type TestApp } from '../support/app';
import {
  approveBatch,
  complaints,
  draftBatch,
  earn,
  fundedProgram,
  payoutIn,
  until,
} from '../support/payouts';
import { signed, startStripe, STRIPE_SECRETS, thinOf, type StripeServer } from '../support/stripe/server';
import type { BankPayout, Happened } from '../support/stripe/world';

let stripe: StripeServer;
let atelier: TestApp;

beforeAll(async () => {
  stripe = await startStripe();
  stripe.fake.world.fund('eur', 1_000_000);
  atelier = await startTestApp('payout_news', { env: stripe.env });
}, 60_000);
afterAll(async () => {
  await atelier?.stop();
  await stripe?.stop();
  expect(stripe?.fake.violations).toEqual([]);
});

type Source = keyof typeof STRIPE_SECRETS;

async function post(source: Source, body: object, secret = STRIPE_SECRETS[source]): Promise<number> {
  const { payload, signature } = signed(body, secret);
  const answer = await fetch(`${atelier.url}/api/v1/rail-hooks/stripe/${source}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'stripe-signature': signature },
    body: payload,
  });
  return answer.status;
}

const bodyOf = (event: Happened): Record<string, unknown> => stripe.fake.eventView(event);
const sourceOf = ({ account }: Happened): Source => (account === null ? 'account' : 'connect');
const eventsFrom = (first: number): Happened[] => stripe.fake.world.events.slice(first);

/** Everything that is known was looked at. */
const heard = () =>
  until('all news is followed', async () => {
    const [row] = await atelier.db.read<{ open: number }>(
      'SELECT count(*)::int AS open FROM payouts_news WHERE handled_at IS NULL',
    );
    return row?.open === 0;
  });

const accounts = new Map<CastName, string>();
/** The account of an artist, ready to be paid. */
async function accountOf(artist: CastName): Promise<string> {
  const known = accounts.get(artist);
  if (known !== undefined) return known;
  const rail = atelier.app.get(RailRegistry).get('stripe');
  const { id: personId, email } = atelier.people[artist];
  const made = await rail.createRecipient({ personId, email, name: artist, country: 'DE' });
  stripe.fake.world.onboard(made.ref);
  const seen = await rail.recipientStatus(made.ref);
  const recipients = atelier.app.get(RecipientRepository);
  await atelier.db.tx((tx) => recipients.save(tx, personId, 'stripe', 'test', seen));
  accounts.set(artist, made.ref);
  return made.ref;
}

/** A payout whose transfer is on the artist's account. */
async function sent(artist: CastName): Promise<{ id: string; account: string }> {
  const account = await accountOf(artist);
  const programId = await fundedProgram(atelier);
  await earn(atelier, artist, programId);
  const batch = await draftBatch(atelier, programId);
  await approveBatch(atelier, batch);
  const id = batch.payouts[0]?.id ?? '';
  await payoutIn(atelier, id, 'in_transit');
  return { id, account };
}

function bankPays(account: string): BankPayout {
  const payout = stripe.fake.world.payOut(account, 'eur');
  if (payout === null) throw new Error('nothing to pay out');
  return payout;
}

const entriesOf = async (id: string): Promise<number> => {
  const [row] = await atelier.db.read<{ count: number }>(
    'SELECT count(*)::int AS count FROM ledger_entries WHERE reference LIKE $1',
    [`payout:${id}:%`],
  );
  return row?.count ?? -1;
};

describe('a message', () => {
  it('is refused unless it is signed with the secret of its own address, and nothing is kept of it', async () => {
    const event = { id: 'evt_forged', object: 'event', type: 'payout.paid', created: 1, livemode: false };
    const body = { ...event, data: { object: { id: 'po_1', object: 'payout' } } };
    expect(await post('account', body, 'whsec_other')).toBe(401);
    expect(await post('account', body, STRIPE_SECRETS.connect)).toBe(401);
    expect(await post('thin', body, STRIPE_SECRETS.account)).toBe(401);
    const rows = await atelier.db.read(`SELECT 1 FROM payouts_news WHERE id = 'evt_forged'`);
    expect(rows).toEqual([]);
  });

  it('of live money is taken and left alone', async () => {
    const body = { id: 'evt_live', object: 'event', type: 'payout.paid', created: 1, livemode: true };
    expect(await post('connect', { ...body, data: { object: { id: 'po_1', object: 'payout' } } })).toBe(204);
    expect(await atelier.db.read(`SELECT 1 FROM payouts_news WHERE id = 'evt_live'`)).toEqual([]);
  });

  it('that lies about its object changes nothing: the object is fetched', async () => {
    const { id, account } = await sent('artist');
    const lie = {
      id: 'evt_lie',
      object: 'event',
      type: 'payout.paid',
      created: 1,
      livemode: false,
      account,
      data: { object: { id: 'po_none', object: 'payout', status: 'paid' } },
    };
    expect(await post('connect', lie)).toBe(204);
    await heard();
    await payoutIn(atelier, id, 'in_transit');
  });

  it('that cannot be looked into is tried again until it can', async () => {
    const first = stripe.fake.world.events.length;
    const { account } = await sent('artist2');
    stripe.fake.world.restrict(account, ['individual.id_number']);
    const event = eventsFrom(first).find(({ type }) => type === 'capability.updated') as Happened;
    stripe.fake.plan(['html_502']);
    expect(await post('connect', bodyOf(event))).toBe(204);
    await until('the fault is noted', async () => {
      const rows = await atelier.db.read('SELECT 1 FROM payouts_news WHERE id = $1 AND tries = 1', [
        event.id,
      ]);
      return rows.length === 1;
    });
    await atelier.db.tx((tx) => tx.run('UPDATE payouts_news SET next_at = now() WHERE handled_at IS NULL'));
    await atelier.app.get(NewsService).sweep();
    await heard();
    const seen = await atelier.app.get(RecipientRepository).findByRef('stripe', account);
    expect(seen).toMatchObject({ standing: 'restricted', requirements: ['individual.id_number'] });
    stripe.fake.world.onboard(account);
    expect(await post('connect', bodyOf(stripe.fake.world.events.at(-1) as Happened))).toBe(204);
    await heard();
    expect((await atelier.app.get(RecipientRepository).findByRef('stripe', account))?.standing).toBe('ready');
  });
});

describe('what the bank does', () => {
  it('arrives by snapshot or thin event, and a refusal after the arrival opens the debt again', async () => {
    const { id, account } = await sent('artist3');
    const first = stripe.fake.world.events.length;
    const bank = bankPays(account);
    stripe.fake.world.bank(bank, 'paid');
    const paid = eventsFrom(first).find(({ type }) => type === 'payout.paid') as Happened;
    expect(await post('thin', thinOf(bodyOf(paid)))).toBe(204);
    await payoutIn(atelier, id, 'paid');
    const [row] = await atelier.db.read<{ ref: string }>(
      'SELECT bank_ref AS ref FROM payouts_payouts WHERE id = $1',
      [id],
    );
    expect(row?.ref).toBe(bank.id);
    stripe.fake.world.bank(bank, 'failed');
    const failed = stripe.fake.world.events.find(({ type }) => type === 'payout.failed') as Happened;
    expect(await post('connect', bodyOf(failed))).toBe(204);
    const back = await payoutIn(atelier, id, 'returned');
    expect(back.reason).toBe('The bank says: account_closed');
    expect(stripe.fake.world.transfers.find(({ group }) => group === id)?.reversals).toHaveLength(1);
    expect(await entriesOf(id)).toBe(3);
  });

  it('leaves the same books however often, and in whatever order, it is told', async () => {
    const first = stripe.fake.world.events.length;
    const { id, account } = await sent('artist');
    const bank = bankPays(account);
    stripe.fake.world.bank(bank, 'paid');
    stripe.fake.world.bank(bank, 'failed');
    const told = eventsFrom(first);
    expect(told.map(({ type }) => type)).toEqual(expect.arrayContaining(['payout.paid', 'payout.failed']));
    const twice = [...told.toReversed(), ...told, ...told.toReversed()];
    for (const event of twice) expect(await post(sourceOf(event), bodyOf(event))).toBe(204);
    await Promise.all(told.map((event) => post('thin', thinOf(bodyOf(event)))));
    await payoutIn(atelier, id, 'returned');
    await heard();
    expect(await entriesOf(id)).toBe(2);
    const [rows] = await atelier.db.read<{ count: number }>(
      'SELECT count(*)::int AS count FROM payouts_news WHERE id = ANY ($1)',
      [told.map((event) => event.id)],
    );
    expect(rows?.count).toBe(told.length);
  });

  it('is found out without any message, once the rail is asked for what was missed', async () => {
    const { id, account } = await sent('artist2');
    const bank = bankPays(account);
    stripe.fake.world.bank(bank, 'paid');
    await atelier.app.get(NewsService).catchUp(true);
    await payoutIn(atelier, id, 'paid');
    stripe.fake.world.bank(bank, 'failed');
    await atelier.app.get(NewsService).catchUp(true);
    await payoutIn(atelier, id, 'returned');
    await heard();
    const rows = await atelier.db.read(`SELECT 1 FROM payouts_news WHERE source = 'catch_up' LIMIT 1`);
    expect(rows).toHaveLength(1);
  });

  it('an account that took our permission away is not paid any more', async () => {
    const account = await accountOf('artist3');
    const gone = { id: newId('evt'), object: 'event', type: 'account.application.deauthorized' };
    const body = {
      ...gone,
      created: 1,
      livemode: false,
      account,
      data: { object: { id: 'ca_1', object: 'application' } },
    };
    expect(await post('connect', body)).toBe(204);
    await heard();
    const seen = await atelier.app.get(RecipientRepository).findByRef('stripe', account);
    expect(seen?.standing).toBe('disabled');
  });
});

it('holds every standing check afterwards', async () => {
  await atelier.app.get(SendingService).sweep();
  await atelier.settle();
  expect(await complaints(atelier, /^(payouts|ledger|compensation)-/)).toEqual({});
});
