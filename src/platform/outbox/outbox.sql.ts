/**
 * Caller: Outbox.add, inside the transaction of the fact.
 * Index: primary key.
 * Twice: every call is a new event; the caller's own transaction guards against a second one.
 */
export const INSERT_EVENT = `INSERT INTO platform_events (id, name, payload) VALUES ($1, $2, $3)`;

/**
 * Caller: Outbox.addAll, inside the transaction of the facts.
 * Index: primary key.
 * Twice: as INSERT_EVENT.
 */
export const INSERT_EVENTS = `
  INSERT INTO platform_events (id, name, payload)
  SELECT e.id, $2, e.payload FROM unnest($1::text[], $3::jsonb[]) AS e (id, payload)`;

/**
 * Caller: Relay, up to $1 rows a round, several relays at once.
 * Index: platform_events_waiting (id) WHERE relayed_at IS NULL.
 * Twice: SKIP LOCKED gives a row to one relay; a crash before the commit hands it out again, deliveries stay unique.
 */
export const CLAIM_EVENTS = `
  UPDATE platform_events SET relayed_at = now()
  WHERE id IN (SELECT id FROM platform_events WHERE relayed_at IS NULL ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED)
  RETURNING id, name`;

/**
 * Caller: Relay, one row per claimed event and listener.
 * Index: primary key (event_id, listener).
 * Twice: the second insert does nothing.
 */
export const INSERT_DELIVERIES = `
  INSERT INTO platform_deliveries (event_id, listener)
  SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING`;

/**
 * Caller: Deliveries, first statement of a listener's transaction.
 * Index: primary key (event_id, listener).
 * Twice: only one transaction finds received_at empty; a rolled back one leaves it empty for the retry.
 */
export const RECEIVE = `
  UPDATE platform_deliveries d SET received_at = now()
  FROM platform_events e
  WHERE d.event_id = $1 AND d.listener = $2 AND d.received_at IS NULL AND e.id = d.event_id
  RETURNING e.id, e.name, e.payload, e.at`;

/**
 * Caller: Relay's sweep: deliveries whose job the queue has lost or given up, untouched for $1 seconds.
 * Index: platform_deliveries_waiting (tried_at) WHERE received_at IS NULL.
 * Twice: enqueues again at most once per $1 seconds; RECEIVE makes a second delivery harmless.
 */
export const SWEEP_DELIVERIES = `
  UPDATE platform_deliveries SET tried_at = now(), tries = tries + 1
  WHERE (event_id, listener) IN (
    SELECT event_id, listener FROM platform_deliveries
    WHERE received_at IS NULL AND tried_at < now() - make_interval(secs => $1)
    ORDER BY tried_at LIMIT 500 FOR UPDATE SKIP LOCKED)
  RETURNING event_id, listener, tries`;
