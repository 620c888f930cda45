// SPDX-License-Identifier: Apache-2.0
import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const service = process.env['ACTIVE_DEFENSE_URL'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  // Maven packs this folder: the service serves the resource folder "public".
  build: {
    outDir: 'target/classes/public',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    sourcemap: false,
    chunkSizeWarningLimit: 1_000,
  },
  server: { host: '127.0.0.1', proxy: { '/api': service, '/files': service } },
  test: {
    environment: 'jsdom',
    setupFiles: ['./src/testing/setup.ts'],
    restoreMocks: true,
    // One browser for all files: each is left as it was found (src/testing/setup.ts), and loads nothing anew.
    isolate: false,
    // Rendering leaves much behind at once: with room for it, it is cleared away less often.
    execArgv: ['--max-semi-space-size=64'],
    testTimeout: 60_000,
  },
});
