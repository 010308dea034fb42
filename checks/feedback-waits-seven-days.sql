-- What nobody handled in seven days is accepted: an hour after its time nothing waits any more.
SELECT id AS fault FROM feedback_items
WHERE state IN ('new', 'triaged') AND due_at < now() - interval '1 hour';
