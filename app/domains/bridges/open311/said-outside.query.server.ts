import type { ReadContext } from '../../context';
import { picturesOf } from '../../files/index.server';
import { keyOfSubject } from '../../ledger/index.server';
import { mattersOfOrder } from '../../workorders/index.server';

const mostUpdates = 50;

export type MatterOfUpdates = { kind: 'feedback' | 'work-order'; id: string };

/** The feedback behind an order that the reader may read: what is said of what is confidential stays there. */
async function readableFeedback(ctx: ReadContext, workOrderId: string): Promise<string[]> {
  const keys = await mattersOfOrder(ctx, workOrderId, { kind: 'feedback', most: 200 });
  const readable = await ctx.subjects.access.readable(ctx, keys);
  return keys.filter((key) => readable.has(keyOfSubject(key))).map(({ id }) => id);
}

/** What people wrote in other systems on a request, as plain text with its pictures, the newest first. Who they are stays sealed. */
export async function saidOutside(ctx: ReadContext, { kind, id }: MatterOfUpdates) {
  const feedbackIds = kind === 'work-order' ? await readableFeedback(ctx, id) : [];
  const rows = await ctx.database.read.externalUpdate.findMany({
    where: {
      OR: [
        { subjectKind: kind, subjectId: id },
        { subjectKind: 'feedback', subjectId: { in: feedbackIds } },
      ],
    },
    orderBy: { id: 'desc' },
    take: mostUpdates,
    select: { id: true, description: true, updatedAt: true, apiKey: { select: { name: true } } },
  });
  const updates = await Promise.all(
    rows.map(async ({ apiKey, ...row }) => ({
      ...row,
      system: apiKey.name,
      pictures: await picturesOf(ctx, 'external-update', row.id),
    })),
  );
  return updates.filter(({ description, pictures }) => description.trim() !== '' || pictures.length > 0);
}

/** The matter that an update was posted on, for whoever asks who may see its pictures. */
export async function matterOfUpdate(ctx: ReadContext, id: string): Promise<MatterOfUpdates | null> {
  const row = await ctx.database.read.externalUpdate.findUnique({
    where: { id },
    select: { subjectKind: true, subjectId: true },
  });
  return row && { kind: row.subjectKind === 'feedback' ? 'feedback' : 'work-order', id: row.subjectId };
}
