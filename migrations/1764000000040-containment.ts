import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from '../src/platform/db/state';

const KEYS = `
  ALTER TABLE access_keys
    DROP CONSTRAINT access_keys_state_check,
    ADD CONSTRAINT access_keys_state_check CHECK (state IN ('active', 'throttled', 'quarantined', 'revoked')),
    ADD COLUMN kind text NOT NULL DEFAULT 'live' CHECK (kind IN ('live', 'test')),
    -- Which pepper the hash was made with; null: the one from before peppers had names.
    ADD COLUMN pepper text,
    ADD COLUMN hour_cap bigint CHECK (hour_cap > 0),
    ADD COLUMN day_cap bigint CHECK (day_cap > 0),
    ADD COLUMN open_cap integer CHECK (open_cap > 0),
    ADD COLUMN calls_per_minute integer CHECK (calls_per_minute > 0),
    ADD COLUMN networks text[] NOT NULL DEFAULT '{}',
    ADD COLUMN origins text[] NOT NULL DEFAULT '{}',
    ADD COLUMN bound_to text,
    ADD COLUMN last_network text,
    ADD COLUMN last_agent text,
    ADD COLUMN last_call text,
    ADD COLUMN suspected_at timestamptz,
    ADD COLUMN warned_days integer,
    ADD COLUMN network_told_at timestamptz;

  DROP INDEX access_keys_name;
  CREATE UNIQUE INDEX access_keys_name ON access_keys (person_id, name) WHERE state <> 'revoked' AND stops_at IS NULL;
  DROP INDEX access_keys_stopping;
  CREATE INDEX access_keys_stopping ON access_keys (stops_at)
    WHERE state IN ('active', 'throttled') AND stops_at IS NOT NULL;
  CREATE INDEX access_keys_expiring ON access_keys (expires_at) WHERE state IN ('active', 'throttled');

  DROP TRIGGER access_keys_changed ON access_keys;
  CREATE TRIGGER access_keys_changed AFTER UPDATE OF state, stops_at, expires_at, scopes, networks, origins, bound_to,
    calls_per_minute, secret_hash ON access_keys FOR EACH ROW EXECUTE FUNCTION access_note_key();
  CREATE OR REPLACE FUNCTION access_note_keys_of_person() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO platform_changes (topic, key)
    SELECT 'access_keys', encode(secret_hash, 'hex') FROM access_keys WHERE person_id = NEW.id AND state <> 'revoked';
    RETURN NULL;
  END $$;
  DROP TRIGGER access_people_changed ON access_people;
  CREATE TRIGGER access_people_changed AFTER UPDATE ON access_people
    FOR EACH ROW WHEN (OLD.roles IS DISTINCT FROM NEW.roles OR OLD.deactivated_at IS DISTINCT FROM NEW.deactivated_at)
    EXECUTE FUNCTION access_note_keys_of_person();

  CREATE INDEX access_keys_throttled ON access_keys (suspected_at) WHERE state = 'throttled';
`;

