-- Nobody is declined or taken down without a complete statement of reasons.
SELECT s.id, s.state
FROM approval_submissions s
WHERE s.state IN ('declined', 'taken_down')
  AND NOT EXISTS (
    SELECT 1 FROM approval_decisions d
    WHERE d.submission_id = s.id AND d.outcome = s.state
      AND d.statement ?& ARRAY['ground', 'clauseId', 'termsVersion', 'facts', 'timecodes', 'isAutomated', 'remedy', 'appealUntil', 'decidedByRole']
      AND d.statement ->> 'ground' IN ('safety', 'rights', 'confidentiality', 'technical', 'terms'));
