import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Idempotency for many requests in one transaction; `Idempotency.run` is the same for one. */
const PLATFORM = `
  -- What became of each key so far: free, in_flight (another transaction has it), reused, known (with its answer).
  -- The lock is the one that Idempotency.run takes. Whoever gets it sees what its last holder has committed, because
  -- every statement of a volatile function looks anew.
  CREATE FUNCTION platform_try_keys(owners text[], keys text[], fingerprints text[])
  RETURNS TABLE (n bigint, verdict text, answer jsonb) LANGUAGE plpgsql AS $$
  DECLARE got boolean[];
  BEGIN
    got := ARRAY(
      SELECT k.key IS NULL OR pg_try_advisory_xact_lock(hashtextextended(k.owner || E'\\n' || k.key, 7248))
      FROM unnest(owners, keys) WITH ORDINALITY AS k (owner, key, n) ORDER BY k.n);
    RETURN QUERY
      SELECT k.n, CASE
          WHEN NOT got[k.n] THEN 'in_flight'
          WHEN i.key IS NULL THEN 'free'
          WHEN i.fingerprint <> k.fingerprint THEN 'reused'
          ELSE 'known' END, i.answer
      FROM unnest(owners, keys, fingerprints) WITH ORDINALITY AS k (owner, key, fingerprint, n)
      LEFT JOIN platform_idempotency i ON i.owner = k.owner AND i.key = k.key
      ORDER BY k.n;
  END $$;

  -- The answers of requests whose key platform_try_keys found free, in the transaction of their effect.
  CREATE FUNCTION platform_keep_answers(owners text[], keys text[], fingerprints text[], answers jsonb[])
  RETURNS void LANGUAGE sql AS $$
    INSERT INTO platform_idempotency (owner, key, fingerprint, answer)
    SELECT * FROM unnest(owners, keys, fingerprints, answers)
  $$;
`;

const LEDGER = `
  -- Locks guarded accounts in the order of their names and tells what can still be promised on each.
  CREATE FUNCTION ledger_lock_available(names text[])
  RETURNS TABLE (name text, available bigint) LANGUAGE sql AS $$
    SELECT a.name, a.balance - a.held FROM ledger_accounts a
    WHERE a.name = ANY (names) ORDER BY a.name FOR NO KEY UPDATE
  $$;

  -- Reserves on accounts that this transaction has locked. The caller has looked at what is available; should it be
  -- wrong, the CHECK of the table rolls everything back.
  CREATE FUNCTION ledger_hold_many(refs text[], names text[], amounts bigint[]) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO ledger_holds (reference, account, amount) SELECT * FROM unnest(refs, names, amounts);
    UPDATE ledger_accounts a SET held = a.held + h.amount
    FROM (SELECT w.name, sum(w.amount)::bigint AS amount FROM unnest(names, amounts) AS w (name, amount) GROUP BY w.name) h
    WHERE a.name = h.name;
  END $$;
`;

const QUOTA = `
  -- Who pays for each clip, beside the holds of QuotaService.charges.
  CREATE FUNCTION quota_charge_many(clips text[], enrollments text[], keys text[], amounts bigint[])
  RETURNS void LANGUAGE sql AS $$
    INSERT INTO quota_charges (generation_id, enrollment_id, key_id, credits)
    SELECT * FROM unnest(clips, enrollments, keys, amounts)
  $$;
`;

