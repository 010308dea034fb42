import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstPaint } from './build/first-paint';
import { precompress } from './build/precompress';

/** What every page needs comes in one file, and what floats above a page apart: else shared trifles lie in any file at all. */
const GROUPS = [
  { name: 'floating', test: /node_modules\/@floating-ui/ },
  {
    name: 'base',
    priority: 1,
    test: /node_modules\/(react|react-dom|scheduler|clsx|tslib|@tanstack|@mantine\/(hooks|store|core\/esm\/core))\//,
  },
];

// The server puts a fresh nonce in place of the word below with every page it serves.
export default defineConfig({
  plugins: [react(), firstPaint(), precompress()],
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    target: 'es2022',
    sourcemap: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: GROUPS } } },
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
});
