import type { MigrationInterface, QueryRunner } from 'typeorm';

const BUDGETS = `
  -- A family of keys shares one budget: rotations go on with what is left.
  ALTER TABLE quota_key_budgets ADD COLUMN family_id text;
  UPDATE quota_key_budgets SET family_id = key_id;
  ALTER TABLE quota_key_budgets ALTER COLUMN family_id SET DEFAULT NULL;
`;

const CAPS = `
  -- generation_submit for requests that came with a key: first whether the key may still be used, has room for further
  -- clips and credits left in its hour and day. What it refuses does not reach generation_submit; a request that was
  -- answered before gets that answer whatever the key may now. Locks keys before flows and accounts.
  -- A cap that is not set is a share of a month's grant (grant_credits), at least one clip: 10 % an hour and 25 % a day,
  -- 30 % and all of it for a key that is bound to its holder.
  CREATE FUNCTION generation_submit_by_key(sent json, may_wait boolean)
  RETURNS TABLE (n integer, outcome text, answer jsonb, twin integer, states text[], revisions bigint[], instant text,
    open_count integer, account text, available bigint, needed bigint)
  LANGUAGE plpgsql AS $$
  #variable_conflict use_variable
  DECLARE
    keys text[];
    names text[];
    may_use boolean[];
    is_calm boolean[];
    is_bound boolean[];
    hour_caps bigint[];
    day_caps bigint[];
    open_caps integer[];
    hours bigint[];
    days bigint[];
    opens integer[];
    passed json[] := '{}';
    places integer[] := '{}';
    it record;
    k integer;
    clips integer;
    ask bigint;
    cap bigint;
  BEGIN
    keys := ARRAY(SELECT DISTINCT o ->> 'key_id' FROM json_array_elements(sent) o WHERE o ->> 'key_id' IS NOT NULL);
    IF cardinality(keys) = 0 THEN
      RETURN QUERY SELECT * FROM generation_submit(sent, may_wait);
      RETURN;
    END IF;
    SELECT array_agg(s.key_id), array_agg(s.state IN ('active', 'throttled')), array_agg(s.state = 'active'),
      array_agg(s.is_bound), array_agg(s.hour_cap), array_agg(s.day_cap), array_agg(s.open_cap),
      array_agg(s.hour_credits), array_agg(s.day_credits), array_agg(s.open_clips)
    INTO names, may_use, is_calm, is_bound, hour_caps, day_caps, open_caps, hours, days, opens
    FROM access_lock_spend(keys) s;

    FOR it IN
      SELECT o.value AS body, o.ordinality AS place, o.value ->> 'key_id' AS key_id,
        (o.value ->> 'credits')::bigint AS credits, json_array_length(o.value -> 'ids') AS clips,
        (o.value ->> 'grant_credits')::bigint AS grant_credits
      FROM json_array_elements(sent) WITH ORDINALITY o
    LOOP
      outcome := NULL; answer := NULL; twin := NULL; states := NULL; revisions := NULL; open_count := NULL;
      account := NULL; available := NULL; needed := NULL;
      n := it.place;
      instant := to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
      IF it.key_id IS NOT NULL THEN
        k := array_position(names, it.key_id);
        clips := it.clips;
        ask := it.credits * clips;
        IF k IS NULL OR NOT may_use[k] THEN
          outcome := 'key_stopped';
        ELSE
          cap := CASE WHEN is_calm[k] THEN coalesce(open_caps[k], CASE WHEN is_bound[k] THEN 64 ELSE 8 END) ELSE 1 END;
          IF opens[k] + clips > cap THEN
            outcome := 'key_open_cap'; open_count := opens[k]; available := greatest(0, cap - opens[k]); needed := clips;
          END IF;
          cap := coalesce(hour_caps[k],
            greatest(it.credits, it.grant_credits * CASE WHEN is_bound[k] THEN 30 ELSE 10 END / 100));
          IF outcome IS NULL AND hours[k] + ask > cap THEN
            outcome := 'key_hour_cap'; available := greatest(0, cap - hours[k]); needed := ask;
          END IF;
          cap := coalesce(day_caps[k],
            greatest(it.credits, it.grant_credits * CASE WHEN is_bound[k] THEN 100 ELSE 25 END / 100));
          IF outcome IS NULL AND days[k] + ask > cap THEN
            outcome := 'key_day_cap'; available := greatest(0, cap - days[k]); needed := ask;
          END IF;
        END IF;
        IF outcome IN ('key_open_cap', 'key_hour_cap', 'key_day_cap') AND it.body ->> 'once_key' IS NOT NULL AND (
          SELECT v.verdict <> 'free' FROM platform_try_keys(ARRAY[it.body ->> 'owner'], ARRAY[it.body ->> 'once_key'],
            ARRAY[it.body ->> 'fingerprint']) v) THEN
          outcome := NULL;
        ELSIF outcome IS NULL THEN
          hours[k] := hours[k] + ask;
          days[k] := days[k] + ask;
          opens[k] := opens[k] + clips;
        END IF;
      END IF;
      IF outcome IS NULL THEN
        passed := passed || it.body;
        places := places || it.place::integer;
      ELSE
        RETURN NEXT;
      END IF;
    END LOOP;
    IF cardinality(passed) = 0 THEN RETURN; END IF;

    keys := '{}'; hours := '{}'; opens := '{}';
    FOR it IN SELECT * FROM generation_submit(array_to_json(passed), may_wait) LOOP
      n := places[it.n]; outcome := it.outcome; answer := it.answer; twin := places[it.twin]; states := it.states;
      revisions := it.revisions; instant := it.instant; open_count := it.open_count; account := it.account;
      available := it.available; needed := it.needed;
      IF outcome = 'accepted' AND passed[it.n] ->> 'key_id' IS NOT NULL THEN
        clips := json_array_length(passed[it.n] -> 'ids');
        keys := keys || (passed[it.n] ->> 'key_id');
        hours := hours || (passed[it.n] ->> 'credits')::bigint * clips;
        opens := opens || clips;
      END IF;
      RETURN NEXT;
    END LOOP;
    IF cardinality(keys) > 0 THEN PERFORM access_take_spend(keys, hours, opens); END IF;
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
