import type { ReadContext } from '../../context';
import { fitsItsSignatures } from '../signing/signed-content';
import { within } from '~/platform/db/lists/area-scope';
import { holding } from '~/platform/db/lists/holding-text';
import { cutText } from '~/lib/texts/cut-text';

const longestTitle = 80;

/** Without words and id all: an empty condition within OR would leave all out. */
async function named(ctx: ReadContext, words: string, id: string | undefined) {
  if (id) return { OR: [{ id }, { agreementId: id }] };
  if (words.trim() === '') return {};
  const text = await holding(ctx.database, { table: 'Obligation', column: 'text', words });
  const agreement = await holding(ctx.database, { table: 'Agreement', column: 'title', words });
  return { OR: [text, { agreement }] };
}

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
      ...(await named(ctx, words, id)),
    },
    orderBy: [{ agreementId: 'desc' }, { position: 'asc' }],
    take: 10,
    select: {
      id: true,
      text: true,
      state: true,
      agreement: { include: { parties: true, obligations: true } },
    },
  });
  // Of a text that no longer fits its signatures nothing is made an order.
  const signed = rows.filter(({ agreement }) => fitsItsSignatures(ctx.keys, agreement));
  return signed.map(({ id, text, state, agreement }) => ({
    id,
    title: cutText(`${agreement.title} · ${text}`, longestTitle),
    areaId: agreement.areaId,
    state,
    agreementId: agreement.id,
  }));
}
