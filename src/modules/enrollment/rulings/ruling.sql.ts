/** What a row of a ruling is read as. */
const COLUMNS = `id, program_id AS "programId", enrollment_id AS "enrollmentId", asker_id AS "askerId", topic,
  is_confidential AS "isConfidential", question, context, clause_id AS "clauseId", terms_version AS "termsVersion", state,
  outcome, answer, conditions, ruler_id AS "rulerId", asked_at AS "askedAt", due_at AS "dueAt", decided_at AS "decidedAt",
  precedent_question AS "precedentQuestion", precedent_answer AS "precedentAnswer", published_at AS "publishedAt"`;

/**
 * Caller: RulingRepository.find and lock.
 * Index: primary key.
 * Twice: reading only; with the lock, rulings on one question take turns.
 */
export const FIND_RULING = `SELECT ${COLUMNS} FROM enrollment_rulings WHERE id = $1`;

/**
 * Caller: RulingService.ask.
 * Index: primary key.
 * Twice: once for an Idempotency-Key; without one two questions are two.
 */
export const INSERT_RULING = `
  INSERT INTO enrollment_rulings (id, program_id, enrollment_id, asker_id, topic, is_confidential, question, context,
    clause_id, terms_version, state, asked_at, due_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`;

/**
 * Caller: RulingRepository.listOf, an artist's own questions, newest first.
 * Index: enrollment_rulings_asker.
 * Twice: reading only.
 */
export const LIST_OF = `
  SELECT ${COLUMNS} FROM enrollment_rulings
  WHERE asker_id = $1 AND ($2::text IS NULL OR program_id = $2) AND ($3::text IS NULL OR id < $3)
  ORDER BY id DESC LIMIT $4`;

/**
 * Caller: RulingRepository.listQueue, what waits for a ruling, the most urgent first.
 * Index: enrollment_rulings_due.
 * Twice: reading only.
 */
export const LIST_QUEUE = `
  SELECT ${COLUMNS} FROM enrollment_rulings
  WHERE state = 'asked' AND ($1::text IS NULL OR program_id = $1)
    AND ($2::timestamptz IS NULL OR (due_at, id) > ($2, $3))
  ORDER BY due_at, id LIMIT $4`;

/**
 * Caller: RulingRepository.search, public precedents. Words as people type them in a search box.
 * Index: enrollment_rulings_search with words, enrollment_rulings_published without.
 * Twice: reading only.
 */
export const SEARCH_PRECEDENTS = `
  SELECT ${COLUMNS} FROM enrollment_rulings
  WHERE published_at IS NOT NULL
    AND ($1::text IS NULL OR search @@ (websearch_to_tsquery('english', $1) || websearch_to_tsquery('simple', $1)))
    AND ($2::text IS NULL OR program_id = $2)
    AND ($3::text IS NULL OR outcome = $3)
    AND ($4::text IS NULL OR clause_id = $4)
    AND ($5::text IS NULL OR id < $5)
  ORDER BY id DESC LIMIT $6`;

/**
 * Caller: RulingRepository.write, before the move, under the lock of the row.
 * Index: primary key.
 * Twice: only a question without an answer takes one; the trigger refuses to change it afterwards.
 */
export const ANSWER_RULING = `
  UPDATE enrollment_rulings SET state = $2, outcome = $3, answer = $4, conditions = $5, ruler_id = $6, decided_at = $7,
    precedent_question = $8, precedent_answer = $9, published_at = $10, updated_at = now()
  WHERE id = $1 AND state = 'asked'`;

/**
 * Caller: RulingRepository.write, in the transaction of ANSWER_RULING.
 * Index: none, it appends.
 * Twice: follows a move, which happens once.
 */
export const KEEP_MOVE = `
  INSERT INTO enrollment_rulings_history (subject_id, verb, from_state, to_state, actor_id, note)
  VALUES ($1, $2, $3, $4, $5, $6)`;

/**
 * Caller: RulingClock, once a minute; at most 250 a round.
 * Index: enrollment_rulings_due.
 * Twice: reading only; each is decided again under its lock.
 */
export const LIST_SILENT = `
  SELECT id FROM enrollment_rulings WHERE state = 'asked' AND NOT is_confidential AND due_at <= $1
  ORDER BY due_at LIMIT 250`;

/**
 * Caller: RulingRepository.numbers, shown in public.
 * Index: none; a programme has hundreds of questions.
 * Twice: reading only.
 */
export const COUNT_RULINGS = `
  SELECT count(*) FILTER (WHERE state IN ('ruled', 'granted'))::int AS decided,
    count(*) FILTER (WHERE state = 'ruled' AND decided_at <= due_at)::int AS "inTime",
    count(*) FILTER (WHERE state = 'granted')::int AS "bySilence",
    count(*) FILTER (WHERE state = 'asked')::int AS waiting,
    count(*) FILTER (WHERE state = 'asked' AND due_at <= now())::int AS late
  FROM enrollment_rulings WHERE ($1::text IS NULL OR program_id = $1)`;
