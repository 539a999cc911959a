/** Characters of a statement: one thought, read at a glance on a phone. */
export const longestStatement = 140;
export const mostSeeds = 50;
/** Statements of one person in one conversation. */
export const mostStatements = 20;
