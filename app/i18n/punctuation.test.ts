import { expect, it } from 'vitest';
import { eventDetails } from './event-details';
import { punctuationOf, withAside } from './punctuation';

it('puts words together by the signs of the language', () => {
  expect(withAside('zh-CN', '陈桂兰', '停车难')).toBe('陈桂兰（停车难）');
  expect(withAside('en', 'Chen', 'parking')).toBe('Chen (parking)');
  expect(['A', 'B'].join(punctuationOf('en').comma)).toBe('A, B');
});

it('departments that are called together stand in a row of the language, in old events as they were kept', () => {
  const zone = { timeZone: 'Asia/Shanghai' };
  const data = { departments: ['Water', 'Parks'] };
  expect(eventDetails({ ...zone, locale: 'en' }, data)).toEqual(['Department: Water, Parks']);
  expect(eventDetails({ ...zone, locale: 'zh-CN' }, data)).toEqual(['部门：Water、Parks']);
  expect(eventDetails({ ...zone, locale: 'zh-CN' }, { department: '水务、园林' })).toEqual([
    '部门：水务、园林',
  ]);
});
