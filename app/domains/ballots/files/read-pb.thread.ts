import { parentPort, workerData } from 'node:worker_threads';
import { readPb } from '../rules/pb/read-pb';

/** The entry of the thread that reads a Pabulib file: tens of megabytes take seconds. */
parentPort?.postMessage(readPb(workerData as Uint8Array));
