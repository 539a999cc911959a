import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { breaks } from '../mutations/breaks.mjs';
import { canHold, testsIn } from '../setup/named-tests';

it('what tests/mutations breaks stands where it says, once, and the test that has to fail is there', () => {
  const wrong = breaks.filter(({ file, find, test, by }) => {
    const stands = existsSync(file) && readFileSync(file, 'utf8').split(find).length === 2;
    return !stands || !(by ?? existsSync(test ?? ''));
  });
  expect(wrong.map(({ fault }) => fault)).toEqual([]);
  expect(breaks.length).toBeGreaterThan(50);
});

it('the test that a break names is one of the file, and the rule one of the checks', () => {
  const rules = [
    ...['eslint.config.js', '.dependency-cruiser.cjs'],
    ...readdirSync('scripts/lint').map((file) => `scripts/lint/${file}`),
  ]
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const wrong = breaks.filter(({ by, test, named }) =>
    by
      ? !rules.includes(named.replace('house/', ''))
      : !testsIn(readFileSync(test ?? '', 'utf8')).some((title) => canHold(title, named)),
  );
  expect(wrong.map(({ fault, named }) => `${fault}: ${named}`)).toEqual([]);
});

it('a test of this kind knows names that a run fills in', () => {
  const text = `describe('a list', () => {
  it.each(kinds)('of kind %s holds all', () => {});
  it(\`is read by \${who} alone\`, () => {});
});`;
  const [filled = [], put = []] = testsIn(text);
  expect(canHold(filled, 'a list of kind order holds')).toBe(true);
  expect(canHold(filled, 'a list of kind')).toBe(true);
  expect(canHold(put, 'is read by ann alone')).toBe(true);
  for (const words of ['a list of nothing', 'order', 'is read by nobody']) {
    expect(canHold(filled, words), words).toBe(false);
    expect(canHold(put, words), words).toBe(false);
  }
});
