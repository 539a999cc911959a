import { parentPort, workerData } from 'node:worker_threads';
import { boundMemory } from './bound-memory';

// Before the decoder is read: what a file says of its size may be a lie, and this holds all the same.
boundMemory(WebAssembly.Memory.prototype, 512 * 1024 * 1024);

const { rawOfHeic } = await import('./raw-of-heic');
const answer = await rawOfHeic(workerData as Uint8Array);
parentPort?.postMessage(answer, typeof answer === 'string' ? [] : [answer.data.buffer as ArrayBuffer]);
