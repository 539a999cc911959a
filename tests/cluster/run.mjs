/** Bundles the cluster and starts it: `npm run cluster`, `npm run cluster -- --faults`, `npm run cluster -- --figures`. */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildWhatIsStale } from '../../scripts/build.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
process.chdir(root);
await buildWhatIsStale({ portal: true });
const outfile = path.join(root, 'build/cluster/main.js');
await build({
  entryPoints: [path.join(root, 'tests/cluster/main.ts')],
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
