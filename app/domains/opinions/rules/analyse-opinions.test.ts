import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseOpinions } from './analyse-opinions';
import { VoteCollector, type Vote } from './vote-matrix';

/** [participant, statement, vote] */
type Cast = [number, number, Vote];

function matrixOf(votes: Cast[]) {
  const collector = new VoteCollector();
  for (const [participant, statement, vote] of votes)
    collector.add(collector.participant(String(participant)), collector.statement(String(statement)), vote);
  return collector.matrix();
}

/** Two camps of 20 and 12 people: all agree on 0 and reject 1, they part over 2 to 9. */
const camps: Cast[] = Array.from({ length: 32 }, (_, person) =>
  Array.from({ length: 10 }, (__, statement): Cast => {
    const camp = person < 20 ? 1 : -1;
    if ((person + statement) % 7 === 3) return [person, statement, 0];
    if (statement < 2) return [person, statement, statement === 0 ? 1 : -1];
    return [person, statement, camp * (statement % 2 === 0 ? 1 : -1) === 1 ? 1 : -1];
  }),
).flat();

const cast = fc.tuple(fc.nat(25), fc.nat(6), fc.constantFrom(1 as const, 0 as const, -1 as const));

describe('analyseOpinions', () => {
  it('finds two camps, what joins and what parts them', () => {
    const { groups, groupOf, consensus, divisive, groupInformed } = analyseOpinions(matrixOf(camps));
    expect(groups.map(({ people }) => people)).toEqual([20, 12]);
    expect(new Set(groupOf.slice(0, 20))).toEqual(new Set([0]));
    expect(consensus.map(({ statement, direction }) => [statement, direction])).toEqual([
      [0, 'agree'],
      [1, 'disagree'],
    ]);
    expect(divisive.map(({ statement }) => statement).sort()).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    expect(groups[0]?.representative).toHaveLength(5);
    for (const { statement, direction } of groups[0]?.representative ?? [])
      expect([statement > 1, direction]).toEqual([true, statement % 2 === 0 ? 'agree' : 'disagree']);
    expect(Math.max(...groupInformed.map(Number))).toBe(groupInformed[0]);
  });

  it('leaves out what was moderated out', () => {
    const terms = { moderatedOut: new Set(['0', '2']) };
    const { consensus, divisive, priorities, groupInformed } = analyseOpinions(matrixOf(camps), terms);
    expect([...consensus, ...divisive].some(({ statement }) => [0, 2].includes(statement))).toBe(false);
    expect([priorities[0], groupInformed[2]]).toEqual([0, null]);
  });

  it('fixes the number of groups when asked', () => {
    expect(analyseOpinions(matrixOf(camps), { groups: 3 }).groups).toHaveLength(3);
  });

  it.each([
    ['one statement', camps.filter(([, statement]) => statement === 0), 2],
    ['all the same', camps.map(([person, statement]): Cast => [person, statement, 1]), 1],
    ['four people', camps.filter(([person]) => person > 17 && person < 22), 0],
    ['nine people', camps.filter(([person]) => person > 15 && person < 25), 1],
    ['nobody', [], 0],
  ])('has an answer for %s', (_, votes, groups) => {
    expect(analyseOpinions(matrixOf(votes)).groups).toHaveLength(groups);
    expect(analyseOpinions(matrixOf(votes), { groups: 5 }).groups.length).toBeLessThanOrEqual(5);
  });

  it('gives the same for the same votes in any order, and never shows a small group', () => {
    fc.assert(
      fc.property(fc.uniqueArray(cast, { maxLength: 120, selector: ([a, b]) => `${a} ${b}` }), (votes) => {
        const straight = analyseOpinions(matrixOf(votes));
        expect(analyseOpinions(matrixOf([...votes].reverse()))).toEqual(straight);
        expect(straight.groups.every(({ people }) => people >= 5)).toBe(true);
        expect(straight.points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
      }),
    );
  });
});
