import { expect, it } from 'vitest';
import { isOneOf, saidOf } from './known-words';

it('knows its words and no others', () => {
  expect(isOneOf(['open', 'closed'], 'open')).toBe(true);
  expect(isOneOf(['open', 'closed'], 'postponed')).toBe(false);
  expect(isOneOf(['open'], null)).toBe(false);
});

it('says of a word what the table says, and nothing of what every object has', () => {
  const table = { open: 'progress', refused: null };
  expect(saidOf(table, 'open')).toBe('progress');
  expect(saidOf(table, 'refused')).toBeNull();
  expect(saidOf(table, 'postponed')).toBeUndefined();
  expect(saidOf(table, 'toString')).toBeUndefined();
});
