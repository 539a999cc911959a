import { expect, it } from 'vitest';
import { whyNotMerge, whyNotUndo } from './merge-rules';
import { proposalLifecycle } from '../lifecycle';
import { transitionFrom } from '~/lib/lifecycle';

const facts = (id: string, state: string, hiddenAt: Date | null = null) => ({ id, state, hiddenAt });

it('merges only what the life cycle lets be merged', () => {
  for (const state of proposalLifecycle.states) {
    const may = whyNotMerge(facts('a', state), facts('b', 'gathering')) === null;
    expect(may, state).toBe(transitionFrom(proposalLifecycle, state, 'merge') !== null);
  }
});

it('says why not', () => {
  expect(whyNotMerge(facts('a', 'gathering'), facts('a', 'gathering'))).toBe('proposals.merge-into-itself');
  expect(whyNotMerge(facts('a', 'voting'), facts('b', 'gathering'))).toBe('proposals.merge-under-ballot');
  expect(whyNotMerge(facts('a', 'review'), facts('b', 'voting'))).toBe('proposals.merge-under-ballot');
  for (const state of ['draft', 'withdrawn', 'merged', 'expired', 'declined', 'implementing'])
    expect(whyNotMerge(facts('a', 'review'), facts('b', state)), state).toBe('proposals.merge-target-closed');
  expect(whyNotMerge(facts('a', 'gathering', new Date()), facts('b', 'review'))).toBe(
    'proposals.not-mergeable',
  );
});

it('is undone once, in time, and only while the other stands where the merge left it', () => {
  const merge = { undoneAt: null, undoUntil: new Date('2026-12-01'), intoStateAfter: 'review' };
  const now = { intoState: 'review', fromMergedInto: true, at: new Date('2026-12-01') };
  expect(whyNotUndo(merge, now)).toBeNull();
  expect(whyNotUndo(merge, { ...now, at: new Date('2026-12-02') })).toBe('proposals.merge-undo-over');
  expect(whyNotUndo(merge, { ...now, intoState: 'voting' })).toBe('proposals.merge-moved-on');
  expect(whyNotUndo({ ...merge, undoneAt: new Date() }, now)).toBe('already-decided');
});
