/** Bundles and runs the measurement of deadlines: `node tests/load/deadlines.mjs`. */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
process.chdir(root);
const outfile = path.join(root, 'build/bench/deadlines.js');
await build({
  entryPoints: [path.join(root, 'tests/load/deadlines.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  alias: { '~': path.join(root, 'app') },
  logLevel: 'warning',
});
await import(pathToFileURL(outfile).href);
