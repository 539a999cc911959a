import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { breaks } from '../mutations/breaks.mjs';

it('what tests/mutations breaks stands where it says, once, and the test that has to fail is there', () => {
  const wrong = breaks.filter(({ file, find, test, by }) => {
    const stands = existsSync(file) && readFileSync(file, 'utf8').split(find).length === 2;
    return !stands || !(by ?? existsSync(test ?? ''));
  });
  expect(wrong.map(({ fault }) => fault)).toEqual([]);
  expect(breaks.length).toBeGreaterThan(40);
});
