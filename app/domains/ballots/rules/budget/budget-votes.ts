import type { BudgetRules, Choice } from '../kinds';
import { unitsOf, type DecimalAmount } from './amounts';
import { parsePoints } from './points';

export type BudgetPaper = Extract<Choice, { kind: 'budget' }>;

/** One paper: what it gives to projects, in units of 10^-decimals of a point. */
export interface BudgetVote {
  ids: string[];
  /** Null: one for each. */
  units: bigint[] | null;
  /** How many of them, from the first, the paper names; the others have the points that it leaves them. */
  named: number;
}

export interface BudgetVotes {
  /** Whether points or scores of ranks are summed, instead of approvals counted. */
  summed: boolean;
  votes: BudgetVote[];
  /** Of the points. */
  decimals: number;
}

/** More points than can be counted; the message says what is too much. */
export class BeyondCounting extends RangeError {}

/** With points for what papers do not name, each paper is as long as the list of projects. */
const mostFilledIn = 20_000_000;

/** Whether the rule sums what papers of this type give; the others take them as approvals. */
export function sumsPoints({ rule, voteType }: BudgetRules): boolean {
  const asApprovals = rule === 'equal-shares-cost' || rule === 'equal-shares-cardinality';
  return voteType !== undefined && voteType !== 'approval' && !asApprovals;
}

/** The papers as the rule reads them. Throws RangeError for points that are none. */
export function budgetVotes(papers: BudgetPaper[], rules: BudgetRules): BudgetVotes {
  if (rules.voteType === 'points') return pointVotes(papers, rules);
  if (rules.voteType === 'ranking' && sumsPoints(rules)) {
    const votes = papers.map(({ projects }) =>
      voteOf(
        projects,
        projects.map((_, index) => rankPoints(rules, projects.length, index)),
      ),
    );
    return { summed: true, votes, decimals: 0 };
  }
  return { summed: false, votes: papers.map(({ projects }) => approvalOf(projects)), decimals: 0 };
}

const voteOf = (ids: string[], units: bigint[] | null): BudgetVote => ({ ids, units, named: ids.length });
const approvalOf = (ids: string[]) => voteOf(ids, null);

/** What rank `index`, from 0, of a paper with `length` ranks is worth; never below 0. */
function rankPoints({ rankScore }: BudgetRules, length: number, index: number): bigint {
  if (rankScore?.kind === 'last-zero') return BigInt(length - 1 - index);
  return BigInt(Math.max(0, (rankScore?.length ?? length) - index));
}

function pointVotes(papers: BudgetPaper[], rules: BudgetRules): BudgetVotes {
  const given = papers.map(({ points }) => (points ?? []).map(parsePoints));
  if (!sumsPoints(rules)) {
    const votes = papers.map(({ projects }, paper) =>
      approvalOf(projects.filter((_, at) => (given[paper]?.[at]?.units ?? 0n) > 0n)),
    );
    return { summed: false, votes, decimals: 0 };
  }
  const otherwise = parsePoints(rules.defaultPoints ?? '0');
  const decimals = given.reduce(
    (most, points) => points.reduce((own, one) => Math.max(own, one.decimals), most),
    otherwise.decimals,
  );
  const inUnits = (amount: DecimalAmount | undefined) => (amount ? unitsOf(amount, decimals) : 0n);
  const votes = papers.map(({ projects }, paper) =>
    voteOf(
      projects,
      projects.map((_, at) => inUnits(given[paper]?.[at])),
    ),
  );
  const rest = inUnits(otherwise);
  return { summed: true, votes: rest === 0n ? votes : withDefault(votes, rules, rest), decimals };
}

function withDefault(votes: BudgetVote[], { projects }: BudgetRules, rest: bigint): BudgetVote[] {
  if (votes.length * projects.length > mostFilledIn)
    throw new BeyondCounting('too many ballots to fill in the points of what they do not name');
  return votes.map(({ ids, units, named }) => {
    const known = new Set(ids);
    const others = projects.flatMap(({ id }) => (known.has(id) ? [] : [id]));
    return { ids: [...ids, ...others], units: [...(units ?? []), ...others.map(() => rest)], named };
  });
}