const SPEND = `
  -- What a key has asked for in the present hour and day (UTC), and how many of its clips are open. One row a key,
  -- written only in the transactions that make or end its clips.
  CREATE TABLE access_key_spend (
    key_id text PRIMARY KEY REFERENCES access_keys (id),
    hour timestamptz NOT NULL DEFAULT date_trunc('hour', now(), 'UTC'),
    hour_credits bigint NOT NULL DEFAULT 0 CHECK (hour_credits >= 0),
    day_credits bigint NOT NULL DEFAULT 0 CHECK (day_credits >= 0),
    open_clips integer NOT NULL DEFAULT 0 CHECK (open_clips >= 0)
  );
  INSERT INTO access_key_spend (key_id) SELECT id FROM access_keys;

  CREATE TABLE access_key_hours (
    key_id text NOT NULL REFERENCES access_keys (id),
    hour timestamptz NOT NULL,
    calls bigint NOT NULL DEFAULT 0,
    refused bigint NOT NULL DEFAULT 0,
    credits bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (key_id, hour)
  );
  CREATE INDEX access_key_hours_hour ON access_key_hours (hour);

  -- Locks the rows of keys in their order and tells what each may still do. The present hour begins at zero, and what
  -- the last one came to is kept.
  CREATE FUNCTION access_lock_spend(keys text[])
  RETURNS TABLE (key_id text, state text, is_bound boolean, hour_cap bigint, day_cap bigint, open_cap integer,
    hour_credits bigint, day_credits bigint, open_clips integer) LANGUAGE plpgsql AS $$
  #variable_conflict use_column
  DECLARE this_hour timestamptz := date_trunc('hour', now(), 'UTC');
  BEGIN
    INSERT INTO access_key_spend (key_id)
    SELECT k.id FROM access_keys k
    WHERE k.id = ANY (keys) AND NOT EXISTS (SELECT 1 FROM access_key_spend s WHERE s.key_id = k.id) ORDER BY k.id
    ON CONFLICT DO NOTHING;
    PERFORM 1 FROM access_key_spend s WHERE s.key_id = ANY (keys) ORDER BY s.key_id FOR NO KEY UPDATE;
    IF EXISTS (SELECT 1 FROM access_key_spend s WHERE s.key_id = ANY (keys) AND s.hour < this_hour) THEN
      INSERT INTO access_key_hours AS h (key_id, hour, credits)
      SELECT s.key_id, s.hour, s.hour_credits FROM access_key_spend s
      WHERE s.key_id = ANY (keys) AND s.hour < this_hour AND s.hour_credits > 0 ORDER BY s.key_id
      ON CONFLICT (key_id, hour) DO UPDATE SET credits = excluded.credits;
      UPDATE access_key_spend s SET hour = this_hour, hour_credits = 0,
        day_credits = CASE WHEN date_trunc('day', s.hour, 'UTC') < date_trunc('day', now(), 'UTC') THEN 0 ELSE s.day_credits END
      WHERE s.key_id = ANY (keys) AND s.hour < this_hour;
    END IF;
    RETURN QUERY
      SELECT s.key_id, k.state, k.bound_to IS NOT NULL, k.hour_cap, k.day_cap, k.open_cap,
        s.hour_credits, s.day_credits, s.open_clips
      FROM access_key_spend s JOIN access_keys k ON k.id = s.key_id
      WHERE s.key_id = ANY (keys) ORDER BY s.key_id;
  END $$;

  -- Notes clips that were accepted, on rows that this transaction has locked.
  CREATE FUNCTION access_take_spend(keys text[], credits bigint[], clips integer[]) RETURNS void LANGUAGE sql AS $$
    UPDATE access_key_spend s SET hour_credits = s.hour_credits + t.credits, day_credits = s.day_credits + t.credits,
      open_clips = s.open_clips + t.clips
    FROM (SELECT u.key_id, sum(u.credits)::bigint AS credits, sum(u.clips)::int AS clips
          FROM unnest(keys, credits, clips) AS u (key_id, credits, clips) GROUP BY u.key_id) t
    WHERE s.key_id = t.key_id
  $$;

  -- A clip of a key has ended; credits is what comes back (0: it was spent), asked_at when it was asked for: what belongs
  -- to an hour or day that is over frees nothing.
  CREATE FUNCTION access_end_clip(key text, credits bigint, asked_at timestamptz) RETURNS void LANGUAGE sql AS $$
    UPDATE access_key_spend s SET open_clips = greatest(0, s.open_clips - 1),
      hour_credits = s.hour_credits - CASE WHEN asked_at >= s.hour THEN least(credits, s.hour_credits) ELSE 0 END,
      day_credits = s.day_credits
        - CASE WHEN asked_at >= date_trunc('day', s.hour, 'UTC') THEN least(credits, s.day_credits) ELSE 0 END
    WHERE s.key_id = key
  $$;
`;

