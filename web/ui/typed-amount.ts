import type { Schemas } from '../api/client';
import { formatMoney } from './amounts';

const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/**
 * Minor units of what a person typed, such as `1,234.50`; `null` when it is no amount or has more decimals than the
 * currency. Read as digits, never as a fraction: nothing is rounded.
 */
export function minorUnits(text: string, currency: string): number | null {
  const digits = digitsOf(currency);
  const match = /^(\d{1,12})(?:\.(\d{1,3}))?$/.exec(text.replaceAll(/[\s,]/g, ''));
  if (match === null) return null;
  const [, whole = '', part = ''] = match;
  if (part.length > digits) return null;
  const amount = Number(whole + part.padEnd(digits, '0'));
  return Number.isSafeInteger(amount) ? amount : null;
}

/** The figure of an amount without its currency sign: what is asked to be typed, such as `1,234.50`. */
export const figureOf = (money: Schemas['MoneyView']): string =>
  formatMoney(money).replaceAll(/[^\d.,]/g, '');
