// `npm run invariants`: runs every query of checks/ on DATABASE_URL and names what does not hold. For operators and nightly jobs.
import './bootstrap.mjs';

const { runStandingChecks } = await import('./lib/standing-checks.mjs');
const { runMain, Trouble } = await import('./lib/trouble.mjs');

await runMain(async () => {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Trouble('DATABASE_URL is not set: name the database whose books are to be checked.');
  const results = await runStandingChecks(url).catch((error) => {
    throw new Trouble(`The checks could not run on that database: ${error.message}.`);
  });
  const broken = results.filter(({ rows }) => rows.length > 0);
  for (const { file, says, rows } of broken) {
    console.log(`${file}: ${says}`);
    for (const row of rows.slice(0, 20))
      console.log(
        `  ${JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? String(value) : value))}`,
      );
  }
  console.log(`${results.length - broken.length} of ${results.length} invariants hold`);
  process.exit(broken.length > 0 ? 1 : 0);
});
