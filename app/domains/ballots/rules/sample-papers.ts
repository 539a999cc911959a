import type { BallotRules, BudgetRules, Choice, RankingRules, ScoreRules } from './kinds';

/** As many electors as a share in percent is easily read of. */
export const sampleElectors = 100;
const usualPapers = 60;

/** How many take part in the sample: enough for the quorum, so that the rule itself is seen. */
export function samplePapersOf({ quorum }: BallotRules): number {
  if (!quorum) return usualPapers;
  return Math.max(usualPapers, Math.ceil((quorum.numerator * sampleElectors) / quorum.denominator));
}

/** The options as the voter with this number likes them: the first most often first, each of them first to some. */
function liked<One>(options: readonly One[], at: number): One[] {
  const turn = (at * at + Math.floor(at / 3)) % (2 * options.length);
  const first = turn >= options.length ? 0 : turn;
  return [...options.slice(first), ...options.slice(0, first)];
}

const answers = ['yes', 'yes', 'no', 'yes', 'abstain'] as const;

function supports(options: readonly string[], at: number): Choice {
  const answer = (index: number) =>
    answers[(at + 2 * index + ((at * index) % 3)) % answers.length] ?? 'abstain';
  return {
    kind: 'support',
    answers: Object.fromEntries(options.map((option, index) => [option, answer(index)])),
  };
}

function scores({ options, minimum, maximum }: ScoreRules, at: number): Choice {
  const range = maximum - minimum + 1;
  const given = options.map((option, index) => [option, maximum - ((at * (index + 1) + index) % range)]);
  return { kind: 'score', scores: Object.fromEntries(given) as Record<string, number> };
}

const ranks = ({ options }: RankingRules, at: number): Choice => ({
  kind: 'ranking',
  ranks: liked(options, at).map((option) => [option]),
});

/** Points in the order of liking: half of what is left to each, and of scores the highest and downwards. */
function pointsGiven(projects: readonly string[], { pointLimits }: BudgetRules): string[] {
  const { each = null, total = null } = pointLimits ?? {};
  let left = total;
  return projects.map((_, place) => {
    const liked = left === null ? (each ?? projects.length) - place : Math.ceil(left / 2);
    const given = Math.max(0, Math.min(liked, each ?? liked));
    if (left !== null) left -= given;
    return String(given);
  });
}

/** Of the projects as they are liked, those that a paper may name together, and what it says of them. */
function funds(rules: BudgetRules, at: number): Choice {
  const projects = named(rules, at);
  if (rules.voteType !== 'points') return { kind: 'budget', projects };
  const points = pointsGiven(projects, rules);
  const worth = projects.filter((_, place) => points[place] !== '0');
  return { kind: 'budget', projects: worth, points: points.slice(0, worth.length) };
}

function named({ projects, maximum, maximumCost }: BudgetRules, at: number): string[] {
  const most = Math.min(maximum ?? projects.length, Math.max(1, Math.ceil(projects.length / 2)));
  let left = maximumCost == null ? Number.POSITIVE_INFINITY : Number(maximumCost);
  const ids: string[] = [];
  for (const { id, cost } of liked(projects, at)) {
    if (ids.length === most || Number(cost) > left) continue;
    ids.push(id);
    left -= Number(cost);
  }
  return ids;
}

/** What the voter with this number votes in the sample; allowed by the rules. The same number votes alike each time. */
export function samplePaper(rules: BallotRules, at: number): Choice {
  switch (rules.kind) {
    case 'support':
      return supports(rules.options, at);
    case 'single-choice':
      return { kind: 'single-choice', option: liked(rules.options, at)[0] ?? null };
    case 'approval':
      return { kind: 'approval', options: liked(rules.options, at).slice(0, Math.min(rules.maximum, 2)) };
    case 'ranking':
      return ranks(rules, at);
    case 'score':
      return scores(rules, at);
    case 'budget':
      return funds(rules, at);
  }
}
