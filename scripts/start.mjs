// `npm start`: portal and API on one port, with everything they need, until Ctrl-C.
// `npm start -- --no-portal` takes the portal as it was last built.
import './bootstrap.mjs';

const { startStack } = await import('./lib/stack.mjs');
const { onStop } = await import('./lib/signals.mjs');
const { Trouble, runMain } = await import('./lib/trouble.mjs');

await runMain(async () => {
  const started = performance.now();
  const abort = new AbortController();
  let stack;
  onStop((reason) => {
    console.log(`Stopping (${reason})…`);
    abort.abort();
    if (stack) void leave(stack, 0);
  });
  try {
    const portal = !process.argv.includes('--no-portal');
    stack = await startStack({
      port: readPort(),
      ...demoInside(),
      portal,
      signal: abort.signal,
      log: console.log,
    });
  } catch (error) {
    if (abort.signal.aborted) process.exit(0);
    throw error;
  }
  if (abort.signal.aborted) return leave(stack, 0);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `\nAtelier is ready at ${stack.url} after ${seconds} s (data in ${stack.dataDir}; Ctrl-C stops it).`,
  );
  if (stack.isFirstRun) {
    const { DEMO_PASSWORD, STAFF, ARTISTS } = await import('./lib/demo-programme.mjs');
    const people = [...Object.values(STAFF), ...ARTISTS.map(({ email }) => email)];
    console.log(`Sign in as ${people.join(', ')},\neach with the password “${DEMO_PASSWORD}”.`);
    console.log('Staff are asked for a code too: `npm run code` shows it.\n');
  }
  const { code, signal } = await stack.appExited;
  if (abort.signal.aborted) return;
  console.error(`Atelier ended by itself (${signal ?? `exit code ${code}`}); its reason stands above.`);
  await leave(stack, code || 1);
});

async function leave(stack, exitCode) {
  await stack.stop();
  console.log('Stopped.');
  process.exit(exitCode);
}

/** The first run finds the demo programme, where nobody but this machine can reach its well-known passwords. */
function demoInside() {
  const host = process.env.HOST || '127.0.0.1';
  if (!['127.0.0.1', '::1', 'localhost'].includes(host)) return {};
  return {
    seed: 'staff',
    async onFirstReady({ url }) {
      const { furnishDemo, setUpDemo } = await import('./lib/setup.mjs');
      try {
        await setUpDemo(url);
        // Clips take a while to render: the portal is there meanwhile and shows them coming.
        furnishDemo(url).catch((error) =>
          console.error(`The demo has fewer clips than meant: ${error.message}`),
        );
        return true;
      } catch (error) {
        console.error(`The demo programme is not complete, the next start tries again: ${error.message}`);
        return false;
      }
    },
  };
}

function readPort() {
  const port = Number(process.env.PORT || 3000);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Trouble(
    `PORT must be a number from 1 to 65535 and is "${process.env.PORT}": correct it or leave it out.`,
  );
}
