import { expect, it } from 'vitest';
import { PageCache } from './page-cache.server';
import { remembered } from './remembered';

function counted(confirm = () => Promise.resolve(true)) {
  const pages = new PageCache({ mostBytes: 1000, mostMilliseconds: 1000, now: () => 0 });
  let times = 0;
  const read = () => Promise.resolve((times += 1));
  return { pages, value: remembered({ pages, changes: { confirm }, topics: ['portal'], read }) };
}

it('is read once, and again when its topic was touched', async () => {
  const { pages, value } = counted();
  expect([await value(), await value()]).toEqual([1, 1]);
  pages.invalidate(['proposals']);
  expect(await value()).toBe(1);
  pages.invalidate(['portal']);
  expect([await value(), await value()]).toEqual([2, 2]);
  pages.invalidateAll();
  expect(await value()).toBe(3);
});

it('what changes while it is read makes it stale', async () => {
  const pages = new PageCache({ mostBytes: 1000, mostMilliseconds: 1000, now: () => 0 });
  let times = 0;
  const read = () => {
    if (times === 0) pages.invalidate(['portal']);
    return Promise.resolve((times += 1));
  };
  const value = remembered({
    pages,
    changes: { confirm: () => Promise.resolve(true) },
    topics: ['portal'],
    read,
  });
  expect([await value(), await value(), await value()]).toEqual([1, 2, 2]);
});

it('is answered as it was last read where it cannot be read and nobody can be heard', async () => {
  const pages = new PageCache({ mostBytes: 1000, mostMilliseconds: 1000, now: () => 0 });
  let there = true;
  const read = () => (there ? Promise.resolve('name') : Promise.reject(new Error('gone')));
  const confirm = () => Promise.resolve(there);
  const value = remembered({ pages, changes: { confirm }, topics: ['portal'], read });
  await value();
  there = false;
  expect(await value()).toBe('name');
});

it('is read each time while other processes cannot be heard', async () => {
  const { value } = counted(() => Promise.resolve(false));
  expect([await value(), await value()]).toEqual([1, 2]);
});
