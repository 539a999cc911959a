import { expect, it } from 'vitest';
import { PageCache } from './page-cache.server';

const page = (text: string) => ({ headers: [] as [string, string][], parts: [Buffer.from(text)] });

it('drops pages by topic at once, by age, by size, and never keeps one rendered before a change', () => {
  let time = 0;
  const cache = new PageCache({ mostBytes: 48, mostMilliseconds: 100, now: () => time });
  const about = (topics: string[]) => ({ topics, generation: cache.generation });
  cache.put('a', page('aaaa'), about(['proposals']));
  cache.put('b', page('bbbb'), about(['ballots']));
  cache.invalidate(['proposals']);
  expect(cache.get('a')).toBeNull();
  expect(String(cache.get('b')?.parts[0])).toBe('bbbb');

  const stale = about(['proposals']);
  cache.invalidate(['proposals']);
  cache.put('a', page('old'), stale);
  expect(cache.get('a')).toBeNull();

  cache.put('large', page('x'.repeat(36)), about(['proposals']));
  expect(cache.get('b')).toBeNull();
  time = 200;
  expect(cache.get('large')).toBeNull();
});

it('does not keep a page begun before one of its own topics was touched, whatever else was', () => {
  const cache = new PageCache({ mostBytes: 1000, mostMilliseconds: 1000, now: () => 0 });
  const page = { headers: [], parts: [Buffer.from('page')] };
  const { generation } = cache;
  cache.invalidate(['areas']);
  cache.put('one', page, { topics: ['ballots'], generation });
  expect(cache.get('one')).toBe(page);
  cache.invalidate(['ballots']);
  cache.put('two', page, { topics: ['ballots'], generation });
  expect(cache.get('two')).toBeNull();
});
