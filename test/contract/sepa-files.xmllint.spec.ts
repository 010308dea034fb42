import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { isValidIBAN } from 'ibantools';
import { findTool } from '../../scripts/lib/tools.mjs';
import type { BankLine } from '../../src/modules/payouts/domain/bank-lines';
import { painFile } from '../../src/modules/payouts/domain/pain';

const SCHEMA = path.resolve('test/support/bank-files/pain.001.001.09.xsd');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'atelier-pain-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What an independent reader of XML says to a file: nothing, or what is wrong. */
async function faultOf(xml: string): Promise<string | null> {
  const file = path.join(folder, 'file.xml');
  await writeFile(file, xml);
  return new Promise((resolve) => {
    const args = ['--noout', '--nonet', '--schema', SCHEMA, file];
    execFile(findTool('libxml2-utils') ?? 'absent', args, (error, _, said) =>
      resolve(error === null ? null : `${error.message} ${said}`),
    );
  });
}

const line = (given: Partial<BankLine> = {}): BankLine => ({
  reference: 'pay_01kb000000000000000000000a',
  amount: 12_345n,
  holder: 'Łukasz Żółć',
  isPay: true,
  account: { kind: 'sepa', iban: 'GB29NWBK60161331926819', town: 'Łódź', country: 'GB' },
  ...given,
});
const file = (lines: readonly BankLine[], bic: string | null = 'COBADEFFXXX', purpose = 'Lumen'): string =>
  painFile({
    id: 'bfl_01kb000000000000000000000b',
    debtor: { name: 'Łódź Films & Söhne <GmbH>', iban: 'DE89370400440532013000', bic },
    executeOn: '2026-11-27',
    at: new Date('2026-11-26T10:20:30Z'),
    purpose,
    lines,
  });

const MANY = Array.from({ length: 300 }, (_, at) =>
  line({
    reference: `pay_01kb0000000000000000000${String(at).padStart(3, '0')}`,
    amount: BigInt(1 + at * 7_919),
    holder: `Søren "D'Arcy" O’Brien-${at} & ${'Straße '.repeat(20)}`,
  }),
);

describe('a SEPA file, read by somebody else', () => {
  it.each([
    ['of one payment', file([line()])],
    ['of three hundred, with names of every kind', file(MANY)],
    ['of a debtor whose bank is found by the IBAN', file([line()], null)],
    ['with a purpose of letters that no bank passes on', file([line()], null, '<片山> & "Lumen" №1')],
    ['of one cent', file([line({ amount: 1n })])],
  ])('is well formed, in order and complete: %s', async (_, xml) => {
    expect(await faultOf(xml)).toBeNull();
  });

  it.each<[string, (xml: string) => string]>([
    ['is cut off', (xml) => xml.slice(0, -20)],
    ['lacks a country', (xml) => xml.replace(/<Ctry>..<\/Ctry>/, '')],
    ['has an address of free lines', (xml) => xml.replace('<TwnNm>', '<AdrLine>x</AdrLine><TwnNm>')],
    [
      'has the account before the payee',
      (xml) => xml.replace(/(<Cdtr>.*?<\/Cdtr>)(<CdtrAcct>.*?<\/CdtrAcct>)/, '$2$1'),
    ],
    ['lacks the control sum', (xml) => xml.replace(/<CtrlSum>.*?<\/CtrlSum>/, '')],
    ['has an amount of three decimals', (xml) => xml.replace('>123.45<', '>123.455<')],
    ['has a letter outside of the set', (xml) => xml.replace('Lukasz', 'Łukasz')],
    ['is in another currency', (xml) => xml.replace('Ccy="EUR"', 'Ccy="USD"')],
    ['pays under one reference twice', () => file([line(), line()])],
  ])('is refused when it %s', async (_, spoil) => {
    const whole = file([line()]);
    const spoiled = spoil(whole);
    expect(spoiled).not.toBe(whole);
    expect(await faultOf(spoiled)).not.toBeNull();
  });

  it('names accounts whose check digits are right', () => {
    const ibans = [...file(MANY).matchAll(/<IBAN>(.*?)<\/IBAN>/g)].map(([, iban]) => iban ?? '');
    expect(ibans).toHaveLength(301);
    expect(ibans.every((iban) => isValidIBAN(iban))).toBe(true);
  });
});
