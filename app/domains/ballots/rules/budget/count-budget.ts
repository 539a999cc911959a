import { fraction, formatDecimal, formatFraction } from '~/lib/numbers/fraction';
import type { BudgetRule, BudgetRules } from '../kinds';
import type { BudgetResult, BudgetRound } from './budget-result';
import { compareOutcomes } from './compare-outcomes';
import { countEqualShares, type EqualSharesCount } from './equal-shares';
import { explainProjects, pointsIn } from './explain-projects';
import { selectGreedily } from './greedy';
import type { BudgetInstance, Utility } from './instance';
import { paymentsOf } from './record-round';

/** A budget result without what is known of papers and quorum. */
export type BudgetCount = Pick<
  BudgetResult,
  | 'rule'
  | 'scores'
  | 'minimumScore'
  | 'stoppedAt'
  | 'budget'
  | 'cost'
  | 'voterBudget'
  | 'increments'
  | 'stoppedBecause'
  | 'budgetTies'
  | 'comparison'
  | 'rounds'
  | 'projects'
> & { selected: string[] };

const utilities: Record<Extract<BudgetRule, `equal-shares-${string}`>, Utility> = {
  'equal-shares-cost': 'cost',
  'equal-shares-cardinality': 'cardinality',
  'equal-shares-points': 'points',
};

/** Counts a budget election by its rule and completion. */
export function countBudget(instance: BudgetInstance, rules: BudgetRules): BudgetCount {
  if (rules.rule === 'greedy-votes') return countGreedily(instance, rules, 'votes');
  if (rules.rule === 'greedy-votes-per-cost') return countGreedily(instance, rules, 'votes-per-cost');
  const shares = countByShares(instance, rules, utilities[rules.rule]);
  if (rules.comparison !== 'greedy-votes') return shares;
  const greedy = countGreedily(instance, rules, 'votes');
  const comparison = compareOutcomes(instance, shares.selected, greedy.selected);
  return { ...(comparison.taken === 'greedy' ? greedy : shares), comparison };
}

function countGreedily(
  instance: BudgetInstance,
  rules: BudgetRules,
  measure: 'votes' | 'votes-per-cost',
): BudgetCount {
  const rounds: BudgetRound[] = [];
  const stopAtMisfit = rules.stopAtFirstMisfit === true;
  const { ties, stoppedAt } = addGreedyRounds(instance, { measure, rounds, before: [], stopAtMisfit });
  return summarise(instance, {
    rules,
    rounds,
    ties: ties.map((projects) => ({ projects, times: 1 })),
    shares: null,
    stoppedAt,
  });
}

function countByShares(instance: BudgetInstance, rules: BudgetRules, utility: Utility): BudgetCount {
  const shown = new Map<number, ReturnType<typeof paymentsOf>>();
  const shares = countEqualShares(instance, {
    utility,
    addOne: rules.completion === 'add1' || rules.completion === 'add1-then-greedy',
    stopWhenExhaustive: rules.stopWhenExhaustive,
    watch: (project, payment, payments, bounds) => {
      shown.set(project, paymentsOf(instance, bounds, project, { payment, payments }));
    },
  });
  const rounds = shareRounds(instance, shares, shown);
  const ties = shares.ties.map(({ projects, times }) => ({
    projects: idsOf(instance, projects),
    times: Number(times),
  }));
  const before = shares.run.purchases.map(({ project }) => project);
  const measure = completionMeasure(rules);
  if (measure) {
    const met = addGreedyRounds(instance, { measure, rounds, before, stopAtMisfit: false });
    ties.push(...met.ties.map((projects) => ({ projects, times: 1 })));
  }
  return summarise(instance, { rules, rounds, ties, shares, stoppedAt: null });
}

function completionMeasure({ completion }: BudgetRules): 'votes' | 'votes-per-cost' | null {
  if (completion === 'greedy' || completion === 'add1-then-greedy') return 'votes';
  return completion === 'greedy-votes-per-cost' ? 'votes-per-cost' : null;
}

