import type { MigrationInterface, QueryRunner } from 'typeorm';

const OLD = `
  DROP FUNCTION generation_submit_briefed(json, text[], text[], text[], text[], text[], double precision[], integer[], text[], boolean);
  DROP FUNCTION generation_submit(json, text[], text[], text[], text[], text[], double precision[], integer[], text[], boolean);
  DROP FUNCTION quota_charge_many(text[], text[], text[], text[], bigint[]);
  DROP FUNCTION ledger_hold_many(text[], text[], bigint[]);
  DROP FUNCTION access_take_spend(text[], bigint[], integer[]);
  DROP FUNCTION access_lock_spend(text[]);
  DROP FUNCTION platform_keep_answers(text[], text[], text[], jsonb[]);
  DROP FUNCTION platform_try_keys(text[], text[], text[]);
  DROP TYPE generation_order;
`;

/*
 * A function that is called as an expression (x := f(…)) starts no executor; PERFORM f(…) and SELECT … FROM f(…) do.
 * Therefore what returned nothing now returns how much it wrote.
 */

/** Idempotency for many requests in one transaction; `Idempotency.run` is the same for one. */
const PLATFORM = `
  -- What became of each key so far: free, in_flight (another transaction has it), reused, known. The lock is the one that
  -- Idempotency.run takes. Whoever gets it sees what its last holder has committed, because every statement of a volatile
  -- function looks anew.
  CREATE FUNCTION platform_try_keys(owners text[], keys text[], fingerprints text[]) RETURNS text[] LANGUAGE plpgsql AS $$
  DECLARE got boolean[];
  BEGIN
    FOR n IN 1..cardinality(owners) LOOP
      got[n] := keys[n] IS NULL OR pg_try_advisory_xact_lock(hashtextextended(owners[n] || E'\\n' || keys[n], 7248));
    END LOOP;
    RETURN ARRAY(
      SELECT CASE
          WHEN NOT k.got THEN 'in_flight'
          WHEN i.fingerprint IS NULL THEN 'free'
          WHEN i.fingerprint <> k.fingerprint THEN 'reused'
          ELSE 'known' END
      FROM unnest(owners, keys, fingerprints, got) AS k (owner, key, fingerprint, got)
      LEFT JOIN LATERAL (
        SELECT i.fingerprint FROM platform_idempotency i WHERE i.owner = k.owner AND i.key = k.key OFFSET 0) i ON true);
  END $$;

  -- The answer of a key that platform_try_keys has found known.
  CREATE FUNCTION platform_known_answer(whose text, which text) RETURNS jsonb LANGUAGE plpgsql AS $$
  BEGIN
    RETURN (SELECT i.answer FROM platform_idempotency i WHERE i.owner = whose AND i.key = which);
  END $$;

  -- The answers of requests whose key platform_try_keys found free, in the transaction of their effect.
  CREATE FUNCTION platform_keep_answers(owners text[], keys text[], fingerprints text[], answers text[])
  RETURNS integer LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO platform_idempotency (owner, key, fingerprint, answer)
    SELECT k.owner, k.key, k.fingerprint, k.answer::jsonb
    FROM unnest(owners, keys, fingerprints, answers) k (owner, key, fingerprint, answer);
    RETURN cardinality(keys);
  END $$;
`;

