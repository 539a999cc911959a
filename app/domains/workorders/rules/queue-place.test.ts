import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openStates, workOrderStates } from '../lifecycle';
import { queuePlace } from './queue-place';
import type { QueuedFacts } from './queue-place';

const at = new Date('2026-11-24T08:00:00Z');
const facts = (change: Partial<QueuedFacts>): QueuedFacts => ({
  state: 'registered',
  urgency: 'normal',
  openRequests: [],
  deadlineAt: null,
  responseDueAt: null,
  doneAt: null,
  updatedAt: at,
  ...change,
});

it('puts what is urgent before what came earlier, and a request before the department', () => {
  expect(queuePlace(facts({ urgency: 'urgent' }))?.dueAt).toEqual(at);
  expect(queuePlace(facts({}))?.dueAt).toEqual(new Date('2026-11-25T08:00:00Z'));
  expect(queuePlace(facts({ state: 'accepted', openRequests: ['extension'] }))?.queue).toBe('review');
  expect(queuePlace(facts({ state: 'done', doneAt: at }))?.dueAt).toEqual(new Date('2026-12-01T08:00:00Z'));
});

it('takes the clock that runs out first', () => {
  const early = new Date('2026-11-24T09:00:00Z');
  const late = new Date('2026-11-30T09:00:00Z');
  const place = queuePlace(facts({ state: 'dispatched', responseDueAt: early, deadlineAt: late }));
  expect(place).toEqual({ queue: 'work', dueAt: early });
});

it('has a queue for each open state and for what is being called back, and for nothing else', () => {
  const waiting: readonly string[] = [...openStates, 'done'];
  fc.assert(
    fc.property(fc.constantFrom(...workOrderStates), (state) => {
      expect(queuePlace(facts({ state })) !== null).toBe(waiting.includes(state));
    }),
  );
});
