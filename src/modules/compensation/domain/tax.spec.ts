import { workflows } from '../../../kernel/workflow';
import { payBlock, withheldFrom, type FormFact, type PayeeFacts } from './tax-gate';
import './tax-form.workflow';
import { expiryOf, reaches, sourceCountryOf, thresholdOf, THRESHOLDS } from './tax-rules';

const now = new Date('2026-06-01T00:00:00Z');
const form = (part: Partial<FormFact> = {}): FormFact => ({
  kind: 'w8ben',
  state: 'valid',
  treatyRate: null,
  expiresAt: new Date('2030-01-01T00:00:00Z'),
  ...part,
});
const payee = (part: Partial<PayeeFacts> = {}): PayeeFacts => ({
  regime: 'us',
  residence: 'DE',
  isUsPerson: false,
  forms: [],
  sums: [{ category: 'service', amount: 100n, isMixed: false }],
  year: 2026,
  ...part,
});

describe('thresholds', () => {
  it('changed from 600 to 2,000 dollars with payments of 2026, and each names its source', () => {
    expect(thresholdOf('us', 'service', 2025)?.minor).toBe(60_000n);
    expect(thresholdOf('us', 'service', 2026)?.minor).toBe(200_000n);
    expect(thresholdOf('us', 'royalty', 2026)?.minor).toBe(1_000n);
    expect(thresholdOf('us', 'reimbursement', 2026)).toBeNull();
    for (const line of THRESHOLDS) expect(line.source.length).toBeGreaterThan(10);
  });

  it('say whether exactly their amount counts', () => {
    expect(reaches(60_000n, { minor: 60_000n, isInclusive: true })).toBe(true);
    expect(reaches(60_000n, { minor: 60_000n, isInclusive: false })).toBe(false);
    expect(reaches(60_001n, { minor: 60_000n, isInclusive: false })).toBe(true);
    expect(reaches(59_999n, { minor: 60_000n, isInclusive: true })).toBe(false);
    expect(reaches(1n, { minor: 0n, isInclusive: false })).toBe(true);
  });
});

describe('the gate', () => {
  it('asks for a W-8 at any amount and lets a valid one through', () => {
    expect(payBlock(payee(), now)).toBe('form_missing');
    expect(payBlock(payee({ forms: [form()] }), now)).toBeNull();
    expect(payBlock(payee({ forms: [form({ kind: 'w9' })] }), now)).toBe('form_missing');
  });

  it('asks US persons for a W-9 only once the year reaches the threshold', () => {
    const us = (amount: bigint, isMixed = false): PayeeFacts =>
      payee({ isUsPerson: true, residence: 'US', sums: [{ category: 'service', amount, isMixed }] });
    expect(payBlock(us(199_999n), now)).toBeNull();
    expect(payBlock(us(200_000n), now)).toBe('form_missing');
    expect(payBlock({ ...us(60_000n), year: 2025 }, now)).toBe('form_missing');
    expect(payBlock(us(1n, true), now)).toBe('form_missing');
    expect(payBlock({ ...us(200_000n), forms: [form({ kind: 'w9', expiresAt: null })] }, now)).toBeNull();
  });

  it('says which step is missing', () => {
    expect(payBlock(payee({ residence: null }), now)).toBe('residence_missing');
    expect(payBlock(payee({ forms: [form({ state: 'requested' })] }), now)).toBe('form_missing');
    expect(payBlock(payee({ forms: [form({ state: 'received' })] }), now)).toBe('form_waiting');
    expect(payBlock(payee({ forms: [form({ state: 'rejected' })] }), now)).toBe('form_rejected');
    expect(payBlock(payee({ forms: [form({ state: 'expired' })] }), now)).toBe('form_expired');
    expect(payBlock(payee({ forms: [form({ expiresAt: now })] }), now)).toBe('form_expired');
  });

  it('keeps nobody where no rules are set, and nobody for refunds of costs alone', () => {
    expect(payBlock(payee({ regime: 'none', residence: null }), now)).toBeNull();
    const refund = [{ category: 'reimbursement' as const, amount: 900_000n, isMixed: false }];
    expect(payBlock(payee({ residence: null, sums: refund }), now)).toBeNull();
  });

  it('asks residents of the European Union for seller details under DAC7, and nobody else', () => {
    expect(payBlock(payee({ regime: 'dac7', residence: 'FR' }), now)).toBe('form_missing');
    expect(
      payBlock(payee({ regime: 'dac7', residence: 'FR', forms: [form({ kind: 'dac7' })] }), now),
    ).toBeNull();
    expect(payBlock(payee({ regime: 'dac7', residence: 'CH' }), now)).toBeNull();
  });
});

describe('withholding', () => {
  const prize = { category: 'prize', amount: 10_001n, sourceCountry: 'US' } as const;

  it('takes 30 percent, or the rate of a treaty, of income from the United States', () => {
    expect(withheldFrom(prize, payee({ forms: [form()] }), now)).toBe(3_000n);
    expect(withheldFrom(prize, payee({ forms: [form({ treatyRate: 1_000n })] }), now)).toBe(1_000n);
    expect(withheldFrom(prize, payee({ forms: [form({ treatyRate: 0n })] }), now)).toBe(0n);
  });

  it('takes nothing from work done elsewhere, from US persons, from refunds, and with a W-8ECI', () => {
    const forms = [form()];
    expect(withheldFrom({ ...prize, sourceCountry: 'DE' }, payee({ forms }), now)).toBe(0n);
    expect(withheldFrom(prize, payee({ forms, isUsPerson: true }), now)).toBe(0n);
    expect(withheldFrom({ ...prize, category: 'reimbursement' }, payee({ forms }), now)).toBe(0n);
    expect(withheldFrom(prize, payee({ forms: [form({ kind: 'w8eci' })] }), now)).toBe(0n);
    expect(withheldFrom(prize, payee({ forms, regime: 'dac7' }), now)).toBe(0n);
  });

  it('exempts only services with a form 8233', () => {
    const forms = [form({ kind: 'f8233' })];
    expect(withheldFrom({ ...prize, category: 'service' }, payee({ forms }), now)).toBe(0n);
    expect(withheldFrom(prize, payee({ forms }), now)).toBe(3_000n);
  });
});

describe('forms', () => {
  it('end with the third year after the signature, with the year, or never', () => {
    expect(expiryOf('w8ben', '2026-02-03')?.toISOString()).toBe('2030-01-01T00:00:00.000Z');
    expect(expiryOf('f8233', '2026-02-03')?.toISOString()).toBe('2027-01-01T00:00:00.000Z');
    expect(expiryOf('w9', '2026-02-03')).toBeNull();
  });

  it('have a source of income by its kind', () => {
    expect(sourceCountryOf('service', 'US', 'DE')).toBe('DE');
    expect(sourceCountryOf('prize', 'US', 'DE')).toBe('US');
    expect(sourceCountryOf('royalty', 'US', 'DE')).toBe('US');
    expect(sourceCountryOf('service', 'US', null)).toBeNull();
  });

  it('have one table of steps', () => {
    expect(workflows().map(({ name }) => name)).toContain('tax_form');
  });
});
