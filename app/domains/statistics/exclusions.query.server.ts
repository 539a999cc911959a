import type { ReadContext } from '../context';
import { orderCards } from '../workorders/index.server';
import { mayExclude } from './policy';
import { significantDigits } from '~/lib/geo/division-code';
import { listPage, newestFirst } from '~/platform/db/lists/list-page';

const pageSize = 30;

/** The decisions that orders do not count, the newest first: for everyone's eyes. */
export async function exclusionsPage(ctx: ReadContext, cursor: string | undefined) {
  const { items: shown, next } = await listPage(
    { order: newestFirst, cursor, size: pageSize },
    ({ behind, ...page }) => ctx.database.read.statisticsExclusion.findMany({ where: behind, ...page }),
  );
  const cards = await orderCards(
    ctx,
    shown.map((row) => row.workOrderId),
  );
  const cardOf = new Map(cards.map((card) => [card.id, card]));
  return {
    items: shown.map((row) => ({
      id: row.id,
      ...placeOf(row, cardOf.get(row.workOrderId)?.readable ?? false),
      ...reasonsOf(row, cardOf.get(row.workOrderId)?.readable ?? false),
      createdAt: row.createdAt,
      liftedAt: row.liftedAt,
      order: withoutPlace(cardOf.get(row.workOrderId)),
      mayLift: row.ended === '' && mayExclude(ctx.actor, row.areaId).allowed,
    })),
    may: ctx.actor.kind === 'person' && ctx.actor.roles.some((held) => held.role === 'administrator'),
    next,
  };
}

/** Why is said of an order that the reader may read; else it may say what the order keeps to itself. */
const reasonsOf = (
  { reason, liftReason }: { reason: string; liftReason: string | null },
  readable: boolean,
) => (readable ? { reason, liftReason, withheld: false } : { reason: '', liftReason: '', withheld: true });

/** Of an order that the reader may not read the district is told: in a smaller place, one alone may be known. */
const placeOf = ({ areaId }: { areaId: string }, readable: boolean) => ({
  areaId: readable ? areaId : areaId.slice(0, significantDigits.district),
});

type Card = Awaited<ReturnType<typeof orderCards>>[number];

/** An order that the reader may not read is not to be found by its id either, nor by where it lies and with whom. */
function withoutPlace(card: Card | undefined): Card | null {
  if (!card) return null;
  return card.readable ? card : { ...card, id: '', departmentId: null, ...placeOf(card, false) };
}