const FLOWS = `
  -- One request as BatchGroup sends it. accounts are the purses that pay, each the whole price; hold_references and
  -- hold_accounts are its holds, each of the price of one clip; view is what the answer says of its clips in common.
  CREATE TYPE generation_order AS (
    owner text, once_key text, fingerprint text, concurrency integer, queued integer, weight double precision,
    budget_key text, accounts text[], hold_references text[], hold_accounts text[], batch_id text, ids text[], seeds bigint[],
    enrollment_id text, program_id text, person_id text, key_id text, prompt text, negative_prompt text, style text,
    seconds integer, resolution text, aspect text, fps integer, width integer, height integer, draft boolean,
    project text, promoted_from text, mark jsonb, credits bigint, price_version integer, provider text, pool text,
    cost_seconds double precision, view jsonb
  );

  -- Locks the flows of a group, opens those that are new and renews weight and cap from the plan in force; returns
  -- 'pool enrollment' of those it has. A flow that somebody else holds is left out unless may_wait: who waits for one
  -- flow while holding another could wait in a circle with a dispatcher, so only a group of a single flow waits.
  CREATE FUNCTION generation_lock_flows(orders generation_order[], may_wait boolean)
  RETURNS text[] LANGUAGE plpgsql AS $$
  DECLARE
    pools text[];
    enrollments text[];
    have text[];
  BEGIN
    SELECT array_agg(w.pool), array_agg(w.enrollment_id) INTO pools, enrollments
    FROM (SELECT DISTINCT o.pool, o.enrollment_id FROM unnest(orders) o ORDER BY o.pool, o.enrollment_id) w;
    FOR attempt IN 1..2 LOOP
      IF may_wait THEN
        have := ARRAY(
          SELECT f.pool || ' ' || f.enrollment_id
          FROM generation_flows f JOIN unnest(pools, enrollments) w (p, e) ON f.pool = w.p AND f.enrollment_id = w.e
          ORDER BY f.pool, f.enrollment_id FOR NO KEY UPDATE OF f);
      ELSE
        have := ARRAY(
          SELECT f.pool || ' ' || f.enrollment_id
          FROM generation_flows f JOIN unnest(pools, enrollments) w (p, e) ON f.pool = w.p AND f.enrollment_id = w.e
          ORDER BY f.pool, f.enrollment_id FOR NO KEY UPDATE OF f SKIP LOCKED);
      END IF;
      EXIT WHEN cardinality(have) = cardinality(pools);
      INSERT INTO generation_flows (pool, enrollment_id, weight, max_inflight)
      SELECT DISTINCT ON (o.pool, o.enrollment_id) o.pool, o.enrollment_id, o.weight, o.concurrency FROM unnest(orders) o
      WHERE o.pool || ' ' || o.enrollment_id <> ALL (have)
      ORDER BY o.pool, o.enrollment_id
      ON CONFLICT (pool, enrollment_id) DO NOTHING;
      EXIT WHEN NOT FOUND AND NOT may_wait;
    END LOOP;
    UPDATE generation_flows f SET weight = o.weight, max_inflight = o.concurrency
    FROM unnest(orders) o
    WHERE f.pool = o.pool AND f.enrollment_id = o.enrollment_id AND f.pool || ' ' || f.enrollment_id = ANY (have)
      AND (f.weight <> o.weight OR f.max_inflight <> o.concurrency);
    RETURN have;
  END $$;
`;

