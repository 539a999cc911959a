import { panelFinder } from '../chances/panel-finder';
import { kindsNeverDrawn } from '../chances/never-drawn';
import { kindsOfPeople } from '../kinds-of-people';
import type { Council, KindsOfPeople } from '../council';
import { bindingBounds, saidBound } from './bounds';
import type { SaidBound } from './bounds';
import { findConflicts } from './find-conflicts';
import { forMilliseconds } from './may-go-on';
import type { MayGoOn } from './may-go-on';
import { smallestRelaxations } from './smallest-relaxations';
import type { Relaxation } from './smallest-relaxations';
import type { Solver } from '~/lib/linear-programs/load-solver';

/** A bound and what becomes of it: a min is lowered (`change` below 0), a max raised. */
export interface ChangedBound extends SaidBound {
  change: number;
}

export interface SaidRelaxation {
  /** Seats by which bounds give way, together. */
  seats: number;
  changes: ChangedBound[];
  /** Ids of those who would be on no panel even then: the smallest change sits on the edge of what is possible. */
  neverDrawn: string[];
  /** False where who they are was not found out in time. */
  neverDrawnKnown: boolean;
}

/** Why there is no panel, and what would help. */
export interface NoPanel {
  feasible: false;
  /** `too-few-people`: fewer, or fewer households, than seats; no change of quotas helps. */
  why: 'quotas-conflict' | 'too-few-people';
  /** Minimal sets of bounds that no panel meets together. */
  conflicts: SaidBound[][];
  conflictsComplete: boolean;
  smallestRelaxation: SaidRelaxation | null;
  /** Others with as few seats. */
  otherRelaxations: SaidRelaxation[];
  /** False where there may be others. */
  relaxationsComplete: boolean;
}

const tooFewPeople: NoPanel = {
  feasible: false,
  why: 'too-few-people',
  conflicts: [],
  conflictsComplete: true,
  smallestRelaxation: null,
  otherRelaxations: [],
  relaxationsComplete: true,
};

/**
 * How long is looked for more of each, in milliseconds: a pool of which nearly everybody is alone with their features may
 * have thousands of conflicts, each of which takes a second to find.
 */
const longest = { conflicts: 40_000, relaxations: 15_000, neverDrawn: 60_000, others: 25_000 };

/**
 * Explains why the council has no panel: every conflict of its quotas and the smallest changes that help, as far as these
 * are found in time; one of each in any case.
 */
export function explainNoPanel(solver: Solver, council: Council, people: KindsOfPeople): NoPanel {
  // Of a pool of none there is nothing to solve, which the solver does not take.
  if (council.people.length === 0) return tooFewPeople;
  const bounds = bindingBounds(council, people);
  const relaxations = smallestRelaxations(solver, { people, bounds }, forMilliseconds(longest.relaxations));
  if (!relaxations) return tooFewPeople;
  const { sets, complete } = findConflicts(solver, { people, bounds }, forMilliseconds(longest.conflicts));
  const [first = [], ...rest] = relaxations.all;
  const smallest = said(solver, { council, relaxation: first }, forMilliseconds(longest.neverDrawn));
  const mayGoOn = forMilliseconds(longest.others);
  const others = rest
    .map((relaxation) => mayGoOn() && said(solver, { council, relaxation }, mayGoOn))
    .filter((one) => one !== false);
  return {
    feasible: false,
    why: 'quotas-conflict',
    conflicts: sets.map((set) => set.map((bound) => saidBound(council.quotas, bound))),
    conflictsComplete: complete,
    smallestRelaxation: smallest,
    otherRelaxations: others,
    relaxationsComplete: relaxations.complete && others.length === rest.length,
  };
}

interface Relaxed {
  council: Council;
  relaxation: Relaxation;
}

function said(solver: Solver, { council, relaxation }: Relaxed, mayGoOn: MayGoOn): SaidRelaxation {
  const changes = relaxation.map(({ bound, seats }) => ({
    ...saidBound(council.quotas, bound),
    change: bound.side === 'min' ? -seats : seats,
  }));
  const never = neverDrawn(solver, relaxed(council, relaxation), mayGoOn);
  return {
    seats: relaxation.reduce((sum, { seats }) => sum + seats, 0),
    changes,
    neverDrawn: never ?? [],
    neverDrawnKnown: never !== null,
  };
}

function relaxed(council: Council, relaxation: Relaxation): Council {
  const quotas = council.quotas.map((quota) => ({ ...quota }));
  for (const { bound, seats } of relaxation) {
    const quota = quotas[bound.quota];
    if (!quota) continue;
    if (bound.side === 'min') quota.min -= seats;
    else quota.max += seats;
  }
  return { ...council, quotas };
}

function neverDrawn(solver: Solver, council: Council, mayGoOn: MayGoOn): string[] | null {
  const people = kindsOfPeople(council);
  const finder = panelFinder(solver, people);
  try {
    const found = kindsNeverDrawn(people, finder, mayGoOn);
    if (!found) return null;
    const kinds = new Set(found);
    return council.people.flatMap(({ id }, at) => (kinds.has(people.kindOf[at] as number) ? [id] : []));
  } finally {
    finder.dispose();
  }
}
