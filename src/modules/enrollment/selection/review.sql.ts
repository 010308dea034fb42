/**
 * Caller: AssignmentService, for everything that is handed out at once.
 * Index: enrollment_reviews_application_id_reviewer_id_key.
 * Twice: somebody is asked once about one application.
 */
export const INSERT_REVIEWS = `
  INSERT INTO enrollment_reviews (id, program_id, application_id, reviewer_id, state)
  SELECT n.id, $1, n.application_id, n.reviewer_id, 'assigned'
  FROM unnest($2::text[], $3::text[], $4::text[]) AS n (id, application_id, reviewer_id)
  ON CONFLICT (application_id, reviewer_id) DO NOTHING`;

/**
 * Caller: AssignmentService, for conflicts that are known without anybody declaring them, and recusals.
 * Index: enrollment_conflicts_application_id_reviewer_id_kind_key.
 * Twice: the same conflict is noted once.
 */
export const INSERT_CONFLICTS = `
  INSERT INTO enrollment_conflicts (program_id, application_id, reviewer_id, kind, note)
  SELECT $1, n.application_id, n.reviewer_id, n.kind, $5
  FROM unnest($2::text[], $3::text[], $4::text[]) AS n (application_id, reviewer_id, kind)
  ON CONFLICT (application_id, reviewer_id, kind) DO NOTHING`;

/**
 * Caller: StepService, when an application is written on: what was scored is no longer what there is.
 * Index: enrollment_reviews_application_id_reviewer_id_key.
 * Twice: the second time there is nothing completed.
 */
export const RESET_REVIEWS = `
  WITH moved AS (
    UPDATE enrollment_reviews SET state = 'assigned', scores = '{}', score = NULL, updated_at = now()
    WHERE application_id = $1 AND state = 'completed' RETURNING id)
  INSERT INTO enrollment_reviews_history (subject_id, verb, from_state, to_state, actor_id)
  SELECT id, 'reopen', 'completed', 'assigned', 'system' FROM moved`;

/**
 * Caller: SelectionViewService.
 * Index: enrollment_reviews_program.
 * Twice: reading only.
 */
export const LIST_PANEL = `
  SELECT p.person_id AS "personId", p.team,
    count(r.id) FILTER (WHERE r.state = 'assigned')::int AS assigned,
    count(r.id) FILTER (WHERE r.state = 'completed')::int AS completed,
    count(r.id) FILTER (WHERE r.state = 'recused')::int AS recused
  FROM enrollment_panel p LEFT JOIN enrollment_reviews r ON r.program_id = p.program_id AND r.reviewer_id = p.person_id
  WHERE p.program_id = $1 GROUP BY p.person_id, p.team ORDER BY p.person_id`;

/**
 * Caller: AssignmentService, for one hand-out.
 * Index: enrollment_reviews_application_id_reviewer_id_key.
 * Twice: reading only.
 */
export const LIST_STANDING = `
  SELECT application_id AS "applicationId", reviewer_id AS "reviewerId", state FROM enrollment_reviews WHERE program_id = $1`;

/**
 * Caller: SelectionViewService: applications that have fewer reviewers than were promised.
 * Index: enrollment_applications_stand, enrollment_reviews_application_id_reviewer_id_key.
 * Twice: reading only.
 */
export const LIST_SHORT = `
  SELECT a.id FROM enrollment_applications a
  WHERE a.program_id = $1 AND a.state = 'in_review' AND (SELECT count(*) FROM enrollment_reviews r
    WHERE r.application_id = a.id AND r.state <> 'recused') < $2
  ORDER BY a.id LIMIT 100`;