const WRITE = `
  -- What one group was decided to come to; the arrays are indexed by the request's place in it.
  CREATE TYPE generation_clip AS (batch_id text, id text, state text, revision bigint);

  -- Writes the accepted requests: batches, clips, charges, holds and the answers to repeat.
  CREATE FUNCTION generation_write_group(orders generation_order[], active_at integer[], instant text)
  RETURNS generation_clip[] LANGUAGE plpgsql AS $$
  DECLARE clips generation_clip[];
  BEGIN
    PERFORM ledger_hold_many(
      array_agg(h.reference), array_agg(h.account), array_agg(o.credits))
    FROM unnest(orders) o CROSS JOIN LATERAL unnest(o.hold_references, o.hold_accounts) h (reference, account);
    INSERT INTO generation_batches (id, enrollment_id, variations)
    SELECT o.batch_id, o.enrollment_id, cardinality(o.ids) FROM unnest(orders) o;
    WITH made AS (
      INSERT INTO generation_generations (id, batch_id, enrollment_id, program_id, person_id, key_id, state, prompt,
        negative_prompt, style, seconds, resolution, aspect, fps, width, height, seed, draft, project, promoted_from, mark,
        credits, price_version, provider, pool, cost_seconds, arrival)
      SELECT c.id, o.batch_id, o.enrollment_id, o.program_id, o.person_id, o.key_id,
        CASE WHEN active_at[o.ordinality] + c.place <= o.concurrency THEN 'queued' ELSE 'throttled' END, o.prompt,
        o.negative_prompt, o.style, o.seconds, o.resolution, o.aspect, o.fps, o.width, o.height, c.seed, o.draft, o.project,
        o.promoted_from, o.mark, o.credits, o.price_version, o.provider, o.pool, o.cost_seconds, p.vtime
      FROM unnest(orders) WITH ORDINALITY o
      CROSS JOIN LATERAL unnest(o.ids, o.seeds) WITH ORDINALITY c (id, seed, place)
      JOIN generation_pools p ON p.id = o.pool
      ORDER BY o.ordinality, c.place
      RETURNING batch_id, id, state, revision
    ) SELECT array_agg(ROW (made.*)::generation_clip) INTO clips FROM made;
    PERFORM quota_charge_many(
      array_agg(c.id), array_agg(o.enrollment_id), array_agg(o.budget_key), array_agg(o.credits))
    FROM unnest(orders) o CROSS JOIN LATERAL unnest(o.ids) c (id);
    PERFORM platform_keep_answers(
      array_agg(a.owner), array_agg(a.once_key), array_agg(a.fingerprint), array_agg(a.answer))
    FROM (
      SELECT o.owner, o.once_key, o.fingerprint, jsonb_build_object('batchId', o.batch_id, 'generations', jsonb_agg(
        o.view || jsonb_build_object('id', c.id, 'seed', s.seed, 'state', c.state, 'revision', c.revision, 'queuedAt', instant)
        ORDER BY s.place)) AS answer
      FROM unnest(orders) o
      CROSS JOIN LATERAL unnest(o.ids, o.seeds) WITH ORDINALITY s (id, seed, place)
      JOIN unnest(clips) c ON c.id = s.id
      WHERE o.once_key IS NOT NULL
      GROUP BY o.owner, o.once_key, o.fingerprint, o.batch_id
    ) a;
    RETURN clips;
  END $$;
`;

