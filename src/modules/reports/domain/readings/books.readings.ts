import { CURRENCY, money, monthly, quiet, text, time, type Column, type Reading } from '../reading';

const count = (key: string, title: string, unit: string): Column => ({ key, title, type: 'count', unit });
const programme = text('programme', 'Programme', { opens: 'program', opensBy: 'program_id' });
const person = text('person', 'Artist', { opens: 'person', opensBy: 'person_id' });
const programId = quiet(text('program_id', 'Programme id'));
const personId = quiet(text('person_id', 'Artist id'));
const dates = (column: string) =>
  [
    { key: 'from', column },
    { key: 'until', column },
    { key: 'month', column },
  ] as const;
const byState = { key: 'state', title: 'State', expression: 'state', filter: 'state' } as const;
const byCentre = {
  key: 'costCentre',
  title: 'Cost centre',
  expression: 'cost_centre',
  filter: 'costCentre',
} as const;

export const GRANTS: Reading = {
  key: 'grants',
  title: 'Grants',
  question: 'How much of each call is promised, released and left?',
  source: 'reports_reading_grants',
  rows: 'calls',
  columns: [
    quiet(time('created_at', 'Created')),
    quiet({ key: 'call_id', title: 'Call id', type: 'id' }),
    text('title', 'Call', { opens: 'call', opensBy: 'call_id' }),
    programId,
    programme,
    { key: 'state', title: 'State', type: 'state' },
    time('decides_at', 'Decides'),
    money('budget', 'Budget'),
    money('committed', 'Committed'),
    money('released', 'Released'),
    money('to_release', 'Still to release'),
    money('remaining', 'Not committed'),
    CURRENCY,
    count('awards', 'Awards', 'awards'),
  ],
  order: [
    { column: 'created_at', type: 'timestamptz' },
    { column: 'call_id', type: 'text' },
  ],
  filters: [
    { key: 'programId', column: 'program_id' },
    { key: 'state', column: 'state', values: ['draft', 'open', 'closed', 'decided', 'cancelled'] },
    { key: 'currency', column: 'currency' },
    ...dates('decides_at'),
    { key: 'callId', column: 'call_id' },
  ],
  groups: [byState, { key: 'programme', title: 'Programme', expression: 'program_id', filter: 'programId' }],
  chart: { by: 'programme', of: 'committed', as: 'bar' },
};

export const TRANCHES: Reading = {
  key: 'tranches',
  title: 'Tranches',
  question: 'Which step of which award is planned, released and paid?',
  source: 'reports_reading_tranches',
  rows: 'tranches',
  columns: [
    time('due_at', 'Due'),
    quiet({ key: 'milestone_id', title: 'Milestone', type: 'id' }),
    count('milestone_no', 'Step', 'step'),
    text('title', 'Milestone'),
    quiet({ key: 'award_id', title: 'Award', type: 'id' }),
    { key: 'call_id', title: 'Call', type: 'id', opens: 'call' },
    programId,
    programme,
    personId,
    person,
    { key: 'state', title: 'State', type: 'state' },
    money('amount', 'Promised'),
    money('released', 'Released'),
    CURRENCY,
    quiet({ key: 'earning_id', title: 'Earning', type: 'id', opens: 'earning' }),
    { key: 'payout_id', title: 'Payout', type: 'id', opens: 'payout' },
    time('paid_at', 'Paid'),
  ],
  order: [
    { column: 'due_at', type: 'timestamptz' },
    { column: 'milestone_id', type: 'text' },
  ],
  filters: [
    { key: 'programId', column: 'program_id' },
    { key: 'personId', column: 'person_id' },
    { key: 'callId', column: 'call_id' },
    {
      key: 'state',
      column: 'state',
      values: ['planned', 'submitted', 'changes_requested', 'accepted', 'cancelled'],
    },
    { key: 'currency', column: 'currency' },
    ...dates('due_at'),
  ],
  groups: [monthly('due_at', 'Month due'), byState],
  chart: { by: 'month', of: 'amount', as: 'bar' },
};

export const BURN: Reading = {
  key: 'burn',
  title: 'Budget burn',
  question: 'Where does the money of a programme go, by cost centre and month?',
  source: 'reports_reading_burn',
  rows: 'movements',
  columns: [
    time('at', 'When'),
    quiet(count('entry_id', 'Entry', 'entry')),
    quiet(count('line', 'Line', 'line')),
    text('cost_centre', 'Cost centre'),
    text('flow', 'Movement'),
    programId,
    programme,
    quiet(text('account', 'Account')),
    text('reference', 'Entry', { opens: 'postings' }),
    money('came', 'Came'),
    money('went', 'Went'),
    money('net', 'Net'),
    CURRENCY,
  ],
  order: [
    { column: 'entry_id', type: 'bigint' },
    { column: 'line', type: 'integer' },
  ],
  filters: [
    { key: 'programId', column: 'program_id' },
    { key: 'costCentre', column: 'cost_centre' },
    {
      key: 'kind',
      column: 'flow',
      values: ['paid_in', 'paid_back', 'earned', 'taken_back', 'set_aside', 'given_back'],
    },
    { key: 'currency', column: 'currency' },
    ...dates('at'),
  ],
  groups: [
    byCentre,
    monthly('at', 'Month'),
    { key: 'kind', title: 'Movement', expression: 'flow', filter: 'kind' },
  ],
  chart: { by: 'costCentre', of: 'went', as: 'bar' },
};

