import { fileURLToPath } from 'node:url';
import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import remixConfig from './remix.config.js';

export default defineConfig({
  resolve: { alias: { '~': fileURLToPath(new URL('./app', import.meta.url)) } },
  plugins: [tailwindcss(), remix(remixConfig)],
  build: {
    target: 'es2020',
    sourcemap: false,
    rollupOptions: {
      onwarn: (warning, warn) => {
        // Comments of packages that Rollup does not read, and routes without a page: nothing to mend here.
        if (!['INVALID_ANNOTATION', 'EMPTY_BUNDLE'].includes(warning.code ?? '')) warn(warning);
      },
    },
  },
});
