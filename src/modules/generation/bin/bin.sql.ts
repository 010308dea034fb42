/** $1: rules as JSON. A programme that is not in it, or a kept clip, loses nothing. */
const RULES = `json_to_recordset($1::json)
    AS r ("programId" text, "finalDays" int, "draftDays" int, "warningDays" int, "binDays" int)`;

const DAYS = `make_interval(days => CASE WHEN g.draft THEN r."draftDays" ELSE r."finalDays" END)`;

/** Clips whose time is over before the next list: $2 days between lists. */
const GOING = `
  FROM generation_generations g
  JOIN ${RULES} ON r."programId" = g.program_id
  LEFT JOIN generation_bin b ON b.id = g.id
  WHERE g.state = 'succeeded' AND NOT g.is_keeper AND coalesce(b.state, 'stored') = 'stored'
    AND coalesce(b.counted_from, g.finished_at) + ${DAYS}
      <= now() + make_interval(days => r."warningDays" + $2::int)
    AND EXISTS (SELECT FROM generation_files f WHERE f.generation_id = g.id)
    AND generation_bound_by(g.id) IS NULL`;

/**
 * Caller: BinRepository.listToWarn, by the sweep. $3 people at most.
 * Index: generation_generations_unkept; generation_bin_told for who has had a list.
 * Twice: reading only.
 */
export const LIST_TO_WARN = `
  SELECT DISTINCT g.person_id AS "personId" ${GOING}
    AND NOT EXISTS (SELECT FROM generation_bin w
      WHERE w.person_id = g.person_id AND w.warned_at > now() - make_interval(days => $2::int))
  ORDER BY 1 LIMIT $3`;

/**
 * Caller: BinRepository.warn, one person ($3) a transaction. $4 who acts.
 * Index: generation_generations_unkept.
 * Twice: a clip that is warned, binned or emptied is not stored, and is left alone.
 */
export const WARN = `
  WITH going AS (
    SELECT g.id, g.prompt, greatest(coalesce(b.counted_from, g.finished_at) + ${DAYS},
      now() + make_interval(days => r."warningDays")) AS goes_at ${GOING} AND g.person_id = $3
  ), warned AS (
    INSERT INTO generation_bin (id, person_id, state, warned_at, goes_at)
    SELECT id, $3, 'warned', now(), goes_at FROM going
    ON CONFLICT (id) DO UPDATE SET state = 'warned', warned_at = now(), goes_at = excluded.goes_at, updated_at = now()
      WHERE generation_bin.state = 'stored'
    RETURNING id, goes_at
  ), noted AS (
    INSERT INTO generation_bin_history (subject_id, verb, from_state, to_state, actor_id)
    SELECT id, 'warn', 'stored', 'warned', $4 FROM warned
  )
  SELECT w.id, g.prompt, w.goes_at AS "goesAt",
    (SELECT coalesce(sum(f.bytes), 0)::bigint FROM generation_files f WHERE f.generation_id = w.id) AS bytes
  FROM warned w JOIN going g ON g.id = w.id`;

/**
 * Caller: BinRepository.spare, by the sweep: clips on their way that are needed after all. $1 who acts.
 * Index: generation_bin_due.
 * Twice: they are stored by then.
 */
export const SPARE = `
  WITH seen AS (
    SELECT id, state FROM generation_bin
    WHERE state IN ('warned', 'binned') AND generation_bound_by(id) IS NOT NULL FOR UPDATE
  ), spared AS (
    UPDATE generation_bin b SET state = 'stored', goes_at = NULL, updated_at = now() FROM seen
    WHERE b.id = seen.id AND b.state = seen.state RETURNING b.id, seen.state AS was
  )
  INSERT INTO generation_bin_history (subject_id, verb, from_state, to_state, actor_id)
  SELECT id, 'spare', was, 'stored', $1 FROM spared`;

/**
 * Caller: BinRepository.expire, by the sweep: the warning is over. $2 who acts.
 * Index: generation_bin_due.
 * Twice: they are binned by then. Whatever became of a clip since it was chosen, its row was changed with it.
 */
export const EXPIRE = `
  WITH due AS (
    UPDATE generation_bin b SET state = 'binned', goes_at = now() + make_interval(days => r."binDays"), updated_at = now()
    FROM generation_generations g JOIN ${RULES} ON r."programId" = g.program_id
    WHERE b.id = g.id AND b.state = 'warned' AND b.goes_at <= now() AND generation_bound_by(b.id) IS NULL
    RETURNING b.id
  )
  INSERT INTO generation_bin_history (subject_id, verb, from_state, to_state, actor_id)
  SELECT id, 'expire', 'warned', 'binned', $2 FROM due`;

/**
 * Caller: BinRepository.listOver, by the sweep. $1 at most.
 * Index: generation_bin_due.
 * Twice: reading only.
 */
export const LIST_OVER = `
  SELECT id, person_id AS "personId" FROM generation_bin
  WHERE state = 'binned' AND goes_at <= now() AND generation_bound_by(id) IS NULL
  ORDER BY person_id, id LIMIT $1`;

/**
 * Caller: BinRepository.stillOver, under LOCK_CLIPS: what came between is seen, because it waited or was waited for.
 * Index: the primary key.
 * Twice: reading only.
 */
export const STILL_OVER = `
  SELECT id FROM generation_bin
  WHERE id = ANY ($1::text[]) AND state = 'binned' AND goes_at <= now() AND generation_bound_by(id) IS NULL`;