function shareRounds(
  instance: BudgetInstance,
  { run, share }: EqualSharesCount,
  shown: Map<number, ReturnType<typeof paymentsOf>>,
): BudgetRound[] {
  let remaining = (share.numerator * BigInt(instance.voters)) / share.denominator;
  return run.purchases.map(({ project: index, tied }) => {
    const project = instance.projects[index];
    remaining -= project?.cost ?? 0n;
    const paid = shown.get(index);
    return {
      ...roundOf(instance, index, remaining),
      phase: paid ? 'equal-shares' : 'zero-cost',
      ...(paid ?? { payments: [], effectiveVotes: null }),
      tiedWith: idsOf(instance, tied).filter((id) => id !== project?.id),
    };
  });
}

interface GreedyRequest {
  measure: 'votes' | 'votes-per-cost';
  rounds: BudgetRound[];
  before: number[];
  stopAtMisfit: boolean;
}

/** Appends the greedy rounds, and answers the ties met and where the count ended before its time. */
function addGreedyRounds(instance: BudgetInstance, { rounds, ...request }: GreedyRequest) {
  const { before } = request;
  const { selected, ties, stoppedAt } = selectGreedily(instance, request);
  let remaining = before.reduce(
    (left, index) => left - (instance.projects[index]?.cost ?? 0n),
    instance.budget,
  );
  for (const index of selected) {
    remaining -= instance.projects[index]?.cost ?? 0n;
    const tied = ties.find((group) => group.includes(index)) ?? [];
    rounds.push({
      ...roundOf(instance, index, remaining),
      phase: 'greedy',
      payments: [],
      effectiveVotes: null,
      tiedWith: idsOf(
        instance,
        tied.filter((one) => one !== index),
      ),
    });
  }
  return { ties: ties.map((group) => idsOf(instance, group)), stoppedAt };
}

function roundOf(instance: BudgetInstance, index: number, remaining: bigint) {
  const project = instance.projects[index];
  return {
    project: project?.id ?? '',
    cost: formatDecimal(project?.cost ?? 0n, instance.decimals),
    votes: project?.votes ?? 0,
    ...pointsIn(instance, project?.score ?? 0n),
    remaining: formatDecimal(remaining, instance.decimals),
  };
}

interface Counted {
  rules: BudgetRules;
  rounds: BudgetRound[];
  ties: BudgetResult['budgetTies'];
  shares: EqualSharesCount | null;
  /** Where greedy rules were to end at the first project that does not fit. */
  stoppedAt: number | null;
}

function summarise(instance: BudgetInstance, counted: Counted): BudgetCount {
  const { rules, rounds, ties, shares } = counted;
  const selected = rounds.map((round) => round.project);
  const chosen = new Set(selected);
  const cost = instance.projects.reduce(
    (sum, project) => (chosen.has(project.id) ? sum + project.cost : sum),
    0n,
  );
  const unit = 10n ** BigInt(instance.decimals);
  const voterBudget = shares ? fraction(shares.share.numerator, shares.share.denominator * unit) : null;
  return {
    rule: rules.rule,
    ...termsShown(instance, counted),
    budget: formatDecimal(instance.budget, instance.decimals),
    cost: formatDecimal(cost, instance.decimals),
    voterBudget: voterBudget ? formatFraction(voterBudget) : null,
    increments: shares && rules.completion.startsWith('add1') ? Number(shares.increments) : null,
    stoppedBecause: shares?.stoppedBecause ?? null,
    budgetTies: ties,
    comparison: null,
    rounds,
    projects: explainProjects(instance, { ...counted, cost }),
    selected,
  };
}

/** What of the rule goes beyond counting approvals and skipping what does not fit. */
function termsShown(
  instance: BudgetInstance,
  { rules, stoppedAt }: Counted,
): Pick<BudgetCount, 'scores' | 'minimumScore' | 'stoppedAt'> {
  const { voteType = 'approval', rankScore = { kind: 'from-max', length: null }, minimumScore } = rules;
  return {
    ...(instance.summed && {
      scores: { voteType, rankScore: voteType === 'ranking' ? rankScore : null },
    }),
    ...(minimumScore !== undefined && minimumScore !== null && { minimumScore }),
    ...(rules.stopAtFirstMisfit === true && {
      stoppedAt: stoppedAt === null ? null : (idsOf(instance, [stoppedAt])[0] ?? null),
    }),
  };
}

function idsOf(instance: BudgetInstance, projects: number[]): string[] {
  return projects.flatMap((index) => instance.projects[index]?.id ?? []);
}
