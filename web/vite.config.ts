import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstPaint } from './build/first-paint';
import { precompress } from './build/precompress';

// The server puts a fresh nonce in place of the word below with every page it serves.
export default defineConfig({
  plugins: [react(), firstPaint(), precompress()],
  html: { cspNonce: '__CSP_NONCE__' },
  build: { target: 'es2022', sourcemap: false, modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
  server: { proxy: { '/api': 'http://localhost:3000' } },
});
