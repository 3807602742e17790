import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * The reader as one script and one style sheet, fonts inside, so that a document can carry both and opens from disk.
 * It is a library build: nothing is loaded later, and nothing is asked for over a network.
 */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 1_000_000,
    lib: {
      entry: 'src/main.tsx',
      formats: ['iife'],
      name: 'throughlineReader',
      fileName: () => 'reader.js',
      cssFileName: 'reader',
    },
  },
});
