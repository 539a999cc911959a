import type { ReadContext } from '../context';
import { readableAgendas, readableMeetings } from './visibility';

const mostShown = 50;

/**
 * The meetings that had a matter on the agenda, or decided what became of it, that the actor may read; oldest first. A
 * decision shows what it became once its minutes are published.
 */
export async function meetingsAbout(ctx: ReadContext, { kind, id }: { kind: string; id: string }) {
  const rows = await ctx.database.read.meeting.findMany({
    where: {
      AND: [
        readableMeetings(ctx.actor),
        {
          OR: [
            {
              AND: readableAgendas(ctx.actor),
              items: { some: { subjectKind: kind, subjectId: id } },
            },
            { decisions: { some: { outcomeKind: kind, outcomeId: id } } },
          ],
        },
      ],
    },
    orderBy: { startsAt: 'asc' },
    take: mostShown,
    select: { id: true, title: true, state: true },
  });
  // Other things are published, too, and mean another thing by it.
  return rows.map(({ id: meetingId, title, state }) => ({ id: meetingId, title, state: `meeting-${state}` }));
}
