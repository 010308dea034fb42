-- Feedback that was closed has an answer and its cause; nobody handled their own; a duplicate leads to an original.
SELECT f.id AS fault FROM feedback_items f
WHERE (f.state IN ('declined', 'duplicate', 'shipped') AND coalesce(btrim(f.answer), '') = '')
   OR (f.state = 'declined' AND f.reason IS NULL)
UNION ALL
SELECT h.subject_id || ' ' || h.verb FROM feedback_items_history h JOIN feedback_items f ON f.id = h.subject_id
WHERE h.actor_id = f.person_id AND h.verb <> 'answerInfo'
UNION ALL
SELECT f.id FROM feedback_items f JOIN feedback_items o ON o.id = f.original_id
WHERE f.state = 'duplicate' AND o.program_id <> f.program_id;
