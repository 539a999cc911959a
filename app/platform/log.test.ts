import fs from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, expect, it, vi } from 'vitest';
import { openLog } from './log.server';

afterEach(() => vi.restoreAllMocks());

it('writes what is said in one turn of the event loop in one go, in its order', async () => {
  const written: string[] = [];
  vi.spyOn(fs, 'writeSync').mockImplementation((_file, text) => {
    written.push(String(text));
    return Buffer.byteLength(String(text));
  });
  const log = openLog('info');
  log.info('one');
  openLog('info').info('two');
  expect(written).toEqual([]);
  await nextTurn();
  await nextTurn();
  expect(written).toHaveLength(1);
  const lines = (written[0] ?? '').trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(['one', 'two']);
  log.info('three');
  await nextTurn();
  await nextTurn();
  expect(written).toHaveLength(2);
});
