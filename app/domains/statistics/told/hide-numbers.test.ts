import { expect, it } from 'vitest';
import { hideNumbers } from './hide-numbers.server';

const counts = (north: number) => ({
  rows: [
    { id: '4210', above: null, total: north + 20 },
    { id: '421002', above: '4210', total: north },
    { id: '421003', above: '4210', total: 20 },
  ],
  tables: { month: new Map([['421002', new Map([['2026-01', north]])]]) },
});

it('is reckoned once for the same counts, whoever asks meanwhile or afterwards', async () => {
  const [first, second] = [hideNumbers(counts(3)), hideNumbers(counts(3))];
  expect(second).toBe(first);
  expect((await first).total('421002')).toBe(true);
  expect(hideNumbers(counts(3))).toBe(first);
});

it('is reckoned anew where any number differs, in a table too', async () => {
  const hidden = await hideNumbers(counts(30));
  expect(hidden.total('421002')).toBe(false);
  const other = { ...counts(30), tables: { month: new Map([['421002', new Map([['2026-01', 2]])]]) } };
  expect((await hideNumbers(other)).cell('month', '421002', '2026-01')).toBe(true);
  expect(hidden.cell('month', '421002', '2026-01')).toBe(false);
});
