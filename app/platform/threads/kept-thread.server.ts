import { Worker } from 'node:worker_threads';
import { ThreadTookTooLong, builtEntry } from './run-in-thread.server';

/** How long a thread waits for more work before it goes, and its memory with it. */
const idleMilliseconds = 60_000;

/** Longer than any piece of work that is known by far: whoever asks does not wait for ever. */
const longestMilliseconds = 3 * 60_000;

interface Waiting {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

interface Kept {
  worker: Worker;
  waiting: Map<number, Waiting>;
  next: number;
  idle: NodeJS.Timeout | undefined;
}

/** What a kept thread answers: see `answerAsKept`. */
export type KeptAnswer = { id: number; result: unknown } | { id: number; fault: string };

const threads = new Map<string, Kept>();

/** Whatever ends a thread ends what it was asked; the next question begins another. */
function forget(entry: string, kept: Kept, why: Error): void {
  if (threads.get(entry) === kept) threads.delete(entry);
  clearTimeout(kept.idle);
  for (const { reject } of kept.waiting.values()) reject(why);
  kept.waiting.clear();
}

function begin(entry: string, file: string): Kept {
  const worker = new Worker(file);
  const kept: Kept = { worker, waiting: new Map(), next: 1, idle: undefined };
  worker.on('message', (answer: KeptAnswer) => {
    const asked = kept.waiting.get(answer.id);
    kept.waiting.delete(answer.id);
    if ('fault' in answer) asked?.reject(new Error(answer.fault));
    else asked?.resolve(answer.result);
    if (kept.waiting.size > 0) return;
    // Nobody waits: neither the process nor the thread is held up.
    worker.unref();
    kept.idle = setTimeout(() => {
      threads.delete(entry);
      void worker.terminate();
    }, idleMilliseconds).unref();
  });
  worker.on('error', (error) => forget(entry, kept, error));
  worker.on('exit', (code) => forget(entry, kept, new Error(`The thread ${entry} ended with ${code}`)));
  threads.set(entry, kept);
  return kept;
}

/** Asks the thread of this file, which is begun where there is none; ends it where an answer takes longer. */
export function askThread<Result>(
  { entry, file, mostMilliseconds }: { entry: string; file: string; mostMilliseconds: number },
  work: unknown,
): Promise<Result> {
  const kept = threads.get(entry) ?? begin(entry, file);
  clearTimeout(kept.idle);
  kept.worker.ref();
  const id = kept.next;
  kept.next += 1;
  const answered = new Promise<Result>((resolve, reject) => {
    kept.waiting.set(id, { resolve: (result) => resolve(result as Result), reject });
    kept.worker.postMessage({ id, work });
  });
  const timer = setTimeout(() => {
    forget(entry, kept, new ThreadTookTooLong(`The thread ${entry} did not answer in time`));
    void kept.worker.terminate();
  }, mostMilliseconds);
  return answered.finally(() => clearTimeout(timer));
}

/**
 * As `runInThread`, for work that comes often and has much to read before it can begin: the thread stays, with what it
 * has read, until it has had nothing to do for a minute. What is asked at once is worked at in one thread; the entry
 * answers by `answerAsKept`. Throws `ThreadTookTooLong`, for all that wait in it, where one piece of work does not end.
 */
export function askKeptThread<Result>(
  entry: string,
  work: unknown,
  otherwise: () => Promise<Result>,
): Promise<Result> {
  const file = builtEntry(entry);
  if (!file) return Promise.resolve().then(otherwise);
  return askThread<Result>({ entry, file, mostMilliseconds: longestMilliseconds }, work);
}
