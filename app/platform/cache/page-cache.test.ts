import { randomBytes } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { KeptPage } from './kept-page.server';
import { PageCache } from './page-cache.server';

const page = (text: string) => new KeptPage({ head: [], body: Buffer.from(text) });

it('drops pages by topic at once, by age, by size, and never keeps one rendered before a change', () => {
  let time = 0;
  const cache = new PageCache({ mostBytes: 2500, mostMilliseconds: 100, now: () => time });
  const about = (topics: string[]) => ({ topics, generation: cache.generation });
  cache.put('a', page('aaaa'), about(['proposals']));
  cache.put('b', page('bbbb'), about(['ballots']));
  cache.invalidate(['proposals']);
  expect(cache.get('a')).toBeNull();
  expect(String(cache.get('b')?.form('identity')?.body)).toBe('bbbb');

  const stale = about(['proposals']);
  cache.invalidate(['proposals']);
  cache.put('a', page('old'), stale);
  expect(cache.get('a')).toBeNull();

  cache.put('large', page('x'.repeat(1000)), about(['proposals']));
  expect(cache.get('b')).toBeNull();
  expect(cache.get('large')).not.toBeNull();
  time = 200;
  expect(cache.get('large')).toBeNull();
});

it('does not keep a page begun before one of its own topics was touched, whatever else was', () => {
  const cache = new PageCache({ mostBytes: 10_000, mostMilliseconds: 1000, now: () => 0 });
  const { generation } = cache;
  cache.invalidate(['areas']);
  const one = page('page');
  expect(cache.put('one', one, { topics: ['ballots'], generation })).toBe(one);
  expect(cache.get('one')).toBe(one);
  cache.invalidate(['ballots']);
  cache.put('two', one, { topics: ['ballots'], generation });
  expect(cache.get('two')).toBeNull();
});

it('counts each form of a page towards its bound, also those made later', async () => {
  const cache = new PageCache({ mostBytes: 24_000, mostMilliseconds: 1000, now: () => 0 });
  const about = { topics: ['areas'], generation: cache.generation };
  const noise = () => page(randomBytes(3000).toString('hex'));
  const [one, two] = [cache.put('one', noise(), about), cache.put('two', noise(), about)];
  const before = cache.bytes;
  const [gzip, brotli] = [await two.make('gzip'), await two.make('br')];
  expect(cache.bytes).toBeGreaterThanOrEqual(before + gzip.body.length + brotli.body.length);
  expect(cache.get('one')).toBe(one);
  await one.make('gzip');
  await one.make('br');
  expect(cache.bytes).toBeLessThanOrEqual(24_000);
  expect([cache.get('one'), cache.get('two')].filter((kept) => kept !== null)).toHaveLength(1);
});

it('has Brotli made in the background, of what is asked for again, and goes on with it when it is rendered alike', async () => {
  let time = 0;
  const cache = new PageCache({ mostBytes: 100_000, mostMilliseconds: 100, now: () => time });
  const text = '城市治理'.repeat(500);
  const about = () => ({ topics: ['areas'], generation: cache.generation });
  const kept = cache.put('one', page(text), about());
  cache.wantSmaller('one', kept);
  expect(kept.form('br')).toBeNull();
  const grown = new Promise<void>((resolve) => {
    const { grown } = kept;
    kept.grown = () => (grown(), resolve());
  });
  cache.wantSmaller('one', kept);
  await grown;
  const brotli = kept.form('br');
  expect(String(brotliDecompressSync(brotli?.body ?? ''))).toBe(text);
  expect(String(gunzipSync((await kept.make('gzip')).body))).toBe(text);
  cache.invalidate(['areas']);
  expect(cache.get('one')).toBeNull();
  expect(cache.put('one', page(text), about()).form('br')).toBe(brotli);
  time = 1000;
  expect(cache.get('one')).toBeNull();
  expect(cache.put('one', page(text), about()).form('br')).toBe(brotli);
  expect(cache.put('one', page(`${text}！`), about()).form('br')).toBeNull();
});
