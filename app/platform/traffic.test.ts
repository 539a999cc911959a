import { expect, it } from 'vitest';
import { Traffic } from './traffic';

it('lets long work go on at once where nobody waits, and when the last request is answered', async () => {
  const traffic = new Traffic();
  await traffic.giveWay();
  const done: string[] = [];
  traffic.begin();
  traffic.begin();
  const work = traffic.giveWay().then(() => done.push('work'));
  await new Promise((resolve) => setTimeout(resolve, 2));
  traffic.end();
  await Promise.resolve();
  expect(done).toEqual([]);
  traffic.end();
  await work;
  expect(done).toEqual(['work']);
});

it('holds long work up for a short while only, however many wait', async () => {
  const traffic = new Traffic();
  traffic.begin();
  await traffic.giveWay();
  await traffic.giveWay();
});
