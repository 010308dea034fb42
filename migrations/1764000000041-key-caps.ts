import type { MigrationInterface, QueryRunner } from 'typeorm';

const BUDGETS = `
  -- A family of keys shares one budget: rotations go on with what is left.
  ALTER TABLE quota_key_budgets ADD COLUMN family_id text;
  UPDATE quota_key_budgets SET family_id = key_id;
  ALTER TABLE quota_key_budgets ALTER COLUMN family_id SET DEFAULT NULL;
`;

const CAPS = `
  ALTER TYPE generation_order ADD ATTRIBUTE grant_credits bigint;

  -- Decides every request by itself and in order (a known key, caps, credits), then writes what was accepted. One executor start costs as much as ten rows, hence as few statements as
  -- can be; a lateral look-up instead of a join keeps the planner from reading whole tables for a group of one.
  -- Requests that came with a key are also bounded by it: whether it may still be used, its open clips, its hour and its
  -- day. A cap that is not set is a share of a month's grant, at least one clip: 10 % an hour and 25 % a day, 30 % and all
  -- of it for a key that is bound to its holder. Locks flows, then keys, then accounts.
  -- outcome: accepted | known | twin (of request number twin) | reused | in_flight | later | queue_full | insufficient |
  -- key_stopped | key_open_cap | key_hour_cap | key_day_cap.
  CREATE OR REPLACE FUNCTION generation_submit(sent json, owners text[], keys text[], fingerprints text[], pools text[], enrollments text[],
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
    -- What the keys of the group may still do, in the order of spenders.
    spenders text[] := ARRAY(SELECT DISTINCT o.key_id FROM unnest(orders) o WHERE o.key_id IS NOT NULL);
    may_spend boolean[];
    is_calm boolean[];
    is_bound boolean[];
    hour_caps bigint[];
    day_caps bigint[];
    open_caps integer[];
    hours bigint[];
    days bigint[];
    opens integer[];
    k integer;
    cap bigint;
    spend_keys text[] := '{}';
    spend_credits bigint[] := '{}';
    spend_clips integer[] := '{}';
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
    IF cardinality(spenders) > 0 THEN
      SELECT array_agg(s.key_id), array_agg(s.state IN ('active', 'throttled')), array_agg(s.state = 'active'),
        array_agg(s.is_bound), array_agg(s.hour_cap), array_agg(s.day_cap), array_agg(s.open_cap),
        array_agg(s.hour_credits), array_agg(s.day_credits), array_agg(s.open_clips)
      INTO spenders, may_spend, is_calm, is_bound, hour_caps, day_caps, open_caps, hours, days, opens
      FROM access_lock_spend(spenders) s;
    END IF;
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
        IF it.key_id IS NOT NULL THEN
          k := array_position(spenders, it.key_id);
          cap := coalesce(open_caps[k], CASE WHEN is_bound[k] THEN 64 ELSE 8 END);
          IF NOT is_calm[k] THEN cap := 1; END IF;
          IF k IS NULL OR NOT may_spend[k] THEN
            outcome := 'key_stopped';
          ELSIF opens[k] + size > cap THEN
            outcome := 'key_open_cap'; open_count := opens[k]; available := greatest(0, cap - opens[k]); needed := size;
          ELSE
            cap := coalesce(hour_caps[k], greatest(it.credits, it.grant_credits * CASE WHEN is_bound[k] THEN 30 ELSE 10 END / 100));
            IF hours[k] + ask > cap THEN
              outcome := 'key_hour_cap'; available := greatest(0, cap - hours[k]); needed := ask;
            ELSE
              cap := coalesce(day_caps[k], greatest(it.credits, it.grant_credits * CASE WHEN is_bound[k] THEN 100 ELSE 25 END / 100));
              IF days[k] + ask > cap THEN
                outcome := 'key_day_cap'; available := greatest(0, cap - days[k]); needed := ask;
              END IF;
            END IF;
          END IF;
        END IF;
        IF outcome <> 'accepted' THEN
          RETURN NEXT;
          CONTINUE;
        END IF;
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
          IF it.key_id IS NOT NULL THEN
            hours[k] := hours[k] + ask;
            days[k] := days[k] + ask;
            opens[k] := opens[k] + size;
            spend_keys := array_append(spend_keys, it.key_id);
            spend_credits := array_append(spend_credits, ask);
            spend_clips := array_append(spend_clips, size);
          END IF;
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
    IF cardinality(spend_keys) > 0 THEN
      PERFORM access_take_spend(spend_keys, spend_credits, spend_clips);
    END IF;
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

const STOPPED = `
  -- Keys that access has stopped, as far as their clips are concerned: nothing of them starts any more, and what came of
  -- them since is shown to staff only until the incident is closed.
  CREATE TABLE generation_stopped_keys (
    key_id text PRIMARY KEY REFERENCES access_keys (id),
    incident_id text NOT NULL,
    since timestamptz NOT NULL,
    stopped_at timestamptz NOT NULL DEFAULT now(),
    released_at timestamptz
  );
  CREATE INDEX generation_generations_by_key ON generation_generations (key_id, queued_at) WHERE key_id IS NOT NULL;
`;

/** What a key may spend in an hour and a day, in the statement of the submit. */
export class KeyCaps1764000000041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [BUDGETS, CAPS, STOPPED]) await runner.query(part);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
