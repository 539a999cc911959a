import { describe, expect, it } from 'vitest';
import { smoothGroupCount, type GroupCountMemory } from './smooth-group-count';
import { drawStatement, statementPriority } from './statement-priority';

describe('statementPriority', () => {
  it('is Polis’ formula', () => {
    const value = ((1 - 2 / 12) * (0.5 + 1) * (6 / 12) * (1 + 8 * 2 ** -2)) ** 2;
    expect(statementPriority({ agrees: 5, disagrees: 4, answers: 10 }, 0.5, false)).toBeCloseTo(value);
    expect(statementPriority({ agrees: 5, disagrees: 4, answers: 10 }, 0.5, true)).toBe(49);
  });

  it('favours statements that few have seen', () => {
    const few = statementPriority({ agrees: 1, disagrees: 1, answers: 2 }, 0, false);
    const many = statementPriority({ agrees: 50, disagrees: 50, answers: 100 }, 0, false);
    expect(few).toBeGreaterThan(many);
  });
});

describe('drawStatement', () => {
  it('draws in proportion to priority', () => {
    const priorities = new Map([
      ['a', 3],
      ['b', 1],
    ]);
    expect(drawStatement(['a', 'b'], priorities, 0.74)).toBe('a');
    expect(drawStatement(['a', 'b'], priorities, 0.76)).toBe('b');
    expect(drawStatement(['a', 'b', 'new'], priorities, 0.81)).toBe('new');
    expect(drawStatement([], priorities, 0.5)).toBeNull();
  });
});

describe('smoothGroupCount', () => {
  it('changes at the fourth equal result', () => {
    const found = [2, 3, 3, 2, 3, 3, 3, 3, 3];
    let memory: GroupCountMemory | null = null;
    const shown = found.map((k) => (memory = smoothGroupCount(memory, k)).k);
    expect(shown).toEqual([2, 2, 2, 2, 2, 2, 2, 3, 3]);
  });
});
