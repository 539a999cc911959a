/** Bundles the measurement of the order queue and runs it: `node tests/load/run-order-queue.mjs [large] [small]`. */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
process.chdir(root);
const outfile = path.join(root, 'build/bench/order-queue.js');
await build({
  entryPoints: [path.join(root, 'tests/load/order-queue.ts')],
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
