/**
 * Caller: BatchRepository.submit; $1 is a JSON array of orders, $2 whether it may wait for another transaction's flow.
 * Index: primary keys of flows, accounts and access_key_spend, generation_generations_open, platform_idempotency's key.
 * Twice: an order whose key has an answer gets that answer; without a key it is another order.
 */
export const SUBMIT = `SELECT * FROM generation_submit_by_key($1::json, $2)`;
