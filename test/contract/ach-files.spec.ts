import fc from 'fast-check';
import type { BankLine } from '../../src/modules/payouts/domain/bank-lines';
import { nachaFile } from '../../src/modules/payouts/domain/nacha';
import { readNacha } from '../support/bank-files/nacha-reader';

const ORIGINATOR = { name: 'Atelier', companyId: '1234567890', routing: '021000021', bankName: 'First Bank' };
const ROUTINGS = ['011401533', '021000021', '121000358'];

const write = (lines: readonly BankLine[]): string =>
  nachaFile({
    originator: ORIGINATOR,
    executeOn: '2026-11-27',
    at: new Date('2026-11-26T10:20:30Z'),
    modifier: 'A',
    lines,
  });

const lines = fc.array(
  fc.record({
    amount: fc.bigInt({ min: 1n, max: 9_999_999_999n }),
    isPay: fc.boolean(),
    isSavings: fc.boolean(),
    routing: fc.constantFrom(...ROUTINGS),
    holder: fc.constantFrom('Ada Łovelace', 'Søren "D’Arcy" & Söhne', 'Zoë', 'x'.repeat(60)),
    number: fc.integer({ min: 1_000, max: 999_999_999 }),
  }),
  { minLength: 1, maxLength: 40 },
);

const lineOf = (
  {
    amount,
    isPay,
    isSavings,
    routing,
    holder,
    number,
  }: typeof lines extends fc.Arbitrary<(infer L)[]> ? L : never,
  at: number,
): BankLine => ({
  reference: `pay_01kb0000000000000000000${String(at).padStart(3, '0')}`,
  amount,
  holder,
  isPay,
  account: { kind: 'ach', routing, number: String(number), isSavings },
});

describe('an ACH file, read by the layout of its records', () => {
  it('is what was drafted, whatever that is: pay in one batch, grants in another', () => {
    fc.assert(
      fc.property(lines, (drafts) => {
        const drafted = drafts.map(lineOf);
        const batches = readNacha(write(drafted));
        for (const { header, entries } of batches) {
          const isPay = header.description?.trim() === 'PAYROLL';
          expect(isPay || header.description?.trim() === 'GRANT').toBe(true);
          const wanted = drafted.filter((line) => line.isPay === isPay);
          expect(entries.map(({ amount }) => BigInt(amount ?? ''))).toEqual(
            wanted.map(({ amount }) => amount),
          );
          expect(entries.map(({ code }) => code)).toEqual(
            wanted.map(({ account }) => (account.kind === 'ach' && account.isSavings ? '32' : '22')),
          );
          expect(entries.map(({ account }) => account?.trim())).toEqual(
            wanted.map(({ account }) => (account.kind === 'ach' ? account.number : '')),
          );
        }
        expect(batches.reduce((sum, { entries }) => sum + entries.length, 0)).toBe(drafted.length);
      }),
      { numRuns: 200 },
    );
  });

  it.each<[string, RegExp, (text: string) => string]>([
    [
      'an amount that the sums do not know',
      /credits of the batch/,
      (text) => text.replace(/^(6.{28})0000000100/m, '$10000000101'),
    ],
    ['a record that is too short', /94 characters/, (text) => text.replace('PPD', 'PP')],
    [
      'a routing number of the wrong check digit',
      /routing number/,
      (text) => text.replace('22011401533', '22011401534'),
    ],
    ['a class that is none', /class/, (text) => text.replace('PPD', 'CCD')],
    ['no end', /does not end/, (text) => text.trimEnd()],
  ])('is refused with %s', (_, why, spoil) => {
    const whole = write([
      {
        reference: 'pay_a',
        amount: 100n,
        holder: 'Ada',
        isPay: true,
        account: { kind: 'ach', routing: '011401533', number: '1234', isSavings: false },
      },
    ]);
    const spoiled = spoil(whole);
    expect(spoiled).not.toBe(whole);
    expect(() => readNacha(whole)).not.toThrow();
    expect(() => readNacha(spoiled)).toThrow(why);
  });
});
