/**
 * Caller: TaxRepository.putSettings, by finance.
 * Index: primary key.
 * Twice: the last one stands.
 */
export const PUT_SETTINGS = `
  INSERT INTO compensation_tax_settings (program_id, regime, payer_country, updated_by) VALUES ($1, $2, $3, $4)
  ON CONFLICT (program_id) DO UPDATE SET regime = $2, payer_country = $3, updated_by = $4, updated_at = now()`;

/**
 * Caller: TaxRepository.putResidence, by the artist.
 * Index: primary key.
 * Twice: the last one stands.
 */
export const PUT_RESIDENCE = `
  INSERT INTO compensation_tax_residences (person_id, country, is_us_person) VALUES ($1, $2, $3)
  ON CONFLICT (person_id) DO UPDATE SET country = $2, is_us_person = $3, updated_at = now()`;

/**
 * Caller: TaxFormRepository.open: the row of a person and kind, made when there is none, locked.
 * Index: unique (person_id, kind).
 * Twice: the second call finds the row of the first.
 */
export const OPEN_FORM = `
  INSERT INTO compensation_tax_forms (id, person_id, kind, state) VALUES ($1, $2, $3, 'not_asked')
  ON CONFLICT (person_id, kind) DO NOTHING`;

/**
 * Caller: TaxFormRepository.write, with the content of a form that was handed in; the row is locked.
 * Index: primary key.
 * Twice: writes the same again.
 */
export const WRITE_FORM = `
  UPDATE compensation_tax_forms SET identity = $2, treaty_country = $3, treaty_rate = $4, reference = $5,
    signed_on = $6, expires_at = $7, reason = NULL, decided_by = NULL, updated_at = now()
  WHERE id = $1`;

/**
 * Caller: TaxFormRepository.decide, with a decision; the row is locked.
 * Index: primary key.
 * Twice: writes the same again.
 */
export const DECIDE_FORM = `
  UPDATE compensation_tax_forms SET reason = $2, decided_by = $3, updated_at = now() WHERE id = $1`;

/**
 * Caller: the sweep: valid forms whose time is over.
 * Index: compensation_tax_forms_ending.
 * Twice: SKIP LOCKED gives a row to one sweep, and it moves once.
 */
export const LOCK_OVER = `
  SELECT id FROM compensation_tax_forms WHERE state = 'valid' AND expires_at <= now()
  ORDER BY expires_at LIMIT 100 FOR UPDATE SKIP LOCKED`;

/**
 * Caller: PayGateService: residence and forms of these people.
 * Index: primary key of residences, unique (person_id, kind) of forms.
 * Twice: reading only.
 */
export const PAYEES = `
  SELECT p.id AS "personId", r.country AS residence, coalesce(r.is_us_person, false) AS "isUsPerson",
    coalesce((SELECT jsonb_agg(jsonb_build_object('kind', f.kind, 'state', f.state, 'treatyRate', f.treaty_rate::text,
      'expiresAt', f.expires_at)) FROM compensation_tax_forms f WHERE f.person_id = p.id), '[]') AS forms
  FROM unnest($1::text[]) AS p (id) LEFT JOIN compensation_tax_residences r ON r.person_id = p.id`;

/**
 * Caller: PayGateService: what these people got this year and have due, by kind of income; of programmes of the regime.
 * Index: compensation_earnings_person.
 * Twice: reading only.
 */
export const YEAR_SUMS = `
  SELECT e.person_id AS "personId", e.category, sum(e.amount)::bigint AS amount, bool_or(e.currency <> $3) AS "isMixed"
  FROM compensation_earnings e JOIN compensation_tax_settings s ON s.program_id = e.program_id AND s.regime = $2
  WHERE e.person_id = ANY ($1)
    AND (e.state IN ('due', 'in_payout') OR (e.state = 'paid' AND e.paid_at >= $4))
  GROUP BY e.person_id, e.category`;

/**
 * Caller: PayGateService.missing: everybody with something due in a programme that asks for forms. $1 programme or null.
 * Index: compensation_earnings_due.
 * Twice: reading only.
 */
export const DUE_PEOPLE = `
  SELECT e.program_id AS "programId", e.currency, e.person_id AS "personId", sum(e.amount - e.withheld)::bigint AS amount
  FROM compensation_earnings e JOIN compensation_tax_settings s ON s.program_id = e.program_id AND s.regime <> 'none'
  WHERE e.state = 'due' AND ($1::text IS NULL OR e.program_id = $1)
  GROUP BY e.program_id, e.currency, e.person_id ORDER BY e.program_id, e.currency, e.person_id LIMIT 2000`;

/**
 * Caller: TaxService, what an artist still has to hand in: programmes that pay them.
 * Index: compensation_earnings_person.
 * Twice: reading only.
 */
export const PAYING_PROGRAMS = `
  SELECT DISTINCT e.program_id AS "programId", e.currency FROM compensation_earnings e
  WHERE e.person_id = $1 AND e.state IN ('unfunded', 'due')`;
