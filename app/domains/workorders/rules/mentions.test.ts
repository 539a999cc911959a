import { expect, it } from 'vitest';
import { mentionsIn } from './mentions';

const people = [
  { id: 'a', displayName: '王芳' },
  { id: 'b', displayName: '王芳芳' },
  { id: 'c', displayName: 'Lee' },
];

it('finds who is named, the longest name first', () => {
  expect(mentionsIn('请 @王芳芳 看看', people)).toEqual(['b']);
  expect(mentionsIn('@Lee @王芳，明天去', people)).toEqual(['a', 'c']);
  expect(mentionsIn('王芳 a@b.example', people)).toEqual([]);
});
