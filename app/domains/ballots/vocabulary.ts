/** The words of the forms, apart from the schemas: pages may import them without zod. */
export const ballotKinds = ['support', 'single-choice', 'approval', 'ranking', 'score', 'budget'] as const;
export type BallotKind = (typeof ballotKinds)[number];

/** The kind as it stands in a row. Throws for one that is not known: it would be counted as what it is not. */
export function ballotKindOf(text: string): BallotKind {
  const kind = ballotKinds.find((one) => one === text);
  if (!kind) throw new Error(`There is no ballot of kind ${text}`);
  return kind;
}

/** The meetings whose votes are laid down by law: of residents, villagers or owners, all of them or those who stand for others. */
export const meetingKinds = [
  ...(['residents', 'resident-representatives', 'household-representatives'] as const),
  ...(['villagers', 'villager-representatives', 'villager-group', 'owners'] as const),
] as const;
export type MeetingKind = (typeof meetingKinds)[number];

export const ballotStandings = ['consultation', 'statutory-record'] as const;
export const votingUnits = ['person', 'household'] as const;
export const percentageBases = ['votes', 'votes-without-abstentions', 'electorate'] as const;
export const electorateKinds = ['residents', 'organisations', 'list', 'roll'] as const;

export const budgetRules = [
  'equal-shares-cost',
  'equal-shares-cardinality',
  'greedy-votes',
  'greedy-votes-per-cost',
] as const;
/** What a paper of a budget ballot says: which projects, so many points for each, an order, or a score for each. */
export const budgetPapers = ['approvals', 'points', 'ranks', 'scores'] as const;
export type BudgetPapers = (typeof budgetPapers)[number];
/** By what such papers are counted where they do more than approve. */
export const pointRules = ['equal-shares-points', 'greedy-votes', 'greedy-votes-per-cost'] as const;
/** By what an election from a file may be counted; `file`: by what it names itself. */
export const importRules = ['file', ...budgetRules, 'equal-shares-points'] as const;
export const completions = ['add1', 'add1-then-greedy', 'greedy', 'none'] as const;
export const tieRules = ['order', 'draw', 'cheaper'] as const;
export type TieRuleName = (typeof tieRules)[number];
