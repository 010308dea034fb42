-- A licence runs only while its artist consents; a slot of the showcase is a licence of its round; nobody is over a cap.
SELECT l.id, 'runs without consent' AS what
FROM approval_licences l JOIN approval_consents c ON c.id = l.consent_id
WHERE c.revoked_at IS NOT NULL AND l.ended_at IS NULL AND l.ends_at > now()
UNION ALL
SELECT l.id, 'granted after the consent was taken back'
FROM approval_licences l JOIN approval_consents c ON c.id = l.consent_id WHERE l.granted_at > c.revoked_at
UNION ALL
SELECT s.licence_id, 'a slot under a licence for something else'
FROM approval_showcase_slots s JOIN approval_licences l ON l.id = s.licence_id
WHERE l.round_id IS DISTINCT FROM s.round_id OR l.work_id <> s.work_id OR l.use <> 'showcase'
UNION ALL
SELECT s.round_id, 'more slots of a quarter for one artist than the round allows'
FROM approval_showcase_slots s
GROUP BY s.round_id, s.program_id, s.person_id, s.quarter, s.per_quarter
HAVING (SELECT count(*) FROM approval_showcase_slots x WHERE x.program_id = s.program_id AND x.person_id = s.person_id
  AND x.quarter = s.quarter AND x.nth <= max(s.nth)) > s.per_quarter;
