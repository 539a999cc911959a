import { expect, it } from 'vitest';
import type { Ask } from '../../waiting';
import { byUrgency } from './by-urgency';

const now = new Date('2026-12-01T00:00:00Z');
const one = (id: string, ask: Ask, hours: number | null) => ({
  ...{ id, ask, title: id, to: `/${id}` },
  until: hours === null ? null : new Date(now.getTime() + hours * 3600_000),
});
const order = (...waiting: ReturnType<typeof one>[]) => byUrgency(waiting, now).map(({ id }) => id);

it('goes by what is asked, and within that by the day, what has none last', () => {
  expect(
    order(
      one('minutes', 'approve-minutes', null),
      one('draft', 'go-on-writing', null),
      one('call-back', 'confirm', 100),
      one('late', 'vote', 200),
      one('never', 'vote', null),
      one('early', 'vote', 100),
    ),
  ).toEqual(['early', 'late', 'never', 'call-back', 'draft', 'minutes']);
});

it('puts what ends within two days before everything else, by its end', () => {
  expect(
    order(one('vote', 'vote', 49), one('invited', 'answer-invitation', 48), one('shift', 'come', 3)),
  ).toEqual(['shift', 'invited', 'vote']);
});

it('keeps the order of what is alike', () => {
  expect(order(one('a', 'confirm', null), one('b', 'confirm', null))).toEqual(['a', 'b']);
});
