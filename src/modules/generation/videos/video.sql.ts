/**
 * Caller: VideoRepository.list, for clients of the `/v1/videos` API, newest first.
 * Index: generation_generations_person; the primary key of generation_bin.
 * Twice: reading only.
 */
export const LIST_NEWEST = `
  SELECT g.id FROM generation_generations g
  WHERE g.person_id = $1 AND ($2::text IS NULL OR g.id < $2)
    AND NOT EXISTS (SELECT 1 FROM generation_bin b WHERE b.id = g.id AND b.state = 'emptied')
  ORDER BY g.id DESC LIMIT $3`;

/**
 * Caller: VideoRepository.list, oldest first.
 * Index: generation_generations_person, backwards; the primary key of generation_bin.
 * Twice: reading only.
 */
export const LIST_OLDEST_VIDEOS = `
  SELECT g.id FROM generation_generations g
  WHERE g.person_id = $1 AND ($2::text IS NULL OR g.id > $2)
    AND NOT EXISTS (SELECT 1 FROM generation_bin b WHERE b.id = g.id AND b.state = 'emptied')
  ORDER BY g.id ASC LIMIT $3`;
