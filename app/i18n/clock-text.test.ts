import { expect, it } from 'vitest';
import { clockText } from './clock-text';
import type { ExplainedClock } from './clock-text';

const clock: ExplainedClock = {
  kind: 'dispatch',
  startedAt: new Date('2026-11-20T16:40:00+08:00'),
  amount: 3,
  unit: 'working-days',
  extendedBy: 0,
  stoodStill: 2,
  dueAt: new Date('2026-11-27T16:40:00+08:00'),
};

it('explains a clock in both languages', () => {
  const english = clockText('en', 'Asia/Shanghai', clock);
  expect(english).toMatch(
    /^registered Fri, Nov 20, 16:40, 3 working days, suspended 2 working days: due Fri, Nov 27, 16:40$/,
  );
  const chinese = clockText('zh-CN', 'Asia/Shanghai', clock);
  expect(chinese).toMatch(/^11月20日周五 16:40登记，3 个工作日，暂停 2 个工作日：11月27日周五 16:40到期$/);
});

it('says one day as one, and that a person set the date', () => {
  const one = { ...clock, kind: 'resolution', amount: 1, stoodStill: 0, extendedBy: 1 } as const;
  expect(clockText('en', 'Asia/Shanghai', one)).toContain('1 working day, extended by 1 working day:');
  expect(clockText('zh-CN', 'UTC', { ...one, amount: 2, unit: 'natural-hours' })).toContain('2 小时（自然时');
  expect(clockText('zh-CN', 'UTC', { ...one, amount: null, unit: null })).toContain('期限由派单人指定');
});
