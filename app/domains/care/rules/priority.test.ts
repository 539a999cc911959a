import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byPriority, inOrder, reasonsOf } from './priority';
import type { DeclaredFacts } from './priority';

const day = 24 * 3600_000;
const now = new Date('2026-11-24T08:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * day);

const plain: DeclaredFacts = {
  ...{ since: ago(3), urgent: false, raisedUntil: null, unmet: 0, followUps: 0 },
  ...{ rhythmDays: 7, lastContactAt: null },
};

const instant = fc.integer({ min: -400, max: 40 }).map((days) => ago(-days));
const factsOf: fc.Arbitrary<DeclaredFacts> = fc.record({
  since: instant,
  urgent: fc.boolean(),
  raisedUntil: fc.option(instant),
  unmet: fc.integer({ min: 0, max: 5 }),
  followUps: fc.integer({ min: 0, max: 5 }),
  rhythmDays: fc.constantFrom(1, 2, 7, 14, 30),
  lastContactAt: fc.option(instant),
});

describe('the reasons', () => {
  it('say what counts, the weightiest first', () => {
    expect(reasonsOf(plain, now)).toEqual([{ code: 'due', on: ago(-4), rhythm: 7 }]);
    const late = { ...plain, since: ago(10), unmet: 2, followUps: 1, urgent: true, raisedUntil: ago(-1) };
    expect(reasonsOf(late, now)).toEqual([
      { code: 'urgent' },
      { code: 'raised', until: ago(-1) },
      { code: 'unmet', count: 2 },
      { code: 'follow-up', count: 1 },
      { code: 'overdue', days: 3, rhythm: 7 },
    ]);
  });

  it('count an urgent need until its first contact, and a granted contest until its day', () => {
    const codes = (change: Partial<DeclaredFacts>) =>
      reasonsOf({ ...plain, ...change }, now).map(({ code }) => code);
    expect(codes({ urgent: true, lastContactAt: ago(1) })).toEqual(['due']);
    expect(codes({ raisedUntil: ago(0) })).toEqual(['due']);
  });
});

describe('the order', () => {
  it('is one: of three each two agree, and what comes before another does not come after it', () => {
    fc.assert(
      fc.property(factsOf, factsOf, factsOf, (one, two, three) => {
        expect(Math.sign(byPriority(one, two, now)) + Math.sign(byPriority(two, one, now))).toBe(0);
        if (byPriority(one, two, now) <= 0 && byPriority(two, three, now) <= 0)
          expect(byPriority(one, three, now)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('does not look at who somebody is: with ids exchanged the facts stand in the same order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string(), factsOf), { maxLength: 20 }), (rows) => {
        const named = rows.map(([id, , facts]) => ({ id, facts }));
        const renamed = rows.map(([, id, facts]) => ({ id, facts }));
        const order = (of: typeof named) => inOrder(of, now).map(({ facts }) => facts);
        expect(order(renamed)).toEqual(order(named));
        const turned = [...named].reverse();
        const keys = (of: typeof named) =>
          inOrder(of, now).map(({ facts }) => JSON.stringify(reasonsOf(facts, now)));
        expect(keys(turned)).toEqual(keys(named));
      }),
    );
  });

  const more: [string, (facts: DeclaredFacts) => DeclaredFacts][] = [
    ['an urgent need', (facts) => ({ ...facts, urgent: true })],
    ['a granted contest', (facts) => ({ ...facts, raisedUntil: ago(-1) })],
    ['one more contact that failed', (facts) => ({ ...facts, unmet: facts.unmet + 1 })],
    ['one more thing to be done', (facts) => ({ ...facts, followUps: facts.followUps + 1 })],
    [
      'a longer time without contact',
      (facts) => ({
        ...facts,
        ...(facts.lastContactAt
          ? { lastContactAt: new Date(facts.lastContactAt.getTime() - day) }
          : { since: new Date(facts.since.getTime() - day) }),
      }),
    ],
    ['a shorter agreed rhythm', (facts) => ({ ...facts, rhythmDays: Math.ceil(facts.rhythmDays / 2) })],
  ];

  it.each(more)('grows with what is stated: %s moves nobody down', (_name, raise) => {
    fc.assert(
      fc.property(factsOf, factsOf, (facts, other) => {
        expect(byPriority(raise(facts), facts, now)).toBeLessThanOrEqual(0);
        if (byPriority(facts, other, now) <= 0)
          expect(byPriority(raise(facts), other, now)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('knows of nothing but what was declared: any other column changes nothing', () => {
    fc.assert(
      fc.property(factsOf, factsOf, fc.dictionary(fc.string(), fc.anything()), (one, other, noise) => {
        const with_ = { ...noise, ...one } as DeclaredFacts;
        expect(byPriority(with_, other, now)).toBe(byPriority(one, other, now));
        expect(reasonsOf(with_, now)).toEqual(reasonsOf(one, now));
      }),
    );
  });
});
