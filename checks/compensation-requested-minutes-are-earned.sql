-- Proves: whoever did what the programme asked for is owed for it: every accepted or cancelled seat has its one earning.
-- A row here is an unpaid requested minute: the news of a seat did not become money within ten minutes.
SELECT s.id AS fault FROM feedback_seats s
WHERE s.state IN ('accepted', 'cancelled') AND s.updated_at < now() - interval '10 minutes'
  AND NOT EXISTS (
    SELECT 1 FROM compensation_earnings e WHERE e.cause_type = 'task_seat' AND e.cause_id = s.id AND e.person_id = s.person_id);
