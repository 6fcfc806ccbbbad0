import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Where `npm run dev` finds the API; the server's own default address. */
const server = process.env['SELVEDGE_SERVER'] ?? 'http://127.0.0.1:7420';

export default defineConfig({
  root: here('.'),
  plugins: [react()],
  resolve: { alias: { '#': here('./src') } },
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  server: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: true,
    // The server refuses foreign Host and Origin headers, so the proxy speaks as the server's own page.
    proxy: { '/api': { target: server, changeOrigin: true, headers: { origin: server } } },
  },
  build: {
    outDir: here('./dist'),
    emptyOutDir: true,
    // WebKitGTK 2.40 is the oldest web view the desktop package installs on.
    target: ['es2022', 'safari16.4', 'chrome111', 'firefox114'],
    assetsInlineLimit: 0,
    // What the first page needs comes as one: sixty small files take the desktop's web view longer.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } } },
    chunkSizeWarningLimit: 1100,
  },
  test: { root: here('.'), include: ['src/**/*.test.{ts,tsx}', '../scripts/check-ui.test.mjs'], environment: 'node' },
});
