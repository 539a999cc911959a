import { beforeAll, describe, expect, it } from 'vitest';
import { kindsNeverDrawn } from '../chances/never-drawn';
import { panelFinder } from '../chances/panel-finder';
import { kindsOfPeople } from '../kinds-of-people';
import { bindingBounds } from './bounds';
import { findConflicts } from './find-conflicts';
import { smallestRelaxations } from './smallest-relaxations';
import { loadSolver } from '~/lib/linear-programs/load-solver';
import type { Solver } from '~/lib/linear-programs/load-solver';

/** Two features of four values, of each of which more are wanted than there are seats: sixteen ways to give way. */
const values = ['a', 'b', 'c', 'd'];
const features = ['one', 'other'];
const council = {
  ...{ seats: 8, features },
  quotas: features.flatMap((feature) => values.map((value) => ({ feature, value, min: 3, max: 3 }))),
  people: Array.from({ length: 64 }, (_, at) => ({
    ...{ id: String(at), household: null },
    values: [values[at % 4] ?? '', values[Math.floor(at / 4) % 4] ?? ''],
  })),
};
const people = kindsOfPeople(council);
const bounds = bindingBounds(council, people);
const never = () => false;

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

describe('where there is no time', () => {
  it('one conflict and one change are found, and it is said that there may be more', () => {
    const all = findConflicts(solver, { people, bounds });
    expect(all.sets.length).toBeGreaterThan(1);
    const one = findConflicts(solver, { people, bounds }, never);
    expect([one.sets.length, one.complete]).toEqual([1, false]);
    const changes = smallestRelaxations(solver, { people, bounds }, never);
    expect(changes).toMatchObject({ seats: 8, complete: false });
    expect(changes?.all).toHaveLength(1);
  });

  it('nobody is called out of reach', () => {
    const finder = panelFinder(solver, people);
    expect(kindsNeverDrawn(people, finder, never)).toBeNull();
    finder.dispose();
  });
});
