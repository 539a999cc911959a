import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Council, Person, Quota } from '~/domains/councils/rules/council';
import { councilLottery } from '~/domains/councils/rules/draw-council';
import { loadSolver } from '~/lib/linear-programs/load-solver';
import type { Solver } from '~/lib/linear-programs/load-solver';
import { everyConflict, everySet, leximinOver, seatsBroken } from './every-panel';
import type { BoundGiven } from './every-panel';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** Small enough to look at every panel, and every subset of at most fourteen bounds. */
const councils: fc.Arbitrary<Council> = fc
  .record({
    features: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }),
    people: fc.integer({ min: 1, max: 8 }),
    seats: fc.integer({ min: 1, max: 4 }),
    draws: fc.array(fc.nat(999), { minLength: 60, maxLength: 60 }),
    households: fc.boolean(),
  })
  .map(({ features, people, seats, draws, households }) => {
    let next = 0;
    const below = (count: number) => (draws[next++ % draws.length] ?? 0) % count;
    const names = features.map((_, at) => `特征 ${at}`);
    const quotas = features.flatMap((values, at) =>
      Array.from({ length: values }, (_, value): Quota => {
        const min = Math.max(0, below(seats + 2) - 1);
        return { feature: names[at] ?? '', value: `值${value}`, min, max: min + below(3) };
      }),
    );
    const one = (id: number): Person => ({
      id: `人${id}`,
      values: features.map((values) => `值${below(values)}`),
      household: households && below(3) > 0 ? `户${below(4)}` : null,
    });
    return {
      seats,
      features: names,
      quotas: quotas.slice(0, 7),
      people: Array.from({ length: people }, (_, id) => one(id)),
    };
  })
  .filter(({ features, quotas, people }) =>
    people.every(({ values }) =>
      values.every((value, at) => quotas.some((one) => one.feature === features[at] && one.value === value)),
    ),
  );

const inOrder = (sets: readonly (readonly BoundGiven[])[]) =>
  sets
    .map((set) =>
      set
        .map((one) => Object.values(one).join(' '))
        .sort()
        .join(' + '),
    )
    .sort();

const runs = 40;

describe('small councils, of which every panel is looked at', () => {
  it('have the chances that LEXIMIN defines, and lists of panels that keep to the quotas and give them', () => {
    fc.assert(
      fc.property(councils, (council) => {
        const panels = everySet(council).filter((set) => seatsBroken(council, set) === 0);
        const lottery = councilLottery(solver, council, 60);
        expect(lottery.feasible).toBe(panels.length > 0);
        if (!lottery.feasible) return;
        const chances = leximinOver(solver, panels, council.people.length);
        chances.forEach((chance, person) => expect(lottery.chances[person]).toBeCloseTo(chance, 7));
        const ids = new Set(
          panels.map((panel) =>
            panel
              .map((at) => council.people[at]?.id)
              .sort()
              .join(),
          ),
        );
        for (const panel of lottery.panels) expect(ids).toContain([...panel].sort().join());
        lottery.listChances.forEach((chance, person) =>
          expect(Math.abs(chance - (lottery.chances[person] ?? 0))).toBeLessThanOrEqual(5 / 60),
        );
        const never = council.people.filter((_, at) => !panels.some((panel) => panel.includes(at)));
        expect(lottery.impossible).toEqual(never.map(({ id }) => id));
      }),
      { numRuns: runs },
    );
  });

  it('without a panel have every conflict told, and the smallest change with whom it leaves out', () => {
    const seats = (council: Council) =>
      Math.min(...everySet(council).map((set) => seatsBroken(council, set)));
    fc.assert(
      fc.property(
        councils.filter((council) => seats(council) > 0),
        (council) => {
          const answer = councilLottery(solver, council, 10);
          if (answer.feasible) throw new Error('there is no panel');
          const sets = everySet(council);
          if (sets.length === 0) {
            expect(answer).toMatchObject({ why: 'too-few-people', smallestRelaxation: null });
            return;
          }
          expect(answer.conflictsComplete).toBe(true);
          expect(inOrder(answer.conflicts)).toEqual(inOrder(everyConflict(council, sets)));
          expect(answer.smallestRelaxation?.seats).toBe(seats(council));
          for (const { changes, neverDrawn } of [
            ...(answer.smallestRelaxation ? [answer.smallestRelaxation] : []),
            ...answer.otherRelaxations,
          ]) {
            const quotas = council.quotas.map((quota) => ({ ...quota }));
            for (const { feature, value, bound, change } of changes) {
              const quota = quotas.find((one) => one.feature === feature && one.value === value);
              if (quota) quota[bound] += change;
            }
            const panels = sets.filter((set) => seatsBroken({ ...council, quotas }, set) === 0);
            expect(panels).not.toEqual([]);
            const never = council.people.filter((_, at) => !panels.some((panel) => panel.includes(at)));
            expect(neverDrawn).toEqual(never.map(({ id }) => id));
          }
        },
      ),
      { numRuns: runs },
    );
  });
});
