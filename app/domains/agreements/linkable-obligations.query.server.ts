import type { ReadContext } from '../context';
import { within } from '~/platform/db/area-scope';
import { holding } from '~/platform/db/holding-text';

const longestTitle = 80;

/**
 * Obligations not met yet, of agreements in force in an area: by words of the obligation or of the agreement's title, or
 * by the id of either; the newest agreement first. Their title is how the obligation begins.
 */
export async function linkableObligations(
  ctx: ReadContext,
  asked: { areaId: string; words: string; id: string | undefined },
) {
  const { areaId, words, id } = asked;
  const rows = await ctx.database.read.obligation.findMany({
    where: {
      state: 'open',
      agreement: { state: 'in-force', areaId: within(areaId) },
      OR: id
        ? [{ id }, { agreementId: id }]
        : [
            await holding(ctx.database, { table: 'Obligation', column: 'text', words }),
            { agreement: await holding(ctx.database, { table: 'Agreement', column: 'title', words }) },
          ],
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
