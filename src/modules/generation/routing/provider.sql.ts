/**
 * Caller: ProviderRepository.introduce, at the start of every process that has the provider.
 * Index: primary key.
 * Twice: what is known of it stays; only its pool follows the registry.
 */
export const INTRODUCE = `
  INSERT INTO generation_providers (id, pool) VALUES ($1, $2)
  ON CONFLICT (id) DO UPDATE SET pool = excluded.pool WHERE generation_providers.pool <> excluded.pool`;

/**
 * Caller: HealthService, after a self-test.
 * Index: primary key.
 * Twice: the later finding stands.
 */
export const NOTE_HEALTH = `
  UPDATE generation_providers SET ailment = $2, checked_at = now() WHERE id = $1`;

/**
 * Caller: CircuitService, with every round of tickets: open circuits whose rest is over.
 * Index: a handful of rows.
 * Twice: reading only; the move asks again for the state.
 */
export const LIST_PROBES = `
  SELECT id FROM generation_providers WHERE state = 'open' AND retry_at <= now()`;

/**
 * Caller: ProviderRepository.listLeases, for staff: who has the right to what at present, the oldest first.
 * Index: generation_leases_live.
 * Twice: reading only.
 */
export const LIST_LEASES = `
  SELECT l.generation_id AS "generationId", l.worker, g.provider, g.state, g.progress, l.taken_at AS "takenAt",
    l.expires_at AS "expiresAt", l.deadline_at AS "deadlineAt"
  FROM generation_leases l JOIN generation_generations g ON g.id = l.generation_id
  WHERE l.ended_at IS NULL ORDER BY l.taken_at LIMIT $1`;