/**
 * Caller: BinRepository.lock, before anything is decided about files that go.
 * Index: the primary key.
 * Twice: a lock. Stronger than a foreign key's: whoever is just referring to the clip is waited for, and seen.
 */
export const LOCK_CLIPS = `SELECT id FROM generation_generations WHERE id = ANY ($1::text[]) ORDER BY id FOR UPDATE`;

/**
 * Caller: BinRepository.empty, under LOCK_CLIPS. $2 verb, $3 who acts, $4 states it may leave from.
 * Index: the primary keys.
 * Twice: the second one finds nothing to empty and answers with no key.
 */
export const EMPTY = `
  WITH seen AS (
    SELECT id, state FROM generation_bin WHERE id = ANY ($1::text[]) AND state = ANY ($4::text[])
  ), files AS (
    DELETE FROM generation_files f USING seen WHERE f.generation_id = seen.id RETURNING f.generation_id, f.key, f.bytes
  ), emptied AS (
    UPDATE generation_bin b SET state = 'emptied', goes_at = NULL, updated_at = now(),
      bytes = coalesce((SELECT sum(f.bytes) FROM files f WHERE f.generation_id = b.id), 0)
    FROM seen WHERE b.id = seen.id RETURNING b.id, seen.state AS was
  ), noted AS (
    INSERT INTO generation_bin_history (subject_id, verb, from_state, to_state, actor_id)
    SELECT id, $2, was, 'emptied', $3 FROM emptied
  )
  SELECT e.id, f.key, f.bytes FROM emptied e LEFT JOIN files f ON f.generation_id = e.id ORDER BY e.id, f.key`;

/**
 * Caller: BinRepository.ensure, under the lock of the clip.
 * Index: the primary key.
 * Twice: the second one changes nothing.
 */
export const ENSURE_ROW = `
  INSERT INTO generation_bin (id, person_id, state) SELECT id, person_id, 'stored' FROM generation_generations WHERE id = $1
  ON CONFLICT DO NOTHING`;

/**
 * Caller: BinRepository.move, under the lock of the clip. $4 when it goes next, $5 from when its days are counted anew.
 * Index: the primary key.
 * Twice: `WHERE state = $2` matches once.
 */
export const MOVE_ROW = `
  UPDATE generation_bin SET state = $3, goes_at = $4, counted_from = coalesce($5, counted_from), updated_at = now()
  WHERE id = $1 AND state = $2`;

/**
 * Caller: BinRepository.list, for its artist. $2 states, $3 cursor, $4 limit.
 * Index: generation_bin_person.
 * Twice: reading only.
 */
export const LIST_BIN = `
  SELECT b.id, b.state, b.goes_at AS "goesAt", b.updated_at AS "updatedAt", g.program_id AS "programId", g.prompt,
    g.seconds, g.resolution, g.draft,
    CASE b.state WHEN 'emptied' THEN b.bytes
      ELSE (SELECT coalesce(sum(f.bytes), 0)::bigint FROM generation_files f WHERE f.generation_id = b.id) END AS bytes
  FROM generation_bin b JOIN generation_generations g ON g.id = b.id
  WHERE b.person_id = $1 AND b.state = ANY ($2::text[]) AND ($3::text IS NULL OR b.id < $3)
  ORDER BY b.id DESC LIMIT $4`;

/**
 * Caller: BinRepository.listPrograms.
 * Index: generation_generations_person.
 * Twice: reading only.
 */
export const LIST_PROGRAMS = `
  SELECT DISTINCT program_id AS id FROM generation_generations WHERE person_id = $1 ORDER BY 1`;

/** What files are counted under: the first word that fits. */
const KIND = `CASE WHEN b.state = 'binned' THEN 'bin' WHEN g.is_keeper THEN 'keepers'
  WHEN generation_bound_by(g.id) IS NOT NULL THEN 'needed' WHEN g.draft THEN 'drafts' ELSE 'finals' END`;

/**
 * Caller: BinRepository.usage, of one artist ($1).
 * Index: generation_generations_person; the primary keys; generation_references_person.
 * Twice: reading only.
 */
export const USAGE_OF = `
  SELECT kind, count(*)::int AS count, sum(bytes)::bigint AS bytes FROM (
    SELECT ${KIND} AS kind, (SELECT sum(f.bytes) FROM generation_files f WHERE f.generation_id = g.id) AS bytes
    FROM generation_generations g LEFT JOIN generation_bin b ON b.id = g.id
    WHERE g.person_id = $1 AND g.state = 'succeeded' AND coalesce(b.state, 'stored') <> 'emptied'
    UNION ALL SELECT 'pictures', bytes FROM generation_references WHERE person_id = $1
  ) files WHERE bytes IS NOT NULL GROUP BY kind`;

/**
 * Caller: BinRepository.usageOfAll, for the operator: what is on its way, and what has gone.
 * Index: a look through the bin, which holds what has been warned of since the beginning.
 * Twice: reading only.
 */
export const USAGE_OF_BIN = `
  SELECT b.state, count(*)::int AS clips, min(b.goes_at) AS "firstAt", coalesce(sum(CASE b.state WHEN 'emptied' THEN b.bytes
    ELSE (SELECT coalesce(sum(f.bytes), 0) FROM generation_files f WHERE f.generation_id = b.id) END), 0)::bigint AS bytes
  FROM generation_bin b WHERE b.state <> 'stored' GROUP BY b.state`;

/**
 * Caller: BinRepository.boundBy.
 * Index: see the function; the primary key.
 * Twice: reading only.
 */
export const BOUND = `SELECT id, generation_bound_by(id) AS by FROM unnest($1::text[]) AS c (id)`;
