/**
 * Caller: AuditRepository.insert, in the transaction of the act.
 * Index: primary key.
 * Twice: every call is a new entry; the caller's own guard against repetition decides.
 */
export const INSERT_ENTRY = `
  INSERT INTO audit_entries (actor, via, key_id, act, subject, details) VALUES ($1, $2, $3, $4, $5, $6)`;

/**
 * Caller: AuditRepository.lockChain, first statement of a sealing transaction.
 * Index: none; an advisory lock that ends with the transaction.
 * Twice: one sealer at a time; the other gets false and leaves.
 */
export const LOCK_CHAIN = `SELECT pg_try_advisory_xact_lock(7248, 3) AS got`;

/**
 * Caller: AuditRepository.lastSeal.
 * Index: primary key, backwards.
 * Twice: reading only.
 */
export const LAST_SEAL = `
  SELECT id, last_entry, last_xid, hash, last_xid >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS is_ahead
  FROM audit_seals ORDER BY id DESC LIMIT 1`;

const ENTRY_TEXT = `
  id::text AS id, xid::text AS xid, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') AS at,
  actor, via, key_id, act, subject, details::text AS details`;

/**
 * Caller: AuditRepository.unsealed; $1 and $2 are the last sealed (xid, id), $3 the most entries of one seal.
 * Index: audit_entries_order (xid, id).
 * Twice: under the chain's lock; below the oldest running transaction nothing can appear any more.
 */
export const UNSEALED = `
  SELECT ${ENTRY_TEXT} FROM audit_entries
  WHERE (xid, id) > ($1::bigint, $2::bigint) AND xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
  ORDER BY audit_entries.xid, audit_entries.id LIMIT $3`;

/**
 * Caller: AuditRepository.insertSeal, under the chain's lock.
 * Index: primary key.
 * Twice: the number of the seal is the one after the last; a second insert of it fails.
 */
export const INSERT_SEAL = `
  INSERT INTO audit_seals (id, first_entry, last_entry, last_xid, entries, entry_ids, leaves, hash)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;

/**
 * Caller: AuditRepository.seals, for verification; seals after $1, oldest first.
 * Index: primary key.
 * Twice: reading only.
 */
export const SEALS = `
  SELECT id, last_entry, last_xid, entry_ids::text[] AS entry_ids, leaves, hash FROM audit_seals
  WHERE id > $1 ORDER BY id LIMIT $2`;

/**
 * Caller: AuditRepository.between, for verification: what lies after ($1, $2) up to ($3, $4) today.
 * Index: audit_entries_order (xid, id).
 * Twice: reading only.
 */
export const BETWEEN = `
  SELECT ${ENTRY_TEXT} FROM audit_entries
  WHERE (xid, id) > ($1::bigint, $2::bigint) AND (xid, id) <= ($3::bigint, $4::bigint)
  ORDER BY audit_entries.xid, audit_entries.id`;

/**
 * Caller: AuditRepository.sealOver, for the page of one entry (xid $1, id $2).
 * Index: audit_seals_reach (last_xid, last_entry).
 * Twice: reading only.
 */
export const SEAL_OVER = `
  SELECT id, at, hash FROM audit_seals WHERE (last_xid, last_entry) >= ($1::bigint, $2::bigint)
  ORDER BY last_xid, last_entry LIMIT 1`;

/**
 * Caller: AuditRepository.acts: the distinct acts, one look into the index for each.
 * Index: audit_entries_act (act, id DESC).
 * Twice: reading only.
 */
export const ACTS = `
  WITH RECURSIVE acts AS (
    (SELECT act FROM audit_entries ORDER BY act LIMIT 1)
    UNION ALL
    SELECT (SELECT act FROM audit_entries WHERE act > acts.act ORDER BY act LIMIT 1) FROM acts WHERE acts.act IS NOT NULL
  )
  SELECT act FROM acts WHERE act IS NOT NULL`;
