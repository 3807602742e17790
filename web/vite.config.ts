import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The workbench's pages. Everything ships with it: no font, script or picture comes from elsewhere. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 900 },
});
