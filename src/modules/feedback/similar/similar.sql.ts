/**
 * Caller: SimilarRepository.find, first: the six rarest words of a text, as a query for any two of them together (or the
 * one there is). How rare a word is say the statistics that Postgres keeps of the search column anyway.
 * Index: none; one row of pg_stats.
 * Twice: reading only.
 */
export const RARE_WORDS = `
  WITH words AS (
    SELECT DISTINCT lexeme FROM unnest(to_tsvector('english', $1))
  ), common AS (
    SELECT * FROM pg_stats s, LATERAL unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) AS c (word, share)
    WHERE s.schemaname = 'public' AND s.tablename = 'feedback_items' AND s.attname = 'search'
  ), rare AS (
    SELECT quote_literal(w.lexeme) AS word FROM words w LEFT JOIN common c ON c.word = w.lexeme
    ORDER BY coalesce(c.share, 0), length(w.lexeme) DESC, w.lexeme LIMIT 6
  )
  SELECT CASE WHEN (SELECT count(*) FROM rare) = 1 THEN (SELECT word FROM rare)
    ELSE (SELECT string_agg(a.word || ' & ' || b.word, ' | ') FROM rare a JOIN rare b ON a.word < b.word) END AS query`;

/**
 * Caller: SimilarRepository.find. $1 programme, $2 reader, $3 text, $4 words. Candidates share two rare words; the most
 * alike by words and by letters (trigrams of the title) come first.
 * Index: feedback_items_search.
 * Twice: reading only.
 */
export const FIND_SIMILAR = `
  WITH candidates AS (
    SELECT id, title, state, popularity, answer, shipped_in, person_id, search FROM feedback_items
    WHERE search @@ $4::tsquery AND program_id = $1 AND NOT is_private AND type NOT IN ('harm', 'rights')
      AND state NOT IN ('duplicate', 'declined')
    LIMIT 300
  )
  SELECT id, title, state, popularity, answer, shipped_in AS "shippedIn", person_id = $2 AS "isOwn" FROM candidates
  ORDER BY ts_rank(search, $4::tsquery) + word_similarity(title, left($3, 300)) DESC, id DESC LIMIT 5`;
