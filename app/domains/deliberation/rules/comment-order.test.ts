import { expect, it } from 'vitest';
import { readCursor, writeCursor } from './comment-order';

const id = '01KAVJ2T4ZQ8W3N5X7Y9B1C3D5';

it('reads what it wrote', () => {
  for (const sort of ['newest', 'support', 'controversy'] as const) {
    const value = sort === 'newest' ? 0 : 12;
    expect(readCursor(sort, writeCursor(sort, { value, id }))).toEqual({ value, id });
  }
});

it('takes anything else for no cursor', () => {
  for (const text of [undefined, '', 'x', `-1:${id}`, `9999999999:${id}`, `1:${id}'`, `1:2:${id}`])
    expect(readCursor('support', text)).toBeNull();
  expect(readCursor('newest', `1:${id}`)).toBeNull();
  expect(readCursor('support', id)).toBeNull();
});
