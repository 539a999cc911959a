import { expect, it } from 'vitest';
import { toldShape } from './told-shape';

const present = '2026-11';
const year = { from: '2026-01', to: present };

it('is a year of an area, and of it one month, department or category', () => {
  expect(toldShape(year, present)).toEqual({ year: 2026, areaId: '', by: null });
  expect(toldShape({ from: '2025-01', to: '2025-12', areaId: '421002' }, present)).toMatchObject({
    ...{ year: 2025, areaId: '421002' },
  });
  expect(toldShape({ from: '2026-03', to: '2026-03' }, present)?.by).toEqual({
    table: 'month',
    key: '2026-03',
  });
  expect(toldShape({ ...year, departmentId: '' }, present)?.by).toEqual({ table: 'department', key: '' });
  expect(toldShape({ ...year, category: 'housing' }, present)?.by?.table).toBe('category');
});

it('is none of two things at once, and of no other span', () => {
  expect(toldShape({ ...year, departmentId: 'roads', category: 'housing' }, present)).toBeNull();
  expect(toldShape({ from: '2026-03', to: '2026-03', category: 'housing' }, present)).toBeNull();
  for (const [from, to] of [
    ['2026-01', '2026-10'],
    ['2026-02', '2026-11'],
    ['2025-12', '2026-11'],
    ['2025-01', '2026-12'],
  ] as const)
    expect(toldShape({ from, to }, present)).toBeNull();
});

it('is all of the year where its first month is the present one', () => {
  expect(toldShape({ from: '2026-01', to: '2026-01' }, '2026-01')?.by).toBeNull();
});
