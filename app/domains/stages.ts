/**
 * How far a matter is, whatever kind it is, in few words: what a map colours and is narrowed by. Each subject says which of
 * its states is which; the same table gives the badge of a state its tone.
 */
export const stages = ['waiting', 'working', 'held-up', 'done', 'refused', 'ended'] as const;
export type Stage = (typeof stages)[number];

/** The states of a kind that are one of the stages. */
export const statesAt = (table: Readonly<Record<string, Stage>>, stage: Stage): string[] =>
  Object.keys(table).filter((state) => table[state] === stage);
