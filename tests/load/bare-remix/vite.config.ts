import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
    remix({
      buildDirectory: process.env.BARE_REMIX_BUILD ?? 'build',
      future: { v3_singleFetch: true, v3_lazyRouteDiscovery: true },
    }),
  ],
});
