-- Proves: no guarded account has promised more than it has. The table's own CHECK says the same; this check also
-- notices when that CHECK has been dropped or left unvalidated.
SELECT name AS account, balance, held FROM ledger_accounts WHERE balance < held OR held < 0
UNION ALL
SELECT 'constraint ledger_accounts_guard is missing', NULL, NULL
WHERE NOT EXISTS (
  SELECT FROM pg_constraint
  WHERE conrelid = 'ledger_accounts'::regclass AND conname = 'ledger_accounts_guard' AND convalidated
);
