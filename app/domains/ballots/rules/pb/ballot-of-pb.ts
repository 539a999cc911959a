import type { BudgetRules, BudgetVoteType, Choice, RankScore } from '../kinds';
import type { PbCounting, PbFile, PbVoteType } from './pb-file';
import { readCounting } from './read-counting';
import { Remarks } from './remarks';

export type CountingTerms = Pick<BudgetRules, 'rule' | 'completion' | 'stopWhenExhaustive' | 'tieCriteria'> &
  Partial<Pick<BudgetRules, 'minimumScore' | 'stopAtFirstMisfit'>> & {
    /** What ranks are worth; default: from-max with the file's `max_length`. */
    rankScore?: RankScore['kind'];
  };
type BudgetChoice = Extract<Choice, { kind: 'budget' }>;

const voteTypes: Record<PbVoteType, BudgetVoteType> = {
  approval: 'approval',
  ordinal: 'ranking',
  cumulative: 'points',
  scoring: 'points',
};

/** Rules and papers of an imported election. Limits on single ballots were the city's to check; none is set here. */
export function ballotOfPb(
  file: PbFile,
  { rankScore, ...terms }: CountingTerms,
): { rules: BudgetRules; papers: BudgetChoice[] } {
  const rules: BudgetRules = {
    kind: 'budget',
    options: file.projects.map((project) => project.id),
    projects: file.projects.map(({ id, cost }) => ({ id, cost })),
    budget: file.budget,
    electorateSize: file.votes.length,
    quorum: null,
    maximum: null,
    ...terms,
    ...votesOf(file.counting, rankScore),
  };
  const papers = file.votes.map(({ projects, points }): BudgetChoice => ({
    kind: 'budget',
    projects,
    ...(points && { points }),
  }));
  return { rules, papers };
}

/** How papers of the file are read, as rules have it; nothing where they approve. */
export function votesOf(
  { voteType, maximumLength, defaultPoints }: PbCounting,
  rankScore: RankScore['kind'] = 'from-max',
): Pick<BudgetRules, 'voteType' | 'rankScore' | 'defaultPoints'> {
  if (voteType === 'approval') return {};
  if (voteType !== 'ordinal') return { voteType: voteTypes[voteType], defaultPoints };
  const scores: RankScore =
    rankScore === 'last-zero' ? { kind: 'last-zero' } : { kind: 'from-max', length: maximumLength };
  return { voteType: voteTypes[voteType], rankScore: scores };
}

export interface PbDescription {
  description: string;
  country: string;
  unit: string;
  instance: string;
  /** As the format writes them: 31.12.2026. */
  dateBegin: string;
  dateEnd: string;
  currency: string;
  /** Names by project id. */
  names: Map<string, string>;
  winners: string[];
  /** Sums of points by project id, where these are counted. */
  scores: Map<string, string>;
}

/**
 * A closed budget ballot as an anonymous .pb file: voters are numbered in the order of the papers, which the
 * caller has taken apart from who cast them.
 */
export function pbOfBallot(rules: BudgetRules, papers: Choice[], about: PbDescription): PbFile {
  const votes = papers.flatMap((paper) => (paper.kind === 'budget' ? [paper] : []));
  const count = new Map<string, number>();
  for (const id of votes.flatMap(({ projects }) => projects)) count.set(id, (count.get(id) ?? 0) + 1);
  const winners = new Set(about.winners);
  const meta = metaOf(rules, votes.length, about);
  return {
    meta,
    counting: readCounting(meta, { remarks: new Remarks(), lines: new Map() }),
    budget: rules.budget,
    projects: rules.projects.map(({ id, cost }) => ({
      id,
      cost,
      fields: new Map([
        ['votes', String(count.get(id) ?? 0)],
        ...(about.scores.size > 0 ? [['score', about.scores.get(id) ?? '0'] as const] : []),
        ['name', about.names.get(id) ?? ''],
        ['selected', winners.has(id) ? '1' : '0'],
      ]),
    })),
    votes: votes.map(({ projects, points }, index) => ({
      voterId: String(index + 1),
      projects,
      points: rules.voteType === 'points' ? (points ?? []) : null,
      fields: new Map(),
    })),
  };
}

/** Points of a sum that may be spread are cumulative; those that each project may have for itself are scores. */
function pabulibType({ voteType, pointLimits }: BudgetRules): PbVoteType {
  if (voteType === 'ranking') return 'ordinal';
  if (voteType !== 'points') return 'approval';
  return pointLimits && pointLimits.total !== null ? 'cumulative' : 'scoring';
}

function metaOf(rules: BudgetRules, votes: number, about: PbDescription): PbFile['meta'] {
  const meta = new Map([
    ['description', about.description],
    ['country', about.country],
    ['unit', about.unit],
    ['instance', about.instance],
    ['num_projects', String(rules.projects.length)],
    ['num_votes', String(votes)],
    ['budget', rules.budget],
    ['vote_type', pabulibType(rules)],
    ['rule', pabulibRule(rules)],
    ['date_begin', about.dateBegin],
    ['date_end', about.dateEnd],
    ['currency', about.currency],
  ]);
  const length = rules.rankScore?.kind === 'from-max' ? rules.rankScore.length : null;
  const maximum = length ?? rules.maximum;
  if (maximum !== null) meta.set('max_length', String(maximum));
  const { each = null, total = null } = rules.pointLimits ?? {};
  if (each !== null || total !== null) meta.set('max_points', String(each ?? total));
  if (total !== null) meta.set('max_sum_points', String(total));
  if (rules.maximumCost) meta.set('max_sum_cost', rules.maximumCost);
  if (rules.minimumScore) meta.set('min_project_score_threshold', rules.minimumScore);
  if (rules.defaultPoints && rules.defaultPoints !== '0') meta.set('default_score', rules.defaultPoints);
  return meta;
}

/** The names that Pabulib's files use; see the files of Assen and Świecie. What is left to greedy counting is added. */
function pabulibRule({ rule, completion, minimumScore, stopAtFirstMisfit }: BudgetRules): string {
  if (rule.startsWith('greedy')) {
    const name = rule === 'greedy-votes' ? 'greedy' : rule;
    if (stopAtFirstMisfit === true) return `${name}-no-skip`;
    return minimumScore ? `${name}-threshold` : name;
  }
  const added = completion.startsWith('add1') ? '/add1' : '';
  return `equalshares${added}${completion.endsWith('greedy') ? '/greedy' : ''}`;
}
