import type { ReadContext } from '../../context';
import { accountsByEmail } from '../../identity/index.server';
import { bornBy } from '../casting/electorate';
import type { Opening } from '../casting/electorate';

interface ListBallot {
  id: string;
  electorateKind: string;
  minimumAge: number;
}

/** Of how many addresses on a list nobody could vote as it stands, and the first of them. */
export interface MissingOnList {
  listed: number;
  /** Without an account that has confirmed the address. */
  noAccount: string[];
  /** With an account that has not confirmed an age, or is too young. */
  noAge: string[];
}

/** Who stands on the list and would be no elector if the ballot opened at `opening`; null without a list. */
export async function missingOnList(
  ctx: ReadContext,
  ballot: ListBallot,
  opening: Opening,
): Promise<MissingOnList | null> {
  if (ballot.electorateKind !== 'list') return null;
  const rows = await ctx.database.read.listedElector.findMany({
    where: { ballotId: ballot.id },
    orderBy: { email: 'asc' },
    select: { email: true },
  });
  const emails = rows.map(({ email }) => email);
  const accounts = await accountsByEmail(ctx, emails);
  const latest = bornBy(ballot.minimumAge, opening);
  const isOfAge = (birthYear: number | null) =>
    ballot.minimumAge === 0 || (birthYear !== null && birthYear <= latest);
  return {
    listed: emails.length,
    noAccount: emails.filter((email) => !accounts.has(email)),
    noAge: emails.filter((email) => {
      const account = accounts.get(email);
      return account !== undefined && !isOfAge(account.birthYear);
    }),
  };
}
