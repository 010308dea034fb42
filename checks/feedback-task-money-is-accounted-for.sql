-- Proves: what is held for a task that is over is what its seats have earned and are still to be paid, nothing else.
-- A row here is money that stays behind in a settled task, or a seat that earned more than was held.
SELECT t.id AS fault FROM feedback_tasks t
LEFT JOIN feedback_seats s ON s.task_id = t.id AND s.state IN ('accepted', 'cancelled', 'voided')
WHERE t.published_at IS NOT NULL GROUP BY t.id, t.held HAVING coalesce(sum(s.amount), 0) > t.held;
