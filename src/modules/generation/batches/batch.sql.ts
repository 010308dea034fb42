/**
 * Caller: BatchRepository.submit; $1 is a JSON array of orders; $2–$4 say of each whose key it has; $5–$8
 * are the flows and $9 the purses they touch, sorted; $10 whether it may wait for another transaction's flow.
 * Index: primary keys of flows, access_key_spend and accounts, generation_generations_open, platform_idempotency's key.
 * Twice: an order whose key has an answer gets that answer; without a key it is another order.
 */
export const SUBMIT = `SELECT * FROM generation_submit($1::json, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

/**
 * Caller: BatchRepository.submit, for groups in which somebody asked for more than the fields of a clip.
 * Index: as SUBMIT; primary key of generation_briefs.
 * Twice: as SUBMIT; a brief is written with the batch it belongs to.
 */
export const SUBMIT_BRIEFED = `SELECT * FROM generation_submit_briefed($1::json, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
