/**
 * Caller: OpinionRepository.prepareDay. $1 days from today, $2 seed, $3 its hash, $4 share.
 * Index: primary key.
 * Twice: the seed of a day is the first one.
 */
export const INSERT_SEED = `
  INSERT INTO approval_sample_seeds (day, seed, commitment, share)
  VALUES ((now() AT TIME ZONE 'utc')::date + $1::int, $2, $3, $4) ON CONFLICT DO NOTHING`;

/**
 * Caller: OpinionRepository.seedOfToday, with every decision of a person.
 * Index: primary key.
 * Twice: reading only.
 */
export const SEED_OF_TODAY = `
  SELECT day::text AS day, seed, share FROM approval_sample_seeds WHERE day = (now() AT TIME ZONE 'utc')::date`;

/**
 * Caller: OpinionRepository.lockNext. $1 reader, $2 artists with whom they declared a conflict. Not what they took a step
 * in: they would know the verdict.
 * Index: approval_opinions_open.
 * Twice: each call takes another row; a claim that is not wanted runs out by itself.
 */
export const LOCK_NEXT_OPINION = `
  SELECT o.id FROM approval_opinions o JOIN approval_submissions s ON s.id = o.submission_id
  WHERE o.given_at IS NULL AND (o.claimed_until IS NULL OR o.claimed_until <= now()) AND NOT $1 = ANY (o.passed_by)
    AND o.author_id <> $1 AND o.author_id <> ALL ($2::text[]) AND NOT $1 = ANY (s.co_author_ids)
    AND NOT EXISTS (SELECT 1 FROM approval_submissions_history h WHERE h.subject_id = o.submission_id AND h.actor_id = $1)
    AND o.first_reviewer_id <> $1
  ORDER BY o.id LIMIT 1 FOR UPDATE OF o SKIP LOCKED`;

/**
 * Caller: AgreementService. $1 days, $2 reviewer or null: then the pairs in which they were one of the two, their own
 * verdict first.
 * Index: approval_opinions_given.
 * Twice: reading only.
 */
export const COUNT_PAIRS = `
  SELECT CASE WHEN second_reviewer_id = $2 THEN second_outcome ELSE first_outcome END AS first,
    CASE WHEN second_reviewer_id = $2 THEN first_outcome ELSE second_outcome END AS second, count(*)::int AS count
  FROM approval_opinions
  WHERE given_at > now() - make_interval(days => $1::int) AND ($2::text IS NULL OR $2 IN (first_reviewer_id, second_reviewer_id))
  GROUP BY 1, 2`;

/**
 * Caller: OpinionRepository.draws, the days newest first; a seed is told when its day is over.
 * Index: primary key; approval_decisions_at and approval_opinions_day for each day.
 * Twice: reading only.
 */
export const LIST_DRAWS = `
  SELECT d.day::text AS day, d.commitment, d.share, CASE WHEN d.day < (now() AT TIME ZONE 'utc')::date THEN d.seed END AS seed,
    (SELECT count(*)::int FROM approval_decisions c
      WHERE c.at >= d.day::timestamp AT TIME ZONE 'utc' AND c.at < (d.day + 1)::timestamp AT TIME ZONE 'utc'
        AND c.reviewer_id <> 'system' AND c.outcome <> 'taken_down') AS decisions,
    (SELECT count(*)::int FROM approval_opinions o WHERE o.day = d.day) AS drawn
  FROM approval_sample_seeds d ORDER BY d.day DESC LIMIT 92`;
