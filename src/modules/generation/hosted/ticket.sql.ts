/**
 * Caller: TicketRepository.open, in the transaction that takes the lease, before anything leaves this machine.
 * Index: primary key.
 * Twice: the request id is that of one release; a second sender of it finds no lease to take.
 */
export const OPEN_TICKET = `
  INSERT INTO generation_tickets (request_id, generation_id, fence, provider, next_look_at)
  VALUES ($1, $2, $3, $4, now() + make_interval(secs => $5))`;

/**
 * Caller: TicketRepository.open: a render elsewhere has no worker that could die, so its lease lasts until its deadline.
 * Index: primary key.
 * Twice: the same instant again.
 */
export const LASTING_LEASE = `
  UPDATE generation_leases SET expires_at = deadline_at WHERE generation_id = $1 AND fence = $2 AND ended_at IS NULL`;

/**
 * Caller: RoundService, every second: tickets whose next look is due, each for one process.
 * Index: generation_tickets_due.
 * Twice: a claimed one is due again only after $2 seconds; SKIP LOCKED keeps processes apart.
 */
export const CLAIM_DUE = `
  UPDATE generation_tickets t SET next_look_at = now() + make_interval(secs => $2), updated_at = now()
  WHERE t.request_id IN (
    SELECT d.request_id FROM generation_tickets d
    WHERE d.state <> 'ended' AND d.next_look_at <= now() AND d.provider = ANY ($1::text[])
    ORDER BY d.next_look_at LIMIT 50 FOR UPDATE SKIP LOCKED)
  RETURNING t.request_id AS "requestId"`;

/**
 * Caller: TicketRepository.wake, when a verified webhook speaks of a ticket.
 * Index: generation_tickets_ticket.
 * Twice: due again at once; a ticket that nobody knows changes nothing.
 */
export const WAKE = `
  UPDATE generation_tickets SET next_look_at = now() WHERE provider = $1 AND ticket = $2 AND state = 'submitted'`;

/**
 * Caller: LookService, before it asks a vendor: whether the right to the clip is still in force.
 * Index: primary key.
 * Twice: reading only; every outcome asks again under the lock.
 */
export const IS_HELD = `
  SELECT EXISTS (SELECT FROM generation_leases WHERE generation_id = $1 AND fence = $2 AND ended_at IS NULL) AS held`;

/**
 * Caller: LookService, before reconciling: tickets of this provider that belong to other requests of late.
 * Index: generation_tickets_ticket.
 * Twice: reading only.
 */
export const LIST_TAKEN = `
  SELECT ticket FROM generation_tickets
  WHERE provider = $1 AND ticket IS NOT NULL AND request_id <> $2 AND sent_at > now() - interval '2 days'`;

/**
 * Caller: ProviderService: what each provider has under way elsewhere, and what of it is in doubt.
 * Index: generation_tickets_due.
 * Twice: reading only.
 */
export const COUNT_TICKETS = `
  SELECT provider, count(*)::int AS open, (count(*) FILTER (WHERE state = 'doubtful'))::int AS doubtful
  FROM generation_tickets WHERE state <> 'ended' GROUP BY provider`;
