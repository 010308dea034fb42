/**
 * Caller: FeedbackRepository.time, after the row's lock is held.
 * Index: none.
 * Twice: reading only; never the transaction's start, which may lie before a wait for the lock.
 */
export const DATABASE_TIME = `SELECT date_trunc('milliseconds', clock_timestamp()) AS now`;

/**
 * Caller: FeedbackRepository.listSentiments, for the author's own view only: $2 is the reader.
 * Index: primary key.
 * Twice: reading only.
 */
export const LIST_SENTIMENTS = `
  SELECT id, sentiment FROM feedback_items WHERE id = ANY ($1) AND person_id = $2 AND sentiment IS NOT NULL`;

/**
 * Caller: FeedbackRepository.listQueue, for who triages. $1 reader, $2 $3 position or null, $4 limit.
 * Index: feedback_items_due (due_at, id) WHERE state IN (new, triaged).
 * Twice: reading only.
 */
export const LIST_QUEUE = `
  SELECT id FROM feedback_items
  WHERE state IN ('new', 'triaged') AND declining IS NULL AND person_id <> $1
    AND ($2::timestamptz IS NULL OR (due_at, id) > ($2, $3::text))
  ORDER BY due_at, id LIMIT $4`;

/**
 * Caller: TriageService.sweep.
 * Index: feedback_items_due.
 * Twice: each id is locked and decided again; what was handled meanwhile is left alone.
 */
export const LIST_OVERDUE = `
  SELECT id FROM feedback_items WHERE state IN ('new', 'triaged') AND declining IS NULL AND due_at <= now()
  ORDER BY due_at, id LIMIT 500`;

/**
 * Caller: FeedbackRepository.countMoves: which decline of an item this is.
 * Index: feedback_items_history by subject.
 * Twice: reading only.
 */
export const COUNT_MOVES = `
  SELECT count(*)::int AS count FROM feedback_items_history WHERE subject_id = $1`;

/**
 * Caller: FeedbackRepository.countVoices, after an item was merged into $1. The same person twice is one voice.
 * Index: primary key; feedback_items_original.
 * Twice: counts the same again.
 */
export const COUNT_VOICES = `
  WITH original AS (SELECT id, person_id FROM feedback_items WHERE id = $1 FOR UPDATE)
  UPDATE feedback_items f SET popularity = (
    SELECT count(DISTINCT v.person_id) FROM (
      SELECT o.person_id UNION ALL
      SELECT d.person_id FROM feedback_items d WHERE d.original_id = o.id AND d.state = 'duplicate') v)
  FROM original o WHERE f.id = o.id`;

/**
 * Caller: FeedbackRepository.listFates. $1 ids of originals. No words: they are another artist's.
 * Index: primary key.
 * Twice: reading only.
 */
export const LIST_FATES = `
  SELECT id, state, shipped_in AS "shippedIn" FROM feedback_items WHERE id = ANY ($1)`;
