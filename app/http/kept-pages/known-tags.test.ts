import { expect, it } from 'vitest';
import { knownTags } from './known-tags';

it.each([
  [undefined, []],
  ['', []],
  ['*', '*'],
  [' * ', '*'],
  ['"a"', ['"a"']],
  ['W/"a"', ['"a"']],
  ['"a", W/"b","c"', ['"a"', '"b"', '"c"']],
  ['"a,b" , "c"', ['"a,b"', '"c"']],
  ['"*"', ['"*"']],
  [',, "a",', ['"a"']],
  ['""', ['""']],
])('the header %j names these tags: %j', (header, tags) => {
  expect(knownTags(header)).toEqual(tags);
});

it.each(['a', '"a', '"a" "b"', 'w/"a"', 'W/ "a"', '*, "a"', '"a", *', '"a b"', "'a'"])(
  'nothing is made of a header that is written otherwise: %j',
  (header) => {
    expect(knownTags(header)).toBeNull();
  },
);

it('long headers are read once, not once for each blank', () => {
  const since = performance.now();
  expect(knownTags(`${' '.repeat(200_000)}x`)).toBeNull();
  expect(knownTags(`"a"${' '.repeat(200_000)}x`)).toBeNull();
  expect(knownTags('"a",'.repeat(4000))).toHaveLength(4000);
  expect(performance.now() - since).toBeLessThan(1000);
});