export const TAX: Reading = {
  key: 'tax',
  title: 'Tax summary',
  question: 'What was paid to each payee in a calendar year, by kind of income?',
  source: 'reports_reading_tax',
  rows: 'payees and kinds of income',
  columns: [
    quiet({ key: 'line_id', title: 'Line', type: 'id' }),
    count('year', 'Year', 'year'),
    personId,
    person,
    quiet(text('email', 'E-mail')),
    text('category', 'Category'),
    money('amount', 'Paid'),
    CURRENCY,
    count('payments', 'Payments', 'payments'),
  ],
  order: [{ column: 'line_id', type: 'text' }],
  filters: [
    { key: 'year', column: 'year' },
    { key: 'personId', column: 'person_id' },
    { key: 'category', column: 'category', values: ['service', 'prize', 'royalty', 'reimbursement'] },
    { key: 'currency', column: 'currency' },
    { key: 'minAmount', column: 'amount' },
  ],
  groups: [
    { key: 'category', title: 'Category', expression: 'category', filter: 'category' },
    { key: 'year', title: 'Year', expression: 'year::text', filter: 'year' },
  ],
  chart: { by: 'year', of: 'amount', as: 'bar' },
};

export const EXCEPTIONS: Reading = {
  key: 'exceptions',
  title: 'Exceptions',
  question: 'What did not arrive, waits for a person, or has no money behind it?',
  source: 'reports_reading_exceptions',
  rows: 'exceptions',
  columns: [
    time('since', 'Since'),
    quiet({ key: 'subject_id', title: 'Id', type: 'id' }),
    text('kind', 'What'),
    { key: 'state', title: 'State', type: 'state' },
    text('reason', 'Reason'),
    programId,
    programme,
    personId,
    person,
    money('amount', 'Amount'),
    CURRENCY,
    count('days', 'Days', 'days'),
    { key: 'payout_id', title: 'Payout', type: 'id', opens: 'payout' },
    quiet({ key: 'batch_id', title: 'Batch', type: 'id', opens: 'batch' }),
  ],
  order: [
    { column: 'since', type: 'timestamptz' },
    { column: 'subject_id', type: 'text' },
  ],
  filters: [
    { key: 'programId', column: 'program_id' },
    { key: 'personId', column: 'person_id' },
    { key: 'kind', column: 'kind', values: ['payout', 'earning'] },
    { key: 'state', column: 'state', values: ['on_hold', 'failed', 'returned', 'unfunded'] },
    { key: 'currency', column: 'currency' },
    ...dates('since'),
  ],
  groups: [byState],
  chart: { by: 'state', of: 'amount', as: 'bar' },
};

export const APPROVALS: Reading = {
  key: 'approvals',
  title: 'Approvals',
  question: 'Who took which step about which batch, and did one person ever take two?',
  source: 'reports_reading_approvals',
  rows: 'steps',
  columns: [
    time('at', 'When'),
    quiet({ key: 'step_id', title: 'Step id', type: 'id' }),
    { key: 'batch_id', title: 'Batch', type: 'id', opens: 'batch' },
    text('step', 'Step'),
    personId,
    text('person', 'By'),
    quiet(text('email', 'E-mail')),
    programId,
    programme,
    { key: 'total', title: 'Total of the batch', type: 'money' },
    CURRENCY,
    count('payouts', 'Payouts', 'payouts'),
    { key: 'state', title: 'State', type: 'state' },
    { key: 'same_person', title: 'Same person', type: 'flag' },
  ],
  order: [
    { column: 'at', type: 'timestamptz' },
    { column: 'step_id', type: 'text' },
  ],
  filters: [
    { key: 'programId', column: 'program_id' },
    { key: 'personId', column: 'person_id' },
    {
      key: 'kind',
      column: 'step',
      values: ['draft', 'approve', 'approve_second', 'cancel', 'send', 'finish'],
    },
    { key: 'isSamePerson', column: 'same_person' },
    { key: 'currency', column: 'currency' },
    { key: 'batchId', column: 'batch_id' },
    ...dates('at'),
  ],
  groups: [{ key: 'kind', title: 'Step', expression: 'step', filter: 'kind' }],
};

export const POSTINGS: Reading = {
  key: 'postings',
  title: 'Ledger',
  question: 'Which entries moved value between which accounts?',
  source: 'reports_reading_postings',
  rows: 'postings',
  columns: [
    time('at', 'When'),
    count('entry_id', 'Entry', 'entry'),
    quiet(count('line', 'Line', 'line')),
    text('reference', 'Reference'),
    text('kind', 'Kind'),
    text('from_account', 'From'),
    text('to_account', 'To'),
    money('amount', 'Amount'),
    CURRENCY,
    quiet(text('memo', 'Memo')),
  ],
  order: [
    { column: 'entry_id', type: 'bigint' },
    { column: 'line', type: 'integer' },
  ],
  filters: [
    { key: 'account', column: ['from_account', 'to_account'] },
    { key: 'reference', column: 'reference' },
    { key: 'kind', column: 'kind' },
    { key: 'currency', column: 'currency' },
    ...dates('at'),
  ],
  groups: [{ key: 'kind', title: 'Kind', expression: 'kind', filter: 'kind' }, monthly('at', 'Month')],
};
