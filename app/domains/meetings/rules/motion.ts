export const motionRules = ['majority', 'two-thirds'] as const;
export type MotionRule = (typeof motionRules)[number];

export interface Votes {
  present: number;
  votesFor: number;
  votesAgainst: number;
  abstentions: number;
}

/** More votes were counted than there are people in the room. */
export const tooManyVotes = ({ present, votesFor, votesAgainst, abstentions }: Votes): boolean =>
  votesFor + votesAgainst + abstentions > present;

/**
 * What became of a motion. The base is those present, as 村民委员会组织法 22 has it (到会人员的过半数): who abstains, or does
 * not vote, has not agreed. More than half of them, or at least two thirds.
 */
export function resultOf(rule: MotionRule, { present, votesFor }: Votes): 'carried' | 'rejected' {
  const carried = rule === 'majority' ? votesFor * 2 > present : votesFor * 3 >= present * 2;
  return carried && votesFor > 0 ? 'carried' : 'rejected';
}
