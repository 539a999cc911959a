import { parentPort, workerData } from 'node:worker_threads';
import { readCountablePb } from '../rules/pb/read-countable-pb';

/** The entry of the thread that reads a Pabulib file: tens of megabytes take seconds. */
parentPort?.postMessage(readCountablePb(workerData as Uint8Array));
