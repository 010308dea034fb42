// `npm test` starts one server for all tiers and passes TEST_PG_URL; Jest run by hand starts its own here.
import { startTestPostgres } from './test-postgres.mjs';

export default async function setUp() {
  if (process.env.TEST_PG_URL) return;
  const postgres = await startTestPostgres();
  Object.assign(process.env, postgres.env);
  globalThis.testPostgres = postgres;
}
