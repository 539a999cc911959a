/**
 * Runs scripts of package.json side by side, as many at once as there are cores, and shows what each said when it has
 * ended: node scripts/side-by-side.mjs NAME … Ends with 1 if any of them fails.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

const waiting = process.argv.slice(2);
let failed = false;

function run(name) {
  const began = performance.now();
  const child = spawn('npm', ['run', '--silent', name], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('close', (code) => {
      const seconds = ((performance.now() - began) / 1000).toFixed(0);
      console.log(`${code === 0 ? 'good' : 'BAD '} ${name} (${seconds} s)`);
      if (said.trim() !== '') console.log(said.trimEnd());
      if (code !== 0) failed = true;
      resolve();
    });
  });
}

async function work() {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await run(name);
}

await Promise.all(Array.from({ length: availableParallelism() }, work));
process.exitCode = failed ? 1 : 0;
