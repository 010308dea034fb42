import type { MigrationInterface, QueryRunner } from 'typeorm';

const LEDGER = `
  -- Moves all that is held under each of holds to its target, which is an account without a row, and frees nothing else.
  -- Each hold must be open and of the amount asked for, each entry new: anything else undoes the caller's transaction.
  -- Holds are locked by reference, then accounts by name. Balances are written from the locked rows, as everywhere.
  CREATE FUNCTION ledger_settle_many(holds text[], amounts bigint[], refs text[], kinds text[], units text[], digests bytea[],
    memos jsonb[], targets text[]) RETURNS void LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
  DECLARE
    settled integer;
  BEGIN
    PERFORM 1 FROM ledger_holds h WHERE h.reference = ANY (holds) ORDER BY h.reference FOR NO KEY UPDATE;
    PERFORM 1 FROM ledger_accounts a
      WHERE a.name = ANY (ARRAY(SELECT h.account FROM ledger_holds h WHERE h.reference = ANY (holds)))
      ORDER BY a.name FOR NO KEY UPDATE;
    WITH due AS MATERIALIZED (
      SELECT w.*, h.account FROM unnest(holds, amounts, refs, kinds, units, digests, memos, targets)
        AS w (hold, amount, reference, kind, unit, digest, memo, target)
      JOIN ledger_holds h ON h.reference = w.hold AND h.state = 'open' AND h.amount = w.amount
    ), entry AS (
      INSERT INTO ledger_entries (reference, kind, unit, digest, memo)
      SELECT due.reference, due.kind, due.unit, due.digest, due.memo FROM due ORDER BY due.reference
      RETURNING id, reference
    ), arrow AS (
      INSERT INTO ledger_postings (entry_id, line, from_account, to_account, amount)
      SELECT entry.id, 1, due.account, due.target, due.amount FROM entry JOIN due USING (reference)
    ), moved AS (
      UPDATE ledger_accounts a SET balance = a.balance - s.amount, held = a.held - s.amount
      FROM (SELECT account, sum(amount)::bigint AS amount FROM due GROUP BY account) s WHERE a.name = s.account
    )
    UPDATE ledger_holds h SET state = 'settled', settled = due.amount, entry_id = entry.id, closed_at = now()
    FROM entry JOIN due USING (reference) WHERE h.reference = due.hold;
    GET DIAGNOSTICS settled = ROW_COUNT;
    IF settled <> cardinality(holds) THEN
      RAISE EXCEPTION 'one of % cannot be settled', holds;
    END IF;
  END $$;
`;

const PLATFORM = `
  -- What Outbox.add does, in the transaction of a statement.
  CREATE FUNCTION platform_tell(ids text[], names text[], payloads jsonb[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO platform_events (id, name, payload)
    SELECT id, name, payload FROM unnest(ids, names, payloads) AS w (id, name, payload) ORDER BY id
  $$;
`;

