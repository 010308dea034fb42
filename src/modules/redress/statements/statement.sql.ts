/**
 * Caller: Statements.issue, first statement of the act.
 * Index: none; an advisory lock that ends with the transaction.
 * Twice: two acts on one subject take turns, and the second finds what the first wrote.
 */
export const LOCK_SUBJECT = `SELECT pg_advisory_xact_lock(hashtextextended('redress ' || $1, 7249))`;

/**
 * Caller: Statements.issue. $1 artist.
 * Index: redress_protected_acts_person.
 * Twice: reading only.
 */
export const LAST_PROTECTED = `
  SELECT max(at) AS at FROM redress_protected_acts WHERE person_id = $1`;

/**
 * Caller: Statements.issue, once per statement.
 * Index: primary key.
 * Twice: who took part stays.
 */
export const INSERT_PARTICIPANTS = `
  INSERT INTO redress_participants (statement_id, person_id)
  SELECT $1, id FROM unnest($2::text[]) AS p (id) ON CONFLICT DO NOTHING`;

/**
 * Caller: StatementRepository.participants.
 * Index: primary key of redress_participants.
 * Twice: reading only.
 */
export const LIST_PARTICIPANTS = `
  SELECT statement_id AS "statementId", person_id AS "personId" FROM redress_participants
  WHERE statement_id = ANY ($1::text[])`;

/**
 * Caller: RedressNumbersService. $1 programme or null.
 * Index: redress_statements_program.
 * Twice: reading only.
 */
export const COUNT_STATEMENTS = `
  SELECT kind, state, count(*)::int AS count FROM redress_statements
  WHERE $1::text IS NULL OR program_id = $1 GROUP BY kind, state`;
