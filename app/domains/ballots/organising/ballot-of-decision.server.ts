import type { TransactionContext } from '../../context';
import { writeBallot } from './create-ballot.server';
import { newBallotSchema } from './new-ballot-schema';

const day = 24 * 3600_000;
/** Time to read it, and to call it off, before it opens; then a week to vote. */
const opensAfterDays = 3;
const lastsDays = 7;

/**
 * Puts what was decided elsewhere to the residents of an area: for or against, secret, as a consultation. It is
 * scheduled; until it opens it can be called off. Throws `forbidden` where the actor may not call a ballot there.
 */
export async function ballotOfDecision(
  ctx: TransactionContext,
  { options, ...decision }: { title: string; question: string; areaId: string; options: [string, string] },
): Promise<string> {
  const opensAt = new Date(ctx.clock.now().getTime() + opensAfterDays * day);
  const input = newBallotSchema.parse({
    ...decision,
    ...{ kind: 'single-choice', standing: 'consultation', unit: 'person', secret: 'secret' },
    ...{ minimumAge: 18, thresholdPercent: 50, percentageBase: 'votes-without-abstentions' },
    options: options.join('\n'),
    opensAt: opensAt.toISOString(),
    closesAt: new Date(opensAt.getTime() + lastsDays * day).toISOString(),
  });
  return writeBallot(ctx, input);
}
