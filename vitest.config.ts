import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';
import { scratchFolder } from './scripts/scratch-folder.mjs';
import { TellSkipped } from './tests/setup/tell-skipped';
import { testsThatOpenADatabase, testsThatReplaceModules } from './tests/setup/test-kinds';

// Their databases, and what else they make and throw away.
process.env.TMPDIR = scratchFolder();

const folders = ['app', 'tests/integration', 'tests/contract', 'tests/vectors'];
const replacing = testsThatReplaceModules(folders);
const database = (await testsThatOpenADatabase(folders)).filter((file) => !replacing.includes(file));

/** What a module keeps is for the process: files share it, and are spared loading everything anew. */
const shared = { isolate: false };

export default defineConfig({
  resolve: { alias: { '~': fileURLToPath(new URL('./app', import.meta.url)) } },
  // React as it is served: its checks for developers are a tenth of the tests that read pages.
  esbuild: { jsxDev: false },
  test: {
    env: { NODE_ENV: 'production' },
    // A guard against what never ends, also where many others have the processor; nothing here should take seconds.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // One more than there are cores: tests wait for locks, for time and for a database server, too.
    maxWorkers: availableParallelism() + 1,
    reporters: ['default', new TellSkipped()],
    projects: [
      { extends: true, test: { name: 'database', include: database, ...shared } },
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['app/**/*.test.{ts,tsx}', 'tests/{integration,contract,vectors}/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...database, ...replacing],
          ...shared,
        },
      },
      { extends: true, test: { name: 'replacing', include: replacing } },
    ],
  },
});
