import type { ReadContext } from '../context';
import { mergedInto } from '../organisations/index.server';
import { readableAgreements } from './visibility';

const most = 20;
/** What holds and what held: what never came about says nothing of who was asked. */
const cameAbout = ['in-force', 'ended', 'replaced'];

/**
 * The agreements that an organisation has signed, or one that was merged into it, the newest first, as far as the actor
 * may read them.
 */
export async function agreementsOfOrganisation(ctx: ReadContext, organisationId: string) {
  const before = await mergedInto(ctx, [organisationId]);
  const ours = { parties: { some: { organisationId: { in: [organisationId, ...before] } } } };
  return ctx.database.read.agreement.findMany({
    where: {
      AND: [readableAgreements(ctx.actor), ours],
      state: { in: cameAbout },
    },
    orderBy: { id: 'desc' },
    take: most,
    select: { id: true, title: true, state: true },
  });
}