const SUBMIT = `
  -- Decides every request by itself and in order (a known key, caps, credits), then writes what was accepted. Locks
  -- flows, then accounts, as everybody does.
  -- outcome: accepted | known | twin (of request number twin) | reused | in_flight | later | queue_full | insufficient.
  CREATE FUNCTION generation_submit(sent json, may_wait boolean)
  RETURNS TABLE (n integer, outcome text, answer jsonb, twin integer, states text[], revisions bigint[], instant text,
    open_count integer, account text, available bigint, needed bigint)
  LANGUAGE plpgsql AS $$
  #variable_conflict use_variable
  DECLARE
    orders generation_order[] := ARRAY(SELECT o FROM json_populate_recordset(NULL::generation_order, sent) o);
    verdicts text[];
    answers jsonb[];
    flows text[];
    open_by integer[];
    active_by integer[];
    purses text[];
    left_by bigint[];
    key_of text[] := '{}';
    winner integer;
    taken generation_order[] := '{}';
    active_at integer[] := '{}';
    clips generation_clip[];
    accepted integer[] := '{}';
    it record;
    f integer;
    p integer;
    ask bigint;
  BEGIN
    instant := to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
    SELECT array_agg(k.verdict ORDER BY k.n), array_agg(k.answer ORDER BY k.n) INTO verdicts, answers
    FROM platform_try_keys(
      ARRAY(SELECT o.owner FROM unnest(orders) o), ARRAY(SELECT o.once_key FROM unnest(orders) o),
      ARRAY(SELECT o.fingerprint FROM unnest(orders) o)) k;
    flows := generation_lock_flows(orders, may_wait);
    SELECT array_agg(c.open ORDER BY w.i), array_agg(c.active ORDER BY w.i) INTO open_by, active_by
    FROM unnest(flows) WITH ORDINALITY w (flow, i)
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS open, count(*) FILTER (WHERE g.state <> 'throttled')::int AS active
      FROM generation_generations g
      WHERE g.enrollment_id = split_part(w.flow, ' ', 2)
        AND g.state IN ('queued', 'throttled', 'starting', 'processing', 'finishing')
    ) c;
    SELECT array_agg(a.name), array_agg(a.available) INTO purses, left_by
    FROM ledger_lock_available(ARRAY(SELECT DISTINCT unnest(o.accounts) FROM unnest(orders) o)) a;

    FOR it IN SELECT * FROM unnest(orders) WITH ORDINALITY LOOP
      n := it.ordinality;
      outcome := verdicts[n];
      answer := answers[n];
      twin := NULL; states := NULL; revisions := NULL; open_count := NULL; account := NULL; available := NULL; needed := NULL;
      winner := CASE WHEN it.once_key IS NULL THEN NULL ELSE array_position(key_of, it.owner || E'\\n' || it.once_key) END;
      f := array_position(flows, it.pool || ' ' || it.enrollment_id);
      ask := it.credits * cardinality(it.ids);
      IF outcome <> 'free' THEN
        NULL;
      ELSIF winner IS NOT NULL THEN
        twin := accepted[winner];
        outcome := CASE WHEN (taken[winner]).fingerprint = it.fingerprint THEN 'twin' ELSE 'reused' END;
      ELSIF f IS NULL THEN
        outcome := 'later';
      ELSIF open_by[f] + cardinality(it.ids) > it.concurrency + it.queued THEN
        outcome := 'queue_full';
        open_count := open_by[f];
      ELSE
        FOR a IN 1..cardinality(it.accounts) LOOP
          p := array_position(purses, it.accounts[a]);
          IF outcome = 'free' AND coalesce(left_by[p], 0) < ask THEN
            outcome := 'insufficient';
            account := it.accounts[a];
            available := coalesce(left_by[p], 0);
            needed := ask;
          END IF;
        END LOOP;
      END IF;
      IF outcome <> 'free' THEN
        RETURN NEXT;
        CONTINUE;
      END IF;
      FOR a IN 1..cardinality(it.accounts) LOOP
        p := array_position(purses, it.accounts[a]);
        left_by[p] := left_by[p] - ask;
      END LOOP;
      taken := taken || orders[n];
      accepted := accepted || n;
      active_at := active_at || active_by[f];
      key_of := key_of || CASE WHEN it.once_key IS NULL THEN NULL ELSE it.owner || E'\\n' || it.once_key END;
      open_by[f] := open_by[f] + cardinality(it.ids);
      active_by[f] := active_by[f] + least(cardinality(it.ids), greatest(0, it.concurrency - active_by[f]));
    END LOOP;
    IF cardinality(taken) = 0 THEN RETURN; END IF;

    clips := generation_write_group(taken, active_at, instant);
    RETURN QUERY
      SELECT a.n, 'accepted', NULL::jsonb, NULL::integer, array_agg(c.state ORDER BY c.id), array_agg(c.revision ORDER BY c.id),
        instant, NULL::integer, NULL::text, NULL::bigint, NULL::bigint
      FROM unnest(accepted) WITH ORDINALITY a (n, i) JOIN unnest(taken) WITH ORDINALITY o ON o.ordinality = a.i
      JOIN unnest(clips) c ON c.batch_id = o.batch_id
      GROUP BY a.n;
  END $$;
`;

/**
 * The submit transaction as one statement. Each module owns the functions that touch its tables, and a function calls
 * only those of modules to its left.
 */
export class Submit1764000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const functions of [PLATFORM, LEDGER, QUOTA, FLOWS, WRITE, SUBMIT]) await runner.query(functions);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
