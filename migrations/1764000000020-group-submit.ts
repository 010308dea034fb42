import type { MigrationInterface, QueryRunner } from 'typeorm';

const OLD = `
  DROP FUNCTION generation_submit(json, boolean);
  DROP FUNCTION generation_write_group(generation_order[], integer[], text);
  DROP FUNCTION generation_lock_flows(generation_order[], boolean);
  DROP FUNCTION quota_charge_many(text[], text[], text[], bigint[]);
  DROP FUNCTION ledger_account_of_hold(text);
  DROP FUNCTION ledger_lock_available(text[]);
  DROP FUNCTION platform_try_keys(text[], text[], text[]);
  DROP TYPE generation_clip;
  DROP TYPE generation_order;
`;

/** Idempotency for many requests in one transaction; `Idempotency.run` is the same for one. */
const PLATFORM = `
  -- What became of each key so far: free, in_flight (another transaction has it), reused, known (with its answer).
  -- The lock is the one that Idempotency.run takes. Whoever gets it sees what its last holder has committed, because
  -- every statement of a volatile function looks anew.
  CREATE FUNCTION platform_try_keys(owners text[], keys text[], fingerprints text[], OUT verdicts text[], OUT answers jsonb[])
  LANGUAGE plpgsql AS $$
  DECLARE got boolean[];
  BEGIN
    FOR n IN 1..cardinality(owners) LOOP
      got[n] := keys[n] IS NULL OR pg_try_advisory_xact_lock(hashtextextended(owners[n] || E'\\n' || keys[n], 7248));
    END LOOP;
    SELECT array_agg(CASE
          WHEN NOT k.got THEN 'in_flight'
          WHEN i.fingerprint IS NULL THEN 'free'
          WHEN i.fingerprint <> k.fingerprint THEN 'reused'
          ELSE 'known' END), array_agg(i.answer)
      INTO verdicts, answers
      FROM unnest(owners, keys, fingerprints, got) AS k (owner, key, fingerprint, got)
      LEFT JOIN LATERAL (
        SELECT i.fingerprint, i.answer FROM platform_idempotency i WHERE i.owner = k.owner AND i.key = k.key OFFSET 0) i ON true;
  END $$;

  -- The answers of requests whose key platform_try_keys found free, in the transaction of their effect.
  CREATE OR REPLACE FUNCTION platform_keep_answers(owners text[], keys text[], fingerprints text[], answers jsonb[])
  RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO platform_idempotency (owner, key, fingerprint, answer)
    SELECT * FROM unnest(owners, keys, fingerprints, answers);
  END $$;
`;

const LEDGER = `
  -- Locks guarded accounts in the order given, which is that of their names, and tells what can still be promised on
  -- each; null: there is no such account.
  CREATE FUNCTION ledger_lock_available(names text[]) RETURNS bigint[] LANGUAGE plpgsql AS $$
  BEGIN
    RETURN ARRAY(
      SELECT a.available FROM unnest(names) WITH ORDINALITY AS w (name, n)
      LEFT JOIN LATERAL (
        SELECT a.balance - a.held AS available FROM ledger_accounts a
        WHERE a.name = w.name COLLATE "C" FOR NO KEY UPDATE) a ON true);
  END $$;

  -- Reserves on accounts that this transaction has locked. The caller has looked at what is available; should it be
  -- wrong, the CHECK of the table rolls everything back.
  CREATE OR REPLACE FUNCTION ledger_hold_many(refs text[], names text[], amounts bigint[]) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    WITH held AS (
      INSERT INTO ledger_holds (reference, account, amount) SELECT * FROM unnest(refs, names, amounts)
    ) UPDATE ledger_accounts a SET held = a.held + h.amount
    FROM (SELECT w.name, sum(w.amount)::bigint AS amount FROM unnest(names, amounts) AS w (name, amount) GROUP BY w.name) h
    WHERE a.name = h.name COLLATE "C" AND a.name = ANY (names);
  END $$;
`;

