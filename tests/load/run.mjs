/** Bundles a benchmark and runs it: `npm run bench`, `npm run bench -- --quick`, `npm run bench -- --counts`, `-- --areas`, `-- --closing`, `-- --councils`, `-- --deadlines`, `-- --documents`, `-- --insights`, `-- --kept`, `-- --log`, `-- --own-data`, `-- --opinions`, `-- --similar`, `-- --soak 60`, `-- --volunteering`, `-- statistics 100000`. */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildWhatIsStale } from '../../scripts/build.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
process.chdir(root);
const named = {
  '--counts': 'counts',
  '--areas': 'areas',
  '--closing': 'closing',
  '--deadlines': 'deadlines',
  '--councils': 'councils',
  '--documents': 'documents',
  '--insights': 'insights',
  '--opinions': 'opinions',
  '--kept': 'kept',
  '--log': 'log',
  '--own-data': 'own-data',
  '--similar': 'similar',
  '--soak': 'soak',
  '--volunteering': 'volunteering',
  statistics: 'statistics',
};
const name = named[process.argv[2]] ?? 'bench';
// Before the clock waits for the portal to start; Remix empties the folder of benchmarks, too.
if (['bench', 'kept', 'own-data', 'soak', 'volunteering'].includes(name))
  await buildWhatIsStale({ portal: true });
const outfile = path.join(root, `build/bench/${name}.js`);
const threads =
  name === 'documents' ? { 'paper-work': path.join(root, 'app/platform/pdf/paper-work.thread.ts') } : {};
await build({
  entryPoints: { [name]: path.join(root, `tests/load/${name}.ts`), ...threads },
  outdir: path.dirname(outfile),
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  alias: { '~': path.join(root, 'app') },
  logLevel: 'warning',
});
await import(pathToFileURL(outfile).href);
