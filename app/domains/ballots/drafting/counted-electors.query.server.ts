import type { ReadContext } from '../../context';
import type { NewBallot } from '../organising/new-ballot-schema';
import { votesOfAccounts } from '../organising/open-ballot.server';
import type { BallotToOpen } from '../organising/open-ballot.server';
import { votesOnRoll } from '../roll/freeze-roll.server';

/** How many would have a vote as things stand now: whoever chose the wrong electorate sees it before anybody is called. */
export interface CountedElectors {
  /** Persons or households; null where the roll is still to be imported. */
  votes: number | null;
  /** Addresses on a list; null where there is none. */
  listed: number | null;
}

/** Counts as the opening would freeze: the years of birth by the day on which it opens. */
export async function countedElectors(
  ctx: ReadContext,
  ballotId: string | null,
  { input, columns }: { input: NewBallot; columns: Omit<BallotToOpen, 'id'> },
): Promise<CountedElectors> {
  const ballot = { ...columns, id: ballotId ?? '' };
  if (ballot.electorateKind === 'roll')
    return { votes: ballotId === null ? null : await votesOnRoll(ctx, ballot), listed: null };
  const now = ctx.clock.now();
  const at = input.opensAt > now ? input.opensAt : now;
  const opening = { at, timeZone: ctx.configuration.timeZone };
  const listed = ballot.electorateKind === 'list' ? [...new Set(input.listed)] : [];
  return {
    votes: await votesOfAccounts(ctx, ballot, { opening, listed }),
    listed: ballot.electorateKind === 'list' ? listed.length : null,
  };
}
