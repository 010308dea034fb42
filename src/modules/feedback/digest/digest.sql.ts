/**
 * Caller: DigestRepository.weeks. $1 $2 the week that is over, $3 how many. Whoever moved in it and was not told yet; a
 * duplicate shares the fate of its original.
 * Index: feedback_items_history_at; feedback_items_original; feedback_items_open.
 * Twice: reading only; who was told is left out.
 */
export const SUM_WEEKS = `
  WITH moved AS (
    SELECT f.person_id, f.id, h.to_state, f.shipped_in FROM feedback_items_history h
    JOIN feedback_items f ON f.id = h.subject_id
    WHERE h.at >= $1 AND h.at < $2 AND h.verb NOT IN ('answerInfo', 'triage')
    UNION ALL
    SELECT d.person_id, d.id, h.to_state, o.shipped_in FROM feedback_items_history h
    JOIN feedback_items o ON o.id = h.subject_id
    JOIN feedback_items d ON d.original_id = o.id AND d.state = 'duplicate' AND d.person_id <> o.person_id
    WHERE h.at >= $1 AND h.at < $2 AND h.verb = 'ship'
  ), summed AS (
    SELECT person_id, count(DISTINCT id) FILTER (WHERE to_state = 'accepted')::int AS accepted,
      count(DISTINCT id) FILTER (WHERE to_state IN ('declined', 'duplicate', 'shipped'))::int AS answered,
      coalesce(array_agg(DISTINCT shipped_in) FILTER (WHERE to_state = 'shipped'), '{}') AS shipped
    FROM moved GROUP BY person_id
  )
  SELECT s.person_id AS "personId", s.accepted, s.answered, s.shipped,
    (SELECT count(*) FROM feedback_items w WHERE w.person_id = s.person_id AND w.state IN ('new', 'triaged'))::int AS waiting,
    (SELECT count(*) FROM feedback_items w WHERE w.person_id = s.person_id AND w.state = 'needs_info')::int AS asked,
    (SELECT count(*) FROM feedback_tasks t WHERE t.state = 'open' AND t.due_at > now()
      AND t.program_id IN (SELECT w.program_id FROM feedback_items w WHERE w.person_id = s.person_id)
      AND NOT EXISTS (SELECT 1 FROM feedback_seats x WHERE x.task_id = t.id AND x.person_id = s.person_id))::int AS "openTasks"
  FROM summed s LEFT JOIN feedback_digests g ON g.person_id = s.person_id
  WHERE NOT coalesce(g.is_off, false) AND (g.told_week IS NULL OR g.told_week < $1::date)
  ORDER BY s.person_id LIMIT $3`;

/**
 * Caller: DigestRepository.claim. $1 person, $2 Monday.
 * Index: primary key.
 * Twice: the second writes nothing.
 */
export const CLAIM_WEEK = `
  INSERT INTO feedback_digests (person_id, told_week) VALUES ($1, $2)
  ON CONFLICT (person_id) DO UPDATE SET told_week = excluded.told_week
  WHERE NOT feedback_digests.is_off AND (feedback_digests.told_week IS NULL OR feedback_digests.told_week < excluded.told_week)`;

/**
 * Caller: DigestRepository.set. $1 person, $2 whether letters are off.
 * Index: primary key.
 * Twice: writes the same again.
 */
export const SET_DIGEST = `
  INSERT INTO feedback_digests (person_id, is_off) VALUES ($1, $2)
  ON CONFLICT (person_id) DO UPDATE SET is_off = excluded.is_off`;
