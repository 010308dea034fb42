import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A batch is drafted by one statement over everything that is due, and writes one row for each payee: its earnings are
 * named in that row and promised by it, and are marked one payout at a time when the turn of each comes to be sent.
 */
export class SetDrafts1764000000360 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UNMARKED);
    await runner.query(PROMISES);
    await runner.query(KEPT);
    await runner.query(DUE);
    await runner.query(ROWS);
    await runner.query(HASH);
    await runner.query(DRAFT);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}

/** Drafts that were made before: what they promise is named in them already. */
const UNMARKED = `
  WITH mine AS (
    UPDATE compensation_earnings e SET state = 'due', payout_id = NULL, updated_at = now()
    FROM payouts_payouts p WHERE p.id = e.payout_id AND p.state = 'draft' AND e.state = 'in_payout'
    RETURNING e.id, p.id AS payout_id
  )
  INSERT INTO compensation_earnings_history (subject_id, verb, from_state, to_state, actor_id, note)
  SELECT id, 'unclaim', 'in_payout', 'due', 'system', jsonb_build_object('payoutId', payout_id) FROM mine`;

/** What compensation may know of drafts: which earnings wait in which. A copy of it would be a second truth. */
const PROMISES = `
  CREATE VIEW compensation_promises AS
  SELECT id AS payout_id, program_id, currency, person_id, earning_ids FROM payouts_payouts WHERE state = 'draft'`;

/**
 * Whoever changes an amount that is due holds the key of its programme and currency together with others; whoever drafts
 * holds it alone. So no change slips in beside a draft, and none is let through after it.
 */
const KEPT = `
  CREATE FUNCTION compensation_due_key(of_program text, in_currency text) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
    SELECT hashtextextended('compensation.due ' || of_program || ' ' || in_currency, 7249)
  $$;
  CREATE FUNCTION compensation_refuse_promised() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock_shared(compensation_due_key(OLD.program_id, OLD.currency));
    IF EXISTS (SELECT FROM compensation_promises p WHERE p.person_id = OLD.person_id AND OLD.id = ANY (p.earning_ids)) THEN
      RAISE EXCEPTION 'earning % is promised to a payout as it is', OLD.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER compensation_earnings_promised BEFORE UPDATE ON compensation_earnings
    FOR EACH ROW WHEN (OLD.state = 'due' AND (NEW.state NOT IN ('due', 'in_payout')
      OR (OLD.person_id, OLD.program_id, OLD.currency, OLD.amount, OLD.withheld)
        IS DISTINCT FROM (NEW.person_id, NEW.program_id, NEW.currency, NEW.amount, NEW.withheld)))
    EXECUTE FUNCTION compensation_refuse_promised();`;

/** The index holds all that the function reads, in the order in which it groups. */
const DUE = `
  DROP INDEX compensation_earnings_due;
  CREATE INDEX compensation_earnings_due ON compensation_earnings (program_id, currency, person_id)
    INCLUDE (id, amount, withheld, due_at) WHERE state = 'due';
  CREATE FUNCTION compensation_due(of_program text, in_currency text)
  RETURNS TABLE (person_id text, amount bigint, withheld bigint, earning_ids text[]) LANGUAGE sql STABLE AS $$
    SELECT e.person_id, sum(e.amount - e.withheld)::bigint, sum(e.withheld)::bigint, array_agg(e.id)
    FROM compensation_earnings e
    WHERE e.program_id = of_program AND e.currency = in_currency AND e.state = 'due' AND e.due_at <= now()
      AND NOT EXISTS (SELECT FROM compensation_promises p WHERE p.person_id = e.person_id
        AND p.program_id = of_program AND p.currency = in_currency AND e.id = ANY (p.earning_ids))
    GROUP BY e.person_id
  $$;`;

/**
 * Rows of a draft come by the hundred thousand. Keys that look up one parent for each row become one look at all of them,
 * which compares programme and currency as well. One index serves all that is open; a programme's payouts are found newest
 * first, as in the register.
 */
