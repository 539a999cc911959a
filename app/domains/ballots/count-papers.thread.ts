import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { countPapers } from './rules/count-papers';
import type { BallotToCount } from './rules/count-papers';

/** The entry of the thread that counts; papers come page by page, a line each, and null after the last. */
const papers: string[] = [];
parentPort?.on('message', (page: string | null) => {
  if (page !== null) return void papers.push(...page.split('\n'));
  const { record, ...counted } = countPapers({ ...(workerData as Omit<BallotToCount, 'papers'>), papers });
  parentPort?.postMessage({ ...counted, digest: createHash('sha256').update(record).digest('hex') });
});
