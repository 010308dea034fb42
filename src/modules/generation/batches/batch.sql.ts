/**
 * Caller: BatchRepository.submit; $1 are the orders as rows; $2–$4 say of each whose key it has; $5–$8 are the flows, $9
 * the keys and $10 the purses they touch, sorted; $11 whether it may wait for another transaction's flow.
 * Index: primary keys of flows, access_key_spend and accounts, generation_generations_open, platform_idempotency's key.
 * Twice: an order whose key has an answer gets that answer; without a key it is another order.
 */
export const SUBMIT = `
  SELECT * FROM generation_submit($1::generation_request[], $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;