const ROWS = `
  ALTER TABLE payouts_payouts DROP CONSTRAINT payouts_payouts_batch_id_fkey, DROP CONSTRAINT payouts_payouts_program_id_fkey,
    DROP CONSTRAINT payouts_payouts_person_id_fkey;
  CREATE FUNCTION payouts_refuse_strangers() RETURNS trigger LANGUAGE plpgsql SET enable_nestloop = off AS $$
  BEGIN
    IF 0 < (SELECT count(*) FROM (SELECT DISTINCT batch_id, program_id, currency FROM fresh) f
        LEFT JOIN payouts_batches b ON (b.id, b.program_id, b.currency) = (f.batch_id, f.program_id, f.currency) WHERE b.id IS NULL)
      OR 0 < (SELECT count(*) FROM fresh f LEFT JOIN access_people p ON p.id = f.person_id WHERE p.id IS NULL) THEN
      RAISE EXCEPTION 'a payout is of its batch and of a person' USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER payouts_payouts_known AFTER INSERT ON payouts_payouts REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION payouts_refuse_strangers();
  CREATE FUNCTION payouts_refuse_removal() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'batch % is never removed', OLD.id USING ERRCODE = 'foreign_key_violation';
  END $$;
  CREATE TRIGGER payouts_batches_kept BEFORE DELETE ON payouts_batches
    FOR EACH ROW EXECUTE FUNCTION payouts_refuse_removal();
  DROP INDEX payouts_payouts_program, payouts_payouts_open, payouts_payouts_unsent;
  CREATE INDEX payouts_payouts_open ON payouts_payouts (batch_id, state, id)
    WHERE state NOT IN ('paid', 'failed', 'returned', 'canceled');`;

/** Each payout's content as one number, and those numbers as one: short to sort, and the same rows say the same. */
const HASH = `
  CREATE OR REPLACE FUNCTION payouts_content_hash(batch text) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT encode(sha256(convert_to(concat_ws(E'\\n', b.program_id, b.currency, b.rail, b.mode, (
      SELECT string_agg(sha256(convert_to(ROW (p.id, p.person_id, p.amount, p.recipient, p.recipient_mark,
        p.earning_ids)::text, 'UTF8'))::text, ',' ORDER BY p.id COLLATE "C")
      FROM payouts_payouts p WHERE p.batch_id = b.id AND p.state <> 'canceled'
    )), 'UTF8')), 'hex')
    FROM payouts_batches b WHERE b.id = batch
  $$;
  UPDATE payouts_batches SET content_hash = payouts_content_hash(id) WHERE state = 'draft';`;

/**
 * Everybody with something due becomes a payout of the batch or one of those whom it leaves out. \`decisions\` is the table
 * of \`domain/draft.ts\`: what may be true of a person, and the reason that follows; who is not in it is paid. Ids have
 * the batch's time and grow with the people: so grow the indexes.
 */
const DRAFT = `
  CREATE FUNCTION payouts_draft(of_batch text, usual text, minimum bigint, formless text[], decisions jsonb,
    OUT payouts integer, OUT total bigint)
  LANGUAGE plpgsql SET enable_hashagg = off SET enable_nestloop = off SET jit = off SET work_mem = '64MB' AS $$
  #variable_conflict use_column
  DECLARE draft payouts_batches;
  BEGIN
    SELECT * INTO STRICT draft FROM payouts_batches WHERE id = of_batch;
    WITH due AS MATERIALIZED (
      SELECT d.person_id, d.amount, d.withheld, d.earning_ids, here.ref, here.mark, why.reason,
        'pay_' || substr(of_batch, 5, 10) || left(md5(of_batch), 10) || lpad(to_hex(row_number() OVER ()), 6, '0') AS id
      FROM compensation_due(draft.program_id, draft.currency) d
      LEFT JOIN ledger_accounts owed ON owed.name = 'payable:' || d.person_id || '.' || draft.currency
      LEFT JOIN payouts_recipients here ON here.person_id = d.person_id AND here.rail = draft.rail
      LEFT JOIN payouts_recipients chosen ON chosen.person_id = d.person_id AND chosen.is_chosen
      LEFT JOIN jsonb_to_recordset(decisions) AS why ("isDrafter" boolean, "isNothing" boolean, "isOtherRail" boolean,
          "isShort" boolean, "lacksForm" boolean, standing text, "isBelowMinimum" boolean, reason text)
        ON why."isDrafter" = (d.person_id = draft.drafted_by)
        AND why."isNothing" = (d.amount <= 0)
        AND why."isOtherRail" = (coalesce(chosen.rail, usual) <> draft.rail)
        AND why."isShort" = (coalesce(owed.balance - owed.held, 0) < d.amount)
        AND why."lacksForm" = (d.person_id = ANY (formless))
        AND coalesce(why.standing, '') = coalesce(here.standing, '')
        AND why."isBelowMinimum" = (d.amount < minimum)
    ), blocked AS (
      INSERT INTO payouts_blocked (batch_id, person_id, amount, reason)
      SELECT draft.id, person_id, amount, reason FROM due WHERE reason IS NOT NULL
    ), paid AS (
      INSERT INTO payouts_payouts (id, batch_id, program_id, person_id, amount, withheld, currency, earning_ids, recipient,
        recipient_mark, state)
      SELECT id, draft.id, draft.program_id, person_id, amount, withheld, draft.currency, earning_ids,
        coalesce(ref, person_id), mark, 'draft'
      FROM due WHERE reason IS NULL
      RETURNING amount
    )
    SELECT count(*), sum(amount) INTO payouts, total FROM paid;
  END $$;`;
