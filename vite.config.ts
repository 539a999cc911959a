import { fileURLToPath } from 'node:url';
import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';
import remixConfig from './remix.config.js';
import { oneLanguage } from './scripts/client-words/one-language.mjs';

const app = fileURLToPath(new URL('./app', import.meta.url));
/** Nothing happens when these are read: what a page does not use of them is left out of its code. */
const onlyDeclares = /\/app\/(domains|i18n|lib)\//;

/** Browsers get Preact for React, a tenth of its size; pages are written by React: docs/decisions/0081. */
const preactInBrowsers: Plugin = {
  name: 'preact-in-browsers',
  apply: (_config, { command, isSsrBuild }) => command === 'build' && isSsrBuild !== true,
  config: () => ({
    resolve: {
      alias: [
        { find: /^react$/, replacement: 'preact/compat' },
        { find: /^react-dom$/, replacement: 'preact/compat' },
        { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
        { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
      ],
    },
  }),
};

export default defineConfig({
  resolve: { alias: { '~': app } },
  plugins: [tailwindcss(), preactInBrowsers, remix(remixConfig), oneLanguage(app)],
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
