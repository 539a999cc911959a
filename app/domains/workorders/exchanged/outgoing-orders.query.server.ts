import type { ReadContext } from '../../context';
import { outgoingOrderSql } from '../visibility';
import { exchangedOrders } from './exchanged-orders.query.server';
import type { ExchangedOrder } from './exchanged-orders.query.server';
import { narrowedSql } from '~/platform/db/lists/sql-parts';

export interface OutgoingAsked {
  areaId: string | null;
  category?: string | undefined;
  states: readonly string[];
  most: number;
}

async function idsOf(ctx: ReadContext, { areaId, category, states, most }: OutgoingAsked): Promise<string[]> {
  const categories = category ? [category] : null;
  const { text, values } = narrowedSql('o', { areaId, categories, states });
  const rows = await ctx.database.sql.all<{ id: string }>(
    `SELECT o."id" AS "id" FROM "WorkOrder" o WHERE ${outgoingOrderSql(ctx, 'o')} AND ${text}
     ORDER BY o."updatedAt" DESC, o."id" DESC LIMIT ?`,
    [...values, most],
  );
  return rows.map(({ id }) => id);
}

/** Where the matters on the orders lie, by order. */
async function placesOf(ctx: ReadContext, orderIds: readonly string[]) {
  const kinds = [...ctx.subjects.takenUp].flatMap(([kind, { places }]) => (places ? [{ kind, places }] : []));
  const links = await ctx.database.read.workOrderLink.findMany({
    where: { workOrderId: { in: [...orderIds] }, subjectKind: { in: kinds.map(({ kind }) => kind) } },
    select: { workOrderId: true, subjectKind: true, subjectId: true },
  });
  const found = await Promise.all(
    kinds.map(({ kind, places }) =>
      places(
        ctx,
        links.flatMap(({ subjectKind, subjectId }) => (subjectKind === kind ? [subjectId] : [])),
      ),
    ),
  );
  const placeOf = new Map(found.flat().map((place) => [place.id, place]));
  return new Map(
    links.flatMap(({ workOrderId, subjectId }) => {
      const place = placeOf.get(subjectId);
      return place ? [[workOrderId, place] as const] : [];
    }),
  );
}

/**
 * Orders that may leave the house, what changed last first. One without a place of its own is shown at that of what
 * hangs on it.
 */
export async function outgoingOrdersWithPlaces(
  ctx: ReadContext,
  asked: OutgoingAsked,
): Promise<ExchangedOrder[]> {
  const ids = await idsOf(ctx, asked);
  const [rows, places] = await Promise.all([exchangedOrders(ctx, ids), placesOf(ctx, ids)]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const place = row.latitude === null ? places.get(id) : row;
    return { ...row, latitude: place?.latitude ?? null, longitude: place?.longitude ?? null };
  });
}
