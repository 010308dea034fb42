import { CURRENCIES, isCurrency, type Currency } from '../../../kernel/money';

/** What a number in the ledger counts: generation credits, a key's budget (in credits), or minor units of a currency. */
export type Unit = 'credit' | 'budget' | Currency;

interface KindRow {
  /** `currency`: the account's name ends in `.<CUR>`. `currency_owner`: the owner is the currency itself. */
  readonly unit: 'credit' | 'budget' | 'currency' | 'unit_owner';
  /** Guarded: a materialised balance that never falls below what is held. System: no row at all, hence never a hot row. */
  readonly isGuarded: boolean;
}

/**
 * Every kind of account there is. The owner after the colon is an id of the module that uses the kind:
 * credits:<enrollmentId> · pool:<programId> · budget:<familyId> · fund:<programId>.<CUR> · payable:<personId>.<CUR> ·
 * transit:<payoutId>.<CUR> · award:<callId>.<CUR> · task:<taskId>.<CUR> · withheld:<programId>.<CUR> (owed to a tax office) ·
 * issued|spent:credit|budget · expired:credit · goodwill:credit · outside:<CUR>.
 */
export const ACCOUNT_KINDS = {
  credits: { unit: 'credit', isGuarded: true },
  pool: { unit: 'credit', isGuarded: true },
  budget: { unit: 'budget', isGuarded: true },
  fund: { unit: 'currency', isGuarded: true },
  payable: { unit: 'currency', isGuarded: true },
  transit: { unit: 'currency', isGuarded: true },
  award: { unit: 'currency', isGuarded: true },
  task: { unit: 'currency', isGuarded: true },
  withheld: { unit: 'currency', isGuarded: true },
  issued: { unit: 'unit_owner', isGuarded: false },
  spent: { unit: 'unit_owner', isGuarded: false },
  expired: { unit: 'unit_owner', isGuarded: false },
  goodwill: { unit: 'unit_owner', isGuarded: false },
  outside: { unit: 'unit_owner', isGuarded: false },
} as const satisfies Record<string, KindRow>;

export type AccountKind = keyof typeof ACCOUNT_KINDS;
export type AccountName = `${AccountKind}:${string}`;

/** Names of accounts: the only spelling of them, so that a typo does not compile. */
export const account = {
  credits: (enrollmentId: string): AccountName => `credits:${enrollmentId}`,
  pool: (programId: string): AccountName => `pool:${programId}`,
  budget: (familyId: string): AccountName => `budget:${familyId}`,
  fund: (programId: string, currency: Currency): AccountName => `fund:${programId}.${currency}`,
  payable: (personId: string, currency: Currency): AccountName => `payable:${personId}.${currency}`,
  transit: (payoutId: string, currency: Currency): AccountName => `transit:${payoutId}.${currency}`,
  award: (callId: string, currency: Currency): AccountName => `award:${callId}.${currency}`,
  task: (taskId: string, currency: Currency): AccountName => `task:${taskId}.${currency}`,
  withheld: (programId: string, currency: Currency): AccountName => `withheld:${programId}.${currency}`,
  issued: (unit: 'credit' | 'budget'): AccountName => `issued:${unit}`,
  spent: (unit: 'credit' | 'budget'): AccountName => `spent:${unit}`,
  expired: (): AccountName => 'expired:credit',
  goodwill: (): AccountName => 'goodwill:credit',
  outside: (currency: Currency): AccountName => `outside:${currency}`,
} as const;

export interface Account {
  readonly name: AccountName;
  readonly kind: AccountKind;
  readonly unit: Unit;
  readonly isGuarded: boolean;
}

const SHAPE = /^([a-z]+):([A-Za-z0-9_-]+)(?:\.([A-Z]{3}))?$/;

const isUnit = (text: string): text is Unit => text === 'credit' || text === 'budget' || isCurrency(text);

/**
 * What a name says. Throws `RangeError` for an unknown kind, a malformed owner or a currency Atelier does not know:
 * names are built by code, so a wrong one is a bug and never a caller's mistake.
 */
export function accountOf(name: AccountName): Account {
  const [, kind = '', owner = '', currency] = SHAPE.exec(name) ?? [];
  if (!Object.hasOwn(ACCOUNT_KINDS, kind))
    throw new RangeError(`${name} is not an account: its kind is unknown`);
  const row: KindRow = ACCOUNT_KINDS[kind as AccountKind];
  const unit = row.unit === 'currency' ? currency : row.unit === 'unit_owner' ? owner : row.unit;
  if (unit === undefined || !isUnit(unit) || (row.unit !== 'currency' && currency !== undefined)) {
    throw new RangeError(
      `${name} is not an account: it must carry one of ${Object.keys(CURRENCIES).join(', ')} or its own unit`,
    );
  }
  return { name, kind: kind as AccountKind, unit, isGuarded: row.isGuarded };
}
