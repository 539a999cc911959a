import { expect, it } from 'vitest';
import { sameWords } from './same-words';

it.each([
  ['周末停车费应该减半。', '周末停车费应该减半'],
  ['周末停车费，应该减半！', ' 周末 停车费 应该减半 '],
  ['週末停車費應該減半', '周末停车费应该减半'],
  ['ＷｉＦｉ要免费', 'wifi 要免费'],
  ['A café on the corner', 'a cafe on the CORNER'],
])('%s says the same as %s', (one, other) => {
  expect(sameWords(one, other)).toBe(true);
});

it.each([
  ['周末停车费应该减半', '周末停车费不应该减半'],
  ['15 岁以下免费', '16 岁以下免费'],
])('%s does not say the same as %s', (one, other) => {
  expect(sameWords(one, other)).toBe(false);
});
