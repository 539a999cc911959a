import type { ReadContext, TransactionContext } from '../context';
import { gone, official, treated } from '../held-on-persons';
import type { HeldOnPersons } from '../held-on-persons';
import { openStated } from './drawing/features.server';
import { candidateLifecycle } from './lifecycle';
import { readQuotas, tellWithoutName } from './load-council.server';
import { featuresOf } from './rules/parse-quotas';
import { transitionFrom } from '~/lib/lifecycle';
import { lockRows } from '~/platform/db/lock-row';
import { kept } from '../held-terms';

const candidate = treated(
  'who was only asked is forgotten; on a published list the number stays, which leads to nobody, and a seat is vacant',
);

const columns = { id: true, number: true, state: true, sealedFeatures: true } as const;

/**
 * Forgets who was only asked, empties what was stated, and leaves a seat vacant. The councils are held first, so that
 * what is read is what a draw or a list that came before has left.
 */
async function freeSeats(ctx: TransactionContext, personId: string): Promise<void> {
  const where = { personId };
  const asked = await ctx.prisma.councilCandidate.findMany({ where, select: { councilId: true } });
  await lockRows(
    ctx,
    'Council',
    asked.map(({ councilId }) => councilId),
  );
  const rows = await ctx.prisma.councilCandidate.findMany({
    where,
    select: { ...columns, council: { select: { id: true, title: true, areaId: true, state: true } } },
  });
  for (const { id, state, council } of rows) {
    const isListed = council.state !== 'draft' && council.state !== 'inviting';
    if (!isListed || state === 'invited' || state === 'declined')
      await ctx.prisma.councilCandidate.delete({ where: { id } });
    else await emptyRow(ctx, { id, state, council });
    await ctx.prisma.council.updateMany({ where: { id: council.id }, data: { check: null } });
  }
}

async function emptyRow(
  ctx: TransactionContext,
  row: { id: string; state: string; council: { id: string; title: string; areaId: string; state: string } },
): Promise<void> {
  const sits = row.state === 'drawn' || row.state === 'accepted';
  const isOver = row.council.state === 'closed' || row.council.state === 'cancelled';
  const empty = { personId: null, sealedFeatures: null, showsName: false, checked: false };
  if (isOver) {
    await ctx.prisma.councilCandidate.update({ where: { id: row.id }, data: empty });
    return;
  }
  const step = transitionFrom(candidateLifecycle, row.state, sits ? 'leave' : 'decline');
  await ctx.prisma.councilCandidate.update({
    where: { id: row.id },
    data: { ...empty, ...(step && { state: step.to }) },
  });
  if (sits) await tellWithoutName(ctx, { council: row.council, type: 'council.seat-vacant' });
}

/** What the person stated for councils, in words. */
async function statedBy(ctx: ReadContext, personId: string) {
  const rows = await ctx.database.read.councilCandidate.findMany({
    where: { personId, sealedFeatures: { not: null } },
    select: { ...columns, council: { select: { title: true, quotas: true } } },
    take: 200,
  });
  return rows.map(({ number, sealedFeatures, council }) => {
    const { values, household, salt } = openStated(ctx, sealedFeatures ?? '');
    const features = featuresOf(readQuotas(council.quotas)).map((feature, at) => [feature, values[at]]);
    return { council: council.title, number, ...{ household, salt, features: Object.fromEntries(features) } };
  });
}

export const heldInCouncils: HeldOnPersons = {
  models: {
    Council: { createdBy: official },
    CouncilCandidate: { personId: candidate },
    CouncilDraw: { drawnBy: official },
    CouncilAuditor: { personId: gone, namedBy: official },
  },
  terms: {
    CouncilAuditor: kept.matter,
    CouncilCandidate: kept.matter,
  },
  secret: ['sealedFeatures'],
  exportMore: async (ctx, person) => ({ statedForCouncils: await statedBy(ctx, person.id) }),
  erase: (ctx, person) => freeSeats(ctx, person.id),
};
