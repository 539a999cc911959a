import { expect, it } from 'vitest';
import { typedRows } from './typed-rows';
import { byteOrderMark, csvLines } from './write-csv';

it('reads back what was written as CSV: numbers as numbers, texts without their guards', () => {
  const rows = [
    ['id', '数', '话'],
    [1, -0.5, '=1+1'],
    ['421002003001', '007', "'引号"],
    ['4.2E+17', '11-2', '两行\n话, "引"'],
  ];
  const back = typedRows(byteOrderMark + csvLines(rows));
  expect(back).toEqual(rows);
});
