import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { ThreadTookTooLong, resultOf } from './run-in-thread.server';

it('ends a thread that takes longer than it may', async () => {
  const worker = new Worker('for (;;);', { eval: true });
  const ended = once(worker, 'exit');
  await expect(resultOf(worker, 'endless', 20)).rejects.toThrow(ThreadTookTooLong);
  await ended;
});

it('answers what a thread says in time', async () => {
  const worker = new Worker("require('node:worker_threads').parentPort.postMessage(7)", { eval: true });
  expect(await resultOf(worker, 'quick', 600_000)).toBe(7);
});
