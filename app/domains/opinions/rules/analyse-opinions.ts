import {
  consensusStatements,
  divisiveStatements,
  groupInformedConsensus,
  type ConsensusStatement,
  type DivisiveStatement,
} from './common-ground';
import { addCounts, countVotes, type VoteCount } from './count-votes';
import { findGroups, smallestGroup, type Grouping } from './find-groups';
import { opinionPoints, rowsToGroup, type Point } from './opinion-points';
import { principalComponents, type Components } from './principal-components';
import { representativeStatements, type RepresentativeStatement } from './representative-statements';
import { statementExtremity, statementPriority } from './statement-priority';
import type { VoteMatrix } from './vote-matrix';

export interface OpinionTerms {
  /** Ids of statements that were moderated out: they count for nothing. */
  moderatedOut?: ReadonlySet<string>;
  /** Ids of statements about the person. */
  meta?: ReadonlySet<string>;
  /** Fixes the number of groups; null: 2 to 5, by silhouette. */
  groups?: number | null;
}

/** Statements and participants are given by their index in the matrix; all shares are estimates (x + 1) / (n + 2). */
export interface OpinionAnalysis {
  /** Place of each participant on the map. */
  points: Point[];
  /** Group of each participant; -1: answered too little, or in a group too small to be shown. */
  groupOf: Int32Array;
  /** Groups shown, the largest first. */
  groups: OpinionGroup[];
  /** People in groups too small to be shown. */
  hidden: number;
  consensus: ConsensusStatement[];
  divisive: DivisiveStatement[];
  /** By statement, from 0 to 1; null for statements moderated out. */
  groupInformed: (number | null)[];
  /** By statement; 0 for statements moderated out. */
  priorities: number[];
  everyone: VoteCount[];
  tried: Grouping['tried'];
  /** The axes of the map. */
  components: Components;
}

export interface OpinionGroup {
  people: number;
  /** Middle of the group on the map. */
  middle: Point;
  counts: VoteCount[];
  representative: RepresentativeStatement[];
}

/**
 * The map of opinion from votes: see docs/opinions.md for each step and its source. Pure and deterministic: the
 * same votes give the same analysis whatever order they came in.
 */
export function analyseOpinions(matrix: VoteMatrix, terms: OpinionTerms = {}): OpinionAnalysis {
  const eligible = [...matrix.statements.keys()].filter(
    (statement) => !terms.moderatedOut?.has(matrix.statements[statement] ?? ''),
  );
  const leftOut = new Set([...matrix.statements.keys()]);
  for (const statement of eligible) leftOut.delete(statement);
  const components = principalComponents(matrix, leftOut);
  const points = opinionPoints(matrix, components, leftOut);
  const rows = rowsToGroup(matrix);
  const grouping = findGroups(
    rows.map((row) => points[row] as Point),
    terms.groups ?? null,
  );
  const { groupOf, groups, allCounts, shown } = describeGroups(matrix, { rows, grouping, points, eligible });
  const everyone = countVotes(matrix);
  const grouped = addCounts(allCounts);
  const isOut = (statement: number) => leftOut.has(statement);
  return {
    points,
    groupOf,
    groups,
    hidden: grouping.sizes.reduce((sum, size) => (size < smallestGroup ? sum + size : sum), 0),
    consensus: consensusStatements(everyone, shown, eligible),
    divisive: divisiveStatements(shown, eligible),
    groupInformed: matrix.statements.map((_, statement) =>
      isOut(statement) || shown.length === 0 ? null : groupInformedConsensus(shown, statement),
    ),
    priorities: matrix.statements.map((id, statement) => {
      if (isOut(statement)) return 0;
      const extremity = statementExtremity(components, statement);
      const count = grouped[statement] ?? { agrees: 0, disagrees: 0, answers: 0 };
      return statementPriority(count, extremity, terms.meta?.has(id) ?? false);
    }),
    everyone,
    tried: grouping.tried,
    components,
  };
}

interface Grouped {
  rows: number[];
  grouping: Grouping;
  points: Point[];
  eligible: number[];
}

function describeGroups(matrix: VoteMatrix, { rows, grouping, points, eligible }: Grouped) {
  const members = grouping.sizes.map((): number[] => []);
  rows.forEach((row, at) => members[grouping.groupOf[at] as number]?.push(row));
  const allCounts = members.map((own) => countVotes(matrix, own));
  const shown = members.filter((own) => own.length >= smallestGroup);
  const groupOf = new Int32Array(matrix.participants.length).fill(-1);
  const groups = shown.map((own, group): OpinionGroup => {
    for (const row of own) groupOf[row] = group;
    const counts = allCounts[group] ?? [];
    const rest = allCounts.filter((_, other) => other !== group);
    const others = rest.length > 0 ? addCounts(rest) : countVotes(matrix, []);
    return {
      people: own.length,
      middle: middleOf(own.map((row) => points[row] as Point)),
      counts,
      representative: representativeStatements(counts, others, eligible),
    };
  });
  return { groupOf, groups, allCounts, shown: groups.map(({ counts }) => counts) };
}

function middleOf(points: Point[]): Point {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}
