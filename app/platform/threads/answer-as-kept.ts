import { parentPort } from 'node:worker_threads';
import type { KeptAnswer } from './kept-thread.server';

/** In the entry of a thread that `askKeptThread` asks: answers each piece of work by itself, its fault as well. */
export function answerAsKept<Work>(answer: (work: Work) => Promise<unknown>): void {
  const port = parentPort;
  port?.on('message', ({ id, work }: { id: number; work: Work }) => {
    const reply = (given: KeptAnswer) => port.postMessage(given);
    answer(work).then(
      (result) => reply({ id, result }),
      (error: unknown) => reply({ id, fault: error instanceof Error ? error.message : String(error) }),
    );
  });
}
