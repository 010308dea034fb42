import { CURRENCY, money, monthly, quiet, text, time, type Column, type Reading } from '../reading';

const PAYOUT_STATES = [
  'draft',
  'approved',
  'sending',
  'in_transit',
  'paid',
  'failed',
  'returned',
  'canceled',
  'on_hold',
];
const EARNING_STATES = ['unfunded', 'due', 'in_payout', 'paid'];
const CATEGORIES = ['service', 'prize', 'royalty', 'reimbursement'];
const RAILS = ['sandbox', 'stripe', 'bank_file'];
const BUCKETS = ['0-7', '8-14', '15-30', 'over-30'];
const count = (key: string, title: string, unit: string): Column => ({ key, title, type: 'count', unit });
const flag = (key: string, title: string): Column => ({ key, title, type: 'flag' });
const state = (key: string): Column => ({ key, title: 'State', type: 'state' });
const programme = text('programme', 'Programme', { opens: 'program', opensBy: 'program_id' });
const person = text('person', 'Artist', { opens: 'person', opensBy: 'person_id' });
const programId = quiet(text('program_id', 'Programme id'));
const personId = quiet(text('person_id', 'Artist id'));
const amountFilters = [
  { key: 'currency', column: 'currency' },
  { key: 'minAmount', column: 'amount' },
  { key: 'maxAmount', column: 'amount' },
] as const;
const dates = (column: string) =>
  [
    { key: 'from', column },
    { key: 'until', column },
    { key: 'month', column },
  ] as const;

export const PAYOUTS: Reading = {
  key: 'payouts',
  title: 'Payout register',
  question: 'What was paid to whom, for what, approved by whom, and when did it arrive?',
  source: 'reports_reading_payouts',
  rows: 'payouts',
  columns: [
    quiet(time('effective_date', 'Effective')),
    time('created_at', 'Drafted'),
    { key: 'payout_id', title: 'Payout', type: 'id', opens: 'payout' },
    { key: 'group_id', title: 'Batch', type: 'id', opens: 'batch', isQuiet: true },
    text('kind', 'For'),
    quiet(text('description', 'Description')),
    quiet(text('accounting_category_code', 'Category')),
    quiet(text('cost_centre', 'Cost centre')),
    programId,
    programme,
    quiet(text('artist_id', 'Artist id')),
    text('payee_name', 'Artist', { opens: 'person', opensBy: 'artist_id' }),
    quiet(text('payee_email', 'E-mail of the artist')),
    quiet(text('payee_country', 'Country of the artist')),
    money('gross_amount', 'Gross'),
    money('tax_withheld', 'Tax withheld'),
    money('net_amount', 'Net'),
    CURRENCY,
    quiet(count('earnings', 'Earnings', 'earnings')),
    quiet(text('source_id', 'Evidence')),
    quiet({ key: 'grant_id', title: 'Call', type: 'id', opens: 'call' }),
    quiet(text('milestone_no', 'Step of the award')),
    quiet(text('submitted_by', 'Drafted by')),
    text('approved_by', 'Approved by'),
    quiet(time('approved_at', 'Approved')),
    quiet(text('second_approved_by', 'Second approval by')),
    quiet(time('second_approved_at', 'Second approval')),
    quiet(time('sent_at', 'Sent')),
    time('paid_at', 'Arrived'),
    quiet(time('due_at', 'Due')),
    count('days_to_cash', 'Days to cash', 'days'),
    quiet(flag('late', 'Late')),
    quiet(text('tax_form_type', 'Tax form')),
    quiet(text('tax_form_status', 'State of the tax form')),
    quiet(count('tax_year', 'Tax year', 'year')),
    state('payout_status'),
    quiet(text('failure_code', 'Code of the rail')),
    quiet(text('failure_message', 'Reason')),
    quiet(text('rail', 'Rail')),
    quiet(text('rail_account', 'Account at the rail')),
    quiet(text('rail_ref', 'Reference of the rail')),
    quiet(flag('is_reversal', 'Came back')),
  ],
  order: [
    { column: 'created_at', type: 'timestamptz' },
    { column: 'payout_id', type: 'text' },
  ],
  filters: [
    { key: 'programId', column: 'program_id' },
    { key: 'personId', column: 'artist_id' },
    { key: 'state', column: 'payout_status', values: PAYOUT_STATES },
    { key: 'rail', column: 'rail', values: RAILS },
    ...dates('created_at'),
    { key: 'currency', column: 'currency' },
    { key: 'minAmount', column: 'net_amount' },
    { key: 'maxAmount', column: 'net_amount' },
    { key: 'batchId', column: 'group_id' },
    { key: 'payoutId', column: 'payout_id' },
  ],
  groups: [
    monthly('created_at', 'Month drafted'),
    { key: 'state', title: 'State', expression: 'payout_status', filter: 'state' },
    { key: 'programme', title: 'Programme', expression: 'program_id', filter: 'programId' },
  ],
  chart: { by: 'month', of: 'net_amount', as: 'bar' },
};

