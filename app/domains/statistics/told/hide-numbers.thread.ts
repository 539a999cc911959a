import { parentPort, workerData } from 'node:worker_threads';
import { reckonHidden } from '../rules/small-numbers';
import type { CountsToHide } from '../rules/small-numbers';

/** The entry of the thread that finds out what of a year is not told: ten seconds of work for 3,000 communities. */
parentPort?.postMessage(reckonHidden(workerData as CountsToHide));
