/** How the value of a filter is compared, what it looks like, and how the portal asks for it. */
interface FilterRow {
  readonly title: string;
  readonly input: 'program' | 'person' | 'choice' | 'day' | 'month' | 'amount' | 'text' | 'currency' | 'flag';
  readonly sql: 'text' | 'timestamptz' | 'bigint' | 'boolean' | 'integer';
  /** `month` and `prefix` are ranges. */
  readonly test: '=' | '>=' | '<' | '<=' | 'month' | 'prefix' | 'as_of';
}

const id = (title: string): FilterRow => ({ title, input: 'text', sql: 'text', test: '=' });
const choice = (title: string): FilterRow => ({ title, input: 'choice', sql: 'text', test: '=' });

/** Every filter that any reading has; what one reading has is a line in its own table. */
export const FILTERS = {
  programId: { title: 'Programme', input: 'program', sql: 'text', test: '=' },
  personId: { title: 'Person', input: 'person', sql: 'text', test: '=' },
  state: choice('State'),
  kind: choice('Kind'),
  category: choice('Category'),
  bucket: choice('Days waited'),
  rail: choice('Rail'),
  match: choice('Rail and books'),
  band: choice('Paid an hour'),
  costCentre: id('Cost centre'),
  currency: { title: 'Currency', input: 'currency', sql: 'text', test: '=' },
  from: { title: 'From', input: 'day', sql: 'timestamptz', test: '>=' },
  until: { title: 'Until', input: 'day', sql: 'timestamptz', test: '<' },
  month: { title: 'Month', input: 'month', sql: 'timestamptz', test: 'month' },
  at: { title: 'As of', input: 'day', sql: 'timestamptz', test: 'as_of' },
  year: { title: 'Year', input: 'text', sql: 'integer', test: '=' },
  minAmount: { title: 'Amount from', input: 'amount', sql: 'bigint', test: '>=' },
  maxAmount: { title: 'Amount up to', input: 'amount', sql: 'bigint', test: '<=' },
  isLate: { title: 'Late only', input: 'flag', sql: 'boolean', test: '=' },
  isSamePerson: { title: 'Same person', input: 'flag', sql: 'boolean', test: '=' },
  batchId: id('Batch'),
  payoutId: id('Payout'),
  earningId: id('Earning'),
  causeId: id('Evidence'),
  callId: id('Call'),
  account: id('Account'),
  reference: { title: 'Reference begins with', input: 'text', sql: 'text', test: 'prefix' },
} as const satisfies Record<string, FilterRow>;

export type FilterKey = keyof typeof FILTERS;
export const FILTER_KEYS = Object.keys(FILTERS) as FilterKey[];

/** The values of a request, as text: what the address of the page, a saved filter and an export keep. */
export type Criteria = Readonly<Partial<Record<FilterKey, string>>>;
