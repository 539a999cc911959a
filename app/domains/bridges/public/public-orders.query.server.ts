import type { ReadContext } from '../../context';
import { statesThatAre, statusOfOrder } from '../rules/open311/statuses';
import type { RequestStatus } from '../rules/open311/statuses';
import { areaPage } from '../../territory/index.server';
import { outgoingOrdersWithPlaces } from '../../workorders/index.server';

export interface PublicOrderFilter {
  areaId: string | null;
  category?: string | undefined;
  status?: RequestStatus | undefined;
  most: number;
}

export interface PublicOrder {
  id: string;
  number: string;
  title: string;
  category: string;
  areaId: string;
  state: string;
  status: RequestStatus;
  deadlineAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
  latitude: number | null;
  longitude: number | null;
}

/** Orders that anyone may see, what changed last first, with their places. */
export async function listPublicOrders(ctx: ReadContext, filter: PublicOrderFilter): Promise<PublicOrder[]> {
  const { status, ...asked } = filter;
  const states = statesThatAre(statusOfOrder, status ? [status] : ['open', 'closed']);
  const orders = await outgoingOrdersWithPlaces(ctx, { ...asked, states });
  const table: Partial<Record<string, RequestStatus>> = statusOfOrder;
  return orders.map((order) => ({ ...order, status: table[order.state] ?? 'open' }));
}

/** The orders of an area, or of all, with the area's name and outline for a map. */
export async function orderMap(ctx: ReadContext, filter: PublicOrderFilter) {
  const [orders, area] = await Promise.all([
    listPublicOrders(ctx, filter),
    filter.areaId === null ? null : areaPage(ctx, filter.areaId),
  ]);
  return { orders, areaName: area?.name ?? null, rings: area?.outline ?? [] };
}
