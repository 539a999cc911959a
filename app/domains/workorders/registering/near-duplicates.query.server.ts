import type { ReadContext } from '../../context';
import { openStates } from '../lifecycle';
import { nearDuplicates } from '../rules/near-duplicates';
import type { ComparedOrder } from '../rules/near-duplicates';
import { readableOrders } from '../visibility';
import { within } from '~/platform/db/lists/area-scope';
import { significantDigits } from '~/lib/geo/division-code';

const compared = {
  id: true,
  number: true,
  state: true,
  areaId: true,
  category: true,
  title: true,
  description: true,
  latitude: true,
  longitude: true,
  createdAt: true,
} as const;

/** Open orders of the same street that may be the same matter: only the newest are compared, so the read is bounded. */
export async function nearDuplicatesOf(ctx: ReadContext, order: ComparedOrder) {
  const street = order.areaId.slice(0, significantDigits.street);
  const perState = await Promise.all(
    openStates.map((state) =>
      ctx.database.read.workOrder.findMany({
        where: { AND: readableOrders(ctx), areaId: within(street), state },
        orderBy: { id: 'desc' },
        take: 100,
        select: compared,
      }),
    ),
  );
  return nearDuplicates(order, perState.flat()).map(({ order: { id, number, title, state }, nearness }) => ({
    id,
    number,
    title,
    state,
    nearness,
  }));
}
