import { startTestApp, type TestApp } from '../support/app';
import { csvTable } from '../support/csv';
import {
  approveBatch,
  draftBatch,
  earn,
  fundedProgram,
  payoutIn,
  settleAfter,
  type MoneyBody,
  type PayoutBody,
} from '../support/payouts';

const PRICE = 1_500;

let atelier: TestApp;
let programId: string;
let paid: PayoutBody;

const month = (): string => new Date().toISOString().slice(0, 7);

const eur = (amount: number): MoneyBody => ({ amount, currency: 'EUR' });

beforeAll(async () => {
  atelier = await startTestApp('reports');
  settleAfter(atelier, 0);
  await atelier.db.tx((tx) =>
    tx.run(`UPDATE access_people SET name = $2 WHERE id = $1`, [
      atelier.people.artist2.id,
      '=HYPERLINK("http://evil.example","pay"), Ltd',
    ]),
  );
  programId = await fundedProgram(atelier, 50_000);
  await earn(atelier, 'artist', programId, 3);
  const batch = await draftBatch(atelier, programId);
  await approveBatch(atelier, batch);
  paid = await payoutIn(atelier, batch.payouts[0]?.id ?? '', 'paid');
  await earn(atelier, 'artist2', programId, 2);
  await draftBatch(atelier, programId);
}, 90_000);

afterAll(() => atelier?.stop());

describe('a statement', () => {
  it('shows the artist what was earned, what was paid and what is left', async () => {
    const { status, body } = await atelier.request('GET', `/api/v1/statements/${month()}`, { as: 'artist' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      person: { id: atelier.people.artist.id },
      currencies: [
        { currency: 'EUR', opening: 0, earned: 3 * PRICE, corrected: 0, paidOut: -3 * PRICE, closing: 0 },
      ],
    });
    const later = await atelier.request('GET', '/api/v1/statements/2099-01', { as: 'artist2' });
    expect(later.body).toMatchObject({ currencies: [{ opening: 2 * PRICE, closing: 2 * PRICE, lines: [] }] });
  });

  it('comes as CSV when asked for', async () => {
    const { body, headers } = await atelier.request<string>('GET', `/api/v1/statements/${month()}`, {
      as: 'artist',
      headers: { accept: 'text/csv' },
    });
    expect(headers.get('content-type')).toContain('text/csv');
    const rows = csvTable(body);
    expect(rows.map(({ kind }) => kind)).toEqual([
      'opening',
      ...Array(3).fill(rows[1]?.kind),
      'payout.sent',
      'closing',
    ]);
    expect(rows.at(-2)).toMatchObject({
      amount: '-45.00',
      amount_minor: '-4500',
      reference: `payout:${paid.id}:sent`,
    });
  });

  it('of somebody else is for staff only', async () => {
    const of = (as: 'finance' | 'artist2', person = atelier.people.artist.id) =>
      atelier.request('GET', `/api/v1/finance/statements/${person}/${month()}`, { as });
    expect((await of('finance')).body).toMatchObject({ person: { id: atelier.people.artist.id } });
    expect((await of('artist2')).status).toBe(403);
    expect((await of('finance', 'per_nobody')).status).toBe(404);
    expect((await atelier.request('GET', '/api/v1/statements/2026-13', { as: 'artist' })).status).toBe(422);
  });
});

describe('the finance report', () => {
  it('says what is owed, what is left of the fund, and what has waited how long', async () => {
    const { body } = await atelier.request('GET', `/api/v1/reports/finance?programId=${programId}`, {
      as: 'finance',
    });
    expect(body).toMatchObject({
      liabilityTotals: [{ owed: eur(2 * PRICE), inTransit: eur(0), unfunded: eur(0), people: 1 }],
      liability: [{ personId: atelier.people.artist2.id, owed: eur(2 * PRICE), reserved: eur(0) }],
      funds: [
        {
          programId,
          funded: eur(50_000),
          earned: eur(5 * PRICE),
          committed: eur(0),
          balance: eur(50_000 - 5 * PRICE),
          burn: 0.15,
        },
      ],
      ageing: [
        { bucket: '0-7', count: 2, amount: eur(2 * PRICE) },
        { bucket: '8-14', count: 0 },
        { bucket: '15-30', count: 0 },
        { bucket: 'over-30', count: 0 },
      ],
      exceptions: [],
    });
    expect((await atelier.request('GET', '/api/v1/reports/finance', { as: 'artist' })).status).toBe(403);
  });
});

describe('the public report', () => {
  it('is there for everybody, with totals and without small cells', async () => {
    const { status, body } = await atelier.request('GET', `/api/v1/reports/public?programId=${programId}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      programId,
      smallestCell: 5,
      artistsEnrolled: 0,
      attemptsPerKeeper: null,
      refusalsForSafety: { key: 'safety', count: 0, suppressed: false },
      overturnRate: null,
      paid: [{ amount: { amount: 3 * PRICE, currency: 'EUR' }, payouts: 1 }],
      unpaidRequestedMinutes: 0,
      incidents: 0,
    });
  });

  it('hides feedback of few people, and shows nothing about any of them', async () => {
    await atelier.db.tx((tx) =>
      tx.run(
        `INSERT INTO feedback_items (id, pay_ref, person_id, program_id, type, state, body, due_at)
         VALUES ('fbk_1', 'fbk_1', $1, $2, 'issue', 'accepted', 'The hands are wrong again.', now())`,
        [atelier.people.artist3.id, programId],
      ),
    );
    const { body } = await atelier.request('GET', `/api/v1/reports/public?programId=${programId}`);
    const feedback = (body as { feedback: { key: string }[] }).feedback;
    expect(feedback.find(({ key }) => key === 'accepted')).toEqual({
      key: 'accepted',
      count: null,
      suppressed: true,
    });
    expect(JSON.stringify(body)).not.toContain(atelier.people.artist3.id);
  });

  it('says the same as CSV', async () => {
    const { body } = await atelier.request<string>(
      'GET',
      `/api/v1/reports/public.csv?programId=${programId}`,
    );
    const rows = csvTable(body);
    expect(rows).toContainEqual({
      section: 'paid_minor',
      key: 'EUR',
      value: String(3 * PRICE),
      suppressed: 'false',
    });
    expect(rows).toContainEqual({ section: 'total', key: 'incidents', value: '0', suppressed: 'false' });
    expect(rows.filter(({ suppressed }) => suppressed === 'true').every(({ value }) => value === '')).toBe(
      true,
    );
  });
});
