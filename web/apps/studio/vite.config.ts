import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `npm run dev` finds the suite's interface. */
const suite = process.env['SUITE'] ?? 'http://127.0.0.1:8080';
const apiPaths = ['/me', '/oauth2', '/saml', '/threat_models', '/ws', '/config'];

export default defineConfig({
  root: import.meta.dirname,
  base: '/app/',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // The page's policy allows no data: addresses, so nothing is put inline.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: Object.fromEntries(apiPaths.map((path) => [path, { target: suite, ws: true }])),
  },
});
