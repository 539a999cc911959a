import type { Message } from '../catalogue';
import type { budgetPapers as source } from '../zh-CN/budget-papers';

export const budgetPapers: Record<keyof typeof source, Message> = {
  'form.budgetPapers': 'What a paper says',
  'papers.approvals': 'Tick projects',
  'papers.approvals-hint': 'Voters tick the projects that they are for; each tick is a vote.',
  'papers.points': 'Distribute points',
  'papers.points-hint':
    'All voters have the same number of points and decide which projects get how many; the sums are counted.',
  'papers.ranks': 'Rank projects',
  'papers.ranks-hint':
    'Voters put projects in order. The first place is worth as many points as projects may be ranked, each next one a point less; how many that is stands in “Choose at most” (empty: all).',
  'papers.scores': 'Score each project',
  'papers.scores-hint': 'Voters give each project from 0 to the highest score; the sums are counted.',
  'form.pointsTotal': 'Points of each voter',
  'form.pointsEach': 'Most points for one project (empty: no limit)',
  'form.paperScore': 'Highest score',
  'form.pointsRule': 'Rule for points and scores',
  'points-rule.equal-shares-points': 'Equal shares (by points)',
  'points-rule.equal-shares-points-hint':
    'Every voter gets an equal share of the budget; a funded project is paid for by its supporters in proportion to the points that each gave it, and whoever has spent the share pays no more. Each round takes the project that costs least for each point. So smaller groups get projects in proportion to their numbers.',
  'points-rule.greedy-votes': 'By points',
  'points-rule.greedy-votes-hint':
    'From the project with most points down: whatever still fits into the budget is funded.',
  'points-rule.greedy-votes-per-cost': 'By points per yuan',
  'points-rule.greedy-votes-per-cost-hint':
    'From the project with most points per yuan down: whatever still fits is funded.',
  'import-rule.file': 'As the file says',
  'import-rule.file-hint':
    'By the rule that the file names itself, with its minimum of votes or points; what is chosen below does not matter then.',
  'form.minimumVotes': 'Least votes or points that a project needs (empty: none)',
  'form.minimumVotes-hint': 'Projects with less take no part in the count.',
  'form.stopAtMisfit': 'The count ends at the first project that does not fit',
  'form.stopAtMisfit-hint':
    'Only where it goes by votes or points. Otherwise such a project is skipped, and a cheaper one behind it may be funded.',
  'points-choose': 'Please give your points',
  'points-hint': 'You have {total} points and need not use them all.',
  'points-hint-each': 'At most {most} to one project.',
  'points-given': '{given} of {total} points given, {left} left',
  'points-over': '{given} of {total} points given: {over} too many',
  'ranks-choose': 'Please put the projects in order',
  'ranks-hint':
    'Up to {most} of them. The first place is worth {most} points, each next one a point less; each place is given once.',
  'ranks-tap': 'Tap them in the order of your preference; tap again to take one out.',
  'ranks-rest': ' What is not tapped comes last.',
  'ranks-lists': 'Equal places? Choose them in lists',
  'order-hint': 'To change the order, drag a line by its grip, or use the arrows.',
  'order-up': 'Up: {name}',
  'order-down': 'Down: {name}',
  'ranks-none': 'Nothing is ranked yet.',
  'ranks-full': 'All places are given. To rank another, take one out first.',
  'ranks-order': 'Your order: {names}.',
  'rank-of': '{place}. {name}',
  'scores-choose': 'Please score the projects',
  'scores-hint': 'From 0 to {maximum}; not scored counts as 0.',
  'rule-how':
    'Projects are compared by the points that papers give them; the rule below decides which of them the budget pays for.',
  'rule-papers': 'Papers',
  'rule-points': '{total} points a voter, given as they like',
  'rule-points-each': '{total} points a voter, given as they like, at most {each} to one project',
  'rule-points-any': 'Points are distributed',
  'rule-ranks': 'Projects are ranked: the first place is worth {first} points, each next one a point less',
  'rule-ranks-own':
    'Projects are ranked: the first place is worth as many points as the paper ranks projects, each next one a point less',
  'rule-scores': 'Each project is scored from 0 to {maximum}',
  'rule-minimum': 'Least that a project needs',
  'minimum-votes': { one: '{count} vote', other: '{count} votes' },
  'minimum-points': { one: '{count} point', other: '{count} points' },
  'rule-misfit': 'What does not fit',
  'misfit-stop': 'The count ends at the first project that does not fit',
  'misfit-skip': 'It is skipped, and the next one is looked at',
  points: 'Points',
  'points-for-projects': 'Points for each project',
  'points-from': 'Voters for it',
  'round-facts': 'It costs {cost} and has {points} points from {votes} voters.',
  'payment-point': 'Paid for each point',
  'per-point':
    'Its supporters pay {amount} for each point that they gave it: the least of all projects left, so this round takes it.',
  'fewer-points':
    'Funded with fewer points: {names}. Other voters paid for them out of their own shares, which could not have paid for this project.',
  'fewer-points-greedy': 'Funded with fewer points: {names}. They cost less and fitted into what was left.',
  'below-minimum': 'It has {own}, less than the {minimum} that are needed',
  'no-points': 'It has no points',
  'stopped-at':
    'The count ended at “{project}”: it was the first project that did not fit, and by the rule nothing behind it is looked at.',
  'stopped-nowhere': 'By the rule the count ends at the first project that does not fit; none was met.',
  'scores-summed': 'The points or scores of all papers are summed.',
  'scores-ranks':
    'A first place is worth {first} points, each next one a point less; those of all papers are summed.',
  'scores-ranks-own':
    'A first place is worth as many points as its paper ranks projects, each next one a point less; those of all papers are summed.',
};
