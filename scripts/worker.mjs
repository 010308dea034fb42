// `npm run worker:remote`: the reference worker of deploy/workers, against ATELIER_URL with ATELIER_WORKER_KEY.
import { root } from './bootstrap.mjs';
import { createRequire } from 'node:module';
import path from 'node:path';

const { transpile } = await import('./transpile.mjs');
const { Trouble, runMain } = await import('./lib/trouble.mjs');

await runMain(async () => {
  if (!process.env.ATELIER_WORKER_KEY)
    throw new Trouble('Set ATELIER_WORKER_KEY to a key that a manager makes in the portal under Workers.');
  await transpile();
  createRequire(import.meta.url)(path.join(root, 'dist/deploy/workers/worker.js'));
});
