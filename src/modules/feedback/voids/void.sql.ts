/**
 * Caller: VoidRepository.lockPaid. $1 id. What was accepted for pay, locked until the end of the transaction.
 * Index: primary key.
 * Twice: reading only.
 */
export const LOCK_PAID_FEEDBACK = `
  SELECT pay_ref AS "payRef", person_id AS "personId", program_id AS "programId", state, is_private AS "isPrivate", title
  FROM feedback_items WHERE id = $1 FOR UPDATE`;

/**
 * Caller: VoidRepository.lockPaid. $1 id.
 * Index: primary key.
 * Twice: reading only.
 */
export const LOCK_PAID_SEAT = `
  SELECT s.id AS "payRef", s.person_id AS "personId", s.program_id AS "programId", s.state, false AS "isPrivate",
    (SELECT t.title FROM feedback_tasks t WHERE t.id = s.task_id) AS title
  FROM feedback_seats s WHERE s.id = $1 FOR UPDATE`;

/**
 * Caller: VoidRepository.insert.
 * Index: feedback_voids_one.
 * Twice: the second finds the first still open or confirmed and writes nothing.
 */
export const INSERT_VOID = `
  INSERT INTO feedback_voids (id, subject, subject_id, pay_ref, person_id, program_id, state, reason, facts, proposed_by)
  VALUES ($1, $2, $3, $4, $5, $6, 'proposed', $7, $8, $9) ON CONFLICT DO NOTHING`;

/**
 * Caller: VoidRepository.seat. $1 seat.
 * Index: primary key.
 * Twice: reading only.
 */
export const SEAT_TASK = `
  SELECT task_id AS "taskId", person_id AS "personId", program_id AS "programId" FROM feedback_seats WHERE id = $1`;