const ACCESS = `
  -- What a key may still do, to itself and of what it has: caps that are NULL are a share of its holder's grant.
  CREATE TYPE access_spender AS (
    may_spend boolean, is_calm boolean, is_bound boolean, hour_cap bigint, day_cap bigint, open_cap integer,
    hour_credits bigint, day_credits bigint, open_clips integer
  );

  -- Opens the counts of keys that have none yet, and begins the present hour and day (UTC) of those that stand in an earlier one.
  CREATE FUNCTION access_open_spend(keys text[]) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE this_hour timestamptz := date_trunc('hour', now(), 'UTC');
  BEGIN
    INSERT INTO access_key_spend (key_id)
    SELECT k.id FROM access_keys k
    WHERE k.id = ANY (keys) AND NOT EXISTS (SELECT 1 FROM access_key_spend s WHERE s.key_id = k.id) ORDER BY k.id
    ON CONFLICT DO NOTHING;
    PERFORM 1 FROM access_key_spend s WHERE s.key_id = ANY (keys) ORDER BY s.key_id FOR NO KEY UPDATE;
    INSERT INTO access_key_hours AS h (key_id, hour, credits)
    SELECT s.key_id, s.hour, s.hour_credits FROM access_key_spend s
    WHERE s.key_id = ANY (keys) AND s.hour < this_hour AND s.hour_credits > 0 ORDER BY s.key_id
    ON CONFLICT (key_id, hour) DO UPDATE SET credits = excluded.credits;
    UPDATE access_key_spend s SET hour = this_hour, hour_credits = 0,
      day_credits = CASE WHEN date_trunc('day', s.hour, 'UTC') < date_trunc('day', now(), 'UTC') THEN 0 ELSE s.day_credits END
    WHERE s.key_id = ANY (keys) AND s.hour < this_hour;
  END $$;

  -- Locks the counts of keys, in the order given, which is that of their ids. Nobody's key may do nothing.
  CREATE FUNCTION access_lock_spend(keys text[]) RETURNS access_spender[] LANGUAGE plpgsql AS $$
  DECLARE
    this_hour timestamptz := date_trunc('hour', now(), 'UTC');
    is_open boolean;
  BEGIN
    FOR attempt IN 1..2 LOOP
      SELECT bool_and(s.is_open IS TRUE) INTO is_open
      FROM unnest(keys) k (id)
      LEFT JOIN LATERAL (
        SELECT s.hour >= this_hour AS is_open FROM access_key_spend s WHERE s.key_id = k.id FOR NO KEY UPDATE) s ON true;
      EXIT WHEN is_open;
      PERFORM access_open_spend(keys);
    END LOOP;
    -- Not before they are locked: a stop that was committed while this waited is seen.
    RETURN ARRAY(
      SELECT ROW(coalesce(k.state IN ('active', 'throttled'), false), coalesce(k.state = 'active', false), k.bound_to IS NOT NULL,
        k.hour_cap, k.day_cap, k.open_cap, s.hour_credits, s.day_credits, s.open_clips)::access_spender
      FROM unnest(keys) w (id)
      LEFT JOIN LATERAL (SELECT * FROM access_keys k WHERE k.id = w.id OFFSET 0) k ON true
      LEFT JOIN LATERAL (SELECT * FROM access_key_spend s WHERE s.key_id = w.id OFFSET 0) s ON true);
  END $$;

  -- What the clips of a group come to for each key; its rows are locked.
  CREATE FUNCTION access_take_spend(keys text[], credits bigint[], clips integer[]) RETURNS integer LANGUAGE plpgsql AS $$
  BEGIN
    UPDATE access_key_spend s SET hour_credits = s.hour_credits + t.credits, day_credits = s.day_credits + t.credits,
      open_clips = s.open_clips + t.clips
    FROM unnest(keys, credits, clips) t (key_id, credits, clips)
    CROSS JOIN LATERAL (SELECT w.ctid FROM access_key_spend w WHERE w.key_id = t.key_id OFFSET 0) w
    WHERE s.ctid = w.ctid AND t.clips > 0;
    RETURN cardinality(keys);
  END $$;
`;

const LEDGER = `
  -- Reserves on accounts that this transaction has locked: a hold each, and what they come to for each account. The caller
  -- has looked at what is available; should it be wrong, the CHECK of the table rolls everything back.
  CREATE FUNCTION ledger_hold_many(refs text[], names text[], amounts bigint[], accounts text[], totals bigint[])
  RETURNS integer LANGUAGE plpgsql AS $$
  BEGIN
    WITH held AS (
      INSERT INTO ledger_holds (reference, account, amount) SELECT * FROM unnest(refs, names, amounts)
    ) UPDATE ledger_accounts a SET held = a.held + t.total
    FROM unnest(accounts, totals) t (name, total)
    CROSS JOIN LATERAL (SELECT w.ctid FROM ledger_accounts w WHERE w.name = t.name COLLATE "C" OFFSET 0) w
    WHERE a.ctid = w.ctid AND t.total > 0;
    RETURN cardinality(refs);
  END $$;
`;

