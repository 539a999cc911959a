import { expect, it } from 'vitest';
import { fenOfYuan } from './yuan';

it.each<[string, bigint | null]>([
  ['5000', 500_000n],
  ['5,000.50', 500_050n],
  ['1,234,567', 123_456_700n],
  ['12 000', 1_200_000n],
  ['１２，０００．５', 1_200_050n],
  ['12000。5', 1_200_050n],
  ['￥0.5', 50n],
  [' ¥ 100 元 ', 10_000n],
  ['99999999999', 9_999_999_999_900n],
  // Ten times or a hundred times as much to whoever reads the comma otherwise.
  ['12,50', null],
  ['12，5', null],
  ['1,2000', null],
  ['1,234 567', null],
  ['3000 50', null],
  ['1元5', null],
  ['100¥', null],
  ['1.234', null],
  ['-1', null],
  ['1e5', null],
  ['五千', null],
  ['3万', null],
  ['', null],
  ['元', null],
  ['999999999999', null],
])('reads %s yuan', (text, fen) => {
  expect(fenOfYuan(text)).toBe(fen);
});
