import type { ReadContext } from '../../context';
import { openContact } from './caller-to-ask.server';

interface Caller {
  id: string;
  channel: string;
  name: string;
  phone: string;
}

const sealed = { sealedContact: { not: null } } as const;

/** How many callers behind an order can be reached. */
export async function countCallers(ctx: ReadContext, workOrderId: string): Promise<number> {
  return ctx.database.read.workOrderCaller.count({ where: { workOrderId, ...sealed } });
}

/** Names and numbers of an order's callers. Who may, and the record of the reading, is the reader's part. */
export async function openCallers(ctx: ReadContext, workOrderId: string): Promise<Caller[]> {
  const rows = await ctx.database.read.workOrderCaller.findMany({
    where: { workOrderId, ...sealed },
    orderBy: { id: 'asc' },
    select: { id: true, channel: true, sealedContact: true },
  });
  return rows.map(({ id, channel, sealedContact }) => ({
    ...{ id, channel },
    ...openContact(ctx.keys, sealedContact ?? ''),
  }));
}
