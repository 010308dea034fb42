import { bankReference, digits, latin, sumOf, type BankLine } from './bank-lines';

/** Whose money it is. Without a BIC the bank finds it by the IBAN. */
export interface SepaDebtor {
  readonly name: string;
  readonly iban: string;
  readonly bic: string | null;
}

export interface SepaFile {
  readonly id: string;
  readonly debtor: SepaDebtor;
  /** `YYYY-MM-DD`. */
  readonly executeOn: string;
  readonly at: Date;
  /** What the payee reads on the statement. */
  readonly purpose: string;
  readonly lines: readonly BankLine[];
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  "'": '&apos;',
  '"': '&quot;',
};
const text = (value: string, most: number): string =>
  (latin(value) ?? value.replaceAll(/[^A-Za-z0-9/\-?:().,'+ ]/g, '?'))
    .slice(0, most)
    .replaceAll(/[&<>'"]/g, (letter) => ESCAPES[letter] ?? letter);
const tag = (name: string, ...inner: string[]): string => `<${name}>${inner.join('')}</${name}>`;

/**
 * One transfer. The address is structured (town and country), because unstructured ones are rejected in all EPC schemes
 * since 15 November 2026.
 */
function transfer({ reference, holder, amount, account }: BankLine, purpose: string): string {
  if (account.kind !== 'sepa') throw new Error(`${reference}: no IBAN`);
  const end = bankReference(reference);
  return tag(
    'CdtTrfTxInf',
    tag('PmtId', tag('InstrId', end), tag('EndToEndId', end)),
    tag('Amt', `<InstdAmt Ccy="EUR">${digits(amount, 'EUR')}</InstdAmt>`),
    tag(
      'Cdtr',
      tag('Nm', text(holder, 70)),
      tag('PstlAdr', tag('TwnNm', text(account.town, 35)), tag('Ctry', account.country)),
    ),
    tag('CdtrAcct', tag('Id', tag('IBAN', account.iban))),
    tag('RmtInf', tag('Ustrd', text(`${purpose} ${end}`, 140))),
  );
}

/** A SEPA credit transfer file, pain.001.001.09 as the EPC's implementation guidelines of 2025 want it. Amounts come from integers. */
export function painFile({ id, debtor, executeOn, at, purpose, lines }: SepaFile): string {
  const count = String(lines.length);
  const total = digits(sumOf(lines), 'EUR');
  const message = bankReference(id);
  const bank = debtor.bic === null ? tag('Othr', tag('Id', 'NOTPROVIDED')) : tag('BICFI', debtor.bic);
  const payment = tag(
    'PmtInf',
    tag('PmtInfId', message),
    tag('PmtMtd', 'TRF'),
    tag('BtchBookg', 'true'),
    tag('NbOfTxs', count),
    tag('CtrlSum', total),
    tag('PmtTpInf', tag('SvcLvl', tag('Cd', 'SEPA'))),
    tag('ReqdExctnDt', tag('Dt', executeOn)),
    tag('Dbtr', tag('Nm', text(debtor.name, 70))),
    tag('DbtrAcct', tag('Id', tag('IBAN', debtor.iban)), tag('Ccy', 'EUR')),
    tag('DbtrAgt', tag('FinInstnId', bank)),
    tag('ChrgBr', 'SLEV'),
    ...lines.map((line) => transfer(line, purpose)),
  );
  const header = tag(
    'GrpHdr',
    tag('MsgId', message),
    tag('CreDtTm', at.toISOString().slice(0, 19)),
    tag('NbOfTxs', count),
    tag('CtrlSum', total),
    tag('InitgPty', tag('Nm', text(debtor.name, 70))),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">${tag('CstmrCdtTrfInitn', header, payment)}</Document>\n`;
}
