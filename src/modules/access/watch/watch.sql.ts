/**
 * Caller: WatchRepository.keep, every half second for keys in trouble, every five for the others.
 * Index: primary key (key_id, minute, network, agent).
 * Twice: adds again; the caller hands over each count once. Rows come in the order of the key, so that two processes do
 * not wait in a circle.
 */
export const KEEP_MINUTES = `
  INSERT INTO access_key_minutes AS m
    (key_id, minute, network, agent, calls, spending, refused, refused_spending, cross_site, scanned)
  SELECT u.key_id, date_trunc('minute', now()), u.network, u.agent, u.calls, u.spending, u.refused, u.refused_spending,
    u.cross_site, u.scanned
  FROM unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::int[], $6::int[], $7::int[], $8::int[], $9::int[])
    AS u (key_id, network, agent, calls, spending, refused, refused_spending, cross_site, scanned)
  ORDER BY u.key_id, u.network, u.agent
  ON CONFLICT (key_id, minute, network, agent) DO UPDATE SET calls = m.calls + excluded.calls,
    spending = m.spending + excluded.spending, refused = m.refused + excluded.refused,
    refused_spending = m.refused_spending + excluded.refused_spending, cross_site = m.cross_site + excluded.cross_site,
    scanned = m.scanned + excluded.scanned`;

/**
 * Caller: WatchRepository.keep, as above.
 * Index: primary key (key_id, hour).
 * Twice: adds again; the caller hands over each count once.
 */
export const KEEP_HOURS = `
  INSERT INTO access_key_hours AS h (key_id, hour, calls, refused)
  SELECT u.key_id, date_trunc('hour', now(), 'UTC'), sum(u.calls), sum(u.refused)
  FROM unnest($1::text[], $2::int[], $3::int[]) AS u (key_id, calls, refused) GROUP BY u.key_id ORDER BY u.key_id
  ON CONFLICT (key_id, hour) DO UPDATE SET calls = h.calls + excluded.calls, refused = h.refused + excluded.refused`;

/**
 * Caller: WatchRepository.keep, as above.
 * Index: primary key. A row that somebody else holds is left out: the next round writes it.
 * Twice: the later use stays.
 */
export const KEEP_LAST_USE = `
  UPDATE access_keys k SET last_used_at = now(), last_network = u.network, last_agent = u.agent, last_call = u.call
  FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS u (key_id, network, agent, call)
  WHERE k.id = u.key_id
    AND k.id IN (SELECT id FROM access_keys WHERE id = ANY ($1::text[]) ORDER BY id FOR NO KEY UPDATE SKIP LOCKED)`;

/**
 * Caller: WatchRepository.keep: networks and programs that this process has not seen a family with.
 * Index: primary key (family_id, what, value).
 * Twice: what is known is left alone and not returned.
 */
export const KEEP_KNOWN = `
  INSERT INTO access_key_known AS n (family_id, what, value)
  SELECT DISTINCT u.family_id, u.what, u.value FROM unnest($1::text[], $2::text[], $3::text[]) AS u (family_id, what, value)
  ORDER BY 1, 2, 3 ON CONFLICT DO NOTHING
  RETURNING n.family_id AS "familyId", n.what, n.value`;

/**
 * Caller: WatchRepository.facts, for keys in trouble, and once a minute for every key in use.
 * Index: primary keys of access_key_minutes, access_key_hours, access_key_known, access_networks.
 * Twice: reading only.
 */
