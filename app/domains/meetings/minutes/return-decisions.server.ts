import type { TransactionContext } from '../../context';
import type { LoadedMeeting } from '../load-meeting.server';
import { newId } from '~/platform/ids';

const mostReturning = 50;

/**
 * Puts what the series has decided and not done on the agenda of its next meeting, each once; behind what stands there.
 * The next is one that is still to come: where one was called off, or its time passed unused, the one after it.
 */
export async function returnOpenDecisions(
  ctx: TransactionContext,
  meeting: Pick<LoadedMeeting, 'seriesId' | 'startsAt'>,
): Promise<void> {
  const { seriesId, startsAt } = meeting;
  if (seriesId === null) return;
  const now = ctx.clock.now();
  const next = await ctx.prisma.meeting.findFirst({
    where: { seriesId, state: 'convened', startsAt: { gt: startsAt > now ? startsAt : now } },
    orderBy: { startsAt: 'asc' },
    include: { items: true },
  });
  if (!next) return;
  const there = new Set(next.items.map((item) => item.decisionId));
  const open = await ctx.prisma.meetingDecision.findMany({
    where: { meeting: { seriesId, startsAt: { lte: startsAt } }, result: 'carried', doneAt: null },
    orderBy: { id: 'asc' },
    take: mostReturning,
    select: { id: true },
  });
  const last = Math.max(-1, ...next.items.map(({ position }) => position));
  const added = open.filter(({ id }) => !there.has(id));
  await ctx.prisma.meetingItem.createMany({
    data: added.map(({ id: decisionId }, at) => ({
      ...{ id: newId(now), meetingId: next.id, position: last + 1 + at, decisionId },
    })),
  });
}
