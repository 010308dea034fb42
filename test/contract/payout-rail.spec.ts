import { newId } from '../../src/kernel/id';
import type { PayoutRail, PayRequest } from '../../src/modules/payouts/domain/rail';
import { BankFileRail } from '../../src/modules/payouts/rails/bank-file.rail';
import { SandboxRail } from '../../src/modules/payouts/rails/sandbox.rail';
import { startTestApp, type TestApp } from '../support/app';
import { BANK_ENV, IBAN } from '../support/bank';
import { draftBatch, earn, fundedProgram } from '../support/payouts';
import { railOver } from '../support/payout-rig';
import { FakeStripe } from '../support/stripe/fake';

/** A rail with a payee who may be paid, and money to pay with. */
interface Rig {
  readonly rail: PayoutRail;
  readonly personId: string;
  readonly recipient: string;
  /** A payout id that this rail can be asked for. */
  reference(): Promise<string>;
}

let atelier: TestApp;

beforeAll(async () => {
  atelier = await startTestApp('payout_rail', { env: BANK_ENV });
}, 60_000);
afterAll(() => atelier?.stop());

/** The bank-file rail writes orders of payouts that exist. */
async function realPayout(): Promise<string> {
  const programId = await fundedProgram(atelier);
  await earn(atelier, 'artist', programId);
  return (await draftBatch(atelier, programId)).payouts[0]?.id ?? '';
}

const RIGS: Readonly<Record<string, () => Promise<Rig>>> = {
  sandbox: async () => {
    const { id } = atelier.people.artist;
    const reference = async () => newId('pay');
    return { rail: atelier.app.get(SandboxRail), personId: id, recipient: id, reference };
  },
  stripe: async () => {
    const fake = new FakeStripe();
    const rail = railOver(fake);
    const draft = { personId: 'per_ada', name: 'Ada', email: 'ada@example.org', country: 'DE' };
    const { ref: recipient } = await rail.createRecipient(draft);
    fake.world.onboard(recipient);
    fake.world.fund('eur', 1_000_000);
    return { rail, personId: 'per_ada', recipient, reference: async () => newId('pay') };
  },
  bank_file: async () => {
    const rail = atelier.app.get(BankFileRail);
    const { id: personId } = atelier.people.artist;
    const account = { iban: IBAN, town: 'London' };
    const draft = { personId, name: 'Ada Artist', email: 'ada@example.org', country: 'GB', account };
    const { ref } = await rail.createRecipient(draft);
    return { rail, personId, recipient: ref, reference: realPayout };
  },
};

async function asked({ personId, recipient, reference }: Rig, amount = 1_500n): Promise<PayRequest> {
  const id = await reference();
  const key = `atelier:${id}:1`;
  return { attemptId: newId('att'), key, reference: id, personId, recipient, amount, currency: 'EUR' };
}

describe.each(Object.entries(RIGS))('the rail %s', (key, start) => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await start();
  });

  it('names itself, its mode and a least amount', () => {
    expect(rig.rail).toMatchObject({ key, mode: 'test' });
    expect(rig.rail.keyLifeMs).toBeGreaterThan(0);
    expect(rig.rail.minimum('EUR')).toBeGreaterThan(0n);
  });

  it('knows its payee as ready, with a mark of the account and never the whole of it', async () => {
    const seen = await rig.rail.recipientStatus(rig.recipient);
    expect(seen).toMatchObject({ ref: rig.recipient, standing: 'ready' });
    expect(seen.fingerprint).toEqual(expect.any(String));
    expect(seen.last4 === null || seen.last4.length <= 4).toBe(true);
    expect(JSON.stringify(seen)).not.toContain(IBAN.replaceAll(' ', ''));
  });

  it('certainly has nothing under a reference that it was never asked for', async () => {
    expect(await rig.rail.find(newId('pay'))).toBeNull();
  });

  it('accepts a payment once: the same key again is the same transfer, and it can be found', async () => {
    const request = await asked(rig);
    const first = await rig.rail.pay(request);
    expect(first).toMatchObject({ outcome: 'accepted' });
    expect(await rig.rail.pay(request)).toEqual(first);
    const found = await rig.rail.find(request.reference);
    expect(found).toMatchObject({
      railRef: first.outcome === 'accepted' ? first.railRef : '',
      reference: request.reference,
      recipient: rig.recipient,
      amount: 1_500n,
      currency: 'EUR',
      state: 'in_transit',
    });
  });

  it('calls the same key with another amount misused, and sends nothing', async () => {
    const request = await asked(rig);
    await rig.rail.pay(request);
    expect(await rig.rail.pay({ ...request, amount: 1_501n })).toMatchObject({ outcome: 'misused' });
    expect(await rig.rail.find(request.reference)).toMatchObject({ amount: 1_500n });
  });

  it('takes a payment back once, and lists both ways with their sums', async () => {
    const since = new Date(0);
    const request = await asked(rig);
    await rig.rail.pay(request);
    const found = await rig.rail.find(request.reference);
    if (found === null) throw new Error('not found');
    expect(await rig.rail.reverse(found)).toMatchObject({ outcome: 'accepted' });
    expect(await rig.rail.reverse(found)).toMatchObject({ outcome: 'accepted' });
    const after = await rig.rail.find(request.reference);
    expect(['failed', 'returned']).toContain(after?.state);
    const own = (await rig.rail.movements(since)).filter(({ reference }) => reference === request.reference);
    expect(own.map(({ kind }) => kind).toSorted()).toEqual(['reversal', 'transfer']);
    expect(own.reduce((sum, { amount }) => sum + amount, 0n)).toBe(0n);
  });

  it('refuses news that it did not sign', () => {
    expect(() => rig.rail.parseWebhook(Buffer.from('{}'), {}, 'account')).toThrow();
  });
});
