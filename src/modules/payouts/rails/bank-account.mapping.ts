import { electronicFormatIBAN, isSEPACountry, isValidIBAN } from 'ibantools';
import { refusal } from '../../../kernel/refusal';
import { payoutsRefusals } from '../contract';
import { latin, type BankAccount } from '../domain/bank-lines';
import { isRouting } from '../domain/nacha';
import type { RecipientDraft } from '../domain/rail';

export interface CheckedAccount {
  readonly holder: string;
  readonly account: BankAccount;
  readonly country: string;
  readonly last4: string;
}

export const isIban = (text: string): boolean => isValidIBAN(electronicFormatIBAN(text) ?? '');

const wrong = (field: string, why: string): never => {
  throw refusal(payoutsRefusals, 'account_wrong', { field, why });
};

function sepa(
  iban: string,
  town: string | undefined,
): { account: BankAccount; country: string; last4: string } {
  const plain = electronicFormatIBAN(iban) ?? '';
  if (!isValidIBAN(plain))
    wrong('iban', 'its check digits are not right: a digit is missing or two are swapped');
  const country = plain.slice(0, 2);
  if (!isSEPACountry(country)) wrong('iban', 'accounts in this country cannot be reached by SEPA');
  const place = latin(town ?? '');
  if (place === null) wrong('town', 'banks demand the town in Latin letters');
  return {
    account: { kind: 'sepa', iban: plain, town: place ?? '', country },
    country,
    last4: plain.slice(-4),
  };
}

function ach(
  routing: string,
  number: string,
  isSavings: boolean,
): { account: BankAccount; country: string; last4: string } {
  if (!isRouting(routing)) wrong('routing', 'it has nine digits, the last of which does not fit the others');
  if (!/^[A-Za-z0-9-]{4,17}$/.test(number)) wrong('number', 'it has 4 to 17 letters and digits');
  return { account: { kind: 'ach', routing, number, isSavings }, country: 'US', last4: number.slice(-4) };
}

/** An account that a file can name. Refuses `account_wrong` with the field and why. */
export function accountOf({ name, account = {} }: RecipientDraft): CheckedAccount {
  const { iban, town, routing, number, isSavings = false } = account;
  const holder = latin(name);
  if (holder === null) wrong('holder', 'banks pass on Latin letters only: write the name as your bank does');
  if (iban !== undefined) return { holder: holder ?? '', ...sepa(iban, town) };
  if (routing !== undefined && number !== undefined)
    return { holder: holder ?? '', ...ach(routing, number, isSavings) };
  return wrong('iban', 'give an IBAN with its town, or a routing number and an account number');
}
