-- No step of a batch was taken by somebody who drafted it, approved it already or is paid by it.
SELECT batch_id, step, person_id FROM reports_reading_approvals WHERE same_person;
