import { fileURLToPath } from 'node:url';
import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import remixConfig from './remix.config.js';
import { oneLanguage } from './scripts/client-words/one-language.mjs';

const app = fileURLToPath(new URL('./app', import.meta.url));
/** Nothing happens when these are read: what a page does not use of them is left out of its code. */
const onlyDeclares = /\/app\/(domains|i18n|lib)\//;

export default defineConfig({
  resolve: { alias: { '~': app } },
  plugins: [tailwindcss(), remix(remixConfig), oneLanguage(app)],
  build: {
    target: 'es2020',
    sourcemap: false,
    rollupOptions: {
      treeshake: { moduleSideEffects: (id) => !onlyDeclares.test(id), manualPureFunctions: ['z'] },
      onwarn: (warning, warn) => {
        // Comments of packages that Rollup does not read, and routes without a page: nothing to mend here.
        if (!['INVALID_ANNOTATION', 'EMPTY_BUNDLE'].includes(warning.code ?? '')) warn(warning);
      },
    },
  },
});
