/**
 * What makes a work public in the gallery.
 * Caller: GalleryRepository.list, COMMON_TAGS.
 * Index: approval_works_gallery and the other partial ones, which have the same words.
 * Twice: reading only.
 */
export const IN_GALLERY = `w.is_listed AND NOT w.is_taken_down AND w.audience = 'wide'`;

/**
 * Caller: GalleryRepository.revision, with every reading of the gallery.
 * Index: none; a table of one row.
 * Twice: reading only.
 */
export const REVISION = `SELECT revision::text AS revision FROM approval_gallery`;

/**
 * The columns that pages of the gallery show.
 * Caller: GalleryRepository.list, FIND_SHOWN.
 * Index: as where it is used.
 * Twice: reading only.
 */
export const SHOWN = `
  w.id, w.slug, w.generation_id AS "generationId", w.person_id AS "personId", w.program_id AS "programId", w.title,
  w.description, w.labels, w.tags, w.audience, w.licence, w.co_authors AS "coAuthors", w.byline, w.made_with AS "madeWith",
  w.width, w.height, w.fps, w.seconds, w.is_listed AS "isListed", w.is_taken_down AS "isTakenDown",
  w.published_at AS "publishedAt", w.updated_at AS "updatedAt", w.submission_id AS "submissionId"`;

/**
 * A work as lists and pages answer with it: its JSON, and what the rest of the answer is made of.
 * Caller: GalleryRepository.listCards, FIND_CARD.
 * Index: as where it is used.
 * Twice: reading only.
 */
export const CARD = `w.id, w.card, w.slug, w.person_id AS "personId", w.byline, w.licence, w.width`;

/**
 * Caller: GalleryRepository.findCard: one public work by its slug.
 * Index: approval_works_slug_key.
 * Twice: reading only.
 */
export const FIND_CARD = `SELECT ${CARD} FROM approval_works w WHERE w.slug = $1 AND w.is_listed AND NOT w.is_taken_down`;

/**
 * Caller: GalleryRepository.find: one public work by its slug.
 * Index: approval_works_slug_key.
 * Twice: reading only.
 */
export const FIND_SHOWN = `SELECT ${SHOWN} FROM approval_works w WHERE w.slug = $1 AND w.is_listed AND NOT w.is_taken_down`;

/**
 * Caller: GalleryRepository.tags, the words that are offered as filters.
 * Index: approval_works_gallery: the newest two thousand only, so that it costs the same in a gallery of any size.
 * Twice: reading only.
 */
export const COMMON_TAGS = `
  SELECT tag, count(*)::int AS count
  FROM (SELECT w.tags FROM approval_works w WHERE ${IN_GALLERY} ORDER BY w.id DESC LIMIT 2000) newest, unnest(newest.tags) AS tag
  GROUP BY tag ORDER BY count DESC, tag LIMIT 24`;
