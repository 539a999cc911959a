import type { BudgetResult, BudgetRound } from '~/domains/ballots/rules/budget/budget-result';
import { pbNoticeWords } from './pb-fault-words';
import type { BudgetRules, RankScore } from '~/domains/ballots/rules/kinds';
import { hasVotes } from '~/domains/ballots/rules/has-votes';
import type { PbNoticeReason, PbRemark } from '~/domains/ballots/rules/pb/pb-file';
import type { TallyOutcome } from '~/domains/ballots/rules/outcome';

type PbNotice = PbRemark<PbNoticeReason>;

/** What `gongzhi tally --json` prints; the fields are described at runTally. */
export function summariseCount(
  { result }: TallyOutcome<BudgetResult>,
  rules: BudgetRules,
  notices: PbNotice[],
) {
  return {
    rule: ruleOf(result, rules),
    winners: result.winners,
    cost: numberIfExact(result.cost),
    budget: numberIfExact(result.budget),
    voterBudget: result.voterBudget,
    increments: result.increments,
    stoppedBecause: result.stoppedBecause,
    ties: result.budgetTies.map((tie) => tie.projects),
    tiesMet: result.budgetTies.reduce((sum, tie) => sum + tie.times, 0),
    steps: [...result.rounds.map(stepOf), ...lossesOf(result)],
    notices: notices.map(({ line, reason, detail }) => `line ${line}: ${reason} ${detail}`.trim()),
  };
}

/** A number where it says exactly the same as the decimal text. */
function numberIfExact(amount: string): number | string {
  return String(Number(amount)) === amount ? Number(amount) : amount;
}

function stepOf({ phase, project, cost, remaining, ...round }: BudgetRound, index: number) {
  return {
    step: phase,
    round: index + 1,
    project,
    cost: numberIfExact(cost),
    remaining: numberIfExact(remaining),
    ...round,
  };
}

function lossesOf(result: BudgetResult) {
  return result.projects
    .filter((one) => one.loss !== null)
    .map(({ project, cost, votes, points, loss, available, fewerVotesButFunded }) => ({
      step: 'not-funded',
      project,
      cost: numberIfExact(cost),
      votes,
      ...(points === undefined ? {} : { points }),
      reason: loss,
      available,
      fewerVotesButFunded,
    }));
}

/** How it was counted. */
function ruleOf({ rule, scores, minimumScore, stoppedAt }: BudgetResult, rules: BudgetRules) {
  return {
    name: rule,
    completion: rules.completion,
    votes: scores?.voteType ?? 'approval',
    rankScore: scores?.rankScore ?? null,
    minimum: minimumScore ?? null,
    ...(stoppedAt === undefined ? {} : { stoppedAt }),
  };
}

interface Described {
  rules: BudgetRules;
  names: Map<string, string>;
  notices: PbNotice[];
}

/** The result for people to read. */
export function describeCount(
  { result }: TallyOutcome<BudgetResult>,
  { rules, names, notices }: Described,
): string {
  const lines = [
    `${result.papers} ballots, ${result.projects.length} projects, budget ${result.budget}`,
    `counted by ${ruleInWords(result, rules)}`,
  ];
  if (!hasVotes(result))
    lines.push('no valid ballot names a project: what follows is by the order of ties alone');
  else if (result.voterBudget !== null) lines.push(`each voter could spend ${result.voterBudget}`);
  if (result.stoppedBecause) lines.push(`${result.increments} increments, stopped: ${result.stoppedBecause}`);
  lines.push('', 'funded:');
  result.rounds.forEach((round, index) => {
    const name = names.get(round.project) ?? '';
    lines.push(
      `${String(index + 1).padStart(4)}  ${round.project}  ${name}  cost ${round.cost}, ${votesInWords(round)}${paidInWords(round)}`,
    );
  });
  lines.push('', `total cost ${result.cost}`, '', 'not funded:');
  for (const { project, cost, loss, available, ...votes } of result.projects) {
    if (loss !== null)
      lines.push(
        `      ${project}  cost ${cost}, ${votesInWords(votes)}: ${loss}, available ${available ?? '-'}`,
      );
  }
  if (notices.length > 0)
    lines.push('', 'notices:', ...notices.map((notice) => `  ${pbNoticeWords(notice)}`));
  return `${lines.join('\n')}\n`;
}

function paidInWords({ payments, perPoint, tiedWith }: BudgetRound): string {
  const [full] = payments;
  const each = perPoint === undefined ? full?.to : `${perPoint} a point`;
  const share = full ? `, ${full.voters} pay ${each}` : '';
  return share + (tiedWith.length > 0 ? `, tied with ${tiedWith.join(', ')}` : '');
}

function votesInWords({ votes, points }: { votes: number; points?: string }): string {
  return points === undefined ? `${votes} votes` : `${points} points of ${votes} votes`;
}

function ruleInWords({ rule, scores, minimumScore, stoppedAt }: BudgetResult, rules: BudgetRules): string {
  const words: string[] = [rule];
  if (rules.completion !== 'none') words.push(`completion ${rules.completion}`);
  if (scores?.voteType === 'points') words.push('points summed');
  if (scores?.rankScore) words.push(rankScoreInWords(scores.rankScore));
  if (!scores && rules.voteType !== undefined) words.push('votes read as approvals');
  if (minimumScore !== undefined) words.push(`at least ${minimumScore} ${scores ? 'points' : 'votes'}`);
  if (stoppedAt !== undefined)
    words.push(`ends at the first that does not fit${stoppedAt === null ? '' : `: ${stoppedAt}`}`);
  return words.join(', ');
}

function rankScoreInWords(score: RankScore): string {
  if (score.kind === 'last-zero') return 'ranks scored last-zero: the last of a ballot has 0';
  if (score.length === null) return 'ranks scored from-max: the first has the ballot’s length, the last 1';
  return `ranks scored from-max: the first has ${score.length}`;
}
