import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const text = readFileSync('docs/security.md', 'utf8');
const unique = (found: Iterable<string>) => [...new Set(found)];

/** Whatever stands as code and has a folder of the checkout in front. */
const named = unique(
  [...text.matchAll(/`((?:app|bin|docs|prisma|scripts|tests)\/[^`]+)`/g)].map(([, path = '']) => path),
);
const linked = unique(
  [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => `docs/${path}`),
);

it('every file that the page on security names is there', () => {
  expect([...named, ...linked].filter((path) => !existsSync(path))).toEqual([]);
  expect(named.length).toBeGreaterThan(100);
});

it('each row says how it stands, and what holds it are tests', () => {
  const rows = text.split('\n').filter((line) => /^\| [0-9]/.test(line));
  expect(rows.length).toBeGreaterThan(90);
  const cells = rows.map((row) => row.split('|').map((cell) => cell.trim()));
  expect(cells.filter((row) => row.length !== 6)).toEqual([]);
  const verdict = /^(met|partly|not met|not applicable|operator|level 3)\b/;
  expect(cells.filter(([, , , where = '']) => !verdict.test(where))).toEqual([]);
  const tests = cells.flatMap(([, , , , held = '']) =>
    [...held.matchAll(/`([^`]+)`/g)].map(([, path]) => path),
  );
  expect(tests.filter((path) => !path?.endsWith('.test.ts'))).toEqual([]);
});

it('each chapter of the standard is gone through', () => {
  const chapters = [...text.matchAll(/\bV(\d+) /g)].map(([, number]) => Number(number));
  expect(chapters).toEqual(Array.from({ length: 17 }, (_none, at) => at + 1));
});
