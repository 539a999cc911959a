import { parentPort, workerData } from 'node:worker_threads';
import { drawPicture } from '../rules/picture';
import type { AnswersToDraw } from '../rules/picture';
import { votesTable } from '../rules/files/write-opinion-files';

/** The entry of the thread that analyses answers: the picture, or the file of a closed conversation. */
const { task, given } = workerData as { task: 'picture' | 'votes'; given: AnswersToDraw };
parentPort?.postMessage(task === 'votes' ? votesTable(given) : drawPicture(given));
