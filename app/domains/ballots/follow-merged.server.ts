import type { Context } from '../context';
import { eachByItself } from '../each-by-itself';
import { inTransaction } from '../in-transaction.server';
import { successorOf } from '../organisations/index.server';
import { ballotLifecycle } from './lifecycle';
import { readTerms } from './organising/terms';
import { overStates } from './policy';
import { lockRow } from '~/platform/db/lock-row';

/**
 * Of an organisation that was merged into another: the ballots that it called are the other's to lead until they are over,
 * and its people, who are the other's now, keep their votes in those that have not opened. Who votes where a ballot is open
 * was frozen with it. Bears repetition.
 */
export async function followMerged(ctx: Context, organisationId: string): Promise<void> {
  const successor = await successorOf(ctx, organisationId);
  if (!successor) return;
  await inTransaction(ctx, async (ctx) => {
    await ctx.prisma.ballot.updateMany({
      where: { organisationId, state: { notIn: [...overStates] } },
      data: { organisationId: successor.id },
    });
  });
  const asked = { state: ballotLifecycle.initial, terms: { contains: JSON.stringify(organisationId) } };
  const ballots = await ctx.database.read.ballot.findMany({ where: asked, select: { id: true } });
  await eachByItself(ballots, ({ id }) => nameInstead(ctx, id, [organisationId, successor.id]));
}

/** The opening holds the same row: the electorate is frozen by the terms before this, or after. */
async function nameInstead(ctx: Context, id: string, [from, to]: readonly [string, string]): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await lockRow(ctx, 'Ballot', id);
    const ballot = await ctx.prisma.ballot.findUniqueOrThrow({ where: { id } });
    const terms = readTerms(ballot.terms);
    if (ballot.state !== ballotLifecycle.initial || !terms.organisationIds.includes(from)) return;
    const named = terms.organisationIds.map((one) => (one === from ? to : one));
    const organisationIds = [...new Set(named)];
    await ctx.prisma.ballot.update({
      where: { id },
      data: { terms: JSON.stringify({ ...terms, organisationIds }) },
    });
  });
}