export const FACTS = `
  -- Without a table of carriers nobody's is known, and none that is not tells anything.
  WITH carriers AS MATERIALIZED (SELECT EXISTS (SELECT FROM access_networks WHERE carrier IS NOT NULL) AS is_known)
  SELECT k.id AS "keyId", k.state,
    coalesce(r.networks, 0)::int AS "networksIn5Minutes", coalesce(r.new_agents, 0)::int AS "newAgentsIn5Minutes",
    coalesce(r.cross_site, 0)::int AS "crossSiteIn5Minutes", coalesce(r.scanned, 0)::int AS "scannedIn5Minutes",
    coalesce(w.refused_spending, 0)::int AS "refusedSpendingPerMinute", coalesce(w.refused_reads, 0)::int AS "refusedReadsPerMinute",
    coalesce(r.is_new_network, false) AS "isFromNewNetwork", coalesce(r.is_new_host, false) AS "isFromNewHost",
    CASE WHEN s.hour = date_trunc('hour', now(), 'UTC') THEN s.hour_credits::int ELSE 0 END AS "creditsThisHour",
    u.usual::float8 AS "usualHour", coalesce(p.pause, 18)::int AS "longestPauseHours",
    coalesce(c.carriers, 0)::int AS "carriersIn10Minutes", coalesce(t.places, '[]') AS places
  FROM access_keys k
  LEFT JOIN access_key_spend s ON s.key_id = k.id
  LEFT JOIN LATERAL (
    SELECT count(DISTINCT m.network) AS networks, sum(m.cross_site) AS cross_site, sum(m.scanned) AS scanned,
      count(DISTINCT m.agent) FILTER (WHERE a.first_at IS NULL OR a.first_at > now() - interval '5 minutes') AS new_agents,
      bool_or(f.is_new) AS is_new_network,
      bool_or(f.is_new AND CASE WHEN c.carrier IS NULL THEN (SELECT is_known FROM carriers)
        ELSE c.carrier = ANY ($2::bigint[]) END) AS is_new_host
    FROM access_key_minutes m
    LEFT JOIN access_networks c ON c.network = m.network
    LEFT JOIN access_key_known a ON a.family_id = k.family_id AND a.what = 'agent' AND a.value = m.agent
    LEFT JOIN access_key_known n ON n.family_id = k.family_id AND n.what = 'network' AND n.value = m.network
    CROSS JOIN LATERAL (SELECT n.first_at > now() - interval '24 hours' AND EXISTS (
        SELECT 1 FROM access_key_known o
        WHERE o.family_id = k.family_id AND o.what = 'network' AND o.first_at < n.first_at - interval '1 hour') AS is_new) f
    WHERE m.key_id = k.id AND m.minute > now() - interval '5 minutes'
  ) r ON true
  LEFT JOIN LATERAL (
    SELECT count(DISTINCT n.carrier) AS carriers FROM access_key_minutes m JOIN access_networks n ON n.network = m.network
    WHERE m.key_id = k.id AND m.minute > now() - interval '10 minutes'
  ) c ON true
  LEFT JOIN LATERAL (
    SELECT json_agg(v) AS places FROM (
      SELECT n.latitude, n.longitude, (extract(epoch FROM min(m.minute)) * 1000)::bigint AS "firstAt",
        (extract(epoch FROM max(m.minute)) * 1000)::bigint AS "lastAt"
      FROM access_key_minutes m JOIN access_networks n ON n.network = m.network
      WHERE m.key_id = k.id AND m.minute > now() - interval '3 hours' AND n.latitude IS NOT NULL
      GROUP BY n.latitude, n.longitude HAVING sum(m.calls - m.refused) >= 3 ORDER BY max(m.minute) DESC LIMIT 20) v
  ) t ON true
  LEFT JOIN LATERAL (
    SELECT max(t.refused_spending) AS refused_spending, max(t.refused_reads) AS refused_reads FROM (
      SELECT sum(m.refused_spending) AS refused_spending, sum(m.refused - m.refused_spending) AS refused_reads
      FROM access_key_minutes m WHERE m.key_id = k.id AND m.minute > now() - interval '5 minutes' GROUP BY m.minute) t
  ) w ON true
  LEFT JOIN LATERAL (
    SELECT CASE WHEN count(*) >= 5 THEN percentile_cont(0.95) WITHIN GROUP (ORDER BY h.credits) END AS usual
    FROM access_key_hours h WHERE h.key_id = k.id AND h.credits > 0 AND h.hour > now() - interval '14 days'
  ) u ON true
  LEFT JOIN LATERAL (
    SELECT max(extract(epoch FROM t.hour - t.before) / 3600) AS pause FROM (
      SELECT e.hour, lag(e.hour) OVER (ORDER BY e.hour) AS before FROM (
        SELECT h.hour FROM access_key_hours h
        WHERE h.key_id = k.id AND h.calls > 0 AND h.hour > now() - interval '18 hours'
        UNION SELECT date_trunc('hour', now(), 'UTC') - interval '18 hours' UNION SELECT date_trunc('hour', now(), 'UTC')) e
    ) t
  ) p ON true
  WHERE k.id = ANY ($1::text[]) AND k.state IN ('active', 'throttled')`;

/**
 * Caller: WatchRepository.noteFires, when a signal spoke.
 * Index: primary key (signal, key_id, hour).
 * Twice: once an hour; the stronger consequence stays.
 */
export const NOTE_FIRES = `
  INSERT INTO access_signal_fires AS f (signal, key_id, hour, points, mode, would, facts)
  SELECT u.signal, $1, date_trunc('hour', now(), 'UTC'), u.points, u.mode, u.would, $6::jsonb
  FROM unnest($2::text[], $3::int[], $4::text[], $5::text[]) AS u (signal, points, mode, would)
  ON CONFLICT (signal, key_id, hour) DO UPDATE SET points = excluded.points, mode = excluded.mode, would = excluded.would,
    facts = excluded.facts, at = now()
  WHERE array_position('{nothing,throttle,stop}'::text[], excluded.would) > array_position('{nothing,throttle,stop}'::text[], f.would)`;

/**
 * Caller: WatchRepository.tellNetworks: families that were used from a new network besides others, at most once a day each.
 * Index: primary key of access_keys.
 * Twice: the first marks the key, the second finds it marked.
 */
export const LOCK_NEW_NETWORKS = `
  UPDATE access_keys k SET network_told_at = now()
  FROM (SELECT DISTINCT ON (u.key_id) u.key_id, u.network FROM unnest($1::text[], $2::text[]) AS u (key_id, network)) u
  WHERE k.id = u.key_id AND coalesce(k.network_told_at < now() - interval '1 day', true)
    AND EXISTS (SELECT 1 FROM access_key_known n
      WHERE n.family_id = k.family_id AND n.what = 'network' AND n.value <> u.network AND n.first_at < now() - interval '10 seconds')
  RETURNING k.id AS "keyId", k.person_id AS "personId", k.name, u.network, k.last_agent AS agent`;

/**
 * Caller: the hourly clean-up.
 * Index: access_key_minutes_minute, access_key_proofs_expires, access_key_hours_hour, access_networks_looked_at.
 * Twice: deletes nothing new.
 */
export const FORGET = [
  `DELETE FROM access_key_minutes WHERE minute < now() - interval '26 hours'`,
  `DELETE FROM access_key_hours WHERE hour < now() - interval '90 days'`,
  `DELETE FROM access_key_proofs WHERE expires_at < now()`,
  `DELETE FROM access_networks WHERE looked_at < now() - interval '30 days'`,
] as const;