const QUOTA = `
  -- Who pays for each clip, beside the holds of QuotaService.holds.
  CREATE FUNCTION quota_charge_many(clips text[], enrollments text[], keys text[], pools text[], amounts bigint[])
  RETURNS integer LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO quota_charges (generation_id, enrollment_id, key_id, pool_id, credits)
    SELECT * FROM unnest(clips, enrollments, keys, pools, amounts);
    RETURN cardinality(clips);
  END $$;
`;

const REQUEST = `
  -- One request as BatchRepository sends it. flow, spender, purses and hold_purses are places, from 1, in the arrays of
  -- flows, keys and accounts that its group touches, key_no is the number of its Idempotency-Key within the group. Each
  -- purse pays the whole price, each hold that of one clip. answer is the stored answer as JSON without what is decided
  -- here, open at its end. The last five are its brief, if has_brief.
  CREATE TYPE generation_request AS (
    flow integer, key_no integer, spender integer, purses integer[], concurrency integer, queued integer,
    grant_credits bigint, credits bigint, ids text[], seeds bigint[], hold_references text[], hold_purses integer[],
    budget_key text, pool_id text, batch_id text, enrollment_id text, program_id text, person_id text, key_id text,
    prompt text, negative_prompt text, style text, seconds integer, resolution text, aspect text, fps integer,
    width integer, height integer, draft boolean, project text, promoted_from text, mark jsonb, price_version integer,
    provider text, pool text, cost_seconds double precision, answer text,
    has_brief boolean, style_id text, parent_id text, reference_id text, route jsonb, unhonoured jsonb
  );
`;

