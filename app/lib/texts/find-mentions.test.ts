import { expect, it } from 'vitest';
import { findMentions } from './find-mentions';

const people = [
  { personId: 'a', name: '王芳' },
  { personId: 'b', name: '王芳芳' },
  { personId: 'c', name: '李强' },
  { personId: 'd', name: '李强' },
  { personId: 'e', name: 'Mary Lin' },
];

it('takes the longest name that follows, with or without a space after it', () => {
  expect(findMentions('同意@王芳芳的看法，＠王芳 怎么看？', people, []).personIds).toEqual(['b', 'a']);
  expect(findMentions('@Mary Lin, please', people, []).personIds).toEqual(['e']);
});

it('asks who is meant by a name of two, and takes the one who was chosen', () => {
  expect(findMentions('@李强 费用呢？', people, [])).toEqual({ personIds: [], ambiguous: ['李强'] });
  expect(findMentions('@李强 费用呢？', people, ['d'])).toEqual({ personIds: ['d'], ambiguous: [] });
});

it('hears no call in mail addresses, quotations, strangers and ids from elsewhere', () => {
  expect(findMentions('写信到 office@王芳.cn', people, []).personIds).toEqual([]);
  expect(findMentions('> @王芳 说过\n我也这么看', people, []).personIds).toEqual([]);
  expect(findMentions('@赵六 在吗', people, ['nobody'])).toEqual({ personIds: [], ambiguous: [] });
});
