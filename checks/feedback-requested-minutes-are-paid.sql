-- Proves: unpaid requested minutes are 0. Every seat that was accepted or cancelled has told of its pay, once.
-- A row here is work that the programme asked for, was done, and is paid by nobody (or twice).
SELECT s.id AS fault, count(e.id) FROM feedback_seats s
LEFT JOIN platform_events e ON e.name = 'feedback.task_earned' AND e.payload ->> 'seatId' = s.id
WHERE s.state IN ('accepted', 'cancelled', 'voided') AND s.updated_at > now() - interval '20 days'
GROUP BY s.id HAVING count(e.id) <> 1;
