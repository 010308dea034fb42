-- Popularity counts each artist once: of the original and of what was merged into it.
SELECT o.id AS fault FROM feedback_items o WHERE o.popularity <> (
  SELECT count(DISTINCT v.person_id) FROM (
    SELECT o.person_id UNION ALL
    SELECT d.person_id FROM feedback_items d WHERE d.original_id = o.id AND d.state = 'duplicate') v);
