import type { ReadContext } from '../../context';
import { mayReadFeedback } from '../../feedback/policy';
import { picturesOf } from '../../files/index.server';

const mostUpdates = 50;

export type MatterOfUpdates = { kind: 'feedback' | 'work-order'; id: string };

/** The feedback behind an order that the reader may read: what is said of what is confidential stays there. */
async function readableFeedback(ctx: ReadContext, workOrderId: string): Promise<string[]> {
  const links = await ctx.database.read.workOrderLink.findMany({
    where: { workOrderId, subjectKind: 'feedback' },
    select: { subjectId: true, workOrder: { select: { departmentId: true } } },
    take: 200,
  });
  const rows = await ctx.database.read.feedback.findMany({
    where: { id: { in: links.map(({ subjectId }) => subjectId) } },
  });
  const departmentIds = links.flatMap(({ workOrder }) => workOrder.departmentId ?? []).slice(0, 1);
  return rows
    .filter((row) => mayReadFeedback(ctx.actor, { ...row, departmentIds }).allowed)
    .map(({ id }) => id);
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
