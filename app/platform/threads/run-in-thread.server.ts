import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

const here = path.dirname(fileURLToPath(import.meta.url));

/** Beside the command line, which serves; the pages' bundle lies in build/server/assets. */
const folders = [here, path.join(here, '../../cli')];

/** The built entry of a thread, or null where this runs from sources. */
export function builtEntry(entry: string): string | null {
  return folders.map((folder) => path.join(folder, `${entry}.js`)).find((file) => existsSync(file)) ?? null;
}

/**
 * The same for a payload that comes in parts, each of which crosses over by itself: the entry gets `head` as its data,
 * the parts as messages, and null at the end.
 */
export async function runInThreadByParts<Result>(
  entry: string,
  { head, parts }: { head: unknown; parts: AsyncIterable<string> },
  otherwise: (parts: string[]) => Result,
): Promise<Result> {
  const file = builtEntry(entry);
  if (!file) {
    const all: string[] = [];
    for await (const part of parts) all.push(part);
    return otherwise(all);
  }
  const worker = new Worker(file, { workerData: head });
  const result = resultOf<Result>(worker, entry);
  try {
    for await (const part of parts) worker.postMessage(part);
  } catch (error) {
    result.catch(() => undefined);
    await worker.terminate();
    throw error;
  }
  worker.postMessage(null);
  return result;
}

/** The thread did not answer in the time that it was given, and is ended. */
export class ThreadTookTooLong extends Error {}

/** What the thread answers, which ends it. Where a time is given it is ended then, whatever it does. */
export function resultOf<Result>(
  worker: Worker,
  entry: string,
  longestMilliseconds?: number,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const result = new Promise<Result>((resolve, reject) => {
    worker.once('message', (result: Result) => {
      resolve(result);
      void worker.terminate();
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread ${entry} ended with ${code}`)));
    if (longestMilliseconds !== undefined)
      timer = setTimeout(() => {
        reject(new ThreadTookTooLong(`The thread ${entry} took more than ${longestMilliseconds} ms`));
        void worker.terminate();
      }, longestMilliseconds);
  });
  return result.finally(() => clearTimeout(timer));
}

/** An entry, and how long it may take. */
export interface TimedEntry {
  entry: string;
  longestMilliseconds: number;
}

/**
 * Runs a built entry (scripts/build.mjs lists them) with the payload in a thread of its own, so that long
 * calculations leave the site responsive; ended where they take longer than they may. From sources, as in tests, there is none: `otherwise` runs here.
 */
export function runInThread<Result>(
  timed: string | TimedEntry,
  payload: () => unknown,
  otherwise: () => Result | Promise<Result>,
): Promise<Result> {
  const { entry, longestMilliseconds }: Partial<TimedEntry> & { entry: string } =
    typeof timed === 'string' ? { entry: timed } : timed;
  const file = builtEntry(entry);
  if (!file) return Promise.resolve().then(otherwise);
  return resultOf<Result>(new Worker(file, { workerData: payload() }), entry, longestMilliseconds);
}
