import { expect, it } from 'vitest';
import { firstSentence } from './first-sentence';

it.each([
  ['楼道灯不亮了。已经三天，老人摸黑上楼。', '楼道灯不亮了'],
  ['你好。楼道灯不亮了。已经三天。', '你好。楼道灯不亮了'],
  ['**楼道灯**不亮！谁来修？', '楼道灯不亮！'],
  ['- 第一，路不平\n- 第二，灯不亮', '第一，路不平 第二，灯不亮'],
  ['The lamp is out. Please mend it.', 'The lamp is out'],
  ['灯。', '灯'],
  ['  \n ', ''],
])('of %j it is %j', (text, title) => {
  expect(firstSentence(text)).toBe(title);
});

it('is cut between characters where the sentence is long', () => {
  const title = firstSentence('𠮷'.repeat(100));
  expect([...title]).toHaveLength(40);
  expect(title.endsWith('𠮷…')).toBe(true);
});
