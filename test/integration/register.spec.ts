import { CATEGORIES, CATEGORY_NAMES, thresholdOf } from '../../src/modules/compensation/contract';
import { startTestApp, type TestApp } from '../support/app';
import { approveBatch, draftBatch, earn, fundedProgram, payoutIn, settleAfter } from '../support/payouts';

interface Row {
  readonly reportable_1099: boolean;
  readonly is_reversal: boolean;
  readonly reverses_payout_id: string | null;
  readonly replaces_payout_id: string | null;
  readonly cohort: string | null;
}

let atelier: TestApp;
let programId: string;
let paidId: string;

beforeAll(async () => {
  atelier = await startTestApp('register');
  settleAfter(atelier, 0);
  programId = await fundedProgram(atelier);
  paidId = await paid();
}, 60_000);
afterAll(() => atelier?.stop());

async function paid(): Promise<string> {
  if ((await atelier.db.read('SELECT 1 FROM payouts_payouts')).length === 0)
    await earn(atelier, 'artist', programId);
  const batch = await draftBatch(atelier, programId);
  await approveBatch(atelier, batch);
  return (await payoutIn(atelier, batch.payouts[0]?.id ?? '', 'paid')).id;
}
const everything = async (query: string): Promise<Row[]> =>
  (await atelier.request<{ items: Row[] }>('GET', `/api/v1/readings${query}`, { as: 'finance' })).body.items;

it('says what it was for in words, who let it go, and what is reported', async () => {
  const [row] = await everything(`/payouts?payoutId=${paidId}`);
  expect(row).toMatchObject({
    accounting_category_name: 'Compensation for work',
    cohort: null,
    paid_by: 'system',
    reportable_1099: false,
    merchant_reference: paidId,
    stripe_payout_id: null,
    reverses_payout_id: null,
    replaces_payout_id: null,
  });
});

describe('the words and lines of the register', () => {
  it('are those of the rules', async () => {
    for (const category of CATEGORIES) {
      for (const year of [2025, 2026, 2027]) {
        const [row] = await atelier.db.read(
          'SELECT compensation_category_name($1) AS name, compensation_reported_from($1, $2) AS line',
          [category, year],
        );
        expect(row).toEqual({
          name: CATEGORY_NAMES[category],
          line: thresholdOf('us', category, year)?.minor ?? null,
        });
      }
    }
  });

  it('a US person over the line of the year is reported, below it and elsewhere not', async () => {
    const reported = async (): Promise<unknown> =>
      (await everything(`/payouts?payoutId=${paidId}`))[0]?.reportable_1099;
    const id = atelier.people.artist.id;
    await atelier.db.tx(async (tx) => {
      await tx.run(
        `INSERT INTO compensation_tax_settings (program_id, regime, payer_country, updated_by) VALUES ($1, 'us', 'US', $2)`,
        [programId, atelier.people.finance.id],
      );
      await tx.run(
        `INSERT INTO compensation_tax_residences (person_id, country, is_us_person) VALUES ($1, 'US', true)`,
        [id],
      );
      await tx.run(`UPDATE payouts_payouts SET paid_at = now() WHERE id = $1`, [paidId]);
      await tx.run(
        `INSERT INTO compensation_earnings (id, program_id, person_id, category, cause_type, cause_id, amount, currency, source,
           state, payout_id, pay_by, paid_at)
         VALUES ('ern_reported', $1, $2, 'service', 'test', 'reported', 199999, 'USD', 'fund:x.USD', 'paid', 'pay_elsewhere', now(), now())`,
        [programId, id],
      );
    });
    expect(await reported()).toBe(false);
    await atelier.db.tx((tx) =>
      tx.run(`UPDATE compensation_earnings SET amount = 200000 WHERE id = 'ern_reported'`),
    );
    expect(await reported()).toBe(true);
    await atelier.db.tx((tx) =>
      tx.run(`UPDATE compensation_tax_residences SET is_us_person = false WHERE person_id = $1`, [id]),
    );
    expect(await reported()).toBe(false);
    await atelier.db.tx((tx) => tx.run('DELETE FROM compensation_tax_settings'));
  });
});

it('what came back says so, and what is paid again names it', async () => {
  await atelier.request('POST', `/api/v1/sandbox/payouts/${paidId}/return`, {
    as: 'finance',
    body: { reason: 'account closed' },
  });
  await payoutIn(atelier, paidId, 'returned');
  const again = await paid();
  const rows = await Promise.all(
    [paidId, again].map(async (id) => (await everything(`/payouts?payoutId=${id}`))[0]),
  );
  expect(rows).toMatchObject([
    { is_reversal: true, reverses_payout_id: paidId, replaces_payout_id: null },
    { is_reversal: false, reverses_payout_id: null, replaces_payout_id: paidId },
  ]);
});
