import { expect, it } from 'vitest';
import { holdsText } from './holds-text';

it('tells what was typed from what was chosen', () => {
  expect(holdsText(['agree', '01ARZ3NDEKTSV4RRFFQ69G5FAV', '2026-12-31T09:00', '', '-3.5', '+08:00'])).toBe(
    false,
  );
  for (const typed of ['路灯', 'a lamp', 'x'.repeat(65), '多', 'a\nb'])
    expect(holdsText(['edit', typed])).toBe(true);
  expect(holdsText([])).toBe(false);
});