const GENERATION = `
  -- Results of many workers, each once: each is decided by itself, what counts is written together. Of each clip sent has
  -- its id, fence, model, files, provenance, settlements (as ledger_settle_many takes them) and the ids of its two possible
  -- events; late_after is from how many seconds on a missed expectation is told; event_names are those of the two.
  -- outcome: done | late (its lease is not in force) | wrong (it is, yet the clip is not being finished). For those who
  -- learn from it, how long it took is answered too. Locks flows, clips with their leases, keys, holds, accounts and
  -- workers, each by name.
  CREATE FUNCTION generation_deliver(sent jsonb, late_after double precision, event_names text[]) RETURNS TABLE (id text, outcome text,
    provider text, resolution text, seconds integer, cost double precision, took double precision)
  LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
  #variable_conflict use_column
  DECLARE
    ids text[];
    fences bigint[];
    held text[];
    done text[];
    missed jsonb;
  BEGIN
    SELECT array_agg(o->>'id'), array_agg((o->>'fence')::bigint) INTO ids, fences FROM jsonb_array_elements(sent) o;
    PERFORM 1 FROM generation_flows f
      WHERE (f.pool, f.enrollment_id) IN (SELECT g.pool, g.enrollment_id FROM generation_generations g WHERE g.id = ANY (ids))
      ORDER BY f.pool, f.enrollment_id FOR NO KEY UPDATE;
    SELECT array_agg(x.id), array_agg(x.id) FILTER (WHERE x.state = 'finishing') INTO held, done FROM (
      SELECT g.id, g.state FROM unnest(ids, fences) AS w (id, fence)
      JOIN generation_generations g ON g.id = w.id
      JOIN generation_leases l ON l.generation_id = w.id AND l.fence = w.fence AND l.ended_at IS NULL
      ORDER BY g.id FOR NO KEY UPDATE OF g, l) x;
    IF done IS NOT NULL THEN
      WITH o AS MATERIALIZED (
        SELECT o->>'id' AS id, o FROM jsonb_array_elements(sent) o WHERE o->>'id' = ANY (done)
      ), moved AS (
        UPDATE generation_generations g SET state = 'succeeded', progress = 1000, model = o.o->>'model', finished_at = now()
        FROM o WHERE g.id = o.id RETURNING g.id, g.pool, g.enrollment_id, g.cost_seconds, g.started_at
      ), told AS (
        INSERT INTO generation_history (subject_id, verb, from_state, to_state, actor_id)
        SELECT m.id, 'succeed', 'finishing', 'succeeded', 'system' FROM moved m
      ), shifted AS (
        UPDATE generation_flows f SET inflight = f.inflight - m.clips,
          last_finish = greatest(0, f.last_finish + m.excess / f.weight)
        FROM (
          SELECT pool, enrollment_id, count(*)::int AS clips,
            sum(coalesce(extract(epoch FROM clock_timestamp() - started_at), 0)::float8 - cost_seconds) AS excess
          FROM moved GROUP BY pool, enrollment_id) m
        WHERE f.pool = m.pool AND f.enrollment_id = m.enrollment_id
      ), filed AS (
        INSERT INTO generation_files (generation_id, kind, key, sha256, bytes, content_type)
        SELECT o.id, f.kind, f.key, f.sha256, f.bytes, f.content_type
        FROM o CROSS JOIN LATERAL jsonb_to_recordset(o.o->'files')
          AS f (kind text, key text, sha256 text, bytes bigint, content_type text)
      )
      INSERT INTO generation_provenance (generation_id, program_id, sha256, source_type, mark, label, policy_id, manifest,
        manifest_store, signer_kind, signer_name, signer_fingerprint, is_trusted, has_parent, credit, verified_at)
      SELECT o.id, p.program_id, p.sha256, p.source_type, p.mark, p.label, p.policy_id, p.manifest, p.manifest_store,
        p.signer_kind, p.signer_name, p.signer_fingerprint, p.is_trusted, p.has_parent, p.credit, p.verified_at
      FROM o CROSS JOIN LATERAL jsonb_populate_record(NULL::generation_provenance, o.o->'provenance') p;
      WITH ended AS (
        UPDATE generation_leases l SET ended_at = now() WHERE l.generation_id = ANY (done) RETURNING l.worker
      ), maker AS MATERIALIZED (
        SELECT w.id FROM generation_workers w WHERE w.kind = 'remote' AND w.id IN (SELECT worker FROM ended)
        ORDER BY w.id FOR NO KEY UPDATE
      )
      UPDATE generation_workers w SET done = w.done + e.clips
      FROM (SELECT worker, count(*)::int AS clips FROM ended GROUP BY worker) e JOIN maker ON maker.id = e.worker
      WHERE w.id = e.worker;
      PERFORM access_end_clip(k.key_id, 0, k.created_at) FROM (
        SELECT g.key_id, g.created_at FROM generation_generations g
        WHERE g.id = ANY (done) AND g.key_id IS NOT NULL ORDER BY g.key_id OFFSET 0) k;
      PERFORM ledger_settle_many(array_agg(s.hold), array_agg(s.amount), array_agg(s.reference), array_agg(s.kind),
        array_agg(s.unit), array_agg(decode(s.digest, 'hex')), array_agg(s.memo), array_agg(s.target))
      FROM jsonb_array_elements(sent) o CROSS JOIN LATERAL jsonb_to_recordset(o->'settlements') AS s (hold text,
        amount bigint, reference text, kind text, unit text, digest text, memo jsonb, target text)
      WHERE o->>'id' = ANY (done);
      WITH said AS (
        UPDATE generation_predictions p SET finished_at = now(), started_at = coalesce(p.started_at, g.started_at),
          is_missed = extract(epoch FROM now() - p.at) > p.finish_p90,
          evidence = CASE WHEN extract(epoch FROM now() - p.at) > p.finish_p90 THEN jsonb_build_object(
            'promisedSeconds', p.finish_p90, 'actualSeconds', extract(epoch FROM now() - p.at)::float8,
            'lateSeconds', extract(epoch FROM now() - p.at)::float8 - p.finish_p90, 'faults', g.faults) END
        FROM generation_generations g WHERE g.id = ANY (done) AND p.generation_id = g.id AND p.finished_at IS NULL
        RETURNING p.generation_id, p.cause, p.evidence
      ) SELECT jsonb_object_agg(generation_id, evidence) INTO missed FROM said
      WHERE cause = 'submit' AND (evidence->>'lateSeconds')::float8 > late_after;
      PERFORM platform_tell(array_agg(fact.id), array_agg(fact.name), array_agg(owner.words || fact.words))
      FROM jsonb_array_elements(sent) o
      JOIN LATERAL (
        SELECT g.id, jsonb_build_object('generationId', g.id, 'enrollmentId', g.enrollment_id, 'programId', g.program_id,
          'personId', g.person_id) AS words FROM generation_generations g WHERE g.id = o->>'id') owner ON true
      CROSS JOIN LATERAL (
        SELECT o->>'moved', event_names[1], '{"verb": "succeed", "from": "finishing", "to": "succeeded"}'::jsonb
        UNION ALL
        SELECT o->>'missed', event_names[2], jsonb_build_object('promisedSeconds', missed->owner.id->'promisedSeconds',
          'actualSeconds', missed->owner.id->'actualSeconds') WHERE missed ? owner.id) AS fact (id, name, words)
      WHERE owner.id = ANY (done);
    END IF;
    RETURN QUERY SELECT w.id,
      CASE WHEN w.id = ANY (done) THEN 'done' WHEN w.id = ANY (held) THEN 'wrong' ELSE 'late' END,
      g.provider, g.resolution, g.seconds, g.cost_seconds, extract(epoch FROM clock_timestamp() - g.started_at)::float8
    FROM unnest(ids) AS w (id) LEFT JOIN generation_generations g ON g.id = w.id;
  END $$;
`;

/** What a delivered clip means everywhere, for many of them in one round trip. Each module owns the functions over its tables. */
export class Delivering1764000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const text of [LEDGER, PLATFORM, GENERATION]) await runner.query(text);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
