import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { countPapers } from './rules/count-papers';
import type { BallotToCount } from './rules/count-papers';

/** The entry of the thread that counts; papers come as one text, a line each, which crosses over fast. */
const { papers, ...ballot } = workerData as Omit<BallotToCount, 'papers'> & { papers: string };
const { record, ...counted } = countPapers({ ...ballot, papers: papers === '' ? [] : papers.split('\n') });
parentPort?.postMessage({ ...counted, digest: createHash('sha256').update(record).digest('hex') });