const QUOTA = `
  -- Who pays for each clip, beside the holds of QuotaService.holds.
  CREATE FUNCTION quota_charge_many(clips text[], enrollments text[], keys text[], pools text[], amounts bigint[])
  RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO quota_charges (generation_id, enrollment_id, key_id, pool_id, credits)
    SELECT * FROM unnest(clips, enrollments, keys, pools, amounts);
  END $$;
`;

const FLOWS = `
  -- One request as BatchRepository sends it: its places in the arrays of flows and purses that its group touches, from 1,
  -- and the number of its Idempotency-Key within the group. Each purse pays the whole price, each hold that of one clip.
  -- answer is what the stored answer has besides what is decided here.
  CREATE TYPE generation_order AS (
    flow integer, purses integer[], key_no integer, concurrency integer, queued integer, budget_key text, pool_id text,
    hold_references text[], hold_accounts text[], batch_id text, ids text[], seeds bigint[],
    enrollment_id text, program_id text, person_id text, key_id text, prompt text, negative_prompt text, style text,
    seconds integer, resolution text, aspect text, fps integer, width integer, height integer, draft boolean,
    project text, promoted_from text, mark jsonb, credits bigint, price_version integer, provider text, pool text,
    cost_seconds double precision, answer jsonb
  );

  -- Locks the flows of a group, in the order given, opens those that are new and renews weight and cap from the plan in
  -- force; tells which of them it has. A flow that somebody else holds is left out unless may_wait: who waits for one
  -- flow while holding another could wait in a circle with a dispatcher, so only a group of a single flow waits.
  CREATE FUNCTION generation_lock_flows(pools text[], enrollments text[], weights double precision[], caps integer[], may_wait boolean)
  RETURNS boolean[] LANGUAGE plpgsql AS $$
  DECLARE
    have boolean[];
    stale boolean;
  BEGIN
    FOR attempt IN 1..2 LOOP
      IF may_wait THEN
        SELECT array_agg(f.is_stale IS NOT NULL), bool_or(f.is_stale) INTO have, stale
        FROM unnest(pools, enrollments, weights, caps) w (pool, enrollment_id, weight, cap)
        LEFT JOIN LATERAL (
          SELECT f.weight <> w.weight OR f.max_inflight <> w.cap AS is_stale FROM generation_flows f
          WHERE f.pool = w.pool AND f.enrollment_id = w.enrollment_id FOR NO KEY UPDATE) f ON true;
      ELSE
        SELECT array_agg(f.is_stale IS NOT NULL), bool_or(f.is_stale) INTO have, stale
        FROM unnest(pools, enrollments, weights, caps) w (pool, enrollment_id, weight, cap)
        LEFT JOIN LATERAL (
          SELECT f.weight <> w.weight OR f.max_inflight <> w.cap AS is_stale FROM generation_flows f
          WHERE f.pool = w.pool AND f.enrollment_id = w.enrollment_id FOR NO KEY UPDATE SKIP LOCKED) f ON true;
      END IF;
      EXIT WHEN true = ALL (have);
      INSERT INTO generation_flows (pool, enrollment_id, weight, max_inflight)
      SELECT w.pool, w.enrollment_id, w.weight, w.cap
      FROM unnest(pools, enrollments, weights, caps, have) w (pool, enrollment_id, weight, cap, has) WHERE NOT w.has
      ON CONFLICT (pool, enrollment_id) DO NOTHING;
      EXIT WHEN NOT FOUND AND NOT may_wait;
    END LOOP;
    IF stale THEN
      UPDATE generation_flows f SET weight = w.weight, max_inflight = w.cap
      FROM unnest(pools, enrollments, weights, caps, have) w (pool, enrollment_id, weight, cap, has)
      WHERE f.pool = w.pool AND f.enrollment_id = w.enrollment_id AND f.enrollment_id = ANY (enrollments) AND w.has
        AND (f.weight <> w.weight OR f.max_inflight <> w.cap);
    END IF;
    RETURN have;
  END $$;
`;