export const EARNINGS: Reading = {
  key: 'earnings',
  title: 'Earnings',
  question: 'What was earned, by whom, for which fact, and where is the money now?',
  source: 'reports_reading_earnings',
  rows: 'earnings',
  columns: [
    time('earned_at', 'Earned'),
    { key: 'earning_id', title: 'Earning', type: 'id', opens: 'postings' },
    programId,
    programme,
    personId,
    person,
    text('category', 'Category'),
    quiet(text('cost_centre', 'Cost centre')),
    text('cause_type', 'For'),
    quiet(text('cause_id', 'Evidence')),
    quiet(text('rate_item', 'Item of the rate card')),
    quiet(count('rate_card_version', 'Version of the rate card', 'version')),
    state('state'),
    money('amount', 'Amount'),
    CURRENCY,
    quiet(time('due_at', 'Due')),
    quiet(time('paid_at', 'Paid')),
    { key: 'payout_id', title: 'Payout', type: 'id', opens: 'payout' },
    quiet(text('source', 'Paid from')),
  ],
  order: [
    { column: 'earned_at', type: 'timestamptz' },
    { column: 'earning_id', type: 'text' },
  ],
  filters: [
    { key: 'programId', column: 'program_id' },
    { key: 'personId', column: 'person_id' },
    { key: 'state', column: 'state', values: EARNING_STATES },
    { key: 'category', column: 'category', values: CATEGORIES },
    { key: 'kind', column: 'cause_type' },
    { key: 'costCentre', column: 'cost_centre' },
    ...dates('earned_at'),
    ...amountFilters,
    { key: 'payoutId', column: 'payout_id' },
    { key: 'earningId', column: 'earning_id' },
    { key: 'causeId', column: 'cause_id' },
  ],
  groups: [
    monthly('earned_at', 'Month earned'),
    { key: 'kind', title: 'Kind', expression: 'cause_type', filter: 'kind' },
    { key: 'category', title: 'Category', expression: 'category', filter: 'category' },
    { key: 'state', title: 'State', expression: 'state', filter: 'state' },
    { key: 'programme', title: 'Programme', expression: 'program_id', filter: 'programId' },
  ],
  chart: { by: 'month', of: 'amount', as: 'bar' },
};

const ACCRUED_COLUMNS: readonly Column[] = [
  time('earned_at', 'Earned'),
  { key: 'earning_id', title: 'Earning', type: 'id', opens: 'postings' },
  programId,
  programme,
  personId,
  person,
  text('category', 'Category'),
  quiet(text('cost_centre', 'Cost centre')),
  text('cause_type', 'For'),
  state('state'),
  money('amount', 'Amount'),
  CURRENCY,
  time('due_at', 'Due'),
  count('days', 'Days since earned', 'days'),
  text('bucket', 'Days waited'),
  quiet(count('days_overdue', 'Days since due', 'days')),
  flag('late', 'Late'),
  { key: 'payout_id', title: 'Payout', type: 'id', opens: 'payout' },
];
const ACCRUED_FILTERS: Reading['filters'] = [
  { key: 'programId', column: 'program_id' },
  { key: 'personId', column: 'person_id' },
  { key: 'category', column: 'category', values: CATEGORIES },
  { key: 'costCentre', column: 'cost_centre' },
  { key: 'bucket', column: 'bucket', values: BUCKETS },
  { key: 'isLate', column: 'late' },
  ...dates('earned_at'),
  ...amountFilters,
];
const ACCRUED_ORDER: Reading['order'] = EARNINGS.order;
const byBucket = { key: 'bucket', title: 'Days waited', expression: 'bucket', filter: 'bucket' } as const;
const byCentre = {
  key: 'costCentre',
  title: 'Cost centre',
  expression: 'cost_centre',
  filter: 'costCentre',
} as const;
const byPerson = { key: 'person', title: 'Artist', expression: 'person_id', filter: 'personId' } as const;

export const ACCRUED: Reading = {
  key: 'accrued',
  title: 'Accrued liability',
  question: 'What was earned and not yet paid on a given day?',
  source: 'reports_reading_accrued',
  isDated: true,
  rows: 'earnings',
  columns: ACCRUED_COLUMNS,
  order: ACCRUED_ORDER,
  filters: [{ key: 'at', column: 'earned_at' }, ...ACCRUED_FILTERS],
  groups: [monthly('earned_at', 'Month earned'), byCentre, byPerson, byBucket],
  chart: { by: 'month', of: 'amount', as: 'bar' },
};

export const AGEING: Reading = {
  key: 'ageing',
  title: 'Ageing',
  question: 'How long has what is owed today waited, and what is late?',
  source: 'reports_reading_accrued',
  isDated: true,
  rows: 'earnings',
  columns: ACCRUED_COLUMNS,
  order: ACCRUED_ORDER,
  filters: ACCRUED_FILTERS,
  groups: [byBucket, byPerson, byCentre],
  chart: { by: 'bucket', of: 'amount', as: 'bar' },
};
