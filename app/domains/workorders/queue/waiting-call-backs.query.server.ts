import type { ReadContext } from '../../context';
import { silentAfterDays } from '../lifecycle';
import { readableOrders } from '../visibility';
import { textIn } from '~/i18n/catalogue';
import { events } from '~/i18n/events';

/** Few enough to answer one after the other. */
const most = 10;

/**
 * The orders on which the actor is asked whether they are solved and has not answered, those asked first before others;
 * of those on which a matter hangs where one is named. One of which the actor may not read a word has no title.
 */
export async function waitingCallBacks(
  ctx: ReadContext,
  matter?: { kind: string; id: string },
): Promise<{ id: string; title: string; until: Date }[]> {
  if (ctx.actor.kind !== 'person') return [];
  const rows = await ctx.database.read.callBack.findMany({
    where: {
      personId: ctx.actor.personId,
      answeredAt: null,
      workOrder: {
        state: 'done',
        ...(matter ? { links: { some: { subjectKind: matter.kind, subjectId: matter.id } } } : {}),
      },
    },
    orderBy: { id: 'asc' },
    take: most,
    select: {
      round: true,
      askedAt: true,
      workOrder: { select: { id: true, title: true, reopenedCount: true } },
    },
  });
  const orders = rows
    .filter(({ round, workOrder }) => round === workOrder.reopenedCount + 1)
    .map(({ askedAt, workOrder }) => ({ ...workOrder, until: answerUntil(askedAt) }));
  const readable = await readableAmong(
    ctx,
    orders.map(({ id }) => id),
  );
  const notPublic = textIn(ctx.locale, events)('not-public');
  return orders.map(({ id, title, until }) => ({ id, until, title: readable.has(id) ? title : notPublic }));
}

/** When silence is counted as such. */
const answerUntil = (askedAt: Date) => new Date(askedAt.getTime() + silentAfterDays * 24 * 3600_000);

async function readableAmong(ctx: ReadContext, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await ctx.database.read.workOrder.findMany({
    where: { AND: readableOrders(ctx), id: { in: [...ids] } },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}