const SUBMIT = `
  -- Decides every request by itself and in order (a known key, caps, credits), then writes what was accepted. Locks
  -- flows, then accounts, as everybody does. One executor start costs as much as ten rows, hence as few statements as
  -- can be; a lateral look-up instead of a join keeps the planner from reading whole tables for a group of one.
  -- outcome: accepted | known | twin (of request number twin) | reused | in_flight | later | queue_full | insufficient.
  CREATE FUNCTION generation_submit(sent json, owners text[], keys text[], fingerprints text[], pools text[], enrollments text[],
    weights double precision[], caps integer[], accounts text[], may_wait boolean)
  RETURNS TABLE (n integer, outcome text, answer jsonb, twin integer, room integer, revisions bigint[], instant text,
    open_count integer, account text, available bigint, needed bigint)
  LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
  #variable_conflict use_variable
  DECLARE
    orders generation_order[] := ARRAY(SELECT o FROM json_populate_recordset(NULL::generation_order, sent) o);
    verdicts text[];
    answers jsonb[];
    has boolean[];
    open_by integer[];
    active_by integer[];
    left_by bigint[];
    winner_of integer[] := '{}';
    it generation_order;
    size integer;
    ask bigint;
    p integer;
    -- What is written of the accepted ones.
    taken integer[] := '{}';
    rooms integer[] := '{}';
    fresh bigint[] := '{}';
    hold_references text[] := '{}';
    hold_accounts text[] := '{}';
    hold_amounts bigint[] := '{}';
    batch_ids text[] := '{}'; batch_enrollments text[] := '{}'; sizes integer[] := '{}';
    clips text[] := '{}';
    clip_enrollments text[] := '{}';
    budget_keys text[] := '{}';
    pool_ids text[] := '{}';
    prices bigint[] := '{}';
    kept jsonb[] := '{}'; kept_owners text[] := '{}'; kept_keys text[] := '{}'; kept_prints text[] := '{}';
  BEGIN
    instant := to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
    SELECT k.verdicts, k.answers INTO verdicts, answers FROM platform_try_keys(owners, keys, fingerprints) k;
    has := generation_lock_flows(pools, enrollments, weights, caps, may_wait);
    SELECT array_agg(c.open), array_agg(c.active) INTO open_by, active_by
    FROM unnest(enrollments) w (id)
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS open, count(*) FILTER (WHERE g.state <> 'throttled')::int AS active
      FROM generation_generations g
      WHERE g.enrollment_id = w.id AND g.state IN ('queued', 'throttled', 'starting', 'processing', 'finishing')
    ) c;
    left_by := ledger_lock_available(accounts);

    FOR i IN 1..cardinality(owners) LOOP
      n := i; outcome := verdicts[i]; answer := answers[i];
      it := orders[i];
      size := cardinality(it.ids);
      twin := NULL; room := NULL; revisions := NULL; open_count := NULL; account := NULL; available := NULL; needed := NULL;
      IF outcome <> 'free' THEN
        NULL;
      ELSIF winner_of[it.key_no] IS NOT NULL THEN
        twin := winner_of[it.key_no];
        outcome := CASE WHEN fingerprints[twin] = fingerprints[i] THEN 'twin' ELSE 'reused' END;
      ELSIF NOT has[it.flow] THEN
        outcome := 'later';
      ELSIF open_by[it.flow] + size > it.concurrency + it.queued THEN
        outcome := 'queue_full';
        open_count := open_by[it.flow];
      ELSE
        ask := it.credits * size;
        outcome := 'accepted';
        FOREACH p IN ARRAY it.purses LOOP
          IF coalesce(left_by[p], 0) < ask THEN
            outcome := 'insufficient'; account := accounts[p]; available := coalesce(left_by[p], 0); needed := ask;
            EXIT;
          END IF;
        END LOOP;
        IF outcome = 'accepted' THEN
          FOREACH p IN ARRAY it.purses LOOP
            left_by[p] := left_by[p] - ask;
          END LOOP;
          room := least(size, greatest(0, it.concurrency - active_by[it.flow]));
          open_by[it.flow] := open_by[it.flow] + size;
          active_by[it.flow] := active_by[it.flow] + room;
          revisions := '{}';
          FOR c IN 1..size LOOP
            revisions := array_append(revisions, nextval('generation_revision'));
            clips := array_append(clips, it.ids[c]);
            clip_enrollments := array_append(clip_enrollments, it.enrollment_id);
            budget_keys := array_append(budget_keys, it.budget_key);
            pool_ids := array_append(pool_ids, it.pool_id);
            prices := array_append(prices, it.credits);
          END LOOP;
          FOR h IN 1..cardinality(it.hold_references) LOOP
            hold_references := array_append(hold_references, it.hold_references[h]);
            hold_accounts := array_append(hold_accounts, it.hold_accounts[h]);
            hold_amounts := array_append(hold_amounts, it.credits);
          END LOOP;
          taken := array_append(taken, i);
          rooms := array_append(rooms, room);
          batch_ids := array_append(batch_ids, it.batch_id);
          batch_enrollments := array_append(batch_enrollments, it.enrollment_id);
          sizes := array_append(sizes, size);
          fresh := fresh || revisions;
          IF it.key_no IS NOT NULL THEN
            winner_of[it.key_no] := i;
            kept_owners := array_append(kept_owners, owners[i]); kept_keys := array_append(kept_keys, keys[i]);
            kept_prints := array_append(kept_prints, fingerprints[i]);
            kept := array_append(kept, it.answer || jsonb_build_object('instant', instant, 'room', room, 'revisions', revisions));
          END IF;
        END IF;
      END IF;
      RETURN NEXT;
    END LOOP;
    IF cardinality(taken) = 0 THEN RETURN; END IF;
    PERFORM ledger_hold_many(hold_references, hold_accounts, hold_amounts);
    WITH batches AS (
      INSERT INTO generation_batches (id, enrollment_id, variations)
      SELECT * FROM unnest(batch_ids, batch_enrollments, sizes)
    ) INSERT INTO generation_generations (id, batch_id, enrollment_id, program_id, person_id, key_id, state, prompt,
      negative_prompt, style, seconds, resolution, aspect, fps, width, height, seed, draft, project, promoted_from, mark,
      credits, price_version, provider, pool, cost_seconds, arrival, revision)
    SELECT c.id, o.batch_id, o.enrollment_id, o.program_id, o.person_id, o.key_id,
      CASE WHEN c.place <= t.room THEN 'queued' ELSE 'throttled' END, o.prompt,
      o.negative_prompt, o.style, o.seconds, o.resolution, o.aspect, o.fps, o.width, o.height, c.seed, o.draft, o.project,
      o.promoted_from, o.mark, o.credits, o.price_version, o.provider, o.pool, o.cost_seconds,
      (SELECT p.vtime FROM generation_pools p WHERE p.id = o.pool), fresh[array_position(clips, c.id)]
    FROM unnest(taken, rooms) t (n, room) CROSS JOIN LATERAL unnest(orders[t.n : t.n]) o
    CROSS JOIN LATERAL unnest(o.ids, o.seeds) WITH ORDINALITY c (id, seed, place);
    PERFORM quota_charge_many(clips, clip_enrollments, budget_keys, pool_ids, prices);
    IF cardinality(kept) > 0 THEN
      PERFORM platform_keep_answers(kept_owners, kept_keys, kept_prints, kept);
    END IF;
  END $$;
`;

/** What a clip has by its enrollment needs no look-up at each insert; checks/generation-fits-its-enrollment.sql holds it. */
const IMPLIED = `
  ALTER TABLE generation_generations
    DROP CONSTRAINT generation_generations_program_id_fkey,
    DROP CONSTRAINT generation_generations_person_id_fkey,
    DROP CONSTRAINT generation_generations_pool_fkey;
  ALTER TABLE quota_charges DROP CONSTRAINT quota_charges_enrollment_id_fkey;
`;

/** The submit transaction again, as one statement of few parts. Each module still owns the functions over its tables. */
export class GroupSubmit1764000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const text of [OLD, PLATFORM, LEDGER, QUOTA, FLOWS, SUBMIT, IMPLIED]) await runner.query(text);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
