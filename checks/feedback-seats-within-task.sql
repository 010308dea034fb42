-- Proves: no task has more artists than seats, and nobody works at a price that is none or below a quarter for a cancelled seat.
-- A row here means that a seat was given twice or that requested minutes were not priced.
SELECT t.id AS fault FROM feedback_tasks t
JOIN feedback_seats s ON s.task_id = t.id AND s.state NOT IN ('released', 'expired')
GROUP BY t.id, t.seats HAVING count(*) > t.seats
UNION ALL
SELECT s.id FROM feedback_seats s JOIN feedback_task_forms f ON f.task_id = s.task_id AND f.version = s.form_version
WHERE s.state IN ('accepted', 'cancelled', 'voided') AND (s.amount IS NULL OR s.amount > f.price
  OR (s.share = 'full' AND s.amount <> f.price) OR (s.share = 'kill_fee' AND s.amount < f.kill_fee));
