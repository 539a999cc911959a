import { expect, it } from 'vitest';
import { readQuery } from './schema';

const read = (query: string) => readQuery(new URLSearchParams(query), '2026-11');

it('takes the present year where nothing is asked for, of exact numbers the last twelve months', () => {
  expect(read('')).toMatchObject({ from: '2026-01', to: '2026-11', isExact: false });
  expect(read('exact=1')).toMatchObject({ from: '2025-12', to: '2026-11', isExact: true });
  expect(read('year=&area=')).toMatchObject({ from: '2026-01', to: '2026-11', areaId: undefined });
});

it('takes a year up to the present month, and all of one that is past or to come', () => {
  expect(read('year=2026')).toMatchObject({ from: '2026-01', to: '2026-11' });
  expect(read('year=2025')).toMatchObject({ from: '2025-01', to: '2025-12' });
  expect(read('year=2027')).toMatchObject({ from: '2027-01', to: '2027-12' });
});

it('leaves out what is no such thing, and tells no department from any', () => {
  expect(read('year=soon&category=Non+sense&from=2026-13')).toMatchObject({
    from: '2026-01',
    category: undefined,
  });
  expect(read('department=none').departmentId).toBe('');
  expect(read('').departmentId).toBeUndefined();
  expect(read('from=2026-03&to=2026-03')).toMatchObject({ from: '2026-03', to: '2026-03' });
});

it('counts no months but those of a hundred years, whoever asks', () => {
  for (const far of ['9999-12', '0001-01', '1999-12', '2101-01'])
    expect(read(`from=${far}&to=${far}`), far).toMatchObject({ from: '2026-01', to: '2026-11' });
  expect(read('from=2000-01&to=2100-12')).toMatchObject({ from: '2000-01', to: '2100-12' });
});
