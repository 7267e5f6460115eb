// How the page is built: from `web/` into `dist/web`, everything it needs beside it, so that it works without a network.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const rooms = fileURLToPath(new URL('../src/', import.meta.url));
const serverAddress = 'http://localhost:8080';

export default defineConfig(({ command }) => {
  // Whoever builds the page, a test among them, builds what is served.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      target: 'es2023',
      // The map and its symbols are one large piece, and nothing waits for it.
      chunkSizeWarningLimit: 2200,
      rolldownOptions: {
        // The rooms below are pure: what the page does not call of them is left out whole.
        treeshake: { moduleSideEffects: (id) => !id.startsWith(rooms) },
      },
    },
    server: { proxy: { '/api': serverAddress } },
  };
});
