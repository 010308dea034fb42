import { APP_ROLE } from './options';

/**
 * What the application's role may do: everything with rows, nothing with the schema, and only SELECT and INSERT where
 * history must stay as it was written. Applied after every migration run; safe to repeat.
 */
export const APPEND_ONLY = [
  'ledger_entries',
  'ledger_postings',
  'audit_entries',
  'audit_seals',
  'audit_checkpoints',
  'quota_top_ups',
] as const;

/** Statements in order; run as the owner. Tables named `…_history` are append-only as well. */
export const GRANTS: readonly string[] = [
  `DO $$ BEGIN CREATE ROLE ${APP_ROLE} NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
  `GRANT ${APP_ROLE} TO CURRENT_USER`,
  `GRANT USAGE ON SCHEMA public TO ${APP_ROLE}`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${APP_ROLE}`,
  `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${APP_ROLE}`,
  `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO ${APP_ROLE}`,
  `DO $$ DECLARE t text; BEGIN
     FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public'
       AND (tablename = ANY (ARRAY[${APPEND_ONLY.map((name) => `'${name}'`).join(',')}]) OR tablename LIKE '%\\_history')
     LOOP EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %I FROM ${APP_ROLE}', t); END LOOP;
   END $$`,
];
