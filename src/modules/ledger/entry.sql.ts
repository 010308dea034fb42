/**
 * Caller: EntryRepository.post; $6 and $7 are the guarded accounts with their net changes, $8 to $10 the arrows.
 * Index: ledger_entries.reference, primary key of ledger_accounts; rows are locked in the order of their names.
 * Twice: a known reference or an account that would fall below its holds writes nothing; the caller reads which.
 *
 * Hazard: both columns are written from the locked row (v), never from the updated one (a), the unchanged one too.
 * Postgres tests a CHECK against the row as the snapshot shows it before it notices that there is a newer version; an
 * outdated balance would fail there for no reason.
 */
export const POST = `
  WITH want AS (
    SELECT * FROM unnest($6::text[], $7::bigint[]) AS w (name, change)
  ), prior AS MATERIALIZED (
    SELECT digest = $4::bytea AS is_same FROM ledger_entries WHERE reference = $1
  ), locked AS MATERIALIZED (
    SELECT a.name, a.balance, a.held FROM ledger_accounts a
    WHERE a.name = ANY ($6) AND NOT EXISTS (SELECT FROM prior)
    ORDER BY a.name FOR NO KEY UPDATE
  ), verdict AS MATERIALIZED (
    SELECT w.name, w.change, l.balance, l.held, l.name IS NULL AS is_missing,
      w.change < 0 AND coalesce(l.balance - l.held, 0) + w.change < 0 AS is_short
    FROM want w LEFT JOIN locked l ON l.name = w.name
  ), entry AS (
    INSERT INTO ledger_entries (reference, kind, unit, digest, memo)
    SELECT $1, $2, $3, $4::bytea, $5::jsonb
    WHERE NOT EXISTS (SELECT FROM prior) AND NOT EXISTS (SELECT FROM verdict WHERE is_missing OR is_short)
    ON CONFLICT (reference) DO NOTHING
    RETURNING id
  ), arrows AS (
    INSERT INTO ledger_postings (entry_id, line, from_account, to_account, amount)
    SELECT entry.id, p.line, p.from_account, p.to_account, p.amount
    FROM entry, unnest($8::text[], $9::text[], $10::bigint[]) WITH ORDINALITY AS p (from_account, to_account, amount, line)
  ), moved AS (
    UPDATE ledger_accounts a SET balance = v.balance + v.change, held = v.held
    FROM verdict v, entry WHERE a.name = v.name
  )
  SELECT
    EXISTS (SELECT FROM entry) AS is_posted,
    (SELECT is_same FROM prior) AS is_same,
    short.name AS short, short.available, -short.change AS needed,
    ARRAY(SELECT name FROM verdict WHERE is_missing AND NOT is_short ORDER BY name) AS missing
  FROM (VALUES (1)) AS one (x) LEFT JOIN LATERAL (
    SELECT name, change, coalesce(balance - held, 0) AS available FROM verdict WHERE is_short ORDER BY name LIMIT 1
  ) short ON true`;

/**
 * Caller: EntryRepository, when an arrow leads to a guarded account that nobody has paid before. Sorted by the caller.
 * Index: primary key of ledger_accounts.
 * Twice: an account that is already open stays as it is.
 */
export const OPEN_ACCOUNTS = `
  INSERT INTO ledger_accounts (name, kind, unit)
  SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) ON CONFLICT (name) DO NOTHING`;

/**
 * Caller: AccountRepository.balances, guarded accounts.
 * Index: primary key of ledger_accounts.
 * Twice: reading only.
 */
export const GUARDED_BALANCES = `SELECT name, balance, held FROM ledger_accounts WHERE name = ANY ($1)`;

/**
 * Caller: AccountRepository.balances inside of a transaction that goes on to move what it has read.
 * Index: primary key of ledger_accounts; rows are locked in the order of their names.
 * Twice: reading only; the lock ends with the transaction.
 */
export const LOCK_BALANCES = `
  SELECT name, balance, held FROM ledger_accounts WHERE name = ANY ($1) ORDER BY name FOR NO KEY UPDATE`;

/**
 * Caller: AccountRepository.balances, system accounts: replayed, for reports and never on a hot path.
 * Index: ledger_postings_from and ledger_postings_to, both covering.
 * Twice: reading only.
 */
export const SYSTEM_BALANCES = `
  SELECT n.name,
    (coalesce((SELECT sum(amount) FROM ledger_postings WHERE to_account = n.name), 0)
      - coalesce((SELECT sum(amount) FROM ledger_postings WHERE from_account = n.name), 0))::bigint AS balance
  FROM unnest($1::text[]) AS n (name)`;

/**
 * Caller: EntryRepository.totals: what came to and went from these accounts, by kind of account and of entry.
 * Index: ledger_postings_from and ledger_postings_to, both covering; primary key of ledger_entries. For reports only.
 * Twice: reading only.
 */
export const TOTALS = `
  SELECT split_part(l.account, ':', 1) AS "accountKind", e.kind, sum(l.came)::bigint AS came, sum(l.went)::bigint AS went
  FROM (
    SELECT entry_id, to_account AS account, amount AS came, 0 AS went FROM ledger_postings WHERE to_account = ANY ($1)
    UNION ALL
    SELECT entry_id, from_account, 0, amount FROM ledger_postings WHERE from_account = ANY ($1)
  ) l JOIN ledger_entries e ON e.id = l.entry_id
  GROUP BY 1, 2 ORDER BY 1, 2`;

/**
 * Caller: EntryRepository.statement, newest first; $2 and $3 are the last line shown, $4 the limit and one.
 * Index: ledger_postings_from and ledger_postings_to, each read for at most one page.
 * Twice: reading only.
 */
export const STATEMENT = `
  SELECT e.at, e.reference, e.kind, e.memo, l.entry_id, l.line, l.amount, l.other
  FROM (
    (SELECT entry_id, line, -amount AS amount, to_account AS other FROM ledger_postings
      WHERE from_account = $1 AND (entry_id, line) < ($2::bigint, $3::integer)
      ORDER BY entry_id DESC, line DESC LIMIT $4)
    UNION ALL
    (SELECT entry_id, line, amount, from_account FROM ledger_postings
      WHERE to_account = $1 AND (entry_id, line) < ($2::bigint, $3::integer)
      ORDER BY entry_id DESC, line DESC LIMIT $4)
  ) l JOIN ledger_entries e ON e.id = l.entry_id
  ORDER BY l.entry_id DESC, l.line DESC LIMIT $4`;
