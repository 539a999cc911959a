import { expect, it } from 'vitest';
import { excerptOf, isQuotedFrom } from './quotation';

it('accepts only words that stand there', () => {
  const text = '南门有三十辆车，\n大家**拉飞线**充电。';
  expect(isQuotedFrom('三十辆车， 大家**拉飞线**', text)).toBe(true);
  expect(isQuotedFrom('没有人反对', text)).toBe(false);
  expect(isQuotedFrom('  ', text)).toBe(false);
});

it('cuts by characters and leaves out marks', () => {
  expect(excerptOf('> **支持**，见[公告](https://example.org)\n- 一条', 20)).toBe('支持，见公告 一条');
  expect(excerptOf('👍👍👍👍', 3)).toBe('👍👍…');
});
