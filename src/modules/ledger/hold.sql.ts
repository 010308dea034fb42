/**
 * Caller: HoldRepository.insertAll; several holds of one request in one statement, all or none.
 * Index: primary keys of ledger_holds and ledger_accounts; accounts are locked in the order of their names.
 * Twice: a known reference reserves nothing more; the caller reads whether it stands for the same.
 *
 * Hazard: as in POST, what is written comes from the locked rows (l), never from the updated ones (a).
 */
export const HOLD = `
  WITH want AS (
    SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::timestamptz[]) AS w (reference, account, amount, expires_at)
  ), prior AS MATERIALIZED (
    SELECT h.reference, h.account = w.account AND h.amount = w.amount AS is_same
    FROM want w JOIN ledger_holds h ON h.reference = w.reference
  ), fresh AS MATERIALIZED (
    SELECT * FROM want w
    WHERE NOT EXISTS (SELECT FROM prior p WHERE p.reference = w.reference)
      AND NOT EXISTS (SELECT FROM prior p WHERE NOT p.is_same)
  ), need AS MATERIALIZED (
    SELECT account, sum(amount)::bigint AS amount FROM fresh GROUP BY account
  ), locked AS MATERIALIZED (
    SELECT a.name, a.balance, a.held FROM ledger_accounts a
    WHERE a.name = ANY (ARRAY(SELECT account FROM need))
    ORDER BY a.name FOR NO KEY UPDATE
  ), short AS MATERIALIZED (
    SELECT n.account, n.amount AS needed, coalesce(l.balance - l.held, 0) AS available
    FROM need n LEFT JOIN locked l ON l.name = n.account
    WHERE coalesce(l.balance - l.held, 0) < n.amount ORDER BY n.account LIMIT 1
  ), reserved AS (
    INSERT INTO ledger_holds (reference, account, amount, expires_at)
    SELECT reference, account, amount, expires_at FROM fresh WHERE NOT EXISTS (SELECT FROM short)
    ON CONFLICT (reference) DO NOTHING
    RETURNING account, amount
  ), moved AS (
    UPDATE ledger_accounts a SET balance = l.balance, held = l.held + r.amount
    FROM locked l JOIN (SELECT account, sum(amount)::bigint AS amount FROM reserved GROUP BY account) r ON r.account = l.name
    WHERE a.name = l.name
  )
  SELECT
    ((SELECT count(*) FROM prior WHERE is_same) + (SELECT count(*) FROM reserved))::int AS settled,
    (SELECT min(reference) FROM prior WHERE NOT is_same) AS reused,
    short.account AS short, short.needed, short.available
  FROM (VALUES (1)) AS one (x) LEFT JOIN short ON true`;

/**
 * Caller: HoldRepository.settle; $8 is the target when it is guarded, else null.
 * Index: primary keys of ledger_holds and ledger_accounts, ledger_entries.reference; hold first, then accounts by name.
 * Twice: only an open hold is settled; the caller reads what became of another.
 */
export const SETTLE = `
  WITH it AS MATERIALIZED (
    SELECT reference, account, amount, state, entry_id FROM ledger_holds WHERE reference = $1 FOR NO KEY UPDATE
  ), payer AS MATERIALIZED (
    SELECT account, amount FROM it WHERE state = 'open' AND amount >= $2::bigint
  ), locked AS MATERIALIZED (
    SELECT a.name, a.balance, a.held FROM ledger_accounts a
    WHERE a.name = ANY (ARRAY(SELECT account FROM payer) || ARRAY(SELECT $8::text FROM payer WHERE $8::text IS NOT NULL))
    ORDER BY a.name FOR NO KEY UPDATE
  ), missing AS MATERIALIZED (
    SELECT $8::text AS name FROM payer WHERE $8::text IS NOT NULL AND NOT EXISTS (SELECT FROM locked WHERE name = $8::text)
  ), entry AS (
    INSERT INTO ledger_entries (reference, kind, unit, digest, memo)
    SELECT $3, $4, $5, $6::bytea, $7::jsonb FROM payer
    WHERE NOT EXISTS (SELECT FROM missing) AND (SELECT count(*) FROM locked) > 0
    ON CONFLICT (reference) DO NOTHING
    RETURNING id
  ), arrow AS (
    INSERT INTO ledger_postings (entry_id, line, from_account, to_account, amount)
    SELECT entry.id, 1, payer.account, $9::text, $2::bigint FROM entry, payer
  ), closed AS (
    UPDATE ledger_holds h SET state = 'settled', settled = $2::bigint, entry_id = entry.id, closed_at = now()
    FROM entry WHERE h.reference = $1
  ), moved AS (
    UPDATE ledger_accounts a SET
      balance = l.balance + CASE WHEN a.name = $8::text THEN $2::bigint ELSE -$2::bigint END,
      held = l.held - CASE WHEN a.name = $8::text THEN 0 ELSE payer.amount END
    FROM locked l, payer, entry WHERE a.name = l.name
  )
  SELECT it.account, it.amount, it.state,
    EXISTS (SELECT FROM entry) AS is_settled,
    (SELECT reference = $3 AND digest = $6::bytea FROM ledger_entries e WHERE e.id = it.entry_id) AS is_same,
    EXISTS (SELECT FROM missing) AS is_missing
  FROM it`;

/**
 * Caller: HoldRepository.release.
 * Index: primary keys of ledger_holds and ledger_accounts.
 * Twice: only an open hold gives its amount back; the caller reads what became of another. An open hold was open in
 * the snapshot too, so that even an outdated `held` covers it and cannot fail the CHECK.
 */
export const RELEASE = `
  WITH it AS MATERIALIZED (
    SELECT reference, state FROM ledger_holds WHERE reference = $1 FOR NO KEY UPDATE
  ), closed AS (
    UPDATE ledger_holds h SET state = 'released', closed_at = now()
    FROM it WHERE h.reference = it.reference AND it.state = 'open'
    RETURNING h.account, h.amount
  ), moved AS (
    UPDATE ledger_accounts a SET held = a.held - c.amount FROM closed c WHERE a.name = c.account
  )
  SELECT state FROM it`;

/**
 * Caller: HoldRepository.expire, the sweep; up to $1 holds a round, several sweepers at once.
 * Index: ledger_holds_expiring.
 * Twice: SKIP LOCKED on hold and account: a sweep waits for nobody, hence cannot deadlock; what it skips waits a round.
 */
export const EXPIRE = `
  WITH due AS MATERIALIZED (
    SELECT h.reference FROM ledger_holds h JOIN ledger_accounts a ON a.name = h.account
    WHERE h.state = 'open' AND h.expires_at <= now()
    ORDER BY h.expires_at LIMIT $1 FOR NO KEY UPDATE SKIP LOCKED
  ), closed AS (
    UPDATE ledger_holds h SET state = 'expired', closed_at = now()
    FROM due WHERE h.reference = due.reference
    RETURNING h.account, h.amount
  ), moved AS (
    UPDATE ledger_accounts a SET held = a.held - c.amount
    FROM (SELECT account, sum(amount)::bigint AS amount FROM closed GROUP BY account) c WHERE a.name = c.account
  )
  SELECT count(*)::int AS count FROM closed`;
