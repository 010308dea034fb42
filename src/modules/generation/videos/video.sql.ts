/**
 * Caller: VideoRepository.list, for clients of the `/v1/videos` API, newest first.
 * Index: generation_generations_person; the primary key of generation_discards.
 * Twice: reading only.
 */
export const LIST_NEWEST = `
  SELECT g.id FROM generation_generations g
  WHERE g.person_id = $1 AND ($2::text IS NULL OR g.id < $2)
    AND NOT EXISTS (SELECT 1 FROM generation_discards d WHERE d.generation_id = g.id)
  ORDER BY g.id DESC LIMIT $3`;

/**
 * Caller: VideoRepository.list, oldest first.
 * Index: generation_generations_person, backwards; the primary key of generation_discards.
 * Twice: reading only.
 */
export const LIST_OLDEST_VIDEOS = `
  SELECT g.id FROM generation_generations g
  WHERE g.person_id = $1 AND ($2::text IS NULL OR g.id > $2)
    AND NOT EXISTS (SELECT 1 FROM generation_discards d WHERE d.generation_id = g.id)
  ORDER BY g.id ASC LIMIT $3`;

/**
 * Caller: VideoRepository.discard, under the lock of the clip.
 * Index: the primary key.
 * Twice: the second one changes nothing.
 */
export const INSERT_DISCARD = `
  INSERT INTO generation_discards (generation_id) VALUES ($1) ON CONFLICT DO NOTHING`;

/**
 * Caller: VideoRepository.discard, under the lock of the clip.
 * Index: the primary key of generation_files.
 * Twice: the second one finds none.
 */
export const TAKE_FILES = `
  DELETE FROM generation_files WHERE generation_id = $1 RETURNING key`;
