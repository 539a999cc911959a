import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

const here = path.dirname(fileURLToPath(import.meta.url));

/**
 * Runs a built entry (scripts/build.mjs lists them) with the payload in a thread of its own, so that long
 * calculations leave the site responsive. From sources, as in tests, there is none: `otherwise` runs here.
 */
export function runInThread<Result>(
  entry: string,
  payload: () => unknown,
  otherwise: () => Result,
): Promise<Result> {
  const file = path.join(here, `${entry}.js`);
  if (!existsSync(file)) return Promise.resolve().then(otherwise);
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData: payload() });
    worker.once('message', (result: Result) => {
      resolve(result);
      void worker.terminate();
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread ${entry} ended with ${code}`)));
  });
}
