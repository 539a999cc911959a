import { expect, it } from 'vitest';
import { parentOf, readCode, trailOf } from './division-code';

it.each([
  ['421000000000', 'city', '4210'],
  ['421002000000', 'district', '421002'],
  ['421002001000', 'street', '421002001'],
  ['421002001003', 'community', '421002001003'],
  ['421002001003004', 'grid', '421002001003004'],
])('reads %s as %s', (code, level, id) => {
  expect(readCode(code)).toEqual({ level, id });
});

it.each(['', '4210', '42100000000x', '000000000000', '421002001003000'])('refuses %s', (code) => {
  expect(readCode(code)).toBeNull();
});

it('knows what lies above', () => {
  expect(trailOf('421002001003')).toEqual(['4210', '421002', '421002001', '421002001003']);
  expect(parentOf('421002001003')).toBe('421002001');
  expect(parentOf('4210')).toBeNull();
});

it.each([
  ['441900003001', ['4419', '441900003', '441900003001']],
  ['442000001', ['4420', '442000001']],
  ['460400100', ['4604', '460400100']],
  ['620200000001', ['6202', '620200000001']],
  ['421002000001', ['4210', '421002', '421002000001']],
  ['421002001000001', ['4210', '421002', '421002001', '421002001000001']],
])('passes over the level that the place of %s does not have', (id, trail) => {
  expect(trailOf(id)).toEqual(trail);
  expect(parentOf(id)).toBe(trail.at(-2));
});
