/**
 * Caller: WritingService.apply, and InvitationService.accept for whoever has not written one.
 * Index: enrollment_applications_program_id_person_id_key.
 * Twice: the second insert of a person and programme touches no row and is refused.
 */
export const INSERT_APPLICATION = `
  INSERT INTO enrollment_applications (id, program_id, person_id, statement, portfolio, answers, team, time_zone, state)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'draft') ON CONFLICT (program_id, person_id) DO NOTHING`;

/**
 * Caller: every move of an application.
 * Index: primary key.
 * Twice: moves of one application take turns; NO KEY lets the enrollment refer to it.
 */
export const LOCK_APPLICATION = `SELECT id FROM enrollment_applications WHERE id = $1 FOR NO KEY UPDATE`;

/**
 * Caller: SweepService, to ask which of these programmes are over.
 * Index: enrollment_applications_state.
 * Twice: reading only.
 */
export const LIST_PROGRAMS_WITH_DRAFTS = `
  SELECT DISTINCT program_id AS "programId" FROM enrollment_applications WHERE state = 'draft'`;

/**
 * Caller: SweepService, at most 500 a round.
 * Index: enrollment_applications_state.
 * Twice: reading only; each move decides again under the lock of its row.
 */
export const LIST_DRAFTS = `
  SELECT id FROM enrollment_applications WHERE state = 'draft' AND program_id = ANY ($1::text[]) ORDER BY id LIMIT 500`;

/**
 * Caller: WritingService.save, under LOCK_APPLICATION.
 * Index: primary key.
 * Twice: the second saving of one revision touches no row.
 */
export const SAVE_DRAFT = `
  UPDATE enrollment_applications SET statement = $3, portfolio = $4, answers = $5, team = $6, time_zone = $7,
    revision = revision + 1, updated_at = now()
  WHERE id = $1 AND revision = $2 AND state = 'draft'`;

/**
 * Caller: IntakeService, before the move to submitted; what was decided before it was taken back counts no more.
 * Index: primary key.
 * Twice: the same values again.
 */
export const SET_SUBMITTED = `
  UPDATE enrollment_applications SET submitted_at = now(), form_id = $2, digest = $3, decide_by = $4, decided_at = NULL
  WHERE id = $1`;

/**
 * Caller: SeatingService, under LOCK_SEATS.
 * Index: primary key; the next place is one look into enrollment_applications_waiting.
 * Twice: a place that was given stays: somebody waits once.
 */
export const SET_PLACE = `
  UPDATE enrollment_applications SET waitlist_review_at = $2, waitlist_place = coalesce($3, (
    SELECT coalesce(max(w.waitlist_place), 0) + 1 FROM enrollment_applications w
    WHERE w.program_id = enrollment_applications.program_id AND w.state = 'waitlisted'))
  WHERE id = $1`;

/**
 * Caller: views of the own applications, a handful.
 * Index: enrollment_applications_waiting.
 * Twice: reading only.
 */
export const COUNT_BEFORE = `
  SELECT a.id, (SELECT count(*)::int FROM enrollment_applications w
    WHERE w.program_id = a.program_id AND w.state = 'waitlisted' AND w.waitlist_place <= a.waitlist_place) AS position
  FROM enrollment_applications a WHERE a.id = ANY ($1::text[]) AND a.state = 'waitlisted'`;

/**
 * Caller: ReviewService, under the lock of the application, whenever a review is completed, reopened or recused.
 * Index: enrollment_reviews_application_id_reviewer_id_key.
 * Twice: it counts again what there is.
 */
export const SET_SCORE = `
  UPDATE enrollment_applications a SET reviews = r.reviews, score = r.score, spread = r.spread
  FROM (SELECT count(*)::int AS reviews, round(avg(score))::int AS score, coalesce(max(score) - min(score), 0)::int AS spread
        FROM enrollment_reviews WHERE application_id = $1 AND state = 'completed') r
  WHERE a.id = $1`;

/**
 * Caller: SelectionViewService, once for a page about one programme.
 * Index: enrollment_applications_stand, read alone.
 * Twice: reading only.
 */
export const COUNT_STATES = `
  SELECT state, count(*)::int AS count FROM enrollment_applications WHERE program_id = $1 GROUP BY state`;

/**
 * Caller: SelectionViewService.
 * Index: enrollment_applications_due and enrollment_applications_program.
 * Twice: reading only.
 */
export const COUNT_LATE = `
  SELECT count(*) FILTER (WHERE decided_at IS NULL AND decide_by < now() AND state IN ('submitted', 'in_review'))::int AS open,
    count(*) FILTER (WHERE decided_at > decide_by)::int AS late,
    count(*) FILTER (WHERE decided_at <= decide_by)::int AS kept
  FROM enrollment_applications WHERE program_id = $1 AND decide_by IS NOT NULL`;

/**
 * Caller: DrawingService: whose place is drawn. Who withdrew after the list was published stays on it.
 * Index: enrollment_applications_stand.
 * Twice: reading only.
 */
export const LIST_ENTRIES = `
  SELECT id FROM enrollment_applications
  WHERE program_id = $1 AND (state IN ('submitted', 'in_review')
    OR ($2::timestamptz IS NOT NULL AND state IN ('withdrawn', 'declined') AND updated_at > $2 AND submitted_at <= $2))`;

/**
 * Caller: SettlingService, at most a thousand at once, in drawn order.
 * Index: primary key.
 * Twice: who has a place, has taken it back or is in is left alone.
 */
export const QUEUE_DRAWN = `
  WITH given AS (
    SELECT a.id, a.state AS was, g.place FROM unnest($2::text[], $3::int[]) AS g (id, place)
    JOIN enrollment_applications a ON a.id = g.id
    WHERE a.program_id = $1 AND a.state IN ('submitted', 'in_review') FOR NO KEY UPDATE OF a),
  moved AS (
    UPDATE enrollment_applications a SET state = 'waitlisted', waitlist_place = g.place, waitlist_review_at = $4,
      decided_at = coalesce(a.decided_at, now()), updated_at = now()
    FROM given g WHERE a.id = g.id RETURNING a.id, a.person_id, g.was),
  history AS (
    INSERT INTO enrollment_applications_history (subject_id, verb, from_state, to_state, actor_id)
    SELECT id, 'queue', was, 'waitlisted', 'system' FROM moved)
  SELECT id, person_id AS "personId", was AS "from" FROM moved`;

/**
 * Caller: SettlingService and the sweep: programmes in which somebody waits, or waits for a drawn place.
 * Index: enrollment_applications_state.
 * Twice: reading only.
 */
export const LIST_PROGRAMS_WAITING = `
  SELECT DISTINCT program_id AS id FROM enrollment_applications WHERE state IN ('submitted', 'in_review', 'waitlisted')`;
