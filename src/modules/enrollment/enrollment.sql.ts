/**
 * Caller: SelectionService, before it counts the seats for an invitation.
 * Index: none; an advisory lock that ends with the transaction.
 * Twice: invitations to one programme take turns, so that the last seat is counted by one of them at a time.
 */
export const LOCK_SEATS = `SELECT pg_advisory_xact_lock(hashtextextended('enrollment.seats ' || $1, 7249))`;

/**
 * Caller: SeatingService under LOCK_SEATS, and views of applications. Those who are leaving hold their seat while they can still stay;
 * an open invitation holds one.
 * Index: enrollment_enrollments_program, enrollment_invitations_program.
 * Twice: reading only.
 */
export const COUNT_SEATS = `
  SELECT program_id AS "programId", count(*)::int AS taken FROM (
    SELECT program_id FROM enrollment_enrollments
    WHERE program_id = ANY ($1::text[]) AND (state NOT IN ('offboarding', 'alumni') OR (state = 'offboarding' AND leaves_at > now()))
    UNION ALL
    SELECT program_id FROM enrollment_invitations
    WHERE program_id = ANY ($1::text[]) AND state = 'open' AND expires_at > now()) taken GROUP BY program_id`;

/**
 * Caller: MoveService.openEnrollment, in the transaction of the invitation.
 * Index: enrollment_enrollments_application_id_key, enrollment_enrollments_person_id_program_id_key.
 * Twice: the application moves to invited once; a second row would violate both keys and roll back.
 */
export const INSERT_ENROLLMENT = `
  INSERT INTO enrollment_enrollments (id, application_id, program_id, person_id, state) VALUES ($1, $2, $3, $4, $5)`;

/**
 * Caller: EnrollmentRepository.listStandings, for everybody who submitted within the last seconds.
 * Index: enrollment_enrollments_person_id_program_id_key.
 * Twice: reading only.
 */
export const LIST_STANDINGS = `
  SELECT id, person_id AS "personId", program_id AS "programId", cohort_id AS "cohortId", state,
    suspended_until AS "suspendedUntil"
  FROM enrollment_enrollments WHERE person_id = ANY ($1::text[]) ORDER BY id DESC`;

/**
 * Caller: every move of an enrollment, and every consent.
 * Index: primary key.
 * Twice: moves of one enrollment take turns; NO KEY lets generations and consents refer to it meanwhile.
 */
export const LOCK_ENROLLMENT = `SELECT id FROM enrollment_enrollments WHERE id = $1 FOR NO KEY UPDATE`;

/**
 * Caller: SweepService, at most 500 a round.
 * Index: enrollment_enrollments_until, enrollment_enrollments_state.
 * Twice: reading only; each move decides again under the lock of its row.
 */
export const LIST_DUE = `
  SELECT id FROM enrollment_enrollments WHERE state = 'offboarding' AND (leaves_at IS NULL OR leaves_at <= now()) ORDER BY id LIMIT 250`;

/**
 * Caller: ConsentRepository.insert, under LOCK_ENROLLMENT.
 * Index: enrollment_consents_enrollment_id_terms_id_key.
 * Twice: the second consent to a version touches no row; the first one's date and address stay.
 */
export const INSERT_CONSENT = `
  INSERT INTO enrollment_consents (id, enrollment_id, person_id, terms_id, terms_version, hash, address, agent)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (enrollment_id, terms_id) DO NOTHING`;

/**
 * Caller: ConsentRepository.listLatest, for one page of enrollments.
 * Index: enrollment_consents_enrollment_id_terms_id_key.
 * Twice: reading only.
 */
export const LIST_LATEST_CONSENTS = `
  SELECT DISTINCT ON (enrollment_id) enrollment_id AS "enrollmentId", terms_id AS "termsId",
    terms_version AS "termsVersion", hash, at
  FROM enrollment_consents WHERE enrollment_id = ANY ($1::text[]) ORDER BY enrollment_id, terms_version DESC`;

/**
 * Caller: SweepService.lapse, per programme whose last material version is in force; at most 250 a round.
 * Index: enrollment_enrollments_program, enrollment_consents_enrollment_id_terms_id_key.
 * Twice: reading only; each move decides again under the lock of its row.
 */
export const LIST_LAPSED = `
  SELECT e.id FROM enrollment_enrollments e
  WHERE e.program_id = $1 AND e.state = 'active'
    AND NOT EXISTS (SELECT 1 FROM enrollment_consents c WHERE c.enrollment_id = e.id AND c.terms_version >= $2)
  ORDER BY e.id LIMIT 250`;

/**
 * Caller: TermsListener, for one event of one programme.
 * Index: enrollment_enrollments_program.
 * Twice: reading only; the delivery of the event is recorded with what follows from it.
 */
export const LIST_TOLD = `
  SELECT id, person_id AS "personId" FROM enrollment_enrollments
  WHERE program_id = $1 AND state = ANY ($2::text[]) ORDER BY id`;

/**
 * Caller: CohortMembersService.admit, under the lock of the cohort.
 * Index: primary key.
 * Twice: setting the same cohort again changes nothing.
 */
export const SET_COHORT = `
  UPDATE enrollment_enrollments SET cohort_id = $3, updated_at = now()
  WHERE id = ANY ($1::text[]) AND program_id = $2 AND state NOT IN ('offboarding', 'alumni')`;

/**
 * Caller: CohortMembersService, under the lock of the cohort, and lists of cohorts.
 * Index: enrollment_enrollments_cohort.
 * Twice: reading only.
 */
export const COUNT_MEMBERS = `
  SELECT cohort_id AS "cohortId", count(*)::int AS taken FROM enrollment_enrollments
  WHERE cohort_id = ANY ($1::text[])
    AND (state NOT IN ('offboarding', 'alumni') OR (state = 'offboarding' AND leaves_at > now())) GROUP BY cohort_id`;

/**
 * Caller: ExpiryService, for one programme and cohort whose end is within 30 days; at most 500 a round.
 * Index: enrollment_enrollments_program, enrollment_expiry_warnings_pkey.
 * Twice: a warning of one end and one number of days is inserted once for each artist, and told with its insert.
 */
export const INSERT_EXPIRY_WARNINGS = `
  INSERT INTO enrollment_expiry_warnings (enrollment_id, ends_at, days)
  SELECT e.id, $3, $4 FROM enrollment_enrollments e
  WHERE e.program_id = $1 AND e.cohort_id IS NOT DISTINCT FROM $2
    AND e.state IN ('terms_pending', 'active', 'paused', 'suspended')
    AND NOT EXISTS (SELECT 1 FROM enrollment_expiry_warnings w
                    WHERE w.enrollment_id = e.id AND w.ends_at = $3 AND w.days <= $4)
  ORDER BY e.id LIMIT 500
  ON CONFLICT DO NOTHING
  RETURNING enrollment_id AS id,
    (SELECT person_id FROM enrollment_enrollments p WHERE p.id = enrollment_id) AS "personId"`;
