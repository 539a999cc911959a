import type { BudgetRules, Choice } from '../kinds';
import type { PbFile } from './pb-file';

export type CountingTerms = Pick<BudgetRules, 'rule' | 'completion' | 'stopWhenExhaustive' | 'tieCriteria'>;
type BudgetChoice = Extract<Choice, { kind: 'budget' }>;

/** Rules and papers of an imported election. Limits on single ballots were the city's to check; none is set here. */
export function ballotOfPb(
  file: PbFile,
  terms: CountingTerms,
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
  };
  return { rules, papers: file.votes.map(({ projects }) => ({ kind: 'budget', projects })) };
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
}

/**
 * A closed budget ballot as an anonymous .pb file: voters are numbered in the order of the papers, which the
 * caller has taken apart from who cast them.
 */
export function pbOfBallot(rules: BudgetRules, papers: Choice[], about: PbDescription): PbFile {
  const votes = papers.flatMap((paper) => (paper.kind === 'budget' ? [paper.projects] : []));
  const count = new Map<string, number>();
  for (const id of votes.flat()) count.set(id, (count.get(id) ?? 0) + 1);
  const winners = new Set(about.winners);
  const meta = new Map([
    ['description', about.description],
    ['country', about.country],
    ['unit', about.unit],
    ['instance', about.instance],
    ['num_projects', String(rules.projects.length)],
    ['num_votes', String(votes.length)],
    ['budget', rules.budget],
    ['vote_type', 'approval'],
    ['rule', pabulibRule(rules)],
    ['date_begin', about.dateBegin],
    ['date_end', about.dateEnd],
    ['currency', about.currency],
  ]);
  if (rules.maximum !== null) meta.set('max_length', String(rules.maximum));
  if (rules.maximumCost) meta.set('max_sum_cost', rules.maximumCost);
  return {
    meta,
    budget: rules.budget,
    projects: rules.projects.map(({ id, cost }) => ({
      id,
      cost,
      fields: new Map([
        ['votes', String(count.get(id) ?? 0)],
        ['name', about.names.get(id) ?? ''],
        ['selected', winners.has(id) ? '1' : '0'],
      ]),
    })),
    votes: votes.map((projects, index) => ({ voterId: String(index + 1), projects, fields: new Map() })),
  };
}

/** The names that Pabulib's files use; see the files of Assen and Świecie. */
function pabulibRule({ rule, completion }: BudgetRules): string {
  if (rule === 'greedy-votes') return 'greedy';
  if (rule === 'greedy-votes-per-cost') return 'greedy-votes-per-cost';
  return completion.startsWith('add1') ? 'equalshares/add1' : 'equalshares';
}
