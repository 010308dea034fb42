// `npm run stripe:verify`: the steps of src/verify-stripe.ts against a sandbox of Stripe. Needs STRIPE_SECRET_KEY of a
// test mode and refuses any other before it sends anything. STRIPE_VERIFY_ACCOUNT names a payee, STRIPE_API_BASE another
// server, `-- --currency USD --country US` where the platform is not in the euro area. Writes docs/stripe-verified.json.
import { root } from './bootstrap.mjs';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { transpile } = await import('./transpile.mjs');
const { Trouble, runMain } = await import('./lib/trouble.mjs');

await runMain(async () => {
  const { values } = parseArgs({
    options: { currency: { type: 'string' }, country: { type: 'string' }, out: { type: 'string' } },
  });
  await transpile();
  const require = createRequire(import.meta.url);
  require('reflect-metadata');
  const { verifyStripe, refuseLiveKey } = require(path.join(root, 'dist/src/verify-stripe.js'));
  const secretKey = sandboxKey(refuseLiveKey);
  const record = await verifyStripe({
    secretKey,
    apiBase: process.env.STRIPE_API_BASE ?? 'https://api.stripe.com',
    currency: values.currency ?? 'EUR',
    country: values.country ?? 'DE',
    payee: process.env.STRIPE_VERIFY_ACCOUNT ?? null,
    run: `verify_${Date.now().toString(36)}`,
    fetch,
  });
  for (const { name, outcome, passed } of record.steps)
    console.log(`${passed === false ? '✗' : passed ? '✓' : '·'} ${name}: ${outcome}`);
  const { differences } = require(path.join(root, 'dist/src/verify-stripe-shapes.js'));
  const expected = JSON.parse(fs.readFileSync(path.join(root, 'docs/stripe-expected.json'), 'utf8'));
  const differs = differences(record, expected);
  for (const line of differs) console.log(`≠ ${line}`);
  const file = path.resolve(root, values.out ?? 'docs/stripe-verified.json');
  fs.writeFileSync(file, `${JSON.stringify({ ...record, differs }, null, 2)}\n`);
  if (!record.passed) throw new Trouble(`Not everything is as Atelier needs it. The record is in ${file}.`);
  console.log(`Everything is as Atelier needs it. Commit ${file}: the reconciliation page shows its date.`);
});

function sandboxKey(refuseLiveKey) {
  try {
    return refuseLiveKey(process.env.STRIPE_SECRET_KEY);
  } catch (error) {
    throw new Trouble(error.message);
  }
}
