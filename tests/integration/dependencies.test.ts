import { expect, it } from 'vitest';
import { mayGoAlong, packagesThatRun } from '../../scripts/report-dependencies.mjs';

it('every package that the portal runs with has a licence that may go along with its own', () => {
  const packages = packagesThatRun();
  expect(packages.length).toBeGreaterThan(300);
  expect(packages.filter(({ licence }) => !mayGoAlong(licence))).toEqual([]);
});

it.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0)', true],
  ['(Apache-2.0 AND MIT)', true],
  ['Apache-2.0 AND GPL-3.0', false],
  ['AGPL-3.0-only', false],
  ['SEE LICENSE IN LICENSE', false],
  ['unknown', false],
])('%s: %s', (licence, may) => {
  expect(mayGoAlong(licence)).toBe(may);
});
