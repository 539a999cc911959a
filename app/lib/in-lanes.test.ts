import { expect, it } from 'vitest';
import { inLanes } from './in-lanes';

it('does each once, with as many at a time as there are lanes', async () => {
  let running = 0;
  let most = 0;
  const done: number[] = [];
  await inLanes(3, [1, 2, 3, 4, 5, 6, 7], async (item) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 1));
    running -= 1;
    done.push(item);
  });
  expect(most).toBe(3);
  expect(done.sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

it('throws what an item throws, and bears an empty list', async () => {
  await inLanes(3, [], () => Promise.reject(new Error('never')));
  await expect(inLanes(2, [1, 2], () => Promise.reject(new Error('no')))).rejects.toThrow('no');
});
