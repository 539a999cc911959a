import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { askThread } from './kept-thread.server';
import { ThreadTookTooLong } from './run-in-thread.server';

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-thread-'));
  file = path.join(folder, 'answers.cjs');
  writeFileSync(
    file,
    `let answered = 0;
     const { parentPort } = require('node:worker_threads');
     parentPort.on('message', ({ id, work }) => {
       if (work === 'endless') for (;;);
       answered += 1;
       parentPort.postMessage(work === 'fault' ? { id, fault: 'no' } : { id, result: answered });
     });`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('keeps a thread for the next question, and each fault to its own', async () => {
  const asked = { entry: 'kept', file, mostMilliseconds: 60_000 };
  expect(await askThread(asked, 'one')).toBe(1);
  await expect(askThread(asked, 'fault')).rejects.toThrow('no');
  expect(await askThread(asked, 'two')).toBe(3);
});

it('ends a thread that does not answer in time, for all that wait in it; the next begins anew', async () => {
  const asked = { entry: 'endless', file, mostMilliseconds: 60_000 };
  expect(await askThread(asked, 'one')).toBe(1);
  const endless = askThread({ ...asked, mostMilliseconds: 50 }, 'endless');
  const behind = askThread(asked, 'two');
  await Promise.all([
    expect(endless).rejects.toThrow(ThreadTookTooLong),
    expect(behind).rejects.toThrow(ThreadTookTooLong),
  ]);
  expect(await askThread(asked, 'one')).toBe(1);
});
