import { expect, it } from 'vitest';
import { eventDetails } from './event-details';
import { eventText } from './event-text';
import { erasedName } from '~/lib/texts/erased-name';

const zone = { locale: 'zh-CN', timeZone: 'Asia/Shanghai' } as const;
const at = (clock: string) => ({ title: '路灯', clock, deadlineAt: '2026-11-27T09:30:00Z' });

it.each([
  ['response', '工单“路灯”已超过接单期限', '接单期限：'],
  ['dispatch', '工单“路灯”已超过派单期限', '派单期限：'],
  ['resolution', '工单“路灯”已超过办理期限', '办理期限：'],
])('an order that is overdue says what it is late for: %s', (clock, words, label) => {
  expect(eventText('zh-CN', 'work-order.overdue', at(clock))).toBe(words);
  expect(eventDetails(zone, at(clock))[0]).toContain(label);
});

it('takes no word of the data for another event', () => {
  for (const clock of ['toString', '__proto__', 'comment', ''])
    expect(eventText('zh-CN', 'work-order.overdue', at(clock))).toBe('工单“路灯”已超过办理期限');
});

it('says who has closed the account in the words of its reader, or leaves the name out', () => {
  const gone = { title: '路灯', name: erasedName };
  expect(eventText('zh-CN', 'volunteer.withdrew', gone)).toBe('有人退出了“路灯”');
  expect(eventText('en', 'comment.mentioned', gone)).toContain('Closed account');
  expect(eventText('zh-CN', 'comment.mentioned', gone)).toContain('已注销的用户');
});

it.each([
  ['feedback.submitted', '收到诉求', 'Feedback received'],
  ['feedback.reopened', '诉求重新办理', 'Feedback opened again'],
  ['proposal.published', '开始征集附议', 'Began to gather endorsements'],
  ['proposal.threshold-reached', '附议已达到门槛，进入审议', 'Reached its threshold and is under review'],
  ['proposal.endorsement-withdrawn', '撤回了对此事的附议', 'Withdrew the endorsement of it'],
  ['discussion.summarised', '管理员为此事的讨论写了小结', 'A moderator summarised the discussion of it'],
  ['ballot.roll-read', '工作人员查看了选民名册', 'A member of staff read the roll of it'],
])('%s is a sentence also where the title is not said', (type, chinese, english) => {
  expect(eventText('zh-CN', type, { title: '' })).toBe(chinese);
  expect(eventText('en', type, { title: '' })).toBe(english);
});
