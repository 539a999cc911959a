import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { breaks } from '../mutations/breaks.mjs';
import { canHold, messageParts, testsIn } from '../setup/named-tests';

it('what tests/mutations breaks stands where it says, once, and the test that has to fail is there', () => {
  const wrong = breaks.filter(({ file, find, test, by }) => {
    const stands = existsSync(file) && readFileSync(file, 'utf8').split(find).length === 2;
    return !stands || !(by ?? existsSync(test ?? ''));
  });
  expect(wrong.map(({ fault }) => fault)).toEqual([]);
  expect(breaks.length).toBeGreaterThan(45);
});

it('the test that a break names is one of the file, and the rule one of the checks', () => {
  const sources = ['eslint.config.js', ...readdirSync('scripts/lint').map((file) => `scripts/lint/${file}`)];
  const said = sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/'([^'\n]+)'/g)].map(([, text = '']) => messageParts(text)),
  );
  const knows = ({ by, test, named }: (typeof breaks)[number]) => {
    // A check of the layers names the file.
    if (by === 'layers') return existsSync(named);
    const titles = by ? said : testsIn(readFileSync(test ?? '', 'utf8'));
    return titles.some((title) => canHold(title, by ? named.replace('house/', '') : named));
  };
  const wrong = breaks.filter((one) => !knows(one));
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
  for (const words of ['order, and nothing else', 'is sent to nobody at all']) {
    expect(canHold(filled, words), words).toBe(false);
    expect(canHold(put, words), words).toBe(false);
  }
});
