import { describe, expect, it } from 'vitest';
import { approvalDays, approvalOf } from './approval';
import { resultOf, tooManyVotes } from './motion';
import { attendancePercent } from './steps';
import { subjectInAddress } from './subject-in-address';

const votes = (present: number, votesFor: number) => ({ present, votesFor, votesAgainst: 0, abstentions: 0 });

describe('a motion', () => {
  it.each([
    ['majority', 4, 2, 'rejected'],
    ['majority', 5, 3, 'carried'],
    ['majority', 1, 1, 'carried'],
    ['two-thirds', 6, 4, 'carried'],
    ['two-thirds', 7, 4, 'rejected'],
    ['two-thirds', 100, 66, 'rejected'],
    ['majority', 0, 0, 'rejected'],
    ['two-thirds', 0, 0, 'rejected'],
  ] as const)('by %s, %i present and %i for, is %s', (rule, present, votesFor, result) => {
    expect(resultOf(rule, votes(present, votesFor))).toBe(result);
  });

  it('has no more votes than people present, however they are spread', () => {
    expect(tooManyVotes({ present: 3, votesFor: 1, votesAgainst: 1, abstentions: 1 })).toBe(false);
    expect(tooManyVotes({ present: 3, votesFor: 2, votesAgainst: 1, abstentions: 1 })).toBe(true);
  });
});

describe('minutes', () => {
  const laidAt = new Date('2026-11-24T08:00:00Z');
  const after = (days: number) => new Date(laidAt.getTime() + days * 24 * 3600_000);
  const of = (...verdicts: (string | null)[]) => ({ verdicts, laidAt });

  it('count as approved by more than half of those present, and never over an objection', () => {
    expect(approvalOf(of('approved', null), after(1))).toBe('waiting');
    expect(approvalOf(of('approved', 'approved', null), after(1))).toBe('approved');
    expect(approvalOf(of('approved', 'approved', 'objected'), after(30))).toBe('objected');
  });

  it('count as approved when the term is over and nobody has objected', () => {
    expect(approvalOf(of(null, null), after(approvalDays - 0.001))).toBe('waiting');
    expect(approvalOf(of(null, null), after(approvalDays))).toBe('by-term');
  });
});

it('rounds no share of those present up', () => {
  expect([27, 199, 200].map((present) => attendancePercent({ due: 200, present }))).toEqual([13, 99, 100]);
  expect(attendancePercent({ due: 0, present: 0 })).toBe(0);
});

it.each([
  ['/proposals/01ABC', { kind: 'proposal', id: '01ABC' }],
  ['https://gz.example/work-orders/01ABC?x=1#y', { kind: 'work-order', id: '01ABC' }],
  ['conversations/01ABC/report', { kind: 'conversation', id: '01ABC' }],
  ['/proposals/new', null],
  ['/moderation/01ABC', null],
  ['停车位/怎么划', null],
])('finds in %s what the page is about', (typed, subject) => {
  expect(subjectInAddress(typed)).toEqual(subject);
});
