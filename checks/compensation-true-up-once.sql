-- Proves: nobody is topped up or paid twice for one seat of a task, and nothing that was paid earned for a wait twice.
-- A row here means that a repeated event moved money again.
SELECT person_id, cause_type, cause_id, count(*)
FROM compensation_earnings WHERE cause_type IN ('task_seat', 'true_up', 'late')
GROUP BY person_id, cause_type, cause_id HAVING count(*) > 1;
