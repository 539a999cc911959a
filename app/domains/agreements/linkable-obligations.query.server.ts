import type { Context } from '../context';
import { within } from '~/platform/db/area-scope';

const longestTitle = 80;

/**
 * Obligations not met yet, of agreements in force in an area: by words of the obligation or of the agreement's title, or
 * by the id of either; the newest agreement first. Their title is how the obligation begins.
 */
export async function linkableObligations(
  ctx: Context,
  asked: { areaId: string; words: string; id: string | undefined },
) {
  const { areaId, words, id } = asked;
  const rows = await ctx.database.read.obligation.findMany({
    where: {
      state: 'open',
      agreement: { state: 'in-force', areaId: within(areaId) },
      OR: id
        ? [{ id }, { agreementId: id }]
        : [{ text: { contains: words } }, { agreement: { title: { contains: words } } }],
    },
    orderBy: [{ agreementId: 'desc' }, { position: 'asc' }],
    take: 10,
    select: {
      id: true,
      text: true,
      state: true,
      agreement: { select: { id: true, title: true, areaId: true } },
    },
  });
  return rows.map(({ id, text, state, agreement }) => ({
    id,
    title: `${agreement.title}：${text}`.slice(0, longestTitle),
    areaId: agreement.areaId,
    state,
    agreementId: agreement.id,
  }));
}
