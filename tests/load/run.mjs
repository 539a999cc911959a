/** Bundles the benchmark and runs it: `npm run bench`, `npm run bench -- --quick`, `-- --counts`, `-- --closing`. */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
process.chdir(root);
const name = ['counts', 'closing'].find((one) => process.argv.includes(`--${one}`)) ?? 'bench';
const outfile = path.join(root, `build/bench/${name}.js`);
await build({
  entryPoints: [path.join(root, `tests/load/${name}.ts`)],
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
