import { expect, it } from 'vitest';
import { newId } from './ids';

const noon = new Date('2026-11-24T12:00:00Z');

it('sorts by time, and within a millisecond by order of making', () => {
  const ids = [
    newId(new Date(noon.getTime() - 1)),
    ...Array.from({ length: 500 }, () => newId(noon)),
    newId(new Date(noon.getTime() + 1)),
  ];
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

it('has the form of a ULID', () => {
  expect(newId(noon)).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
});

it('tells nothing of the next id but its beginning', () => {
  const [one, other] = [newId(noon), newId(noon)];
  expect(one.slice(0, 10)).toBe(other.slice(0, 10));
  expect(one.slice(13)).not.toBe(other.slice(13));
});
