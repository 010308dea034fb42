import fc from 'fast-check';
import { bankingDay, digits, latin, sumOf, type BankLine } from './bank-lines';
import { isRouting, nachaFile } from './nacha';
import { painFile } from './pain';

const AT = new Date('2026-11-26T10:20:30Z');
const DEBTOR = { name: 'Łódź Films & Söhne', iban: 'DE89370400440532013000', bic: 'COBADEFFXXX' };
const ORIGINATOR = { name: 'Atelier', companyId: '1234567890', routing: '021000021', bankName: 'First Bank' };

const sepaLine = (amount: bigint, reference = 'pay_01kb000000000000000000000a'): BankLine => ({
  reference,
  amount,
  holder: 'Łukasz Żółć',
  isPay: true,
  account: { kind: 'sepa', iban: 'GB29NWBK60161331926819', town: 'Łódź', country: 'GB' },
});
const achLine = (amount: bigint, isPay = true): BankLine => ({
  reference: 'pay_01kb000000000000000000000a',
  amount,
  holder: 'Ada Łovelace',
  isPay,
  account: { kind: 'ach', routing: '011401533', number: '123456789', isSavings: false },
});
const pain = (lines: readonly BankLine[]) =>
  painFile({ id: 'bfl_1', debtor: DEBTOR, executeOn: '2026-11-27', at: AT, purpose: 'Lumen', lines });
const nacha = (lines: readonly BankLine[]) =>
  nachaFile({ originator: ORIGINATOR, executeOn: '2026-11-27', at: AT, modifier: 'A', lines })
    .trimEnd()
    .split('\r\n');

describe('letters that banks pass on', () => {
  it('are found for every European name, and a name without any is sent back', () => {
    expect(latin('Łukasz Żółć')).toBe('Lukasz Zolc');
    expect(latin('Straße & Søn')).toBe('Strasse + Son');
    expect(latin('片山')).toBeNull();
    expect(latin('  ')).toBeNull();
  });
});

describe('a SEPA file', () => {
  it('is a pain.001.001.09 with integers behind every amount and both control sums', () => {
    const file = pain([sepaLine(9_007_199_254_740_993n), sepaLine(7n)]);
    expect(file).toContain('urn:iso:std:iso:20022:tech:xsd:pain.001.001.09');
    expect(file.match(/<CtrlSum>90071992547410.00<\/CtrlSum>/g)).toHaveLength(2);
    expect(file).toContain('<InstdAmt Ccy="EUR">90071992547409.93</InstdAmt>');
    expect(file).toContain('<InstdAmt Ccy="EUR">0.07</InstdAmt>');
    expect(file.match(/<NbOfTxs>2<\/NbOfTxs>/g)).toHaveLength(2);
  });

  it('has structured addresses only, and references of the letters and length that banks allow', () => {
    const file = pain([sepaLine(100n)]);
    expect(file).toContain('<PstlAdr><TwnNm>Lodz</TwnNm><Ctry>GB</Ctry></PstlAdr>');
    expect(file).not.toContain('AdrLine');
    expect(file).toContain('<EndToEndId>pay-01kb000000000000000000000a</EndToEndId>');
    expect(file).toContain('<Nm>Lodz Films + Sohne</Nm>');
  });

  it('sums to what its lines say, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 1n, max: 99_999_999_999n }), { minLength: 1 }), (amounts) => {
        const lines = amounts.map((amount) => sepaLine(amount));
        const file = pain(lines);
        const written = [...file.matchAll(/<InstdAmt Ccy="EUR">(\d+)\.(\d\d)</g)];
        const sum = written.reduce((total, [, whole, cents]) => total + BigInt(`${whole}${cents}`), 0n);
        expect(sum).toBe(sumOf(lines));
        expect(file).toContain(`<CtrlSum>${digits(sum, 'EUR')}</CtrlSum>`);
      }),
      { numRuns: 100 },
    );
  });
});

describe('an ACH file', () => {
  it('calls pay for work PAYROLL, grants GRANT, each in a batch of its own', () => {
    const rows = nacha([achLine(100n), achLine(200n, false), achLine(300n)]);
    const batches = rows.filter((row) => row.startsWith('5'));
    expect(batches.map((row) => row.slice(53, 63).trim())).toEqual(['PAYROLL', 'GRANT']);
    const controls = rows.filter((row) => row.startsWith('8220'));
    expect(controls.map((row) => row.slice(32, 44))).toEqual(['000000000400', '000000000200']);
  });

  it('is lines of 94 in blocks of ten, with totals and hashes of what is in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.bigInt({ min: 1n, max: 9_999_999n }), fc.boolean()), { minLength: 1 }),
        (drafts) => {
          const lines = drafts.map(([amount, isPay]) => achLine(amount, isPay));
          const rows = nacha(lines);
          expect(rows.length % 10).toBe(0);
          expect(rows.every((row) => row.length === 94)).toBe(true);
          const entries = rows.filter((row) => row.startsWith('6'));
          expect(entries.reduce((sum, row) => sum + BigInt(row.slice(29, 39)), 0n)).toBe(sumOf(lines));
          const control =
            rows.find((row) => row.startsWith('9') && row.slice(0, 94) !== '9'.repeat(94)) ?? '';
          expect(BigInt(control.slice(43, 55))).toBe(sumOf(lines));
          expect(Number(control.slice(13, 21))).toBe(lines.length);
          expect(BigInt(control.slice(21, 31))).toBe((1_140_153n * BigInt(lines.length)) % 10_000_000_000n);
          expect(Number(control.slice(7, 13))).toBe(rows.length / 10);
          const traces = entries.map((row) => Number(row.slice(87)));
          expect(traces).toEqual(traces.map((_, at) => at + 1));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('knows a routing number by its check digit', () => {
    expect(isRouting('021000021')).toBe(true);
    expect(isRouting('021000022')).toBe(false);
    expect(isRouting('000000000')).toBe(false);
  });
});

it('a file is executed on a banking day', () => {
  expect(bankingDay('2026-11-28')).toBe('2026-11-30');
  expect(bankingDay('2026-11-27')).toBe('2026-11-27');
});
