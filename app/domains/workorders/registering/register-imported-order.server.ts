import type { TransactionContext } from '../../context';
import { writeOrder } from '../steps/write-order.server';
import { newId } from '~/platform/ids';

export interface ImportedOrder {
  externalSystem: string;
  externalNumber: string;
  title: string;
  description: string;
  category: string;
  areaId: string;
  latitude: number | null;
  longitude: number | null;
  /** The place in words, where the area's name does not say it. */
  place: string | null;
  /** When it was asked for where it began. */
  requestedAt: Date;
  /** Dispatched to it at once where it is known. */
  departmentId: string | null;
}

/** Registers an order that began in another system, under the number that it has there; no matter of ours hangs on it. */
export async function registerImportedOrder(
  ctx: TransactionContext,
  { departmentId, requestedAt, ...order }: ImportedOrder,
): Promise<string> {
  const id = newId(ctx.clock.now());
  return writeOrder(ctx, { order: { id, ...order, createdAt: requestedAt }, departmentId });
}
