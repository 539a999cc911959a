import { parentPort, workerData } from 'node:worker_threads';
import { countPages } from './count-pages';
import type { BallotHead } from './count-pages';

/** The entry of the thread that counts; papers come page by page, and null after the last. */
const pages: string[] = [];
parentPort?.on('message', (page: string | null) => {
  if (page !== null) pages.push(page);
  else parentPort?.postMessage(countPages(workerData as BallotHead, pages));
});