const SUBMIT = `
  -- Decides every request by itself and in order (a known key, caps, credits), then writes what was accepted, all of it
  -- with one statement a table. One executor start costs as much as ten rows, hence as few statements as can be, and a
  -- lateral look-up instead of a join keeps the planner from reading whole tables for a group of one.
  -- Requests that came with a key are also bounded by it: whether it may still be used, its open clips, its hour and its
  -- day. A cap that is not set is a share of a month's grant, at least one clip: 10 % an hour and 25 % a day, 30 % and all
  -- of it for a key that is bound to its holder. Locks flows, then keys, then accounts.
  -- outcome: accepted | known | twin (of request number twin) | reused | in_flight | later | queue_full | insufficient |
  -- key_stopped | key_open_cap | key_hour_cap | key_day_cap.
  CREATE FUNCTION generation_submit(orders generation_request[], owners text[], keys text[], fingerprints text[],
    pools text[], enrollments text[], weights double precision[], caps integer[], spenders text[], accounts text[], may_wait boolean)
  RETURNS TABLE (outcome text, room integer, revisions text, instant text, answer jsonb, twin integer,
    open_count integer, account text, available bigint, needed bigint)
  LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
  #variable_conflict use_variable
  DECLARE
    verdicts text[];
    has boolean[];
    open_by integer[];
    active_by integer[];
    spend access_spender[];
    left_by bigint[];
    winner_of integer[];
    it generation_request;
    s access_spender;
    size integer;
    ask bigint;
    cap bigint;
    p integer;
    done integer;
    -- What is written of the accepted ones: by request, by account and key, by clip, by hold, by answer.
    rooms integer[] := array_fill(NULL::integer, ARRAY[cardinality(owners)]);
    firsts integer[];
    totals bigint[] := array_fill(0::bigint, ARRAY[cardinality(accounts)]);
    spend_credits bigint[];
    spend_clips integer[];
    clips text[]; clip_enrollments text[]; budget_keys text[]; pool_ids text[]; prices bigint[]; fresh bigint[];
    hold_references text[]; hold_accounts text[]; hold_amounts bigint[];
    kept text[]; kept_owners text[]; kept_keys text[]; kept_prints text[];
  BEGIN
    instant := to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
    verdicts := platform_try_keys(owners, keys, fingerprints);
    has := generation_lock_flows(pools, enrollments, weights, caps, may_wait);
    SELECT array_agg(c.open), array_agg(c.active) INTO open_by, active_by
    FROM unnest(enrollments) w (id)
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS open, count(*) FILTER (WHERE g.state <> 'throttled')::int AS active
      FROM generation_generations g
      WHERE g.enrollment_id = w.id AND g.state IN ('queued', 'throttled', 'starting', 'processing', 'finishing')
    ) c;
    IF cardinality(spenders) > 0 THEN
      spend := access_lock_spend(spenders);
      spend_credits := array_fill(0::bigint, ARRAY[cardinality(spenders)]);
      spend_clips := array_fill(0, ARRAY[cardinality(spenders)]);
    END IF;
    left_by := ledger_lock_available(accounts);

    FOR i IN 1..cardinality(owners) LOOP
      it := orders[i];
      size := cardinality(it.ids);
      IF verdicts[i] <> 'free' THEN
        outcome := verdicts[i];
        IF outcome = 'known' THEN answer := platform_known_answer(owners[i], keys[i]); END IF;
      ELSIF winner_of[it.key_no] IS NOT NULL THEN
        twin := winner_of[it.key_no];
        outcome := CASE WHEN fingerprints[twin] = fingerprints[i] THEN 'twin' ELSE 'reused' END;
      ELSIF NOT has[it.flow] THEN
        outcome := 'later';
      ELSIF open_by[it.flow] + size > it.concurrency + it.queued THEN
        outcome := 'queue_full'; open_count := open_by[it.flow];
      ELSE
        outcome := 'accepted';
        ask := it.credits * size;
        IF it.spender IS NOT NULL THEN
          s := spend[it.spender];
          cap := CASE WHEN NOT s.is_calm THEN 1 ELSE coalesce(s.open_cap, CASE WHEN s.is_bound THEN 64 ELSE 8 END) END;
          IF NOT s.may_spend THEN
            outcome := 'key_stopped';
          ELSIF s.open_clips + size > cap THEN
            outcome := 'key_open_cap'; open_count := s.open_clips; available := greatest(0, cap - s.open_clips); needed := size;
          ELSE
            cap := coalesce(s.hour_cap, greatest(it.credits, it.grant_credits * CASE WHEN s.is_bound THEN 30 ELSE 10 END / 100));
            IF s.hour_credits + ask > cap THEN
              outcome := 'key_hour_cap'; available := greatest(0, cap - s.hour_credits); needed := ask;
            ELSE
              cap := coalesce(s.day_cap, greatest(it.credits, it.grant_credits * CASE WHEN s.is_bound THEN 100 ELSE 25 END / 100));
              IF s.day_credits + ask > cap THEN
                outcome := 'key_day_cap'; available := greatest(0, cap - s.day_credits); needed := ask;
              END IF;
            END IF;
          END IF;
        END IF;
        IF outcome = 'accepted' THEN
          FOREACH p IN ARRAY it.purses LOOP
            IF coalesce(left_by[p], 0) < ask THEN
              outcome := 'insufficient'; account := accounts[p]; available := coalesce(left_by[p], 0); needed := ask;
              EXIT;
            END IF;
          END LOOP;
        END IF;
      END IF;
      IF outcome <> 'accepted' THEN
        RETURN NEXT;
        answer := NULL; twin := NULL; open_count := NULL; account := NULL; available := NULL; needed := NULL;
        CONTINUE;
      END IF;

      FOREACH p IN ARRAY it.purses LOOP
        left_by[p] := left_by[p] - ask;
        totals[p] := totals[p] + ask;
      END LOOP;
      IF it.spender IS NOT NULL THEN
        s.hour_credits := s.hour_credits + ask; s.day_credits := s.day_credits + ask; s.open_clips := s.open_clips + size;
        spend[it.spender] := s;
        spend_credits[it.spender] := spend_credits[it.spender] + ask;
        spend_clips[it.spender] := spend_clips[it.spender] + size;
      END IF;
      room := least(size, greatest(0, it.concurrency - active_by[it.flow]));
      open_by[it.flow] := open_by[it.flow] + size;
      active_by[it.flow] := active_by[it.flow] + room;
      rooms[i] := room;
      firsts[i] := coalesce(cardinality(clips), 0);
      FOR c IN 1..size LOOP
        fresh := array_append(fresh, nextval('generation_revision'));
        clips := array_append(clips, it.ids[c]);
        clip_enrollments := array_append(clip_enrollments, it.enrollment_id);
        budget_keys := array_append(budget_keys, it.budget_key);
        pool_ids := array_append(pool_ids, it.pool_id);
        prices := array_append(prices, it.credits);
      END LOOP;
      revisions := array_to_string(fresh[firsts[i] + 1 :], ',');
      FOR h IN 1..cardinality(it.hold_purses) LOOP
        hold_references := array_append(hold_references, it.hold_references[h]);
        hold_accounts := array_append(hold_accounts, accounts[it.hold_purses[h]]);
        hold_amounts := array_append(hold_amounts, it.credits);
      END LOOP;
      IF it.key_no IS NOT NULL THEN
        winner_of[it.key_no] := i;
        kept_owners := array_append(kept_owners, owners[i]);
        kept_keys := array_append(kept_keys, keys[i]);
        kept_prints := array_append(kept_prints, fingerprints[i]);
        kept := array_append(kept, concat(it.answer, '"instant":"', instant, '","room":', room, ',"revisions":[', revisions, ']}'));
      END IF;
      RETURN NEXT;
      room := NULL; revisions := NULL;
    END LOOP;
    IF clips IS NULL THEN RETURN; END IF;
    IF spend_clips IS NOT NULL THEN done := access_take_spend(spenders, spend_credits, spend_clips); END IF;
    done := ledger_hold_many(hold_references, hold_accounts, hold_amounts, accounts, totals);
    WITH taken AS MATERIALIZED (
      SELECT o.*, rooms[o.ordinality] AS room, firsts[o.ordinality] AS first
      FROM unnest(orders) WITH ORDINALITY o WHERE rooms[o.ordinality] IS NOT NULL
    ), batches AS (
      INSERT INTO generation_batches (id, enrollment_id, variations)
      SELECT t.batch_id, t.enrollment_id, cardinality(t.ids) FROM taken t
    ), briefs AS (
      INSERT INTO generation_briefs (batch_id, style_id, parent_id, reference_id, route, unhonoured)
      SELECT t.batch_id, t.style_id, t.parent_id, t.reference_id, t.route, t.unhonoured FROM taken t WHERE t.has_brief
    ) INSERT INTO generation_generations (id, batch_id, enrollment_id, program_id, person_id, key_id, state, prompt,
      negative_prompt, style, seconds, resolution, aspect, fps, width, height, seed, draft, project, promoted_from, mark,
      credits, price_version, provider, pool, cost_seconds, arrival, revision)
    SELECT c.id, t.batch_id, t.enrollment_id, t.program_id, t.person_id, t.key_id,
      CASE WHEN c.place <= t.room THEN 'queued' ELSE 'throttled' END, t.prompt,
      t.negative_prompt, t.style, t.seconds, t.resolution, t.aspect, t.fps, t.width, t.height, c.seed, t.draft, t.project,
      t.promoted_from, t.mark, t.credits, t.price_version, t.provider, t.pool, t.cost_seconds,
      (SELECT p.vtime FROM generation_pools p WHERE p.id = t.pool), fresh[t.first + c.place]
    FROM taken t CROSS JOIN LATERAL unnest(t.ids, t.seeds) WITH ORDINALITY c (id, seed, place);
    done := quota_charge_many(clips, clip_enrollments, budget_keys, pool_ids, prices);
    IF kept IS NOT NULL THEN done := platform_keep_answers(kept_owners, kept_keys, kept_prints, kept); END IF;
  END $$;
`;

/** The submit transaction again: requests arrive as rows instead of JSON, briefs are written with their batches. */
export class SubmitRows1764000000190 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const text of [OLD, PLATFORM, ACCESS, LEDGER, QUOTA, REQUEST, SUBMIT]) await runner.query(text);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
