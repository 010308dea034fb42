// `npm run code`: what the code app of the demo's staff shows now, for signing in to a seeded Atelier on this machine.
import './bootstrap.mjs';

const { codeNow, DEMO_CODE_SECRET } = await import('./lib/codes.mjs');
const left = 30 - (Math.floor(Date.now() / 1000) % 30);

console.log(`
  ${codeNow()}   for ${left} s more; each person may use a code once

  For an authenticator app of your own: ${DEMO_CODE_SECRET}
`);
