import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { scratchFolder } from './scripts/scratch-folder.mjs';
import { LongestFirst } from './tests/e2e/setup/longest-first';

// The databases of the portals, and what else is made and thrown away; what Chromium keeps, too.
process.env.TMPDIR = scratchFolder();

export default defineConfig({
  resolve: { alias: { '~': fileURLToPath(new URL('./app', import.meta.url)) } },
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    globalSetup: ['tests/e2e/setup/global-setup.ts'],
    testTimeout: 600_000,
    hookTimeout: 240_000,
    pool: 'forks',
    // The server and its build are loaded once in a process, not once for each file; each starts portals of its own.
    isolate: false,
    // The portal as it is served: what people get, and a third less of the processor.
    env: { NODE_ENV: 'production' },
    server: { deps: { external: [/\/server\/index\.js$/] } },
    // One more than there are cores: a third of the time is waiting, for a browser, a clock, a lease that runs out.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
  },
});
