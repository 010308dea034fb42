/**
 * Works whose artists consent to the showcase, with how often both were shown by this programme.
 * Caller: RoundRepository.candidates, when a list closes and when a round is filled.
 * Index: approval_consents_program, approval_showcase_slots_person.
 * Twice: reading only.
 */
export const CANDIDATES = `
  SELECT w.id AS "workId", w.person_id AS "personId", c.given_at AS "consentedAt", c.id AS "consentId", c.price::text AS price,
    coalesce(s.shown, 0)::int AS "artistShown", s.last_at AS "lastShownAt", coalesce(s.in_quarter, 0)::int AS "inQuarter",
    (SELECT count(*)::int FROM approval_showcase_slots x WHERE x.program_id = $1 AND x.person_id = w.person_id AND x.work_id = w.id)
      AS "workShown"
  FROM approval_consents c
  JOIN approval_works w ON w.id = c.work_id
  LEFT JOIN (
    SELECT x.person_id, count(*) AS shown, max(r.ends_at) AS last_at, max(x.nth) FILTER (WHERE x.quarter = $2) AS in_quarter
    FROM approval_showcase_slots x JOIN approval_showcase_rounds r ON r.id = x.round_id
    WHERE x.program_id = $1 GROUP BY x.person_id) s ON s.person_id = w.person_id
  WHERE c.program_id = $1 AND c.use = 'showcase' AND c.revoked_at IS NULL
    AND w.is_listed AND NOT w.is_taken_down AND w.audience = 'wide'`;

/**
 * What is shown now: of running rounds the slots whose licence stands and whose work is public.
 * Caller: ShowcaseRepository.shown.
 * Index: approval_showcase_rounds_running.
 * Twice: reading only.
 */
export const SHOWN_NOW = `
  SELECT s.round_id AS "roundId", s.slot, s.work_id AS "workId"
  FROM approval_showcase_rounds r
  JOIN approval_showcase_slots s ON s.round_id = r.id
  JOIN approval_licences l ON l.id = s.licence_id AND l.ended_at IS NULL
  JOIN approval_works w ON w.id = s.work_id AND w.is_listed AND NOT w.is_taken_down
  WHERE r.state = 'filled' AND r.starts_at <= now() AND r.ends_at > now() AND ($1::text IS NULL OR r.program_id = $1)
  ORDER BY r.id DESC, s.slot`;

/**
 * Slots of the last year for each artist who may be shown or was, those with none included.
 * Caller: ShowcaseRepository.spread.
 * Index: approval_consents_program, approval_showcase_slots_person.
 * Twice: reading only.
 */
export const SPREAD = `
  SELECT p.person_id AS "personId", count(r.id)::int AS shown
  FROM (SELECT person_id FROM approval_consents WHERE use = 'showcase' AND revoked_at IS NULL AND ($1::text IS NULL OR program_id = $1)
        UNION SELECT person_id FROM approval_showcase_slots WHERE $1::text IS NULL OR program_id = $1) p
  LEFT JOIN approval_showcase_slots s ON s.person_id = p.person_id AND ($1::text IS NULL OR s.program_id = $1)
  LEFT JOIN approval_showcase_rounds r ON r.id = s.round_id AND r.starts_at > now() - interval '365 days'
  GROUP BY p.person_id`;

/**
 * The list of a round with what became of each entry.
 * Caller: RoundRepository.entries.
 * Index: approval_showcase_entries_pkey.
 * Twice: reading only.
 */
export const ENTRIES = `
  SELECT e.work_id AS "workId", e.person_id AS "personId", e.shown_before AS "shownBefore", e.last_shown_at AS "lastShownAt",
    e.consented_at AS "consentedAt", e.position, e.outcome
  FROM approval_showcase_entries e WHERE e.round_id = $1 ORDER BY e.position NULLS LAST, e.work_id`;

/**
 * One licence at a time for a use: those whose end has come make room for the next.
 * Caller: LicenceRepository.endPast, before a licence is inserted.
 * Index: approval_licences_running.
 * Twice: the second finds none.
 */
export const END_PAST = `
  UPDATE approval_licences SET ended_at = ends_at
  WHERE work_id = $1 AND use = $2 AND round_id IS NULL AND ended_at IS NULL AND ends_at <= now()`;
