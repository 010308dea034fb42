/**
 * Caller: EarningRepository.insert.
 * Index: unique (cause_type, cause_id).
 * Twice: the second telling of a fact inserts nothing.
 */
export const INSERT_EARNING = `
  INSERT INTO compensation_earnings (id, program_id, person_id, category, cause_type, cause_id, amount, currency, source,
    rate_card_version, rate_item, evidence, state, pay_by, late_basis_points, source_country)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, now() + make_interval(days => $14), $15, $16)
  ON CONFLICT (cause_type, cause_id) DO NOTHING`;

/**
 * Caller: begins SUM_PAY and EarningRepository.lockWork: what one piece of work earned, with what stands in the place of an
 * amount that was taken back. $1 cause types, $2 cause ids.
 * Index: compensation_earnings_cause_type_cause_id_key, compensation_earnings_stead.
 * Twice: reading only.
 */
export const EARNED_BY_WORK = `
  WITH RECURSIVE earned AS (
    SELECT id, cause_id AS ref, currency, amount, state, paid_at FROM compensation_earnings
    WHERE cause_type = ANY ($1) AND cause_id = ANY ($2)
    UNION ALL
    SELECT e.id, o.ref, e.currency, e.amount, e.state, e.paid_at
    FROM earned o JOIN compensation_earnings e
      ON e.evidence ->> 'earningId' = o.id AND e.cause_type IN ('correction', 'restored')
  )`;

/**
 * Caller: EarningRepository.idsReversedBy. $1 void.
 * Index: compensation_earnings_history_void.
 * Twice: reading only.
 */
export const REVERSED_BY_VOID = `
  SELECT subject_id AS id FROM compensation_earnings_history
  WHERE verb = 'reverse' AND note ? 'voidId' AND note ->> 'voidId' = $1 ORDER BY id`;

/**
 * Caller: EarningRepository.lockUnfunded, the sweep: the oldest after $1 that nobody else has in hand.
 * Index: compensation_earnings_unfunded.
 * Twice: SKIP LOCKED gives a row to one sweep; the ledger's reference admits one entry.
 */
export const LOCK_UNFUNDED = `
  SELECT id, person_id AS "personId", amount, currency, source, cause_type AS "causeType", cause_id AS "causeId"
  FROM compensation_earnings WHERE state = 'unfunded' AND id > $1 AND NOT source = ANY ($2)
  ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED`;

/**
 * Caller: EarningRepository.listDuePeople, page by page while a batch is drafted; $3 the last of the page before.
 * Index: compensation_earnings_due.
 * Twice: reading only.
 */
export const DUE_PAYEES = `
  SELECT DISTINCT person_id AS "personId" FROM compensation_earnings
  WHERE program_id = $1 AND currency = $2 AND state = 'due' AND due_at <= now() AND person_id > $3
  ORDER BY person_id LIMIT $4`;

/**
 * Caller: EarningRepository.claim; history in the same statement.
 * Index: primary key.
 * Twice: only an earning that is due is claimed; the caller counts.
 */
export const CLAIM = `
  WITH moved AS (
    UPDATE compensation_earnings e SET state = 'in_payout', payout_id = w.payout_id, updated_at = now()
    FROM unnest($1::text[], $2::text[]) AS w (id, payout_id)
    WHERE e.id = w.id AND e.state = 'due' RETURNING e.id, e.payout_id
  )
  INSERT INTO compensation_earnings_history (subject_id, verb, from_state, to_state, actor_id, note)
  SELECT id, 'claim', 'due', 'in_payout', 'system', jsonb_build_object('payoutId', payout_id) FROM moved`;

/**
 * Caller: EarningRepository.unclaim; history in the same statement.
 * Index: compensation_earnings_payout.
 * Twice: the second call finds no earning of these payouts.
 */
export const UNCLAIM = `
  WITH mine AS MATERIALIZED (
    SELECT id, state, payout_id FROM compensation_earnings WHERE payout_id = ANY ($1) ORDER BY id FOR UPDATE
  ), moved AS (
    UPDATE compensation_earnings e SET state = 'due', payout_id = NULL, paid_at = NULL, updated_at = now()
    FROM mine WHERE e.id = mine.id
  )
  INSERT INTO compensation_earnings_history (subject_id, verb, from_state, to_state, actor_id, note)
  SELECT id, 'unclaim', state, 'due', 'system', jsonb_build_object('payoutId', payout_id) FROM mine`;

/**
 * Caller: EarningRepository.markPaid; history in the same statement.
 * Index: compensation_earnings_payout.
 * Twice: the second call finds no earning that is still on its way.
 */
export const MARK_PAID = `
  WITH moved AS (
    UPDATE compensation_earnings SET state = 'paid', paid_at = now(), updated_at = now()
    WHERE payout_id = $1 AND state = 'in_payout' RETURNING id
  )
  INSERT INTO compensation_earnings_history (subject_id, verb, from_state, to_state, actor_id, note)
  SELECT id, 'settle', 'in_payout', 'paid', 'system', jsonb_build_object('payoutId', $1::text) FROM moved`;

/**
 * Caller: EarningRepository.listLate, after a payout arrived: what came after its date.
 * Index: compensation_earnings_payout.
 * Twice: reading only; what is added for one earning is added once.
 */
export const LIST_LATE = `
  SELECT id, program_id AS "programId", person_id AS "personId", amount, currency, category,
    pay_by AS "payBy", paid_at AS "paidAt", late_basis_points AS "basisPoints"
  FROM compensation_earnings
  WHERE payout_id = $1 AND state = 'paid' AND paid_at > pay_by AND late_basis_points > 0 AND cause_type <> 'late'
  ORDER BY id`;

/**
 * Caller: EarningRepository.listHistory, for one earning.
 * Index: compensation_earnings_history_subject.
 * Twice: reading only.
 */
export const LIST_HISTORY = `
  SELECT verb, from_state AS "from", to_state AS "to", actor_id AS "actorId", note, at
  FROM compensation_earnings_history WHERE subject_id = $1 ORDER BY id`;

/**
 * Caller: AssessmentService, before a batch is put together: earnings of people of $3 whose tax may be due, of those with a form.
 * Index: compensation_earnings_due.
 * Twice: reads and locks; what is withheld is compared before anything moves.
 */
export const LOCK_TAXABLE = `
  SELECT e.id, e.person_id AS "personId", e.category, e.amount, e.currency, e.source, e.cause_type AS "causeType",
    e.cause_id AS "causeId", e.source_country AS "sourceCountry", e.withheld, e.tax_revision AS "taxRevision"
  FROM compensation_earnings e
  WHERE e.program_id = $1 AND e.currency = $2 AND e.state = 'due' AND e.person_id = ANY ($3)
    AND (e.withheld > 0 OR EXISTS (SELECT 1 FROM compensation_tax_forms f WHERE f.person_id = e.person_id AND f.state = 'valid'))
    AND NOT EXISTS (SELECT FROM compensation_promises p WHERE p.person_id = e.person_id AND e.id = ANY (p.earning_ids))
  ORDER BY e.id FOR UPDATE`;

/**
 * Caller: AssessmentService, once it is known what is withheld.
 * Index: primary key.
 * Twice: the caller holds the row; the revision names the entry in the ledger.
 */
export const SET_WITHHELD = `
  UPDATE compensation_earnings SET withheld = $2, tax_revision = $3, source_country = $4, updated_at = now()
  WHERE id = $1 AND state = 'due'`;
