import { allow, deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';
import type { Prisma } from '~/platform/db/database.server';

/** Of which a file is still being read: no ballot for anyone. */
const unfinished = 'importing';

/** Ballots are for everyone, but for what is still being imported. Its twin: readableBallots. */
export function mayReadBallot(ballot: { state: string }): Decision {
  return ballot.state === unfinished ? deny('ballots.import-incomplete') : allow;
}

/** The twin of mayReadBallot for lists. */
export const readableBallots = { state: { not: unfinished } } as const satisfies Prisma.BallotWhereInput;