const WATCH = `
  -- Who used a key, by the minute. Written together every few seconds, not with every call; kept for a day.
  CREATE TABLE access_key_minutes (
    key_id text NOT NULL REFERENCES access_keys (id),
    minute timestamptz NOT NULL,
    network text NOT NULL,
    agent text NOT NULL,
    calls integer NOT NULL DEFAULT 0,
    spending integer NOT NULL DEFAULT 0,
    refused integer NOT NULL DEFAULT 0,
    refused_spending integer NOT NULL DEFAULT 0,
    cross_site integer NOT NULL DEFAULT 0,
    scanned integer NOT NULL DEFAULT 0,
    PRIMARY KEY (key_id, minute, network, agent)
  );
  CREATE INDEX access_key_minutes_minute ON access_key_minutes (minute);

  -- Networks and programs that a key's family was used from before.
  CREATE TABLE access_key_known (
    family_id text NOT NULL REFERENCES access_keys (id),
    what text NOT NULL CHECK (what IN ('network', 'agent')),
    value text NOT NULL,
    first_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (family_id, what, value)
  );

  CREATE TABLE access_signals (
    name text PRIMARY KEY,
    mode text NOT NULL CHECK (mode IN ('enforce', 'observe', 'off')),
    changed_by text NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now()
  );

  -- Each time a signal spoke about a key: once an hour, with what it would have led to.
  CREATE TABLE access_signal_fires (
    signal text NOT NULL,
    key_id text NOT NULL REFERENCES access_keys (id),
    hour timestamptz NOT NULL,
    points integer NOT NULL,
    mode text NOT NULL,
    would text NOT NULL CHECK (would IN ('nothing', 'throttle', 'stop')),
    facts jsonb NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (signal, key_id, hour)
  );
  CREATE INDEX access_signal_fires_at ON access_signal_fires (at);

  -- Proofs of possession that were used; a proof counts once. Losing them in a crash loses two minutes of memory.
  CREATE UNLOGGED TABLE access_key_proofs (
    bound_to text NOT NULL,
    jti text NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (bound_to, jti)
  );
  CREATE INDEX access_key_proofs_expires ON access_key_proofs (expires_at);
`;

const INCIDENTS = `
  -- Keys that nobody is given: whoever uses one has read something that was not for them.
  CREATE TABLE access_traps (
    id text PRIMARY KEY,
    secret_hash bytea NOT NULL UNIQUE,
    prefix text NOT NULL,
    last_four text NOT NULL,
    place text NOT NULL,
    made_by text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    sprung_at timestamptz
  );

  CREATE TABLE access_incidents (
    id text PRIMARY KEY,
    state text NOT NULL CHECK (state IN ('open', 'confirmed', 'dismissed')),
    key_id text REFERENCES access_keys (id),
    trap_id text REFERENCES access_traps (id),
    person_id text REFERENCES access_people (id),
    cause text NOT NULL CHECK (cause IN
      ('signals', 'report', 'github', 'gitlab', 'scanner', 'trap', 'address', 'body', 'owner', 'manager')),
    since timestamptz NOT NULL,
    opened_at timestamptz NOT NULL DEFAULT now(),
    evidence jsonb NOT NULL DEFAULT '{}',
    affected integer NOT NULL,
    population integer NOT NULL,
    opened_by text NOT NULL,
    closed_at timestamptz,
    closed_by text,
    reason text,
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK ((key_id IS NULL) <> (trap_id IS NULL))
  );
  CREATE UNIQUE INDEX access_incidents_open ON access_incidents (key_id) WHERE state = 'open';
  CREATE INDEX access_incidents_key ON access_incidents (key_id);
  ${historyTable('access_incidents_history', 'access_incidents')}

  CREATE TABLE access_incident_notes (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    incident_id text NOT NULL REFERENCES access_incidents (id),
    at timestamptz NOT NULL DEFAULT now(),
    kind text NOT NULL,
    actor_id text NOT NULL,
    details jsonb NOT NULL DEFAULT '{}'
  );
  CREATE INDEX access_incident_notes_incident ON access_incident_notes (incident_id, id);

  -- Reports of leaked credentials that arrived: the same one twice is one. The hash is peppered, as that of a key.
  CREATE TABLE access_leak_reports (
    token_hash bytea NOT NULL,
    source text NOT NULL CHECK (source IN ('report', 'github', 'gitlab', 'address', 'body')),
    place text NOT NULL,
    key_id text REFERENCES access_keys (id),
    at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (token_hash, source, place)
  );
  CREATE INDEX access_leak_reports_key ON access_leak_reports (key_id);
`;

/** Keys with limits of their own, what is known of their use, and what happens when one is in wrong hands. */
export class Containment1764000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [KEYS, SPEND, WATCH, INCIDENTS]) await runner.query(part);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
